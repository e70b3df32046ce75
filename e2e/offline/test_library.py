"""A library on a phone: each pack is whole or said not to be, whatever happens to the others."""

import contextlib
import json
import re
import shutil
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import BrowserContext, Error, Page, expect

from e2e.offline.faults import Handler, broken
from e2e.offline.phone import SAVE_MS, Phone
from e2e.offline.shelf import (
    FIRST,
    RECALL,
    WHOLE,
    Shelf,
    expect_state,
    is_whole,
    keep,
    press,
    row,
)
from e2e.offline.tiny import notice_list
from e2e.waiting import until


@pytest.fixture
def phone(context: BrowserContext, shelf: Shelf) -> Phone:
    return Phone(context, shelf.host)


@pytest.fixture
def page(phone: Phone) -> Page:
    """The list, itself saved."""
    return phone.visit()


def test_what_is_kept_opens_with_the_server_stopped_and_the_rest_says_how(
    phone: Phone, page: Page, shelf: Shelf
) -> None:
    expect_state(page, "second", "Not saved here")
    window = phone.open("/third/a/")  # while there is a network every pack opens
    assert phone.shown(window) == ("1", "1", "1")
    phone.wait_ready(window)
    page.reload()
    expect_state(page, "third", WHOLE)
    keep(page, "first")
    expect(page.locator("[data-count]")).to_have_text("2 of 3 drugs saved on this device")
    shelf.host.stop()
    is_whole(phone, "first", 1)
    is_whole(phone, "third", 1)
    phone.open("/second/a/", page)
    expect(page.get_by_text("/second/a/ is not saved here.")).to_be_visible()
    page.get_by_role("link", name="List of drugs").click()
    expect_state(page, "first", WHOLE)
    expect_state(page, "second", "Not saved here")


def test_one_is_updated_while_another_is_open(phone: Phone, page: Page, shelf: Shelf) -> None:
    keep(page, "first", "second")
    window = phone.open("/second/a/")
    shelf.publish(first=2, second=2)
    page.reload()
    expect_state(page, "second", f"{WHOLE}. A newer edition waits")
    assert phone.shown(window) == ("1", "1", "1")
    press(page, "second", "open")
    expect_state(page, "second", f"{WHOLE}.*")
    assert (phone.shown(window), phone.later(window)) == (("1", "1", "1"), "1")
    if row(page, "first").locator("[data-act=open]").count():
        press(page, "first", "open")  # a browser may let an edition that no window uses wait
    window.close()
    shelf.host.stop()
    is_whole(phone, "first", 2)
    is_whole(phone, "second", 2)


def test_an_update_that_is_cut_off_leaves_every_pack_whole(
    phone: Phone, page: Page, shelf: Shelf
) -> None:
    keep(page, "first", "second")
    shelf.publish(first=2)
    shelf.host.fail("/first/[c-f]/", broken)
    page.reload()
    expect_state(page, "first", f"{WHOLE}.*")
    shelf.host.stop()
    is_whole(phone, "first", 1)
    is_whole(phone, "second", 1)


def test_one_is_removed_and_kept_again(phone: Phone, page: Page, shelf: Shelf) -> None:
    keep(page, "first", "second")
    press(page, "first", "drop")
    expect_state(page, "first", "Not saved here")
    assert not [name for name in phone.caches(page) if "-first" in name]
    is_whole(phone, "second", 1)
    keep(page, "first")
    shelf.host.stop()
    is_whole(phone, "first", 1)


def test_a_pack_never_opened_hears_of_its_recall(phone: Phone, page: Page, shelf: Shelf) -> None:
    keep(page, "second")
    recalled = {"second": notice_list(RECALL, sequence=1)}
    (shelf.host.folder / "notices.json").write_bytes(
        (shelf.write(FIRST, recalled) / "notices.json").read_bytes()
    )
    with page.expect_response("**/notices.json"):
        page.reload()
    expect(page.locator("[data-banner=heard]")).to_have_count(0)
    until(
        page,
        """async () => {
          const saved = await caches.match("/notices.json", { cacheName: "webref-notices" });
          return (await saved.json()).packs.second.sequence === 1;
        }""",
        timeout_ms=SAVE_MS,
    )
    shelf.host.stop()
    opened = phone.open("/second/calc/")
    expect(opened.get_by_text("Do not use this.")).to_be_visible()


