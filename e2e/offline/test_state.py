"""What a page says of its edition: age and clock; and what never comes from the phone."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, expect

from e2e.offline.browsers import OwnBrowser
from e2e.offline.faults import FaultServer, portal
from e2e.offline.phone import Phone
from e2e.offline.test_loss import delete_from_cache

Make = Callable[..., Path]


def test_live_addresses_are_answered_by_the_server_or_not_at_all(phone: Phone) -> None:
    page = phone.visit()
    for address in ("/search?q=x", "/tiny/calculators/tiny/result?a=1"):
        phone.open(address, page)
        expect(page.get_by_text("Live answer")).to_be_visible()
    phone.open("/", page)
    phone.wait_ready(page)
    phone.host.stop()
    for address in ("/search?q=x", "/tiny/calculators/tiny/result?a=1"):
        phone.says_not_saved(address)
    for address in ("/edition.json", "/sw.js", "/notices.json", "/healthz", "/search"):
        answered = page.evaluate(
            "(address) => fetch(address).then((it) => it.status, () => 'none')", address
        )
        assert answered == "none", address


SLOW_WORKER = """const post = ServiceWorker.prototype.postMessage;
ServiceWorker.prototype.postMessage = function (...said) {
  setTimeout(() => post.apply(this, said), 3000);
};"""


def test_what_was_saved_when_last_counted_is_said_until_the_worker_answers(phone: Phone) -> None:
    page = phone.visit()
    phone.context.add_init_script(SLOW_WORKER)
    badge = page.locator("[data-offline]").first
    page.reload()
    expect(badge).to_have_attribute("data-offline", "known", timeout=2000)
    expect(badge).to_have_text("Saved offline")
    phone.wait_ready(page)
    delete_from_cache(page, "/a/")
    phone.host.stop()
    page.reload()
    phone.wait_badge(page, "Incomplete: ")
    page.reload()
    expect(badge).to_have_attribute("data-offline", "unknown", timeout=2000)


def test_a_request_for_a_range_is_left_to_the_server(phone: Phone) -> None:
    page = phone.visit()
    ask = """() => fetch("/", { headers: { Range: "bytes=0-9" } })
      .then(() => "answered", () => "none")"""
    phone.host.stop()
    assert page.evaluate(ask) == "none"


def test_a_query_does_not_keep_a_saved_page_from_opening(phone: Phone) -> None:
    page = phone.visit()
    phone.host.asked.clear()
    phone.open("/calc/?stock=50&stock_unit=mcg%2FmL", page)
    assert phone.shown(page) == ("1", "1", "1")
    assert "/calc/" not in phone.host.asked
    phone.host.stop()
    phone.open("/calc/?x=1", page)
    assert phone.shown(page) == ("1", "1", "1")


def test_an_address_without_its_last_slash_finds_its_page(phone: Phone) -> None:
    page = phone.visit()
    phone.host.stop()
    phone.open("/calc?x=1", page)
    assert page.url == phone.host.url + "/calc/?x=1"


def test_a_saved_page_carries_the_headers_of_the_table(phone: Phone) -> None:
    page = phone.visit()
    phone.host.stop()
    answer = page.reload()
    assert answer is not None and answer.from_service_worker
    headers = answer.all_headers()
    assert headers["content-security-policy"].startswith("default-src 'self'")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-type"] == "text/html; charset=utf-8"


def test_pdfs_are_saved_only_when_asked_for_and_again_after_an_update(
    phone: Phone, edition: Make
) -> None:
    page = phone.visit()
    phone.open("/offline/", page)
    expect(page.locator("[data-pdf-count]")).to_have_text("0 of 2")
    assert "/one.pdf" not in phone.host.asked
    page.get_by_role("button", name="Save PDFs").click()
    expect(page.locator("[data-pdf-count]")).to_have_text("2 of 2")
    phone.host.folder = edition(2)
    assert phone.update(page)
    phone.open_offered(page)
    expect(page.locator("[data-pdf-count]")).to_have_text("2 of 2")
    phone.host.stop()
    size = page.evaluate("async () => (await (await fetch('/one.pdf')).arrayBuffer()).byteLength")
    assert size == (phone.host.folder / "one.pdf").stat().st_size


def test_the_offline_page_lists_what_is_saved(phone: Phone) -> None:
    page = phone.visit()
    count = phone.saves()
    phone.open("/offline/", page)
    phone.wait_ready(page)
    page.get_by_text("Files").click()
    expect(page.locator("[data-files] li")).to_have_count(count + 1)  # and their list
    expect(page.locator("[data-files]")).to_contain_text("/static/app.css")
    expect(page.locator("[data-checked]")).to_have_text(re.compile(r"\d{4}"))


def test_a_server_that_does_not_answer_is_no_check(phone: Phone) -> None:
    page = phone.visit()
    phone.open("/offline/", page)
    phone.wait_ready(page)
    phone.host.fail(".*", portal)
    before = page.evaluate("localStorage.getItem('webref-checked')")
    page.get_by_role("button", name="Check the saved edition now").click()
    expect(page.get_by_text("The server did not answer.")).to_be_visible()
    assert page.evaluate("localStorage.getItem('webref-checked')") == before
    phone.wait_ready(page)


def at(browser: Browser, host: FaultServer, day: str) -> Phone:
    """A phone whose pages believe that it is noon of a day."""
    context = browser.new_context()
    context.clock.set_fixed_time(f"{day}T12:00:00")
    return Phone(context, host)


def test_an_edition_past_its_review_date_says_so_offline_too(
    browser: Browser, host: FaultServer
) -> None:
    phone = at(browser, host, "2027-05-22")
    page = phone.visit()
    phone.host.stop()
    phone.open("/a/", page)
    expect(page.get_by_text("Past its review date")).to_be_visible()
    expect(page.get_by_text("Due on 22 May 2027.")).to_be_visible()
    phone.open("/offline/", page)
    expect(page.get_by_text("Past: every page")).to_be_visible()


def test_the_day_before_its_review_date_an_edition_is_not_due(
    browser: Browser, host: FaultServer
) -> None:
    phone = at(browser, host, "2027-05-21")
    page = phone.visit()
    expect(page.locator("[data-edition]")).to_contain_text("20 November 2026")
    expect(page.locator("[data-banner='due']")).to_have_count(0)
    phone.open("/offline/", page)
    expect(page.locator("[data-overdue]")).to_be_hidden()
    expect(page.locator("[data-banner='clock']")).to_have_count(0)


def test_a_clock_set_back_a_year_is_called_wrong(browser: Browser, host: FaultServer) -> None:
    phone = at(browser, host, "2025-11-22")
    page = phone.visit()
    expect(page.get_by_text("This device's clock is wrong")).to_be_visible()
    phone.host.stop()
    page.reload()
    expect(page.get_by_text("This device's clock is wrong")).to_be_visible()
    phone.is_whole(1)


def test_a_clock_set_back_behind_the_last_check_is_called_wrong(
    browser: Browser, host: FaultServer
) -> None:
    phone = at(browser, host, "2027-03-01")
    page = phone.visit()
    expect(page.locator("[data-banner='clock']")).to_have_count(0)
    phone.host.stop()
    phone.context.clock.set_fixed_time("2027-01-01T12:00:00")
    page.reload()
    expect(page.get_by_text("This device's clock is wrong")).to_be_visible()


def test_a_browser_that_keeps_nothing_is_told_apart(browser: Browser, host: FaultServer) -> None:
    context = browser.new_context(service_workers="block")
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    phone = Phone(context, host)
    page = phone.open()
    phone.wait_badge(page, r"Not saved here \(private window\)")
    assert phone.shown(page) == ("1", "1", "1")


def test_a_site_without_tls_says_why_it_saves_nothing(
    own_browser: OwnBrowser, host: FaultServer
) -> None:
    own_browser.arguments.append("--host-resolver-rules=MAP ward.example 127.0.0.1")
    phone = Phone(own_browser.start(), host)
    host.url = f"http://ward.example:{host.port}"
    page = phone.open()
    phone.wait_badge(page, r"Not saved here \(needs https\)")
    assert phone.shown(page) == ("1", "1", "1")
