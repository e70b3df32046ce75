"""What `webref serve` sends while files are replaced under it."""

import json
import shutil

import pytest
from werkzeug.test import Client as Plain

from e2e.offline.tiny import write_tiny
from webref.outputs.exchange import exchange
from webref.outputs.folder import file_at, put
from webref.outputs.recall import replace_alone
from webref.web import current
from webref.web.app import create_app
from webref.web.current import Current
from webref.web.files import EditionFiles, unavailable
from webref.web.recalls import withdrawn
from webref.web.serve import edition_in, starter

NOTICE = {"id": "n", "date": "2026-11-22", "level": "withdrawn", "text": "It is being checked."}


class Client(Plain):
    """A client that reads and closes every answer."""

    def open(self, *words, **more):
        return super().open(*words, **{"buffered": True, **more})


@pytest.fixture
def folder(tmp_path):
    write_tiny(tmp_path / "site", 1)
    return tmp_path / "site"


def files_of(folder):
    """An application that serves the files of a folder and nothing live."""
    return EditionFiles(unavailable, folder)


@pytest.fixture
def client(folder):
    def start():
        edition_in(folder)
        return files_of(folder)

    return Client(Current(folder, start))


def write_beside(folder, number, **options):
    other = folder.with_name(f"edition-{number}")
    write_tiny(other, number, **options)
    return other


@pytest.mark.parametrize("length", [10, 5000])
@pytest.mark.parametrize("url", ["/notices.json", "/sw.js", "/sw-kill.js"])
def test_what_is_published_alone_arrives_whole_without_a_restart(client, folder, url, length):
    client.get(url)
    replace_alone(folder, url, b"x" * length)
    answer = client.get(url)
    assert answer.data == b"x" * length
    assert answer.headers["Content-Length"] == str(length)
    assert client.head(url).headers["Content-Length"] == str(length)


@pytest.mark.parametrize("way", ["longer", "shorter", "as long", "gone"])
def test_a_file_that_is_not_that_of_the_start_is_refused_and_not_cut(client, folder, way):
    page = file_at(folder, "/a/")
    body = page.read_bytes()
    page.unlink()
    if way != "gone":
        changed = {"longer": body + b"x" * 99, "shorter": body[:-99], "as long": body[::-1]}[way]
        put(folder, "/a/", changed)
    answer = client.get("/a/")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    assert client.get("/b/").status_code == 200


def test_an_exchange_is_noticed_by_the_next_request(client, folder):
    assert b'<b id="page">1' in client.get("/a/").data
    assert exchange(write_beside(folder, 2, filler=9000), folder)
    answer = client.get("/a/")
    assert b'<b id="page">2' in answer.data
    assert len(answer.data) == int(answer.headers["Content-Length"]) > 9000


def test_no_whole_edition_is_a_later_answer_until_there_is_one(client, folder, monkeypatch):
    whole = write_beside(folder, 2)
    spoilt = write_beside(folder, 3)
    file_at(spoilt, "/a/").write_text("cut")
    assert exchange(spoilt, folder)
    assert client.get("/b/").status_code == 503
    assert exchange(whole, folder)
    monkeypatch.setattr(current, "AGAIN", 0)
    assert b'<b id="page">2' in client.get("/b/").data


def test_a_missing_folder_is_a_later_answer(client, folder, monkeypatch):
    monkeypatch.setattr(current, "AGAIN", 0)
    away = folder.with_name("away")
    folder.rename(away)
    assert client.get("/a/").status_code == 503
    away.rename(folder)
    assert client.get("/a/").status_code == 200


def test_a_pack_that_is_not_the_editions_answers_nothing_live(site, root, folder):
    """The tiny edition has none of the pack's calculators: its files are sent, and they alone."""
    client = Client(starter(site, lambda: site, root, folder, "")())
    assert client.get("/a/").status_code == 200
    assert client.get("/healthz").status_code == 503


@pytest.mark.parametrize("subject", ["calculators/dilution", "edition/abcdef0"])
def test_the_folders_own_notices_withdraw_an_answer_and_lift_it(site, root, folder, subject):
    client = create_app(site, root, built=folder, edition="abcdef01" * 8).test_client()
    address = f"{site.url('calculators/dilution')}result?stock=0.5&stock_unit=mg%2FmL"
    plain = client.get(address).text
    listed = {"notices": [{**NOTICE, "subject": subject}]}
    replace_alone(folder, "/notices.json", json.dumps(listed).encode())
    assert "It is being checked." in client.get(address).text
    replace_alone(folder, "/notices.json", b'{"notices": []}')
    assert client.get(address).text == plain


@pytest.mark.parametrize("text", ["", "[]", '{"notices": 1}', '{"notices": [{"level": "x"}]}'])
def test_a_notice_file_of_the_wrong_form_leaves_the_packs_notices(site, folder, text):
    (folder / "notices.json").write_text(text)
    assert withdrawn(site, folder, "calculators/dilution", "") == withdrawn(
        site, None, "calculators/dilution", ""
    )
    shutil.rmtree(folder)
    assert withdrawn(site, folder, "calculators/dilution", "") == ""