def test_storage_that_is_full_at_the_second_leaves_the_first_whole(
    phone: Phone, page: Page, shelf: Shelf
) -> None:
    keep(page, "first")
    session = phone.context.new_cdp_session(page)
    used = page.evaluate("async () => (await navigator.storage.estimate()).usage")
    quota = {"origin": shelf.host.url, "quotaSize": used + 1000}
    session.send("Storage.overrideQuotaForOrigin", quota)
    press(page, "second", "keep")
    expect_state(page, "second", "(No room left|Could not be saved.*)")
    is_whole(phone, "first", 1)
    session.send("Storage.overrideQuotaForOrigin", {"origin": shelf.host.url})
    keep(page, "second")
    shelf.host.stop()
    is_whole(phone, "second", 1)


def test_a_pack_taken_out_of_the_library_stays_and_is_named(
    phone: Phone, page: Page, shelf: Shelf
) -> None:
    keep(page, "first", "second")
    shelf.host.folder = shelf.write({"second": 1, "third": 1})
    page.reload()
    with page.expect_navigation():
        page.get_by_role("button", name="Open it").click(timeout=SAVE_MS)
    gone = "No longer in this library; saved here as it was"
    expect_state(page, "first", gone)
    shelf.host.stop()
    is_whole(phone, "first", 1)
    press(page, "first", "drop")
    expect(row(page, "first")).to_have_count(0)


def test_each_pack_remembers_under_its_own_name(phone: Phone, page: Page) -> None:
    keep(page, "first", "second")
    press(page, "second", "drop")
    expect_state(page, "second", "Not saved here")
    kept = page.evaluate("() => JSON.stringify({ ...localStorage })")
    assert json.loads(kept).get("webref-removed-second") == "1"
    window = phone.open("/second/")
    phone.wait_badge(window, "Not saved here .removed.")
    phone.wait_ready(phone.open("/first/", window))


def test_a_drug_is_found_by_its_title_and_by_what_it_is_called(page: Page) -> None:
    page.get_by_label("Find a drug").fill("thirdb")
    expect(row(page, "third")).to_be_visible()
    expect(row(page, "first")).to_be_hidden()
    page.get_by_label("Find a drug").fill("nothing")
    expect(page.get_by_text("No drug of this library is called that.")).to_be_visible()


def test_one_drug_opens_at_once(phone: Phone, shelf: Shelf) -> None:
    shelf.host.folder = shelf.write({"first": 1})
    window = phone.open("/")
    expect(window).to_have_url(re.compile("/first/$"))
    phone.wait_ready(window)
    shelf.host.stop()
    phone.open("/", window)
    expect(window).to_have_url(re.compile("/first/$"))
    is_whole(phone, "first", 1)


@pytest.mark.nightly
def test_the_way_from_one_drug_to_two_and_back_loses_nothing(phone: Phone, shelf: Shelf) -> None:
    shelf.host.folder = shelf.write({"first": 1})
    window = phone.open("/")
    expect(window).to_have_url(re.compile("/first/$"))
    phone.wait_ready(window)
    shelf.host.folder = shelf.write({"first": 1, "second": 1})
    until_listed(phone, window, 2)
    keep(window, "second")
    shelf.host.folder = shelf.write({"first": 1})
    phone.open("/", window)
    window.get_by_role("button", name="Open it").click(timeout=SAVE_MS)
    expect_state(window, "second", "No longer in this library; saved here as it was")
    shelf.host.stop()
    is_whole(phone, "first", 1)
    is_whole(phone, "second", 1)


