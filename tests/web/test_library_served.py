"""A library over HTTP: its own files at the start, each pack when it is asked for."""

import shutil

import pytest
from werkzeug.test import Client

from tests.web.libraries import library, packs
from webref.outputs.verify import verify_folder
from webref.web.library import live
from webref.web.library.live import library_starter

__all__ = ["library", "packs"]  # fixtures


@pytest.fixture
def served(library, root):
    library.build()
    return Client(library_starter(library.packs, root, library.folder, "")())


def ask(served, url):
    return served.get(url, buffered=True)


def test_files_and_live_answers_of_each_pack_are_served(library, served):
    assert "Otherin" in ask(served, "/").text
    assert ask(served, "/otherin/").status_code == 200
    assert "Otherin" in ask(served, "/otherin/search?q=start").text
    assert ask(served, "/healthz").get_json()["edition"] == verify_folder(library.folder).edition
    assert ask(served, "/otherin/nowhere/").status_code == 404
    nowhere = ask(served, "/nowhere/")
    assert (nowhere.status_code, nowhere.headers["X-Content-Type-Options"]) == (404, "nosniff")


def test_a_pack_that_changed_since_has_its_files_served_and_its_search_waits(served, packs):
    packs["otherin"].replace("pack.toml", "title =", "titel =")
    assert ask(served, "/otherin/").status_code == 200
    assert ask(served, "/otherin/search?q=start").status_code == 503
    assert ask(served, "/thirdin/search?q=start").status_code == 200


def test_a_start_looks_at_no_pack_and_each_is_held_against_its_list_when_it_is_asked_for(
    library, root, monkeypatch, capsys
):
    library.build()
    (library.folder / "thirdin").rename(library.folder.parent / "thirdin")
    page = library.folder / "otherin/index.html"
    whole = page.read_bytes()
    page.write_bytes(whole + b" ")
    link = library.folder / "otherin/link"  # refused by whoever walks the pack's folder
    link.symlink_to("index.html")
    monkeypatch.setattr(live, "AGAIN", 0.0)
    capsys.readouterr()
    served = Client(library_starter(library.packs, root, library.folder, "")())
    assert capsys.readouterr().err == ""
    assert [ask(served, url).status_code for url in ("/", "/list/", "/examplin/")] == [200] * 3
    assert [ask(served, f"/{pack}/").status_code for pack in ("otherin", "thirdin")] == [503] * 2
    assert ask(served, "/otherin/search?q=start").status_code == 503
    assert "otherin/link is a symbolic link" in capsys.readouterr().err
    link.unlink()
    assert [ask(served, f"/{pack}/").status_code for pack in ("otherin", "thirdin")] == [503] * 2
    said = capsys.readouterr().err
    assert "otherin/ is not the file that the edition lists" in said
    assert "no edition stands there: /thirdin/edition.json" in said
    page.write_bytes(whole)
    assert ask(served, "/otherin/").data == whole
    assert "Otherin" in ask(served, "/otherin/search?q=start").text


def test_a_pack_that_is_another_edition_than_the_library_lists_is_not_served(
    library, packs, root, capsys
):
    library.build()
    before = shutil.copytree(library.folder / "otherin", library.folder.parent / "before")
    packs["otherin"].replace("pack.toml", "An invented drug.", "Another invented drug.")
    library.build()
    shutil.rmtree(library.folder / "otherin")
    before.rename(library.folder / "otherin")
    served = Client(library_starter(library.packs, root, library.folder, "")())
    assert ask(served, "/otherin/").status_code == 503
    assert "otherin is another edition than the library lists" in capsys.readouterr().err


def test_a_library_whose_own_files_are_altered_does_not_start(library, root):
    library.build()
    start = library_starter(library.packs, root, library.folder, "")
    for name in ("list/index.html", "library.json"):
        file = library.folder / name
        whole = file.read_bytes()
        file.write_bytes(whole + b"x")
        with pytest.raises(OSError, match=r"holds no whole edition|lists no packs"):
            start()
        file.write_bytes(whole)
    assert start()
