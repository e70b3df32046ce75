"""An edition is known by its files, never by what its list says of them."""

import gzip
import hashlib
import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import brotli
import pytest

from e2e.offline.tiny import write_tiny
from webref.outputs import freeze
from webref.outputs.cache import Cache
from webref.outputs.verify import at_address, verify_folder, verify_host


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "edition"
    write_tiny(folder, 1)
    freeze.compress(folder, Cache(tmp_path / "cache"))
    return folder


def edition(folder):
    return json.loads((folder / "edition.json").read_text())["edition"]


def test_a_whole_edition_is_named_by_what_its_files_make(folder):
    found = verify_folder(folder)
    assert (found.problems, found.edition) == ([], edition(folder))
    assert found.files == len(json.loads((folder / "edition.json").read_text())["files"])


def relist(folder, url, body):
    """Put another file in a place and make the list say that it belongs there."""
    listing = json.loads((folder / "edition.json").read_text())
    for file in listing["files"]:
        if file["url"] == url:
            file |= {"sha256": hashlib.sha256(body).hexdigest(), "bytes": len(body)}
    (folder / "edition.json").write_text(json.dumps(listing, indent=1) + "\n")


def spoil(folder, what):
    page = folder / "a/index.html"
    worker = folder / "sw.js"
    match what:
        case "a page":
            page.write_text(page.read_text().replace("page", "pace"))
        case "a page and its line of the list":
            page.write_text(page.read_text().replace("page", "pace"))
            relist(folder, "/a/", page.read_bytes())
        case "a pdf":
            (folder / "one.pdf").write_bytes(b"%PDF-1.7\nother")
        case "a file that is gone":
            page.unlink()
        case "a compressed copy":
            (folder / "a/index.html.br").write_bytes(brotli.compress(b"another page"))
        case "a copy cut short":
            (folder / "a/index.html.gz").write_bytes(gzip.compress(page.read_bytes())[:-9])
        case "the bundle":
            (folder / "boot.txt").write_bytes(b"other")
        case "the worker":
            worker.write_text(worker.read_text() + "// more\n")
        case "the stamps":
            worker.write_text(worker.read_text().replace(edition(folder), "0" * 64))
        case "the kill switch":
            worker.write_bytes((folder / "sw-kill.js").read_bytes())
        case "a date":
            listing = folder / "edition.json"
            listing.write_text(
                listing.read_text().replace('"refuse_after": "2', '"refuse_after": "3')
            )
        case "a link":
            page.unlink()
            page.symlink_to(folder / "b/index.html")


SPOILT = ["a page", "a page and its line of the list", "a pdf", "a file that is gone",
          "a compressed copy", "a copy cut short", "the bundle", "the worker", "the stamps",
          "the kill switch", "a date"]  # fmt: skip


@pytest.mark.parametrize("what", SPOILT)
def test_whatever_is_spoilt_is_named(folder, what):
    spoil(folder, what)
    assert verify_folder(folder).problems


def test_a_changed_page_changes_the_edition_whatever_the_list_says(folder):
    before = edition(folder)
    spoil(folder, "a page and its line of the list")
    assert verify_folder(folder).edition != before


def test_a_link_is_not_followed(folder):
    spoil(folder, "a link")
    with pytest.raises(OSError, match="is a symbolic link"):
        verify_folder(folder)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"edition": "a", "worker": "b", "files": [1]}'])
def test_a_list_that_is_none_is_said_to_be_none(folder, text):
    (folder / "edition.json").write_text(text)
    with pytest.raises(OSError, match="is no list of an edition"):
        verify_folder(folder)


def test_a_place_without_an_edition_is_said_to_hold_none(tmp_path):
    said = "^no edition stands there: /edition.json cannot be read: "
    with pytest.raises(OSError, match=f"{said}there is no such file$"):
        verify_folder(tmp_path)
    with pytest.raises(OSError, match=f"{said}Connection refused$"):
        verify_host("http://127.0.0.1:1")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def address(folder):
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("what", [None, "a page", "a file that is gone", "the worker"])
def test_a_host_is_held_to_the_same(folder, address, what):
    before = edition(folder)
    spoil(folder, what)
    found = verify_host(address)
    assert bool(found.problems) == bool(what)
    assert what or found.edition == before


@pytest.mark.parametrize("place", ["file:///etc", "ftp://x", "https://", "https://a.example/b/"])
def test_what_is_no_address_of_a_host_is_refused(place):
    with pytest.raises(OSError, match="is not an address such as"):
        at_address(place)
