"""What every answer carries, from either kind of host, and which copies are sent."""

import contextlib
import re
import ssl
from collections.abc import Iterator
from email.message import Message
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

import brotli

from e2e.offline.nginx import Nginx
from e2e.running import Server, listing
from webref.outputs.folder import BUNDLE, file_at
from webref.outputs.headers import answer_headers, content_type

LIVE = (
    "/search?q=secret",
    "/baclofen/calculators/concentration/result?mass=secret",
    "/baclofen/calculators/concentration/worksheet.pdf?mass=secret",
    "/healthz?q=secret",
    "/no/such/page?q=secret",
    "/offline",
)


def answers(url: str, edition: Path) -> Iterator[tuple[str, int, Message]]:
    """The head of every file of an edition, and of every kind of live answer and error."""
    files = [file["url"] for file in listing(edition)["files"]]
    outside = ["/edition.json", "/notices.json", "/sw.js", "/sw-kill.js", BUNDLE]
    trust = ssl.create_default_context()
    trust.check_hostname, trust.verify_mode = False, ssl.CERT_NONE
    host = urlsplit(url)
    assert host.hostname and host.port
    connection: HTTPConnection
    if host.scheme == "https":
        connection = HTTPSConnection(host.hostname, host.port, context=trust)
    else:
        connection = HTTPConnection(host.hostname, host.port)
    with contextlib.closing(connection):
        for address in (*files, *outside, *LIVE):
            connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
            answer = connection.getresponse()
            answer.read()
            yield address, answer.status, answer.headers


def check_headers(url: str, edition: Path, *, tls: bool, unkept: str = r"(?!)") -> None:
    """Assert that every answer carries the table's headers, none twice, and nothing that tracks.

    Answers at addresses that match `unkept` are not to be kept at all.
    """
    for address, status, headers in answers(url, edition):
        table = answer_headers(tls=tls)
        if re.search(unkept, address):
            table["Cache-Control"] = "no-store"
        for name, value in table.items():
            assert headers.get_all(name) == [value], (address, name)
        assert "Set-Cookie" not in headers, address
        assert "Access-Control-Allow-Origin" not in headers, address
        assert not re.search(r"\d", headers.get("Server", "")), address
        assert status == (404 if address.startswith("/no/") else status), address
        assert status < 500, address


def test_every_answer_of_the_server_carries_the_headers(
    server: Server, built_edition: Path
) -> None:
    check_headers(server.url, built_edition, tls=False, unkept=r"\?")
    assert "secret" not in server.log.read_text()


def test_every_answer_of_nginx_carries_the_headers(nginx: Nginx, built_edition: Path) -> None:
    check_headers(nginx.url, built_edition, tls=True)
    logged = "".join(path.read_text() for path in nginx.work.glob("*.log"))
    assert "/offline" in logged
    assert "secret" not in logged


def test_nginx_sends_the_small_copies_to_a_browser_that_takes_them(
    nginx: Nginx, built_edition: Path
) -> None:
    trust = ssl.create_default_context()
    trust.check_hostname, trust.verify_mode = False, ssl.CERT_NONE
    host = HTTPSConnection("localhost", nginx.port, context=trust)
    with contextlib.closing(host):
        for address in (*(file["url"] for file in listing(built_edition)["files"]), BUNDLE):
            file = file_at(built_edition, address)
            copy = file.with_name(f"{file.name}.br")
            for accepted in ("gzip, deflate, br, zstd", "identity"):
                host.request("GET", address, headers={"Accept-Encoding": accepted})
                answer = host.getresponse()
                body = answer.read()
                assert answer.status == 200, address
                assert answer.getheader("Content-Type") == content_type(file.name), address
                small = copy.exists() and "br" in accepted
                assert answer.getheader("Content-Encoding") == ("br" if small else None), address
                assert (brotli.decompress(body) if small else body) == file.read_bytes(), address
