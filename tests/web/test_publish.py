"""What an operator publishes beside an edition, and how it is verified."""

import gzip
import json
from dataclasses import replace

import brotli
import pytest

from e2e.offline.tiny import write_tiny
from webref.outputs import freeze
from webref.outputs.cache import Cache
from webref.outputs.exchange import Bench
from webref.outputs.folder import put
from webref.web.publish import go_back, publish_kill_switch, publish_notices, report


@pytest.fixture
def folder(tmp_path):
    """An edition with copies of all its files, as an earlier webref left them."""
    folder = tmp_path / "site"
    write_tiny(folder, 1)
    freeze.compress(folder, Cache(tmp_path / "cache"))
    for name in ("sw.js", "notices.json"):
        body = (folder / name).read_bytes()
        (folder / f"{name}.gz").write_bytes(gzip.compress(body))
        (folder / f"{name}.br").write_bytes(brotli.compress(body))
    return folder


@pytest.fixture
def tiny(site):
    return replace(site, pack=replace(site.pack, id="tiny"))


def copies(folder, name):
    return [path.name for path in folder.glob(f"{name}.*")]


def test_notices_are_published_alone_and_without_older_copies(folder, tiny):
    said = publish_notices(tiny, folder)
    assert json.loads((folder / "notices.json").read_text())["notices"] == []
    assert copies(folder, "notices.json") == []
    assert "upload notices.json and purge /notices.json" in said
    assert report(str(folder))


def test_notices_of_another_pack_are_refused(folder, site):
    with pytest.raises(OSError, match="holds an edition of the pack tiny"):
        publish_notices(site, folder)


def test_a_recall_waits_for_no_folder_that_cannot_be_exchanged(folder, tiny, tmp_path, monkeypatch):
    monkeypatch.setattr("os.path.ismount", lambda path: True)
    (tmp_path / "link").symlink_to(folder)
    assert publish_notices(tiny, tmp_path / "link")
    assert publish_kill_switch(tmp_path / "link")
    assert (folder / "sw.js").read_bytes() == (folder / "sw-kill.js").read_bytes()


def test_the_kill_switch_takes_the_workers_place(folder):
    said = publish_kill_switch(folder)
    assert (folder / "sw.js").read_bytes() == (folder / "sw-kill.js").read_bytes()
    assert copies(folder, "sw.js") == []
    assert "upload sw.js and purge /sw.js" in said
    with pytest.raises(OSError, match="is the kill switch: phones drop what they saved"):
        report(str(folder))


@pytest.mark.parametrize("publish", [publish_kill_switch, go_back])
def test_a_folder_without_an_edition_is_left_alone(tmp_path, publish):
    put(tmp_path, "/mine/notes.txt", b"mine")
    with pytest.raises(OSError, match=r"holds files and no edition|no earlier edition"):
        publish(tmp_path / "mine")
    assert (tmp_path / "mine/notes.txt").read_bytes() == b"mine"


def test_going_back_names_the_edition_that_stands_again(folder):
    first = json.loads((folder / "edition.json").read_text())["edition"]
    bench = Bench(folder)
    with bench.held(lambda: None):
        write_tiny(bench.next, 2)
        bench.publish()
    assert first not in report(str(folder))
    assert f"edition {first} stands in {folder} again" in go_back(folder)
    assert f"edition {first}" in report(str(folder))[0]


def test_going_back_lifts_no_recall_published_since(folder):
    bench = Bench(folder)
    with bench.held(lambda: None):
        write_tiny(bench.next, 2)
        bench.publish()
    told = {"sequence": 7, "issued": "2026-11-22", "until": "2027-02-22", "notices": []}
    put(folder, "/notices.json", json.dumps(told).encode())
    go_back(folder)
    assert json.loads((folder / "notices.json").read_text())["sequence"] == 7
