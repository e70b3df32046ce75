"""What is typed stays with its page; a calculator that a tap opens answers as any other."""

from playwright.sync_api import Page, expect

from e2e.answers.filling import answer, choose, fill, main_figure, unfold, watched
from e2e.taps.hand import CALCULATE, Hand

LIST = "/baclofen/calculators/"
DILUTION = "/baclofen/calculators/dilution/"
FILLED = (
    "[...document.querySelectorAll('#calculator input')].map((one) => [one.value, one.checked])"
)


def ready(page: Page) -> None:
    """Wait until the form is answered here."""
    expect(page.locator("#calculator[data-htmx-powered]")).to_be_attached()
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


def test_back_leaves_no_answer_without_its_entries(hand: Hand) -> None:
    hand.open(DILUTION)
    ready(hand.page)
    fill(hand.page)
    expect(main_figure(hand.page)).to_have_text("8\u00a0mL")
    hand.tap(CALCULATE)
    hand.back(DILUTION)
    ready(hand.page)
    expect(answer(hand.page)).to_contain_text("Stock is not entered yet")
    expect(hand.page.locator("#in-stock")).to_have_value("")


def test_what_a_page_had_running_ends_with_it(hand: Hand) -> None:
    hand.open(DILUTION)
    ready(hand.page)
    fill(hand.page)
    hand.page.evaluate(
        """() => { window.old = document.querySelector("#calculator");
          window.asked = 0;
          old.addEventListener("htmx:config:request", () => { asked += 1; }); }"""
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
    expect(hand.page.locator("#search[data-htmx-powered]")).to_be_attached()
    hand.page.locator("#q").fill("storage")
    hit = hand.page.locator("#hits a").first
    expect(hit).to_be_visible()
    hand.tap(hit)
    assert hand.is_marked()
