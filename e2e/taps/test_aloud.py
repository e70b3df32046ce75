"""A card read aloud, one step at a time, with the server stopped."""

import re

import pytest
from playwright.sync_api import expect

from e2e.access.boxes import box_of
from e2e.taps.hand import Hand

WITHDRAWAL = "/baclofen/emergency/withdrawal/"
OVERDOSE = "/baclofen/emergency/overdose/"
SIZES = """() => [...document.querySelectorAll(".aloud-text, .aloud-text *")]
  .map((one) => parseFloat(getComputedStyle(one).fontSize))"""
WHOLE = """(step) => {
  const copy = document.querySelectorAll("main ol.steps > li")[step].cloneNode(true);
  for (const mark of copy.querySelectorAll(".mark")) mark.remove();
  return copy.textContent.trim();
}"""
# Ask for the screen as a browser that grants it, and count what is held.
AWAKE = """() => {
  globalThis.held = 0;
  const request = async () => { held += 1; return { release: async () => { held -= 1; } }; };
  Object.defineProperty(navigator, "wakeLock", { configurable: true, value: { request } });
}"""


@pytest.mark.parametrize("card", [WITHDRAWAL, OVERDOSE])
def test_a_card_is_read_step_by_step_and_next_never_ticks(hand: Hand, card: str) -> None:
    page = hand.page
    hand.open(card)
    page.evaluate(AWAKE)
    steps = page.locator("main ol.steps > li").count()
    page.locator(".aloud-open").click()
    expect(page.locator(".steps")).to_be_hidden()
    expect(page.locator(".aloud .note")).to_contain_text("no record")
    expect(page.locator(".aloud .note")).to_contain_text("The screen stays on")
    assert page.evaluate("held") == 1
    tick, further = page.locator("[data-aloud=tick]"), page.locator("[data-aloud=next]")
    for step in range(steps):
        expect(page.locator(".aloud-place")).to_have_text(f"Step {step + 1} of {steps}")
        assert page.locator(".aloud-text").text_content() == page.evaluate(WHOLE, step)
        assert min(page.evaluate(SIZES)) >= 28
        expect(tick).to_have_attribute("aria-pressed", "false")
        tools, dock = box_of(page.locator(".aloud-tools")), box_of(page.locator(".dock"))
        assert tools["y"] + tools["height"] <= dock["y"] + 0.5
        if step < steps - 1:
            further.click()
    expect(further).to_be_hidden()
    page.locator("[data-aloud=before]").click()
    tick.click()
    expect(tick).to_have_text(re.compile("^Ticked at [0-2][0-9]:[0-5][0-9]$"))
    expect(page.locator(".aloud-place")).to_have_text(f"Step {steps - 1} of {steps}")
    further.click()
    expect(tick).to_have_attribute("aria-pressed", "false")
    page.locator("[data-aloud=close]").click()
    expect(page.locator(".steps")).to_be_visible()
    expect(page.locator(".aloud")).to_have_count(0)
    expect(page.locator(".aloud-open")).to_be_focused()
    assert page.evaluate("held") == 0
    assert hand.is_marked()


def test_what_was_discarded_opens_at_step_1_and_says_that_ticks_are_lost(hand: Hand) -> None:
    page = hand.page
    hand.open(OVERDOSE)
    before = page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")
    page.locator(".aloud-open").click()
    page.locator("[data-aloud=next]").click()
    page.reload()
    expect(page.locator(".aloud-place")).to_have_text("Step 1 of 5")
    expect(page.locator(".aloud .check")).to_have_count(0)  # there was no tick to lose
    page.locator("[data-aloud=next]").click()
    page.locator("[data-aloud=tick]").click()
    expect(page.locator("[data-aloud=tick]")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })") == before
    page.reload()
    expect(page.locator(".aloud-place")).to_have_text("Step 1 of 5")
    expect(page.locator(".aloud .check")).to_contain_text("ticks made before are lost")
    expect(page.locator("[data-aloud=tick]")).to_have_attribute("aria-pressed", "false")
    hand.mark()
    hand.tap(".dock-emergency a >> nth=0")  # the other card stays one tap away
    expect(page.locator(".aloud")).to_have_count(0)
    hand.back(OVERDOSE)
    expect(page.locator(".aloud .check")).to_contain_text("ticks made before are lost")
    page.keyboard.press("Escape")
    expect(page.locator(".aloud")).to_have_count(0)


def test_the_oral_list_of_a_card_is_read_aloud_too(hand: Hand) -> None:
    hand.open(OVERDOSE)
    hand.page.locator(".prose [data-aloud=open]").click()
    expect(hand.page.locator(".aloud-place")).to_have_text("Step 1 of 5")
    hand.page.locator("[data-aloud=next]").click()
    expect(hand.page.locator(".aloud-text")).to_contain_text("Hospital at once, with the pack")
