"""The pack's own edition: every page of it from the phone alone, from either kind of host."""

import contextlib
import json
import re
import shutil
import ssl
from collections.abc import Iterator
from datetime import date
from email.message import Message
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from e2e.offline.browsers import OwnBrowser
from e2e.offline.faults import FaultServer
from e2e.offline.nginx import Nginx
from e2e.offline.phone import SAVE_MS
from e2e.offline.tiny import ROOT, notice_list
from e2e.running import Server
from webref.outputs.folder import BUNDLE, file_at
from webref.outputs.headers import answer_headers, content_type
from webref.outputs.offline import seal

READY = re.compile(r"Saved offline: (\d+) of \1, edition [0-9a-f]{7}")
DATES = ("date", "review_by", "refuse_after")


def listing(edition: Path) -> dict[str, Any]:
    """What edition.json holds."""
    listed = json.loads((edition / "edition.json").read_text())
    assert isinstance(listed, dict)
    return listed


def pages(edition: Path) -> list[str]:
    """The addresses of all pages of an edition."""
    return [file["url"] for file in listing(edition)["files"] if file["url"].endswith("/")]


@pytest.fixture
def nginx(built_edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """nginx serving the pack's edition, no Python running."""
    work = tmp_path_factory.mktemp("nginx")
    work.chmod(0o755)
    stand_ins = {
        "contents": "/baclofen/contents/",
        "without-scripts": "/baclofen/without-scripts/",
    }
    host = Nginx(built_edition, work, stand_ins)
    host.start()
    yield host
    host.stop()


def save_all(page: Page, url: str) -> None:
    """A first visit, until everything but the PDFs is saved."""
    page.goto(url)
    expect(page.locator("[data-offline-text]").first).to_have_text(READY, timeout=4 * SAVE_MS)


def every_page_opens(page: Page, url: str, addresses: list[str]) -> None:
    """Assert that each page opens with one heading, no error in its scripts and a ready badge."""
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    for address in addresses:
        answer = page.goto(url + address)
        assert answer is not None and answer.status == 200 and answer.from_service_worker, address
        assert page.locator("h1").count() == 1, address
    assert problems == []


def test_every_page_opens_with_the_server_process_gone(
    context: BrowserContext, server: Server, built_edition: Path
) -> None:
    page = context.new_page()
    save_all(page, server.url)
    server.stop()
    every_page_opens(page, server.url, pages(built_edition))


@pytest.mark.nightly
def test_every_page_opens_with_nginx_gone(
    own_browser: OwnBrowser, nginx: Nginx, built_edition: Path
) -> None:
    own_browser.arguments.append(f"--ignore-certificate-errors-spki-list={nginx.fingerprint()}")
    page = own_browser.start().new_page()
    save_all(page, nginx.url)
    page.goto(nginx.url + "/search?q=pump")
    expect(page.get_by_role("heading", level=1)).to_have_text("Contents")
    nginx.stop()
    every_page_opens(page, nginx.url, pages(built_edition))
    assert "q=pump" not in nginx.log.read_text()


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


CALCULATOR = "/baclofen/calculators/concentration/"


@pytest.fixture
def copy(built_edition: Path, tmp_path: Path) -> Path:
    """The pack's edition in a folder that the test may change."""
    return Path(shutil.copytree(built_edition, tmp_path / "copy"))


@pytest.fixture
def fault_host(copy: Path) -> Iterator[FaultServer]:
    """A host of that folder."""
    host = FaultServer(copy)
    host.start()
    yield host
    host.stop()


def fill(page: Page) -> None:
    """Type what the calculator needs for a concentration."""
    for name, value, unit in (("mass", "10", "mg"), ("volume", "5", "mL")):
        page.locator(f"#in-{name}").fill(value)
        choices = page.locator(f"input[name={name}_unit][type=radio][value='{unit}']")
        if choices.count():
            choices.check(force=True)


def test_a_withdrawn_calculator_refuses_offline_too(
    context: BrowserContext, fault_host: FaultServer
) -> None:
    context.add_init_script("delete Response.json")  # browsers of the floor lack it
    page = context.new_page()
    save_all(page, fault_host.url)
    page.goto(fault_host.url + CALCULATOR)
    fill(page)
    expect(page.locator("#answer")).to_contain_text("2\u00a0mg/mL")
    notice = {
        "id": "n1",
        "date": "2026-11-22",
        "level": "withdrawn",
        "subject": "calculators/concentration",
        "text": "The rounding is being checked.",
    }
    (fault_host.folder / "notices.json").write_text(notice_list(notice, sequence=1))
    for _ in ("with the server", "without it"):
        page.reload()
        fill(page)
        expect(page.locator("#answer")).to_contain_text("The rounding is being checked.")
        expect(page.locator("#answer")).not_to_contain_text("2\u00a0mg/mL")
        fault_host.stop()


def test_past_its_hard_date_a_calculator_refuses_offline_too(
    context: BrowserContext, fault_host: FaultServer
) -> None:
    hard = listing(fault_host.folder)["refuse_after"]
    context.clock.set_fixed_time(f"{hard}T00:00:01")
    page = context.new_page()
    save_all(page, fault_host.url)
    fault_host.stop()
    page.goto(fault_host.url + CALCULATOR)
    fill(page)
    expect(page.locator("#answer")).to_contain_text("Look for a newer edition")
    expect(page.locator("#answer")).not_to_contain_text("2\u00a0mg/mL")
    expect(page.get_by_text("Past its review date")).to_be_visible()


def test_the_boot_set_is_sent_in_150_kb_and_everything_but_the_pdfs_in_500(
    server: Server, built_edition: Path
) -> None:
    host = HTTPConnection("localhost", server.port)
    sent = {}
    with contextlib.closing(host):
        rest = [file["url"] for file in listing(built_edition)["files"] if file["set"] == "rest"]
        for address in (BUNDLE, "/edition.json", *rest):
            host.request("GET", address, headers={"Accept-Encoding": "br"})
            sent[address] = len(host.getresponse().read())
    print(f"boot set {sent[BUNDLE]:,} bytes, everything but the PDFs {sum(sent.values()):,}")
    assert sent[BUNDLE] < 150_000
    assert sum(sent.values()) < 500_000


def test_a_changed_word_downloads_one_page(
    context: BrowserContext, fault_host: FaultServer
) -> None:
    page = context.new_page()
    save_all(page, fault_host.url)
    folder = fault_host.folder
    listed = listing(folder)
    section = next(url for url in pages(folder) if "/monograph/" in url and url.count("/") == 4)
    changed = folder / section.lstrip("/") / "index.html"
    changed.write_text(changed.read_text().replace("</h1>", " again</h1>"))
    dates = {name: date.fromisoformat(listed[name]) for name in DATES}
    boot = [file["url"] for file in listed["files"] if file["set"] == "boot"]
    seal(
        folder,
        ROOT / "static",
        boot,
        base="/",
        pack=listed["pack"],
        version=listed["webref"],
        engine=listed["engine"],
        date=dates["date"],
        review_by=dates["review_by"],
        refuse_after=dates["refuse_after"],
    )
    fault_host.asked.clear()
    fault_host.sent = 0
    page.reload()
    with page.expect_navigation():
        page.get_by_role("button", name="Open it").click(timeout=4 * SAVE_MS)
    expect(page.locator("[data-offline-text]").first).to_have_text(READY)
    downloaded = [url for url in fault_host.asked if url in {f["url"] for f in listed["files"]}]
    print(f"one word changed: {fault_host.sent:,} bytes sent, for {sorted(set(fault_host.asked))}")
    assert downloaded == [section]
    assert fault_host.sent < 4 * changed.stat().st_size + 3 * len(
        (folder / "edition.json").read_bytes()
    )
