"""Bounds on what is asked, one host, and redirects that never lead to another."""

import pytest

from webref.outputs.headers import answer_headers
from webref.web.guard import ACCEPT_MOST, HEADER_MOST, Guard, relative

ORIGIN = "https://drug.example.org"


@pytest.fixture
def ask():
    """The status and headers with which an application behind the guard answers."""

    def asked(location="", origin="", **environ):
        seen = []

        def inner(environ, start_response):
            start_response("302 Found" if location else "200 OK", [("Location", location)])
            return [b"inner"]

        guard = Guard(inner, answer_headers(), origin)
        body = guard(
            {"REQUEST_METHOD": "GET", **environ}, lambda status, found: seen.extend([status, found])
        )
        return seen[0], dict(seen[1]), b"".join(body)

    return asked


@pytest.mark.parametrize(
    ("name", "most"), [("HTTP_ACCEPT", ACCEPT_MOST), ("HTTP_X_ANY", HEADER_MOST)]
)
def test_a_header_past_its_bound_is_refused_before_anything_reads_it(ask, name, most):
    assert ask(**{name: "a" * most})[0] == "200 OK"
    status, headers, body = ask(**{name: "a" * (most + 1)})
    assert status.startswith("431 ") and b"inner" not in body
    assert headers["Content-Security-Policy"] == answer_headers()["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("host", ["evil.example", "drug.example.org.evil.example", ""])
def test_a_request_for_another_host_is_refused_where_the_origin_is_known(ask, host):
    assert ask(origin=ORIGIN, HTTP_HOST=host)[0].startswith("421 ")
    assert ask(HTTP_HOST=host)[0] == "200 OK"


@pytest.mark.parametrize("host", ["drug.example.org", "DRUG.example.org", "127.0.0.1:8000"])
def test_the_host_of_the_origin_and_this_machine_are_answered(ask, host):
    assert ask(origin=ORIGIN, HTTP_HOST=host)[0] == "200 OK"


@pytest.mark.parametrize(
    ("location", "led"),
    [
        ("http://evil.example/calculators/a/?stock=500", "/calculators/a/?stock=500"),
        ("/a/", "/a/"),
        ("a/", "a/"),
        ("//evil.example/a/", "/a/"),
        ("http://host//evil.example/", "/evil.example/"),
        ("/\\evil.example/", "/evil.example/"),
        ("http://host", "/"),
    ],
)
def test_a_redirect_names_no_scheme_and_no_host(ask, location, led):
    assert ask(location)[1]["Location"] == led == relative(location)
