"""A tap keeps to the edition of its window, and hears of recalls, updates and the kill switch."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, expect

from e2e.offline.faults import FaultServer, held, portal
from e2e.offline.phone import NOT_SAVED, SAVE_MS
from e2e.offline.tiny import notice_list
from e2e.running import listing, reseal
from e2e.taps.conftest import save_all
from e2e.taps.hand import CALCULATE, MONOGRAPH, Hand

CONCENTRATION = "/baclofen/calculators/concentration/"
KINETICS = "/baclofen/monograph/kinetics/"
UPDATED = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update().catch(() => undefined);
  while (registration.installing) await new Promise((go) => setTimeout(go, 20));
  return Boolean(registration.waiting);
}"""
WITHDRAWN = {
    "id": "n1",
    "date": "2026-11-22",
    "level": "withdrawn",
    "subject": "calculators/concentration",
    "text": "The rounding is being checked.",
}


@pytest.fixture
def host(built_edition: Path, tmp_path: Path) -> Iterator[FaultServer]:
    """A host of the pack's edition in a folder that the test may change."""
    with FaultServer(Path(shutil.copytree(built_edition, tmp_path / "copy"))) as host:
        yield host


@pytest.fixture
def reader(context: BrowserContext, host: FaultServer) -> Hand:
    """A reader whose phone has saved that edition."""
    page = context.new_page()
    save_all(page, host.url)
    return Hand(page, host.url)


def publish_another(folder: Path) -> None:
    """Put an edition in the folder's place of which every heading says that it is another."""
    for file in listing(folder)["files"]:
        if file["url"].endswith("/"):
            page = folder / file["url"].lstrip("/") / "index.html"
            page.write_text(page.read_text().replace("</h1>", " again</h1>"))
    reseal(folder)


def test_a_window_stays_in_its_edition_until_another_takes_over(
    context: BrowserContext, reader: Hand, host: FaultServer
) -> None:
    reader.open("/")
    other = Hand(context.new_page(), host.url)
    other.open(CONCENTRATION)
    publish_another(host.folder)
    assert other.page.evaluate(UPDATED)
    reader.tap(CALCULATE)
    assert reader.is_marked()
    expect(reader.page.locator("h1")).to_have_text("Calculators")
    expect(reader.page.get_by_text("A newer edition waits")).to_be_visible(timeout=SAVE_MS)
    reader.tap(".dock-emergency a")
    assert reader.is_marked()
    expect(reader.page.get_by_text("A newer edition waits")).to_have_count(0)  # not on a card
    reader.page.wait_for_timeout(1000)  # its worker has answered what the page asks
    with other.page.expect_navigation():
        other.page.get_by_role("button", name="Open it").click(timeout=SAVE_MS)
    expect(other.page.locator("h1")).to_contain_text("again")
    host.stop()
    reader.tap(CALCULATE)
    assert not reader.is_marked()  # loaded, as every page of the edition that took over
    expect(reader.page.locator("h1")).to_have_text("Calculators again")
    reader.mark()
    reader.tap(MONOGRAPH)
    assert reader.is_marked()
    expect(reader.page.locator("h1")).to_contain_text("again")


def test_a_recall_is_heard_of_at_a_tap(reader: Hand, host: FaultServer) -> None:
    reader.open("/baclofen/calculators/")
    (host.folder / "notices.json").write_text(notice_list(WITHDRAWN, sequence=1))
    reader.tap(f"main a[href='{CONCENTRATION}']")
    assert reader.is_marked()
    banner = reader.page.locator("[data-banner=notice-n1]")
    expect(banner).to_contain_text("The rounding is being checked.")
    expect(reader.page.locator("#answer")).to_contain_text("The rounding is being checked.")
    host.stop()
    reader.tap(CALCULATE)
    expect(banner).to_have_count(0)
    reader.back(CONCENTRATION)
    expect(banner).to_be_visible()
    expect(reader.page.locator("#answer")).to_contain_text("The rounding is being checked.")


def caches_of(page: Page) -> int:
    """How many caches the address has."""
    return int(page.evaluate("async () => (await caches.keys()).length"))


def test_the_kill_switch_arrives_at_a_tap_and_later_pages_are_the_servers(
    reader: Hand, host: FaultServer
) -> None:
    reader.open("/")
    reader.page.wait_for_load_state("networkidle")  # a busy worker makes room late: docs/offline.md
    shutil.copy(host.folder / "sw-kill.js", host.folder / "sw.js")
    reader.tap(CALCULATE)
    assert reader.is_marked()
    expect(reader.page.locator("[data-offline=refused]").first).to_be_attached(timeout=SAVE_MS)
    reader.tap(MONOGRAPH)
    assert not reader.is_marked()
    expect(reader.page.locator("h1")).to_have_text("Monograph")


DROP = """async (url) => {
  for (const name of await caches.keys()) await (await caches.open(name)).delete(url);
}"""


def test_what_is_not_saved_is_said_to_be_so(reader: Hand, host: FaultServer) -> None:
    reader.open("/offline/")  # where nothing leads to it, so that it is not read ahead
    host.stop()
    reader.page.evaluate(DROP, KINETICS)
    reader.open("/baclofen/monograph/")
    reader.page.locator(f"main a[href='{KINETICS}']").first.click()
    expect(reader.page.get_by_text(NOT_SAVED).first).to_be_visible()
    assert not reader.is_marked()
    assert reader.page.url == host.url + KINETICS


def test_what_a_portal_says_is_never_put_in_place(reader: Hand, host: FaultServer) -> None:
    reader.open("/offline/")
    host.fail(".*", portal)
    reader.page.evaluate(DROP, KINETICS)
    reader.open("/baclofen/monograph/")
    reader.page.locator(f"main a[href='{KINETICS}']").first.click()
    expect(reader.page.get_by_text(NOT_SAVED).first).to_be_visible()
    assert not reader.is_marked()


def test_a_page_that_went_before_its_code_came_is_no_error(reader: Hand, host: FaultServer) -> None:
    said: list[ConsoleMessage] = []
    reader.page.on("console", lambda message: said.append(message))
    aloud = "/static/aloud.js"
    reader.open("/offline/")
    reader.page.evaluate(DROP, aloud)
    let_go = threading.Event()
    host.fail(aloud, held(let_go))
    reader.tap(".dock-emergency a")
    reader.tap(MONOGRAPH)
    let_go.set()
    reader.page.evaluate(f"import('{aloud}')")  # has come, and what waited for it was told
    assert reader.is_marked()
    assert [message.text for message in said if message.type == "error"] == []


def test_what_one_cannot_put_in_place_is_left_to_the_browser(
    context: BrowserContext, reader: Hand, host: FaultServer
) -> None:
    reader.open("/baclofen/contents/")
    with context.expect_page() as opened:
        reader.page.locator(CALCULATE).click(modifiers=["Control"])
    opened.value.wait_for_url(host.url + "/baclofen/calculators/")
    opened.value.close()
    assert reader.page.url == host.url + "/baclofen/contents/"
    reader.page.locator(".saved").click()
    reader.page.wait_for_url(host.url + "/offline/")
    assert not reader.is_marked()
    reader.mark()
    reader.tap(MONOGRAPH)
    assert reader.is_marked()
    reader.page.evaluate("history.back()")
    expect(reader.page.locator("[data-offline-heading]")).to_have_text("Saved offline")
    assert not reader.is_marked()
