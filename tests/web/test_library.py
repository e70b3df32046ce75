"""A library is built, held against its lists and served: each pack an edition of its own."""

import json
from dataclasses import replace

import pytest

from tests.content.tiny import TODAY
from tests.web.libraries import NAMES, library, packs, write_pack
from webref.content.load import load_site
from webref.errors import ContentError
from webref.outputs.exchange import Bench
from webref.outputs.verify import verify_folder
from webref.web import build
from webref.web.build import Edition
from webref.web.library.build import LibraryBuild
from webref.web.library.live import library_starter
from webref.web.publish import go_back, publish_kill_switch, publish_notices

__all__ = ["library", "packs"]  # fixtures


def editions(library):
    """The editions of the packs that the library lists."""
    listed = json.loads((library.folder / "library.json").read_text("utf-8"))["packs"]
    return {row["id"]: row["edition"] for row in listed}


def inodes(folder):
    return {path: path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


def test_a_library_lists_the_edition_of_each_pack_and_covers_it(library):
    edition = library.build()
    found = verify_folder(library.folder)
    assert (found.problems, found.edition) == ([], edition)
    assert list(editions(library)) == list(NAMES)
    for name, pack in editions(library).items():
        listing = json.loads((library.folder / name / "edition.json").read_text())
        assert (listing["edition"], listing["pack"]) == (pack, name)
        assert {url for url in (file["url"] for file in listing["files"])} >= {f"/{name}/"}


def test_a_pack_that_did_not_change_is_not_built_again(library, packs):
    first, before = library.build(), editions(library)
    standing = inodes(library.folder / "otherin")
    packs["examplin"].replace("pack.toml", "An invented drug.", "Another invented drug.")
    assert library.build() != first
    assert inodes(library.folder / "otherin") == standing
    after = editions(library)
    assert {name for name in NAMES if after[name] != before[name]} == {"examplin"}


def test_a_pack_that_was_altered_where_it_stands_is_built_again(library):
    edition = library.build()
    (library.folder / "otherin/index.html").write_text("altered")
    assert verify_folder(library.folder).problems
    assert library.build() == edition
    assert verify_folder(library.folder).problems == []


def test_a_change_that_never_came_or_stands_no_longer_is_built(library, packs, monkeypatch):
    first = library.build()
    packs["examplin"].replace("pack.toml", "An invented drug.", "Another invented drug.")
    with monkeypatch.context() as patch:  # killed before the exchange
        patch.setattr(Bench, "publish", lambda self, keep: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            library.build()
    assert verify_folder(library.folder).edition == first
    second = library.build()
    assert second != first
    go_back(library.folder)
    assert verify_folder(library.folder).edition == first
    assert library.build() == second


def test_an_origin_adds_a_sitemap_of_all_packs_and_is_no_part_of_the_edition(library):
    edition = library.build()
    assert replace(library, origin="https://drug.example.org").build() == edition
    sitemap = (library.folder / "sitemap.xml").read_text("utf-8")
    for url in ("/", "/examplin/", "/otherin/monograph/start/"):
        assert f"<loc>https://drug.example.org{url}</loc>" in sitemap


def test_only_the_pack_that_is_named_is_built(library, packs, root):
    library.build()
    before = editions(library)
    for pack in packs.values():
        pack.replace("pack.toml", "An invented drug.", "Another invented drug.")
    LibraryBuild(library.packs, root, library.folder, ["thirdin"]).build()
    after = editions(library)
    assert {name for name in NAMES if after[name] != before[name]} == {"thirdin"}
    with pytest.raises(OSError, match="has no pack third; did you mean thirdin"):
        LibraryBuild(library.packs, root, library.folder, ["third"]).build()


def test_a_pack_of_an_older_webref_is_not_taken_as_it_stands(library, root):
    library.build()
    about = library.folder / "otherin/pack.json"
    said = {key: value for key, value in json.loads(about.read_text()).items() if key != "spans"}
    about.unlink()
    about.write_text(json.dumps(said))
    with pytest.raises(OSError, match="otherin was built by an older webref; build it too"):
        LibraryBuild(library.packs, root, library.folder, ["thirdin"]).build()


def test_a_library_of_one_leads_on_to_its_drug_and_lists_drugs_by_indication(library, packs):
    packs["examplin"].replace("pack.toml", "routes =", 'indications = ["Cramps"]\nroutes =')
    library.build()
    page = (library.folder / "index.html").read_text("utf-8")
    assert ("data-one" in page, '<h2 id="use-1">Cramps</h2>' in page) == (False, True)
    for name in ("otherin", "thirdin"):
        packs[name].root.rename(library.packs.parent / name)
    library.build()
    page = (library.folder / "index.html").read_text("utf-8")
    assert 'data-one="/examplin/"' in page
    assert '<meta http-equiv="refresh" content="0; url=/examplin/">' in page
    assert "data-one" not in (library.folder / "list/index.html").read_text("utf-8")


def test_what_packs_say_of_each_other_is_held_where_they_are_built(library, packs):
    packs["examplin"].body("See [the other](otherin:monograph/no) [@us-label: page 1].")
    with pytest.raises(ContentError, match="otherin has no page monograph/no to link to"):
        library.build()


def test_a_pack_taken_out_and_another_put_in(library, packs):
    library.build()
    packs["otherin"].root.rename(library.packs.parent / "otherin")
    write_pack(library.packs, "fourthin")
    library.build()
    assert list(editions(library)) == ["examplin", "fourthin", "thirdin"]
    assert not (library.folder / "otherin").exists()


def test_a_pack_with_a_problem_leaves_the_library_as_it_stands(library, packs):
    edition = library.build()
    packs["otherin"].replace("pack.toml", "title =", "titel =")
    with pytest.raises(ContentError, match=r"otherin/pack\.toml"):
        library.build()
    assert verify_folder(library.folder).edition == edition


def test_a_label_that_means_two_things_is_refused(library, packs):
    packs["thirdin"].replace("pack.toml", 'tag = "US"', 'tag = "USA"')
    with pytest.raises(ContentError, match="give one of them another id"):
        library.build()


def test_neither_takes_the_place_of_the_other(library, root, tmp_path, packs):
    library.build()
    with pytest.raises(OSError, match="holds a library"):
        build.refuse_foreign(library.folder, "examplin")
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "edition.json").write_text(json.dumps({"pack": "examplin", "files": []}))
    with pytest.raises(OSError, match="write --instead-of examplin if the library takes its place"):
        LibraryBuild(library.packs, root, alone).build()
    with pytest.raises(OSError, match="write --instead-of examplin"):
        replace(library, folder=alone, instead_of="otherin").build()
    assert [path.name for path in alone.iterdir()] == ["edition.json"]


def test_a_library_takes_the_place_of_an_edition_that_stood_alone_where_that_is_said(
    library, packs, root, tmp_path
):
    alone = tmp_path / "alone"
    packs["examplin"].write("notices.toml", NOTICE.format(2))
    before = Edition(packs["examplin"].site(), root, alone).build()
    (alone / "token.txt").write_text("of the host")
    moved = replace(library, folder=alone, instead_of="examplin")
    packs["examplin"].write("notices.toml", NOTICE.format(1))
    with pytest.raises(OSError, match="have the number 2, and the pack's have 1"):
        moved.build()
    packs["examplin"].write("notices.toml", NOTICE.format(2))
    with pytest.raises(OSError, match="build it without --only"):
        replace(moved, only=("examplin",)).build()
    packs["examplin"].root.rename(tmp_path / "examplin")
    with pytest.raises(OSError, match="put examplin into"):
        moved.build()
    assert verify_folder(alone).edition == before
    (tmp_path / "examplin").rename(packs["examplin"].root)
    edition = moved.build()
    assert verify_folder(alone).edition == edition
    assert (alone / "token.txt").read_text() == "of the host"
    assert recalled(moved)["examplin"] == ["n2"]
    assert moved.build() == edition  # said again, it is a library like any other


NOTICE = """sequence = {0}
issued = 2026-11-22
until = 2027-05-22

[[notice]]
id = "n{0}"
date = 2026-11-22
level = "withdrawn"
subject = "monograph/start"
text = "Withdrawn."
"""


def recalled(library):
    """The numbers of the notices of each pack that are published."""
    return {pack: [one["id"] for one in found["notices"]] for pack, found in lists(library)}


def lists(library):
    packs = json.loads((library.folder / "notices.json").read_text("utf-8"))["packs"]
    assert packs[""]["until"] == min(found["until"] for found in packs.values())
    return [(pack, found) for pack, found in packs.items() if pack]


def test_the_recalls_of_one_pack_are_published_alone_and_stand_after_a_build_of_another(
    library, packs, root, monkeypatch
):
    library.build()
    packs["otherin"].write("notices.toml", NOTICE.format(2))
    site = load_site(packs["otherin"].root, TODAY, "/otherin/")
    assert "1 notice in" in publish_notices(site, library.folder)
    published = {"examplin": [], "otherin": ["n2"], "thirdin": []}
    assert recalled(library) == published
    assert verify_folder(library.folder).problems == []
    LibraryBuild(library.packs, root, library.folder, ["thirdin"]).build()
    assert recalled(library) == published
    library.build()
    assert recalled(library) == published
    packs["otherin"].write("notices.toml", NOTICE.format(1))
    monkeypatch.setattr(Edition, "write", lambda *_: 1 / 0)  # nothing is made before
    with pytest.raises(OSError, match=r"recalls of otherin in .* number 2, and the pack's have 1"):
        library.build()


def test_recalls_of_a_pack_that_the_library_lacks_are_refused(library, packs, tmp_path):
    library.build()
    other = write_pack(tmp_path / "elsewhere", "fourthin")
    site = load_site(other.root, TODAY)
    with pytest.raises(OSError, match="a library without the pack fourthin"):
        publish_notices(site, library.folder)
    with pytest.raises(OSError, match="without the pack thirdn; did you mean thirdin"):
        publish_kill_switch(library.folder, "/thirdn/")


def test_the_kill_switch_of_one_pack_leaves_the_others(library):
    library.build()
    said = publish_kill_switch(library.folder, "/otherin/")
    assert "purge /otherin/sw.js" in said
    assert f"`webref build {library.folder} --packs PACKS` puts a worker there again" in said
    found = verify_folder(library.folder).problems
    assert found == ["/otherin/sw.js is the kill switch: phones drop what they saved"]
    assert library_starter(library.packs, library.root, library.folder, "")()
