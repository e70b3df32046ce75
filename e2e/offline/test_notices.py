"""Recalls on the phone: shown, remembered, lifted by a newer list alone, and missed aloud."""

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.offline.faults import FaultServer, broken, held, portal
from e2e.offline.phone import Phone
from e2e.offline.tiny import notice_list

Make = Callable[..., Path]

NOTICE = {
    "id": "n1",
    "date": "2026-11-22",
    "level": "withdrawn",
    "subject": "calculators/tiny",
    "text": "The figure for the second step is being checked.",
}
MINUTES_2 = 120_000


def publish(host: FaultServer, *notices: object, sequence: int = 1, **dates: str) -> None:
    """Have the server tell these notices from now on."""
    text = notice_list(*notices, sequence=sequence, **dates)
    (host.folder / "notices.json").write_text(text)


def reload(phone: Phone, page: Page) -> None:
    """Load a page again, until it has heard whatever the server says of recalls."""
    with page.expect_response("**/notices.json"):
        page.reload()
    phone.wait_ready(page)


def recalled(page: Page) -> list[str]:
    """What is recalled on a page."""
    return page.locator("[data-banner^='notice-']").all_inner_texts()


def test_a_notice_is_shown_on_the_next_page_kept_offline_and_withdrawn_again(phone: Phone) -> None:
    page = phone.visit()
    publish(phone.host, NOTICE)
    page.reload()
    expect(page.get_by_text("second step is being checked")).to_be_visible()
    expect(page.get_by_text("Withdrawn, 22 November 2026")).to_be_visible()
    phone.host.stop()
    page.reload()
    expect(page.get_by_text("second step is being checked")).to_be_visible()
    phone.host.start()
    publish(phone.host, sequence=2)
    page.reload()
    phone.wait_ready(page)
    expect(page.get_by_text("second step is being checked")).to_have_count(0)
    phone.host.stop()
    page.reload()
    phone.wait_ready(page)
    expect(page.get_by_text("second step is being checked")).to_have_count(0)
    expect(page.locator("[data-banner='heard']")).to_have_count(0)


def test_a_notice_about_another_page_or_edition_is_not_shown(phone: Phone) -> None:
    page = phone.visit()
    publish(
        phone.host,
        {**NOTICE, "subject": "calculators/other"},
        {**NOTICE, "id": "n2", "subject": "edition/0000000"},
        {**NOTICE, "id": "n3", "level": "info", "subject": "", "text": "For every reader."},
    )
    page.reload()
    expect(page.get_by_text("For every reader.")).to_be_visible()
    expect(page.get_by_text("second step is being checked")).to_have_count(0)


def test_a_notice_about_the_edition_is_shown_on_every_page(phone: Phone) -> None:
    page = phone.visit()
    (edition,) = phone.cached_editions(page)
    publish(phone.host, {**NOTICE, "subject": f"edition/{edition[:12]}"})
    phone.open("/b/", page)
    expect(page.get_by_text("second step is being checked")).to_be_visible()


def bent(**change: object) -> str:
    """A list of no notices and a higher number, bent in one place."""
    return json.dumps({**json.loads(notice_list(sequence=9)), **change})


BAD_NOTICES = {
    "a portal's page": "<!doctype html><h1>Sign in</h1>",
    "a list alone": "[]",
    "the notices alone": json.dumps({"notices": []}),
    "a key too many": bent(script="x"),
    "a number as text": bent(sequence="9"),
    "a number with a part": bent(sequence=9.5),
    "a number below zero": bent(sequence=-1),
    "a number past the last": bent(sequence=10**9),
    "no such day": bent(until="2027-13-01"),
    "a day in a list": bent(until=["2027-05-22"]),
    "an unknown key": bent(notices=[{**NOTICE, "script": "x"}]),
    "a missing key": bent(notices=[{"id": "n1"}]),
    "markup": bent(notices=[{**NOTICE, "text": "<b>bold</b>"}]),
    "an unknown level": bent(notices=[{**NOTICE, "level": "urgent"}]),
    "a date as a number": bent(notices=[{**NOTICE, "date": 20261122}]),
    "an id twice": bent(notices=[NOTICE, {**NOTICE, "level": "info"}]),
    "too many": bent(notices=[{**NOTICE, "id": f"n{n}"} for n in range(51)]),
}


def test_a_notice_file_of_the_wrong_form_changes_nothing(phone: Phone) -> None:
    page = phone.visit()
    publish(phone.host, NOTICE)
    page.reload()
    expect(page.get_by_text("second step is being checked")).to_be_visible()
    for number, (kind, text) in enumerate(BAD_NOTICES.items(), 9):
        newer = text.replace('"sequence": 9,', f'"sequence": {number},')  # or the last would stand
        (phone.host.folder / "notices.json").write_text(newer)
        reload(phone, page)
        shown = recalled(page)
        assert len(shown) == 1 and "second step is being checked" in shown[0], kind


def test_an_older_list_lifts_nothing_and_is_told(phone: Phone) -> None:
    page = phone.visit()
    publish(phone.host, NOTICE, sequence=5)
    page.reload()
    expect(page.get_by_text("second step is being checked")).to_be_visible()
    publish(phone.host, sequence=4)
    reload(phone, page)
    expect(page.get_by_text("The server gives an older list")).to_be_visible()
    assert len(recalled(page)) == 1
    phone.host.stop()
    page.reload()
    expect(page.get_by_text("second step is being checked")).to_be_visible()


