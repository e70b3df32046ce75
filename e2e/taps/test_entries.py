"""What is typed stays with its page; a calculator that a tap opens answers as any other."""

import re

from playwright.sync_api import Page, expect

from e2e.answers.filling import answer, choose, fill, main_figure, unfold, watched
from e2e.taps.hand import CALCULATE, Hand
from e2e.waiting import until

LIST = "/baclofen/calculators/"
DILUTION = "/baclofen/calculators/dilution/"
FILLED = (
    "[...document.querySelectorAll('#calculator input')].map((one) => [one.value, one.checked])"
)


def ready(page: Page) -> None:
    """Wait until the form is answered here."""
    expect(page.locator("#calculator[data-answering]")).to_be_attached()
    unfold(page)


def test_a_calculator_that_a_tap_opens_answers_and_asks_nobody(hand: Hand) -> None:
    hand.open(LIST)
    hand.tap(f"main a[href='{DILUTION}']")
    ready(hand.page)
    asked = watched(hand.page)
    fill(hand.page)
    expect(main_figure(hand.page)).to_have_text("8\u00a0mL")
    hand.page.locator("#in-volume").fill("10")
    expect(main_figure(hand.page)).to_have_text("4\u00a0mL")
    assert not [url for url in asked if "stock" in url]
    assert hand.is_marked()


def test_the_code_of_a_calculator_is_at_hand_before_one_is_tapped(hand: Hand) -> None:
    hand.open(LIST)
    expect(hand.page.locator("script[src*=fraction]")).to_be_attached(timeout=10_000)
    until(
        hand.page,
        """(names) => names.every((name) => performance.getEntriesByType("resource")
          .some((one) => one.name.endsWith(`/answers/${name}.js`) && one.responseEnd > 0))""",
        arg=["functions", "spelling", "function_table", "roots", "conversion"],
    )
    hand.page.wait_for_load_state("networkidle")
    asked = watched(hand.page)
    hand.tap(f"main a[href='{DILUTION}']")
    ready(hand.page)
    assert not [url for url in asked if url.endswith(".js") and "/static/" in url]


def test_nothing_that_was_entered_survives_a_tap(hand: Hand) -> None:
    hand.open(DILUTION)
    ready(hand.page)
    choose(hand.page, "label", "us")
    blank = hand.page.evaluate(FILLED)
    fill(hand.page)
    expect(main_figure(hand.page)).to_have_text("8\u00a0mL")
    hand.tap(CALCULATE)
    hand.tap(f"main a[href='{DILUTION}']")
    ready(hand.page)
    assert hand.page.evaluate(FILLED) == blank  # the label is remembered
    expect(answer(hand.page)).to_contain_text("Stock is not entered yet")


def left_and_come_back(hand: Hand) -> None:
    """Fill in a dilution, tap to another page, and go Back."""
    hand.open(DILUTION)
    ready(hand.page)
    fill(hand.page)
    expect(main_figure(hand.page)).to_have_text("8\u00a0mL")
    hand.tap(CALCULATE)
    hand.back(DILUTION)
    ready(hand.page)
    expect(hand.page.locator("#calculator.is-held")).to_be_attached()


def test_entries_come_back_with_their_time_and_count_once_they_are_taken(hand: Hand) -> None:
    hand.page.clock.set_fixed_time("2026-11-29T09:30:00")
    left_and_come_back(hand)
    expect(hand.page.locator("#in-stock")).to_have_value("0.5")
    expect(answer(hand.page)).to_contain_text("Entries of 09:30")
    expect(answer(hand.page)).not_to_contain_text("8\u00a0mL")
    hand.page.locator("#in-volume").fill("10")
    expect(answer(hand.page)).to_contain_text("Entries of 09:30")
    expect(hand.page.locator("[data-action=worksheet]")).not_to_have_attribute(
        "href", re.compile("stock")
    )
    hand.page.get_by_role("button", name="Same patient: use these").click()
    expect(main_figure(hand.page)).to_have_text("4\u00a0mL")
    expect(hand.page.locator("#calculator.is-held")).to_have_count(0)


def is_blank(hand: Hand) -> None:
    """The form is empty, but for the label that is remembered."""
    ready(hand.page)
    expect(hand.page.locator("#in-stock")).to_have_value("")
    expect(answer(hand.page)).to_contain_text("Stock is not entered yet")
    expect(hand.page.locator("#calculator.is-held")).to_have_count(0)
    assert (
        hand.page.evaluate("document.querySelectorAll('[name$=_unit][type=radio]:checked').length")
        == 0
    )


def test_entries_of_another_patient_are_cleared_for_good(hand: Hand) -> None:
    left_and_come_back(hand)
    hand.page.get_by_role("button", name="Another patient: clear").click()
    is_blank(hand)
    hand.tap(CALCULATE)
    hand.back(DILUTION)
    is_blank(hand)


def test_entries_come_back_to_their_own_visit_alone(hand: Hand) -> None:
    left_and_come_back(hand)
    hand.tap(CALCULATE)
    hand.tap(f"main a[href='{DILUTION}']")
    is_blank(hand)  # opened anew
    hand.back(LIST)
    hand.back(DILUTION)
    ready(hand.page)
    expect(answer(hand.page)).to_contain_text("Entries of")
    hand.page.reload()
    is_blank(hand)
    kept = hand.page.evaluate("JSON.stringify([localStorage, sessionStorage, history.state])")
    assert "stock" not in kept


def test_entries_are_forgotten_after_a_quarter_of_an_hour(hand: Hand) -> None:
    hand.page.clock.install(time="2026-11-29T09:30:00")
    hand.open(DILUTION)
    ready(hand.page)
    fill(hand.page)
    expect(main_figure(hand.page)).to_have_text("8\u00a0mL")
    hand.tap(CALCULATE)
    hand.page.clock.fast_forward(15 * 60 * 1000)
    hand.back(DILUTION)
    is_blank(hand)


def test_what_a_page_had_running_ends_with_it(hand: Hand) -> None:
    hand.open(DILUTION)
    ready(hand.page)
    fill(hand.page)
    hand.page.evaluate(
        """() => { window.old = document.querySelector("#calculator");
          window.asked = 0;
          old.addEventListener("webref:answer", () => { asked += 1; }); }"""
    )
    hand.tap(CALCULATE)
    hand.page.evaluate(
        """() => { document.dispatchEvent(new CustomEvent("webref:notices"));
          document.dispatchEvent(new Event("visibilitychange")); }"""
    )
    assert hand.page.evaluate("asked") == 0
    expect(hand.page.locator("#glance")).to_have_count(0)


def test_search_answers_on_a_page_that_a_tap_opened(hand: Hand) -> None:
    hand.open(LIST)
    hand.tap('.dock-places a[href="/"]')
    expect(hand.page.locator("#search[data-answering]")).to_be_attached()
    hand.page.locator("#q").fill("storage")
    hit = hand.page.locator("#hits a").first
    expect(hit).to_be_visible()
    hand.tap(hit)
    assert hand.is_marked()
