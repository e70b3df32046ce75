"""An edition is built beside its folder: what is taken, what is kept, what a full disk leaves."""

import errno
import json
from dataclasses import replace

import pytest

from tests.content.tiny import TODAY, TinyPack
from webref.content.load import load_site
from webref.outputs import freeze
from webref.outputs.exchange import Bench
from webref.web import build, sheets
from webref.web.build import Edition
from webref.web.publish import go_back


class Press:
    """Makes nothing."""

    def __init__(self, kept):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def make(self, texts):
        return ((name, name.encode()) for name in texts)


@pytest.fixture(autouse=True)
def pdfs(monkeypatch):
    """PDFs and copies of no consequence: what makes them has tests of its own."""
    monkeypatch.setattr(sheets, "Press", Press)
    monkeypatch.setattr(sheets, "_bound", lambda parts, front: b"".join(parts))
    monkeypatch.setattr(build, "stamp", lambda body, edition: body + edition.encode())
    monkeypatch.setattr(freeze, "COMPRESSORS", ((".br", "first half", lambda body: body[::2]),))


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return load_site(TinyPack(tmp_path_factory.mktemp("pack")).root, TODAY)


@pytest.fixture
def edition(site, root, tmp_path):
    return Edition(site, root, tmp_path / "site")


def held(folder):
    """Every file of a folder with its bytes."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_again_gives_the_same_bytes(edition):
    first = edition.build(), held(edition.folder)
    assert (edition.build(), held(edition.folder)) == first


def test_the_same_edition_once_more_does_not_take_the_place_of_the_one_before(edition):
    first = edition.build()
    second = replace(edition.site, pack=replace(edition.site.pack, summary="Another."))
    later = replace(edition, site=second)
    assert later.build() == later.build() != first
    assert first in go_back(edition.folder)
    assert later.build() in go_back(edition.folder) + go_back(edition.folder)


def test_the_origin_is_no_part_of_the_edition(edition):
    plain = edition.build()
    before = held(edition.folder)
    assert replace(edition, origin="https://example.org").build() == plain
    after = held(edition.folder)
    assert {path.name.partition(".")[0] for path in after.keys() - before.keys()} == {"sitemap"}
    assert {path: after[path] for path in before} == before


@pytest.mark.parametrize("step", ["write_pages", "copy_static", "compress"])
def test_a_build_that_fails_half_way_leaves_the_old_edition_and_goes_on(edition, monkeypatch, step):
    edition.build()
    before = held(edition.folder)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(freeze, step, full)
        with pytest.raises(OSError, match=r"no room is left .* goes on where it stopped") as caught:
            edition.build()
    assert "[Errno" not in str(caught.value)
    assert held(edition.folder) == before
    edition.build()
    assert held(edition.folder) == before


def test_leftovers_of_an_unfinished_build_reach_nobody(edition):
    edition.build()
    before = held(edition.folder)
    left = Bench(edition.folder).next / "static/left.js"
    left.parent.mkdir(parents=True)
    left.write_text("left")
    (left.parent.parent / "index.html").write_text("half a pa")
    edition.build()
    assert held(edition.folder) == before


def test_files_of_the_host_are_kept(edition, capsys):
    edition.build()
    challenge = edition.folder / ".well-known/acme/token"
    challenge.parent.mkdir(parents=True)
    challenge.write_text("answer")
    for _ in range(2):
        edition.build()
        assert challenge.read_text() == "answer"
        assert f"kept {challenge}, which is no part of the edition" in capsys.readouterr().err
    assert "/.well-known/acme/token" not in (edition.folder / "edition.json").read_text()


def test_a_file_where_the_edition_now_has_one_is_refused_and_kept(edition):
    edition.build()
    listing = edition.folder / "edition.json"
    told = json.loads(listing.read_text())
    told["files"] = [file for file in told["files"] if file["url"] != "/search.json"]
    listing.write_text(json.dumps(told))
    with pytest.raises(OSError, match=r"search\.json is no file of the last edition"):
        edition.build()
    assert (edition.folder / "search.json").is_file()


def test_another_packs_edition_is_refused_with_what_to_write(edition):
    edition.build()
    other = replace(edition.site, pack=replace(edition.site.pack, id="other"))
    before = held(edition.folder)
    with pytest.raises(OSError, match=r"holds an edition of the pack .* such as .*/other$"):
        replace(edition, site=other).build()
    assert held(edition.folder) == before


def test_a_link_a_file_and_a_mount_are_refused(edition, tmp_path, monkeypatch):
    (tmp_path / "real").mkdir()
    edition.folder.symlink_to(tmp_path / "real")
    with pytest.raises(OSError, match="is a symbolic link; name the folder"):
        edition.build()
    edition.folder.unlink()
    edition.folder.write_text("x")
    with pytest.raises(OSError, match="is a file; name a folder"):
        edition.build()
    edition.folder.unlink()
    edition.folder.mkdir()
    monkeypatch.setattr(build.os.path, "ismount", lambda path: True)
    with pytest.raises(OSError, match="is a mount point"):
        edition.build()


def test_recalls_that_phones_would_not_heed_are_refused_before_anything_is_made(edition):
    edition.build()
    listed = json.loads((edition.folder / "notices.json").read_text())
    (edition.folder / "notices.json").write_text(json.dumps({**listed, "sequence": 99}))
    before = held(edition.folder)
    with pytest.raises(OSError, match=r"have the number 99, .* write sequence = 100"):
        edition.build()
    assert held(edition.folder) == before