def test_a_list_changed_under_its_old_number_only_adds(phone: Phone) -> None:
    page = phone.visit()
    publish(phone.host, NOTICE)
    page.reload()
    expect(page.get_by_text("second step is being checked")).to_be_visible()
    publish(phone.host, {**NOTICE, "id": "n2", "text": "Another figure too."})
    page.reload()
    expect(page.get_by_text("Another figure too.")).to_be_visible()
    assert len(recalled(page)) == 2


def test_what_another_window_heard_is_not_overwritten_by_an_older_list(phone: Phone) -> None:
    first = phone.visit()
    publish(phone.host, NOTICE, sequence=5)
    second = phone.open("/b/")
    expect(second.locator("[data-banner='heard']")).to_have_count(0)
    phone.open("/", second)
    expect(second.get_by_text("second step is being checked")).to_be_visible()
    publish(phone.host, sequence=4)
    with first.expect_response("**/notices.json"):
        first.evaluate("window.dispatchEvent(new Event('online'))")
    expect(first.get_by_text("second step is being checked")).to_be_visible()
    phone.host.stop()
    first.reload()
    expect(first.get_by_text("second step is being checked")).to_be_visible()


@pytest.mark.parametrize("before, after", [([], [NOTICE]), ([NOTICE], [])])
def test_what_another_window_heard_counts_on_the_next_page_while_the_network_hangs(
    phone: Phone, before: list[object], after: list[object]
) -> None:
    first = phone.visit()
    publish(phone.host, *before)
    reload(phone, first)
    expect(first.locator("[data-banner^='notice-']")).to_have_count(len(before))
    publish(phone.host, *after, sequence=2)
    second = phone.open("/b/")
    reload(phone, second)
    let_go = threading.Event()
    phone.host.fail("/notices.json", held(let_go))
    first.evaluate("document.dispatchEvent(new CustomEvent('webref:page'))")  # as a tap does
    expect(first.locator("[data-banner^='notice-']")).to_have_count(len(after))
    let_go.set()


@pytest.mark.parametrize("fault", [portal, broken])
def test_a_network_that_keeps_the_list_back_is_told_once_the_server_answers(
    browser: Browser, host: FaultServer, fault: Callable[..., None]
) -> None:
    context = browser.new_context()
    context.clock.install(time="2026-11-23T12:00:00")
    phone = Phone(context, host)
    page = phone.visit()
    host.fail("/notices.json", fault)
    reload(phone, page)
    expect(page.locator("[data-banner='heard']")).to_have_count(0)
    context.clock.fast_forward(MINUTES_2)
    page.evaluate("import('/static/offline/server.js').then((it) => it.compare())")
    expect(page.get_by_text("Recalls not heard of since 23 November 2026")).to_be_visible()
    host.mend()
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("[data-banner='heard']")).to_have_count(0)


def test_a_list_past_its_last_day_is_told_offline_too(browser: Browser, host: FaultServer) -> None:
    context = browser.new_context()
    context.clock.set_fixed_time("2027-01-01T12:00:00")
    publish(host, until="2027-01-01")
    phone = Phone(context, host)
    page = phone.visit()
    expect(page.locator("[data-banner='heard']")).to_have_count(0)
    host.stop()
    page.reload()
    phone.wait_ready(page)
    expect(page.locator("[data-banner='heard']")).to_have_count(0)
    context.clock.set_fixed_time("2027-01-02T12:00:00")
    page.reload()
    expect(page.get_by_text("Recalls not heard of since 22 November 2026")).to_be_visible()
    expect(page.get_by_text("held until 1 January 2027")).to_be_visible()


def test_a_new_phone_that_no_list_reached_says_so_offline_too(phone: Phone) -> None:
    phone.host.fail("/notices.json", broken)
    page = phone.visit()
    expect(page.get_by_text("No list of recalls has reached this device.")).to_be_visible()
    phone.host.stop()
    phone.open("/calc/", page)
    expect(page.get_by_text("No list of recalls has reached this device.")).to_be_visible()


def test_a_device_that_cannot_keep_the_list_says_so(phone: Phone) -> None:
    phone.context.add_init_script(
        "const put = Cache.prototype.put; Cache.prototype.put = function (at, answer) {"
        " return at === '/notices.json'"
        " ? Promise.reject(new DOMException('', 'QuotaExceededError'))"
        " : put.call(this, at, answer); };"
    )
    page = phone.visit()
    expect(page.get_by_text("Recalls are not kept")).to_be_visible()


def test_the_offline_page_says_when_recalls_were_heard_of(phone: Phone) -> None:
    page = phone.visit()
    phone.open("/offline/", page)
    phone.wait_ready(page)
    expect(page.locator("[data-heard]")).to_contain_text("20")
    phone.host.fail("/notices.json", broken)
    page.get_by_role("button", name="Check the saved edition now").click()
    expect(page.get_by_text("Compared with the server, which gave no list")).to_be_visible()


def test_a_recall_is_remembered_by_a_browser_of_the_oldest_kind(phone: Phone) -> None:
    phone.context.add_init_script("delete Response.json")
    page = phone.visit()
    publish(phone.host, NOTICE)
    page.reload()
    expect(page.get_by_text("second step is being checked")).to_be_visible()
    phone.host.stop()
    page.reload()
    expect(page.get_by_text("second step is being checked")).to_be_visible()
