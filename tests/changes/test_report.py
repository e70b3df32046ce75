"""What `webref diff` prints, and what it refuses."""

import copy
import json
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.changes.write_vectors import CASES, OLD, listing
from webref.cli.command import main
from webref.content.tables.changes import ChangesRecord
from webref.content.wording.table import TABLE
from webref.dosing.words import speaking
from webref.outputs.changes.report import between, report, said, told
from webref.web.committee import committee_html

ROOT = Path(__file__).parents[2]


def edition(folder, record, code="a", **more):
    """A folder with the two files that are compared."""
    folder.mkdir()
    named = {
        "edition": code * 64,
        "pack": "xylo",
        "date": "2026-11-22",
        "engine": code,
        "webref": "1",
    }
    (folder / "edition.json").write_text(json.dumps({**named, **listing(record, code), **more}))
    if record.get("rows"):
        (folder / "facts.json").write_text(json.dumps(record))
    return folder


@pytest.fixture
def two(tmp_path):
    """An edition, and one with another figure, another wording and another engine."""
    new = copy.deepcopy(OLD)
    CASES["two at once"](new)
    return edition(tmp_path / "old", OLD), edition(tmp_path / "new", new, "b")


def test_it_says_what_weighs_most_first_and_names_the_code(two, capsys):
    assert main(["diff", *map(str, two)]) == 0
    lines = capsys.readouterr().out.splitlines()
    heads = [line for line in lines if line and not line.startswith("- ")]
    assert heads == [
        "Xylo: aaaaaaa (2026-11-22) → bbbbbbb (2026-11-22)",
        "Figures, limits, steps, qualifiers (1)",
        "Wording only (1)",
        "Code and appearance (5)",
    ]
    assert any("now “at least 48 h”. Source: Label: Dosage." in line for line in lines)
    assert "- The code that computes answers changed: webref 1, now 1." in lines


def test_the_row_for_the_pack_is_one_of_its_changelog(two, capsys):
    assert main(["diff", *map(str, two), "--toml"]) == 0
    record = ChangesRecord(**tomllib.loads(capsys.readouterr().out))
    (row,) = record.edition
    assert (row.before, str(row.date)) == ("a" * 64, "2026-11-22")
    assert [one.weight for one in row.change][:2] == ["clinical", "wording"]
    assert row.change[0].sources == ["Label: Dosage"]


def test_other_programs_get_it_as_json(two, capsys):
    assert main(["diff", *map(str, two), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["known"] and found["changes"][0]["aspect"] == "figure"


def test_a_committee_gets_every_change_with_its_source_on_paper(two, tmp_path):
    file = tmp_path / "changes.pdf"
    assert main(["diff", *map(str, two), "--pdf", str(file)]) == 0
    command = ["pdftotext", file, "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    text = " ".join(done.stdout.split())
    for part in (
        "What changed: Xylo: aaaaaaa (2026-11-22)",
        f"To edition {'b' * 64} of 2026-11-22",
        "Figures, limits, steps, qualifiers (1)",
        "now “at least 48 h”.",
        "Label: Dosage",
        "Code and appearance (5)",
        "Name, role, date, signature",
    ):
        assert part in text, part


def test_a_committee_is_told_where_changes_are_unknown(tmp_path):
    old = edition(tmp_path / "old", {"pages": {}})
    new = edition(tmp_path / "new", OLD, "b")
    with speaking(TABLE):
        told_on_paper = committee_html(report(str(old), str(new)), ROOT)
    assert "<b>Changes unknown: treat all as changed.</b>" in told_on_paper


def test_an_edition_without_a_record_is_all_changed(tmp_path):
    old = edition(tmp_path / "old", {"pages": {}})
    new = edition(tmp_path / "new", OLD, "b")
    with speaking(TABLE):
        found = between(*(lambda url, at=at: (at / url[1:]).read_bytes() for at in (old, new)))
        assert list(said(found))[-1] == "Changes unknown: treat all as changed."
        with pytest.raises(OSError, match="unknown"):
            list(told(found))


def test_two_drugs_are_not_compared(tmp_path, capsys):
    old = edition(tmp_path / "old", OLD)
    new = edition(tmp_path / "new", {**OLD, "pack": "other"}, "b", pack="other")
    assert main(["diff", str(old), str(new)]) == 1
    assert "two drugs" in capsys.readouterr().err


def test_a_folder_that_is_no_edition_is_refused_with_what_to_name(tmp_path, capsys):
    assert main(["diff", str(tmp_path), str(tmp_path)]) == 1
    assert "name a folder that webref built" in capsys.readouterr().err


@pytest.mark.parametrize("rows", [None, {}, [1], [{}], [{"id": 1}], [{"id": "a", "says": []}]])
def test_a_record_of_another_form_is_unknown(tmp_path, rows):
    old = edition(tmp_path / "old", OLD)
    new = edition(tmp_path / "new", {**OLD, "rows": rows}, "b")
    with speaking(TABLE):
        found = report(str(old), str(new))
    assert not found.known


@pytest.mark.parametrize("files", [None, {}, "files", [{}], [{"url": 1}]])
def test_a_list_of_another_form_is_refused(tmp_path, files):
    old, new = (edition(tmp_path / name, OLD, name) for name in ("a", "b"))
    listed = json.loads((new / "edition.json").read_text())
    (new / "edition.json").write_text(json.dumps({**listed, "files": files}))
    with pytest.raises(OSError, match="is no list of an edition"):
        report(str(old), str(new))
