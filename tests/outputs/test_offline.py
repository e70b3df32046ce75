"""The list of an edition, its digest, and the worker stamped with both."""

import datetime
import hashlib
import json
import re
import subprocess
from pathlib import Path

import pytest

from webref.outputs.headers import SECURITY
from webref.outputs.offline import EditionFile, edition_of, list_files, seal, stamp

STATIC = Path(__file__).parents[2] / "static"
DATES = {
    "pack": "xylo",
    "version": "0.1.0",
    "engine": "0" * 64,
    "date": datetime.date(2026, 11, 22),
    "review_by": datetime.date(2027, 5, 22),
    "refuse_after": datetime.date(2027, 11, 22),
}
WORKER = 'const EDITION = "";\nconst MANIFEST = "";\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "index.html": "home",
        "calc/index.html": "calc",
        "more/index.html": "more",
        "static/app.css": "css",
        "sheet.pdf": "pdf",
        "notices.json": '{"notices": []}',
        "index.html.br": "small",
    }
    for name, text in files.items():
        path = tmp_path / "edition" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "edition"


BOOT = {"/", "/calc/", "/static/app.css"}


def test_files_are_listed_at_their_addresses_and_in_their_sets(folder: Path) -> None:
    found = [(file.url, file.set) for file in list_files(folder, BOOT)]
    assert found == [
        ("/", "boot"),
        ("/calc/", "boot"),
        ("/more/", "rest"),
        ("/sheet.pdf", "pdf"),
        ("/static/app.css", "boot"),
    ]


def test_a_file_is_listed_with_its_digest_size_and_type(folder: Path) -> None:
    home = list_files(folder, BOOT)[0]
    digest = hashlib.sha256(b"home").hexdigest()
    assert home == EditionFile("/", digest, 4, "text/html; charset=utf-8", "boot")


def test_a_boot_address_without_a_file_is_refused(folder: Path) -> None:
    with pytest.raises(ValueError, match="boot set names no file: /gone/"):
        list_files(folder, {*BOOT, "/gone/"})


@pytest.mark.parametrize("name", ["a b.css", "é.css", "a?b.css", "a'b.css"])
def test_an_address_that_python_and_the_worker_could_read_differently_is_refused(
    folder: Path, name: str
) -> None:
    (folder / name).write_text("x")
    with pytest.raises(ValueError, match="not an address"):
        list_files(folder, BOOT)


def test_an_ending_without_a_media_type_is_refused(folder: Path) -> None:
    (folder / "a.exe").write_text("x")
    with pytest.raises(ValueError, match=r"a\.exe: no media type"):
        list_files(folder, BOOT)


def test_the_edition_is_what_sha256sum_makes_of_the_listed_files(folder: Path) -> None:
    seal(folder, STATIC, BOOT, **DATES)
    listing = json.loads((folder / "edition.json").read_text())
    lines = ""
    for file in listing["files"]:
        if file["set"] == "pdf":
            continue
        path = folder / file["url"].lstrip("/")
        path = path / "index.html" if file["url"].endswith("/") else path
        done = subprocess.run(["sha256sum", path], capture_output=True, text=True, check=True)
        lines += f"{done.stdout.split()[0]}  {file['url']}\n"
    ordered = "".join(sorted(lines.splitlines(keepends=True)))
    assert hashlib.sha256(ordered.encode()).hexdigest() == listing["edition"]


def test_a_pdf_which_prints_the_edition_does_not_change_it(folder: Path) -> None:
    before = edition_of(list_files(folder, BOOT))
    (folder / "sheet.pdf").write_text("other")
    assert edition_of(list_files(folder, BOOT)) == before


def test_one_byte_of_a_page_changes_the_edition(folder: Path) -> None:
    before = edition_of(list_files(folder, BOOT))
    (folder / "more" / "index.html").write_text("mare")
    assert edition_of(list_files(folder, BOOT)) != before


def test_the_same_files_in_another_order_are_the_same_edition(folder: Path) -> None:
    files = list_files(folder, BOOT)
    assert edition_of(reversed(files)) == edition_of(files)


def test_notices_and_compressed_copies_are_outside_the_edition(folder: Path) -> None:
    before = edition_of(list_files(folder, BOOT))
    (folder / "notices.json").write_text('{"notices": [1]}')
    (folder / "index.html.br").unlink()
    assert edition_of(list_files(folder, BOOT)) == before


def test_sealing_twice_gives_the_same_bytes(folder: Path) -> None:
    seal(folder, STATIC, BOOT, **DATES)
    first = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    seal(folder, STATIC, BOOT, **DATES)
    assert first == {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_the_worker_is_stamped_with_the_edition_and_the_digest_of_its_list(folder: Path) -> None:
    edition = seal(folder, STATIC, BOOT, **DATES)
    manifest = hashlib.sha256((folder / "edition.json").read_bytes()).hexdigest()
    worker = (folder / "sw.js").read_text()
    assert f'const EDITION = "{edition}";' in worker
    assert f'const MANIFEST = "{manifest}";' in worker


def test_the_list_names_the_worker_without_its_stamps(folder: Path) -> None:
    seal(folder, STATIC, BOOT, **DATES)
    listing = json.loads((folder / "edition.json").read_text())
    unstamped = re.sub(r"[0-9a-f]{64}", "", (folder / "sw.js").read_text())
    assert listing["worker"] == hashlib.sha256(unstamped.encode()).hexdigest()
    assert listing["headers"] == SECURITY
    assert listing["refuse_after"] == "2027-11-22"


def test_the_kill_switch_stands_beside_the_worker(folder: Path) -> None:
    seal(folder, STATIC, BOOT, **DATES)
    assert (folder / "sw-kill.js").read_bytes() == (STATIC / "sw-kill.js").read_bytes()


@pytest.mark.parametrize(
    ("worker", "problem"),
    [
        (WORKER + "a" * 64, "holds a digest"),
        ('const EDITION = "";', "no single place for MANIFEST"),
        (WORKER + WORKER, "no single place for EDITION"),
    ],
)
def test_a_worker_that_cannot_be_stamped_once_is_refused(worker: str, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        stamp(worker, "1" * 64, "2" * 64)


def test_the_worker_stays_within_a_page_of_reading() -> None:
    lines = (STATIC / "sw.js").read_text().splitlines()
    code = [line for line in lines if not line.lstrip().startswith(("//", "/*", "*"))]
    assert len(code) <= 250
    assert len(lines) <= 300
    assert max(map(len, lines)) <= 115
