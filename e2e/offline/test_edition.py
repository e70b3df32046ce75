"""The pack's own edition: every page of it from the phone alone, from either kind of host."""

import contextlib
import re
import shutil
from collections.abc import Iterator
from datetime import date
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from e2e.offline.browsers import OwnBrowser
from e2e.offline.faults import FaultServer
from e2e.offline.nginx import Nginx
from e2e.offline.phone import RECORD_KEPT, SAVE_MS
from e2e.offline.tiny import ROOT, notice_list
from e2e.running import Server, listing
from e2e.waiting import until
from webref.outputs.folder import BUNDLE, file_at
from webref.outputs.offline import seal

READY = re.compile(r"Saved offline: (\d+) of \1, edition [0-9a-f]{7}")
DATES = ("date", "review_by", "refuse_after")


def pages(edition: Path) -> list[str]:
    """The addresses of all pages of an edition."""
    return [file["url"] for file in listing(edition)["files"] if file["url"].endswith("/")]


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


# Which pages are not had from the phone whole.
MISSING = """async (addresses) => {
  const missing = [];
  for (const address of addresses) {
    const answer = await fetch(address).catch(() => undefined);
    const text = answer?.ok ? await answer.text() : "";
    const whole = text.split("<h1").length === 2 && text.trimEnd().endsWith("</html>");
    if (!whole) missing.push(address);
  }
  return missing;
}"""


def one_of_each_kind(edition: Path) -> list[str]:
    """The first page of each kind, which its `data-kind` names; those without one all."""
    found: dict[str, str] = {}
    for address in pages(edition):
        kind = re.search(r' data-kind="([^"]+)"', file_at(edition, address).read_text("utf-8"))
        found.setdefault(kind[1] if kind else address, address)
    return list(found.values())


def test_every_page_is_there_and_one_of_each_kind_opens_with_the_server_process_gone(
    context: BrowserContext, server: Server, built_edition: Path
) -> None:
    page = context.new_page()
    save_all(page, server.url)
    server.stop()
    assert page.evaluate(MISSING, pages(built_edition)) == []
    every_page_opens(page, server.url, one_of_each_kind(built_edition))


# By night each of them is opened.
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


CALCULATOR = "/baclofen/calculators/concentration/"


@pytest.fixture
def copy(built_edition: Path, tmp_path: Path) -> Path:
    """The pack's edition in a folder that the test may change."""
    return Path(shutil.copytree(built_edition, tmp_path / "copy"))


@pytest.fixture
def fault_host(copy: Path) -> Iterator[FaultServer]:
    """A host of that folder."""
    with FaultServer(copy) as host:
        yield host


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
        expect(page.locator("[data-banner=notice-n1]")).to_be_visible()  # it moves the form down
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
    until(page, RECORD_KEPT, timeout_ms=4 * SAVE_MS)
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
