"""Frozen folders: written once, pruned, compressed alike each time, nothing forgotten."""

import gzip
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import brotli
import pytest

from webref.outputs import freeze
from webref.outputs.cache import Cache
from webref.outputs.folder import put


@dataclass
class Client:
    """Answers every address with its own name, but for those that fail."""

    failing: tuple[str, ...] = ()
    asked: list[str] = field(default_factory=list)

    def get(self, url):
        self.asked.append(url)
        return SimpleNamespace(status_code=500 if url in self.failing else 200, data=url.encode())


def a_site(*urls):
    return SimpleNamespace(pages=lambda: [SimpleNamespace(url=url) for url in urls])


def test_every_page_is_asked_for_once_and_written_at_its_address(tmp_path):
    client = Client()
    written = freeze.write_pages(client, a_site("/", "/x/y/"), tmp_path, ["/app.webmanifest"])
    assert client.asked == ["/", "/x/y/", "/app.webmanifest"]
    assert written == [
        tmp_path / "index.html",
        tmp_path / "x/y/index.html",
        tmp_path / "app.webmanifest",
    ]
    assert (tmp_path / "x/y/index.html").read_bytes() == b"/x/y/"


def test_a_page_that_fails_stops_the_build(tmp_path):
    with pytest.raises(freeze.FreezeError, match="/x/ answered 500"):
        freeze.write_pages(Client(failing=("/x/",)), a_site("/", "/x/"), tmp_path)


def test_a_file_with_the_same_bytes_is_left_alone(tmp_path):
    path = put(tmp_path, "/a.txt", b"same")
    before = path.stat().st_ino, path.stat().st_mtime_ns
    put(tmp_path, "/a.txt", b"same")
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == before
    put(tmp_path, "/a.txt", b"other")
    assert path.read_bytes() == b"other"


def test_leftovers_are_deleted_with_their_folders(tmp_path):
    kept = put(tmp_path, "/kept/", b"")
    old = put(tmp_path, "/old/page/", b"")
    assert freeze.prune(tmp_path, [kept]) == [old]
    assert kept.is_file()
    assert not (tmp_path / "old").exists()


def test_static_files_are_copied_but_for_workers_and_records(tmp_path):
    static, folder = tmp_path / "static", tmp_path / "folder"
    others = ("sw.js", "sw-kill.js", "vendor/a.min.js", "vendor/VENDORED.toml", "look/paper.css")
    for name in (*others, *freeze.DRAWN):
        put(static, f"/{name}", b"x")
    written = {
        path.relative_to(folder).as_posix() for path in freeze.copy_static(static, folder, {})
    }
    looks = {"static/look/screen.css", "static/look/paper.css"}
    assert written == {*looks, "static/vendor/a.min.js"}


def test_compressed_copies_hold_the_same_and_only_where_smaller(tmp_path):
    body = b"a page of words " * 100
    folder, cache = tmp_path / "folder", Cache(tmp_path / "cache")
    page = put(folder, "/", body)
    put(folder, "/short.txt", b"x")
    put(folder, "/picture.png", body)
    written = freeze.compress(folder, cache)
    assert {path.name for path in written} == {"index.html.br", "index.html.gz"}
    assert brotli.decompress(Path(f"{page}.br").read_bytes()) == body
    assert gzip.decompress(Path(f"{page}.gz").read_bytes()) == body


def test_the_same_bytes_are_compressed_to_the_same_bytes(tmp_path, monkeypatch):
    folder = tmp_path / "folder"
    put(folder, "/", b"a page of words " * 100)
    first = [path.read_bytes() for path in freeze.compress(folder, Cache(tmp_path / "one"))]
    monkeypatch.setattr("time.time", lambda: 2_000_000_000)
    for cache in (Cache(tmp_path / "two"), Cache(tmp_path / "one")):
        assert [path.read_bytes() for path in freeze.compress(folder, cache)] == first


def test_the_record_is_compressed_in_less_time_and_whatever_a_reader_waits_for_as_small_as_may_be(
    tmp_path,
):
    body = "".join(f"row {number * number % 977} of {number}\n" for number in range(9000)).encode()
    quick, small = brotli.compress(body, quality=10), brotli.compress(body)
    assert len(small) < len(quick)
    wanted = {"/facts.json": quick, "/a/facts.json": quick, "/boot.txt": small, "/": small}
    pages = {url: put(tmp_path / "folder", url, body) for url in wanted}
    freeze.compress(tmp_path / "folder", Cache(tmp_path / "cache"))
    assert {url: Path(f"{page}.br").read_bytes() for url, page in pages.items()} == wanted


def test_what_is_replaced_alone_has_no_compressed_copy(tmp_path):
    folder, body = tmp_path / "folder", b"a page of words " * 100
    for url in ("/sw.js", "/sw-kill.js", "/notices.json", "/a/sw.js", "/a/b/sw.js"):
        put(folder, url, body)
    written = freeze.compress(folder, Cache(tmp_path / "cache"))
    found = {path.relative_to(folder).as_posix() for path in written}
    assert found == {"a/b/sw.js.br", "a/b/sw.js.gz"}  # no pack of a library has a worker there


def test_a_route_that_nobody_wrote_is_named():
    rules = ["/", "/x/", "/search", "/lost/"]
    assert list(freeze.unwritten(rules, live=["/search"], written=["/", "/x/"])) == ["/lost/"]


def test_the_sitemap_lists_every_page_at_its_origin():
    found = freeze.sitemap(["/", "/x/"], "https://example.org").decode()
    assert "<loc>https://example.org/</loc>" in found
    assert "<loc>https://example.org/x/</loc>" in found