def until_listed(phone: Phone, window: Page, count: int) -> None:
    """Open the list until it is the one that lists so many; a list of one leads on."""
    for _ in range(120):
        with contextlib.suppress(Error):  # led on before it was there
            phone.open("/", window)
        if window.locator("[data-listed]").count() == count:
            return
        window.wait_for_timeout(250)  # the next look; what is waited for is the list
    raise AssertionError("the list of one drug stayed")


@pytest.mark.nightly  # under load the pack's own look for a newer edition comes late
def test_a_list_newer_than_a_pack_and_the_other_way_round_says_so(
    phone: Phone, page: Page, shelf: Shelf
) -> None:
    keep(page, "first")
    before = shelf.host.folder
    newer = shelf.write({**FIRST, "first": 2})
    behind = Path(shutil.copytree(newer, shelf.work / "behind"))
    shutil.rmtree(behind / "first")
    shutil.copytree(before / "first", behind / "first")
    shelf.host.folder = behind
    page.reload()
    page.get_by_role("button", name="Open it").click(timeout=SAVE_MS)
    expect_state(page, "first", f"{WHOLE}. The list names another edition of it")
    is_whole(phone, "first", 1)
    shelf.host.folder = newer
    page.reload()
    expect_state(page, "first", f"{WHOLE}(. A newer edition waits)?")
    if "waits" in (row(page, "first").locator("[data-state]").text_content() or ""):
        press(page, "first", "open")
    expect_state(page, "first", WHOLE)
    shelf.host.stop()
    is_whole(phone, "first", 2)


def test_a_look_that_began_before_a_newer_edition_was_there_does_not_answer_for_it(
    phone: Phone, page: Page, shelf: Shelf
) -> None:
    """The browser joins two looks at one worker, and the first of them may come too early."""
    keep(page, "first")
    phone.context.add_init_script(
        """const update = ServiceWorkerRegistration.prototype.update;
        ServiceWorkerRegistration.prototype.update = function look() {
          if (this.scope.endsWith("/first/")) window.looked = true;
          return update.call(this);
        };"""
    )
    asked, answered = Event(), Event()

    def late(handler: Handler, body: bytes) -> None:  # what stood there when it was asked for
        asked.set()
        assert answered.wait(SAVE_MS / 1000)
        handler.answer(200, body)

    shelf.host.fail("/first/sw.js", late)
    page.evaluate(
        "async () => { (await navigator.serviceWorker.getRegistration('/first/')).update(); }"
    )
    assert asked.wait(SAVE_MS / 1000)
    shelf.host.mend()
    shelf.publish(first=2)
    page.reload()
    with page.expect_navigation():
        page.get_by_role("button", name="Open it").click(timeout=SAVE_MS)
    until(page, "() => window.looked", timeout_ms=SAVE_MS)
    answered.set()
    expect_state(page, "first", f"{WHOLE}(. A newer edition waits)?")
    if row(page, "first").locator("[data-act=open]").count():
        press(page, "first", "open")
    expect_state(page, "first", WHOLE)
    shelf.host.stop()
    is_whole(phone, "first", 2)


def test_two_windows_on_two_packs_take_their_newer_editions_apart(
    phone: Phone, page: Page, shelf: Shelf
) -> None:
    keep(page, "first", "second")
    windows = [phone.open(f"/{pack}/a/") for pack in ("first", "second")]
    shelf.publish(first=2, second=2)
    windows[0].reload()
    with windows[0].expect_navigation():
        windows[0].get_by_role("button", name="Open it").click(timeout=SAVE_MS)
    phone.wait_ready(windows[0])
    assert phone.shown(windows[0]) == ("2", "2", "2")
    assert (phone.shown(windows[1]), phone.later(windows[1])) == (("1", "1", "1"), "1")
    shelf.host.stop()
    is_whole(phone, "first", 2)
    is_whole(phone, "second", 1)
