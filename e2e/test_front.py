"""nginx in front of `webref serve`: files from the one, live answers from the other."""

import http.client
import json
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.offline.nginx import Nginx
from e2e.running import Server
from webref.outputs.headers import answer_headers

TABLE = {name.lower(): value for name, value in answer_headers(tls=True).items()}
STAND_INS = {"contents": "/baclofen/contents/", "without-scripts": "/baclofen/without-scripts/"}


@pytest.fixture
def front(server: Server, built_edition: Path, tmp_path: Path) -> Iterator[Nginx]:
    tmp_path.chmod(0o755)
    front = Nginx(built_edition, tmp_path, STAND_INS, server.port)
    front.start()
    yield front
    front.stop()


def ask(front: Nginx, address: str, **headers: str) -> tuple[int, dict[str, list[str]], bytes]:
    """Status, headers by their names in lower case, and body."""
    context = ssl.create_default_context(cafile=str(front.work / "certificate.pem"))
    connection = http.client.HTTPSConnection("localhost", front.port, context=context, timeout=60)
    connection.request("GET", address, headers=headers)
    answer = connection.getresponse()
    found: dict[str, list[str]] = {}
    for name, value in answer.getheaders():
        found.setdefault(name.lower(), []).append(value)
    body = answer.read()
    connection.close()
    return answer.status, found, body


def check(found: dict[str, list[str]], kept: str) -> None:
    """Every header of the table once, and how long the answer may be kept."""
    for name, value in TABLE.items():
        assert found[name] == [kept if name == "cache-control" else value], name


def test_each_answer_has_the_table_once_whoever_makes_it(
    front: Nginx, server: Server, built_edition: Path
) -> None:
    edition = json.loads((built_edition / "edition.json").read_text())["edition"]
    status, found, body = ask(front, "/healthz")
    assert (status, json.loads(body)) == (200, {"edition": edition})
    check(found, "no-store")
    result = "/baclofen/calculators/dilution/result?stock=0.5&stock_unit=mg%2FmL"
    for address, expected, kept in [
        ("/", 200, "no-cache"),
        ("/nowhere/", 404, "no-cache"),
        (result, 200, "no-store"),
        ("/search?q=pump", 200, "no-store"),
        ("/search?q=%ff", 400, "no-store"),
    ]:
        status, found, body = ask(front, address)
        assert (status, bool(body)) == (expected, True), address
        check(found, kept)
    status, found, _ = ask(front, result, Accept="a" * 2000)
    assert status == 431
    check(found, "no-store")
    server.stop()
    status, found, body = ask(front, result)
    assert status == 502
    assert b"<h1>Without scripts" in body
    check(found, "no-store")
    assert ask(front, "/")[0] == 200
