"""Which file stands at which address, and which files of a folder are not the edition's."""

import json

import pytest

from webref.outputs.folder import address_of, file_at, files, listing_of, pack_in, put, strangers


@pytest.mark.parametrize("url", ["/", "/a/", "/a/b.css", "/sw.js"])
def test_an_address_leads_to_its_file_and_back(tmp_path, url):
    assert address_of(tmp_path, file_at(tmp_path, url)) == url


def test_a_symbolic_link_is_refused_and_not_followed(tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/x.css").write_text("x")
    folder = tmp_path / "folder"
    put(folder, "/a.css", b"a")
    (folder / "b.css").symlink_to(tmp_path / "outside/x.css")
    with pytest.raises(OSError, match=r"b\.css is a symbolic link"):
        list(files(folder))
    (folder / "b.css").unlink()
    (folder / "c").symlink_to(tmp_path / "outside")
    with pytest.raises(OSError, match="c is a symbolic link"):
        list(files(folder))


def write_list(folder, *urls, **more):
    put(folder, "/edition.json", json.dumps({"files": [{"url": u} for u in urls], **more}).encode())


def test_files_of_a_host_are_told_from_those_of_the_edition(tmp_path):
    write_list(tmp_path, "/", "/a.css")
    own = ("/", "/a.css", "/a.css.br", "/index.html.gz", "/sw.js", "/notices.json", "/boot.txt.br")
    for url in (*own, "/.well-known/acme", "/b.css.br", "/a.css.old"):
        put(tmp_path, url, b"x")
    found = {path.relative_to(tmp_path).as_posix() for path in strangers(tmp_path)}
    assert found == {".well-known/acme", "b.css.br", "a.css.old"}


def test_an_edition_tells_its_pack_also_where_its_list_is_older(tmp_path):
    write_list(tmp_path, "/", "/xylo/contents/", pack="xylo")
    assert pack_in(tmp_path) == "xylo"
    write_list(tmp_path, "/", "/xylo/contents/")
    assert pack_in(tmp_path) == "xylo"


@pytest.mark.parametrize("text", ["", "[]", '{"files": 1}', '{"files": [1]}', '{"files": [{}]}'])
def test_a_folder_with_a_list_that_says_nothing_is_refused(tmp_path, text):
    put(tmp_path, "/edition.json", text.encode())
    with pytest.raises(OSError, match="holds files and no edition; empty it or name another"):
        listing_of(tmp_path)
