"""The files of a built edition as served: their types, and the table's headers on every answer."""

import pytest

from webref.outputs.headers import answer_headers, content_type
from webref.web.app import create_app
from webref.web.files import accepted

FILES = {"index.html": "home", "a/index.html": "page", "static/app.css": "style", "sw.js": "code"}


@pytest.fixture
def served(site, root, tmp_path):
    """A client of an application with a few built files in front."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return create_app(site, root, built=tmp_path).test_client()


@pytest.mark.parametrize("name", FILES)
def test_a_file_names_its_type_once(served, name):
    answer = served.get("/" + name.removesuffix("index.html"), buffered=True)
    assert answer.text == FILES[name]
    assert answer.headers.get_all("Content-Type") == [content_type(name)]


@pytest.mark.parametrize(
    ("method", "address", "asked", "status"),
    [
        ("GET", "/", {}, 200),
        ("HEAD", "/", {}, 200),
        ("GET", "/static/app.css", {"Range": "bytes=1-2"}, 206),
        ("GET", "/", {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"}, 304),
        ("GET", "/static/app.css", {"Range": "bytes=99-"}, 416),
        ("GET", "/a", {}, 302),
        ("POST", "/", {}, 405),
        ("POST", "/static/app.css", {}, 405),
        ("GET", "/nowhere/", {}, 404),
        ("GET", "/search?q=%ff", {}, 400),
        ("POST", "/search", {}, 405),
    ],
)
def test_every_answer_carries_the_table_once(served, method, address, asked, status):
    answer = served.open(address, method=method, headers=asked, buffered=True)
    assert answer.status_code == status
    live = status in (400, 404) or "search" in address
    for name, value in answer_headers().items():
        expected = "no-store" if live and name == "Cache-Control" else value
        assert answer.headers.get_all(name) == [expected], name


@pytest.mark.parametrize("address", ["//evil.example", "//evil.example/", "/\\evil.example", "//a"])
def test_a_missing_slash_never_leads_to_another_host(served, address):
    answer = served.get("/", environ_overrides={"PATH_INFO": address})
    assert answer.status_code == 404
    assert "Location" not in answer.headers


@pytest.mark.parametrize(
    ("sent", "taken"),
    [
        ("br;q=0, gzip", " gzip"), ("gzip, br; Q=0.0", "gzip"), ("br;q=0.5", "br;q=0.5"),
        ("br;q=0.01", "br;q=0.01"), ("gzip, br", "gzip, br"), ("", ""),
    ],
)  # fmt: skip
def test_an_encoding_that_is_refused_is_not_asked_for(served, sent, taken):
    assert accepted(sent) == taken
    seen = served.get("/", headers={"Accept-Encoding": sent}, buffered=True)
    assert seen.text == FILES["index.html"]
