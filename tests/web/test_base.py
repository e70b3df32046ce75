"""An edition below an address of its own: nothing of it lies elsewhere, nothing leads elsewhere."""

import json
import re

import pytest

from tests.content.tiny import TODAY, TinyPack
from webref.content.load import load_site
from webref.outputs import freeze
from webref.outputs.cache import Cache
from webref.outputs.folder import files
from webref.outputs.verify import verify
from webref.web import sheets
from webref.web.app import create_app
from webref.web.build import Edition

BASE = "/examplin/"
LEADS = re.compile(r'\b(?:href|src|action|data-url)="(/[^"]*)"')


@pytest.fixture
def site(tmp_path):
    pack = TinyPack(tmp_path / "examplin")
    pack.body("See [home](home) and [search](search) [@us-label: page 1].")
    return load_site(pack.root, TODAY, BASE)


@pytest.fixture
def folder(site, root, tmp_path, monkeypatch):
    """The edition, written without PDFs and copies, which have tests of their own."""
    monkeypatch.setattr(sheets, "make_all", lambda *_: ())
    monkeypatch.setattr(freeze, "COMPRESSORS", ())
    Edition(site, root, tmp_path / "unused").write(tmp_path / "out", Cache(tmp_path / "cache"))
    return tmp_path / "out"


def test_every_file_lies_below_it(folder):
    assert [path.name for path in folder.iterdir()] == ["examplin"]
    listed = json.loads((folder / "examplin/edition.json").read_text())["files"]
    assert [file["url"] for file in listed if not file["url"].startswith(BASE)] == []
    boot = {file["url"] for file in listed if file["set"] == "boot"}
    assert {BASE, f"{BASE}manifest.webmanifest", f"{BASE}static/page.js"} <= boot
    assert f"{BASE}search.json" not in boot


def test_everything_on_a_page_leads_below_it(folder):
    pages = [path for path in files(folder) if path.suffix == ".html"]
    found = {lead for path in pages for lead in LEADS.findall(path.read_text("utf-8"))}
    # Home alone leads to the list of drugs that it stands in.
    assert {lead for lead in found if not lead.startswith(BASE)} == {"/#packs"}
    assert {BASE, f"{BASE}search", f"{BASE}offline/", f"{BASE}static/page.js"} <= found


def test_it_is_held_against_its_own_list(folder):
    found = verify(lambda url: at(folder, url), BASE)
    assert (found.problems, found.files > 20) == ([], True)
    worker = folder / "examplin/sw.js"
    worker.write_text(worker.read_text() + "//")
    told = verify(lambda url: at(folder, url), BASE).problems
    assert told == [f"{BASE}sw.js is not the worker that the edition lists"]


def test_its_live_answers_stand_there_too(site, root):
    client = create_app(site, root).test_client()
    assert client.get(f"{BASE}search?q=start").status_code == 200
    assert client.get("/search?q=start").status_code == 404
    assert client.get(f"{BASE}manifest.webmanifest").get_json()["scope"] == BASE


def at(folder, url):
    return (folder / (url.strip("/") + "/index.html" * url.endswith("/"))).read_bytes()
