"""A first visit: what it saves, in which order, what it says, and how it goes on after a fault."""

import re

import pytest
from playwright.sync_api import expect

from e2e.night import members
from e2e.offline.faults import (
    Fault,
    broken,
    cut,
    drip,
    portal,
    redirect_to,
    remembered,
    truncated,
    varying,
    wrong,
)
from e2e.offline.phone import SAVE_MS, Phone
from e2e.offline.tiny import BOOT_PAGES, PAGES

REST_PAGES = tuple(page for page in PAGES if page not in BOOT_PAGES)
FAULTS: dict[str, tuple[str, Fault, str]] = {
    "the list with wrong bytes": ("/edition.json", wrong, "Not saved yet"),
    "the worker with wrong bytes": ("/sw.js", wrong, "Not saved yet"),
    "a boot page with wrong bytes": ("/card/", wrong, "Not saved yet"),
    "a boot page redirected": ("/card/", redirect_to("/b/"), "Not saved yet"),
    "a portal for a boot page": ("/card/", portal, "Not saved yet"),
    "a library truncated": ("/static/offline/age.js", truncated, "Not saved yet"),
    "a library cut on disk": ("/static/offline/age.js", cut, "Not saved yet"),
    "a page with wrong bytes": ("/a/", wrong, "Incomplete"),
    "a page with a server error": ("/a/", broken, "Incomplete"),
    "a portal for a page": ("/a/", portal, "Incomplete"),
    "a portal's page that the browser keeps": ("/a/", remembered, "Incomplete"),
}
BY_DAY = (
    "the worker with wrong bytes",
    "a portal for a boot page",
    "a library truncated",
    "a page with a server error",
    "a portal's page that the browser keeps",
)
BUNDLE = "/boot.txt"
BUNDLES: dict[str, tuple[Fault]] = {
    "missing": (broken,),
    "with wrong bytes": (wrong,),
    "truncated": (truncated,),
    "cut on disk": (cut,),
    "of a portal": (portal,),
    "of another address": (redirect_to("/a/"),),
}


def test_a_saved_edition_opens_every_page_with_the_server_gone(phone: Phone) -> None:
    phone.visit()
    phone.host.stop()
    phone.is_whole(1)


def test_the_page_of_the_first_visit_gets_later_files_from_the_phone(phone: Phone) -> None:
    page = phone.visit()
    phone.host.stop()
    assert phone.later(page) == "1"


def test_the_boot_set_serves_before_the_rest_is_there(phone: Phone) -> None:
    phone.host.fail("/[a-f]/", broken)
    page = phone.open()
    phone.wait_badge(page, r"Incomplete: \d+ of \d+")
    phone.host.stop()
    phone.is_whole(1, BOOT_PAGES)
    phone.says_not_saved("/a/")


def test_a_resumed_download_asks_only_for_what_is_missing(phone: Phone) -> None:
    phone.host.fail("/[ef]/", broken)
    page = phone.open()
    phone.wait_badge(page, "Incomplete")
    phone.host.mend()
    phone.host.asked.clear()
    page.reload()
    phone.wait_ready(page)
    asked = [path for path in phone.host.asked if path.endswith(("/", ".css", ".js"))]
    assert {path for path in asked if path != "/sw.js"} == {"/e/", "/f/"}


@pytest.mark.parametrize(("path", "fault", "words"), members(FAULTS, BY_DAY))
def test_a_fault_in_one_file_leaves_nothing_that_calls_itself_whole(
    phone: Phone, path: str, fault: Fault, words: str
) -> None:
    phone.host.fail(re.escape(path), fault, worker_only=True)
    phone.host.fail(re.escape(BUNDLE), broken)
    page = phone.open()
    phone.wait_badge(page, words)
    if words == "Incomplete":
        phone.host.stop()
        phone.is_whole(1, BOOT_PAGES)
        phone.says_not_saved("/a/")
        phone.host.start()
    phone.host.mend()
    page.reload()
    phone.wait_ready(page)
    phone.host.stop()
    phone.is_whole(1)


def test_a_first_visit_saves_the_boot_set_from_one_bundle(phone: Phone) -> None:
    phone.host.fail("/card/", broken, worker_only=True)
    phone.visit()
    assert phone.host.asked.count(BUNDLE) == 1
    assert "/card/" not in phone.host.asked
    phone.host.stop()
    phone.is_whole(1)


@pytest.mark.parametrize("fault", members(BUNDLES, ("missing", "with wrong bytes")))
def test_what_a_bundle_lacks_or_spoils_is_fetched_by_itself(phone: Phone, fault: Fault) -> None:
    phone.host.fail(re.escape(BUNDLE), fault)
    phone.visit()
    phone.host.stop()
    phone.is_whole(1)


def test_an_answer_said_to_vary_is_saved_all_the_same(phone: Phone) -> None:
    phone.host.fail("/a/", varying)
    phone.visit()
    phone.host.stop()
    phone.is_whole(1)


@pytest.mark.parametrize("path", [r"/(?!sw\.js$).*", ".*"], ids=["but the worker", "at all"])
def test_a_portal_saves_nothing_and_is_got_over(phone: Phone, path: str) -> None:
    phone.host.fail(path, portal, worker_only=True)
    page = phone.open()
    phone.wait_badge(page, "Not saved yet")
    assert phone.marks(page) == []
    phone.host.mend()
    page.evaluate("() => { window.dispatchEvent(new Event('online')); }")
    phone.wait_ready(page)


@pytest.mark.parametrize(
    "answered", [18, *(pytest.param(n, marks=pytest.mark.nightly) for n in (0, 6, 12, 24))]
)
def test_a_server_lost_at_the_nth_file_leaves_boot_whole_or_nothing_and_resumes(
    phone: Phone, answered: int
) -> None:
    phone.host.stop_after(answered, worker_only=True)
    page = phone.open()
    phone.wait_badge(page, "Not saved yet|Incomplete|Saved offline")
    whole = phone.marks(page)
    phone.host.stop()
    if "boot" in whole:
        phone.is_whole(1, BOOT_PAGES)
        saved = {path for held in phone.caches(page).values() for path in held}
        for address in sorted(set(PAGES) - saved):
            phone.says_not_saved(address)
    if "rest" in whole:
        phone.is_whole(1)
    phone.host.start()
    phone.open("/", page)
    phone.wait_ready(page)
    phone.host.stop()
    phone.is_whole(1)


def test_a_slow_drip_says_how_far_it_is(phone: Phone) -> None:
    phone.host.fail("/[a-f]/", drip(1), worker_only=True)
    page = phone.open()
    phone.wait_badge(page, r"Saving: \d+ of \d+")
    expect(page.locator("[data-offline-progress]")).to_be_visible()
    phone.wait_ready(page)
    expect(page.locator("[data-offline-progress]")).to_be_hidden()


def test_a_worker_stopped_while_it_saves_is_asked_again(phone: Phone) -> None:
    phone.host.fail("/[a-f]/", drip(3), worker_only=True)
    page = phone.open()
    phone.wait_badge(page, r"Saving: (\d+) of (?!\1$)\d+")
    phone.host.mend()
    phone.stop_worker()
    badge = page.locator("[data-offline-text]")
    expect(badge).to_have_text(re.compile("Saved offline"), timeout=3 * SAVE_MS)
    phone.host.stop()
    phone.is_whole(1)


def test_a_redirect_to_the_same_bytes_is_saved_as_a_page_that_opens(phone: Phone) -> None:
    phone.host.fail("/a/", redirect_to("/a/index.html"), worker_only=True)
    phone.visit()
    phone.host.stop()
    phone.is_whole(1)
