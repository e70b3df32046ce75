"""The foot of a page: the answer at a glance, the emergency cards and the places, as one block."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.access.boxes import box_of

LONG = "/baclofen/calculators/titration/"  # its answer is out of view at first


def test_an_answer_out_of_view_is_repeated_above_the_dock(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/baclofen/calculators/pump-rate/")
    for name, value, unit in (("dose", "300", "mcg/day"), ("concentration", "0.5", "mg/mL")):
        page.locator(f"#in-{name}").fill(value)
        page.locator(f"input[name={name}_unit][value='{unit}']").check(force=True)
    expect(page.locator("#answer .quantity-read")).to_have_text("0.6\u00a0mL/day")
    expect(page.locator("#glance b")).to_have_text("0.6\u00a0mL/day")
    expect(page.locator("#glance")).to_be_visible()
    expect(page.locator("#glance")).to_have_text(re.compile("Flow, "))
    page.locator("#glance").click()
    expect(page.locator("#answer .quantity-read")).to_be_in_viewport(ratio=1)
    expect(page.locator("#glance")).to_be_hidden()


def test_the_line_above_the_dock_leads_to_the_entry_that_comes_next(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + LONG)
    glance = page.locator("#glance")
    expect(glance).to_have_text("Next entry: Label")
    glance.click()
    expect(page.locator("input[name=label]").first).to_be_focused()
    page.locator("#in-current").fill(".5")
    expect(glance).to_have_text(re.compile("No answer yet. Check this entry: "))


# Text size in pixels, width of the screen in pixels; the highest dock is that of the largest type.
@pytest.mark.parametrize(
    "size", [16, 32, *(pytest.param(size, marks=pytest.mark.nightly) for size in (20, 24))]
)
def test_the_line_above_the_dock_and_the_dock_are_one_block(
    browser: Browser, browser_context_args: dict[str, Any], site_url: str, size: int
) -> None:
    for width in (240, 320, 360, 412):
        context = browser.new_context(
            **{
                **browser_context_args,
                "viewport": {"width": width, "height": 640},
            }
        )
        page = context.new_page()
        page.goto(site_url + LONG)
        # As a reader sets it, so that the bounds of the style sheets, told in em, move along.
        sizes = {"standard": size, "fixed": size}
        context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})
        expect(page.locator("#glance")).to_be_visible()
        glance = box_of(page.locator("#glance"))
        emergency = box_of(page.locator(".dock-emergency"))
        assert abs(glance["y"] + glance["height"] - emergency["y"]) <= 1, (size, width)
        assert emergency["y"] + emergency["height"] <= 640, (size, width)
        # What is focused last stands above all of it.
        page.locator("#in-current").focus()
        field = box_of(page.locator("#in-current"))
        assert field["y"] + field["height"] <= glance["y"], (size, width)
        context.close()


# An iPhone's keyboard covers the page's foot and leaves the page as high as it was.
KEYBOARD = """(height) => {
  Object.defineProperty(visualViewport, "height", { value: innerHeight - height });
  visualViewport.dispatchEvent(new Event("resize"));
}"""


def test_the_answer_and_the_cards_stay_above_an_iphone_s_keyboard(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + LONG)
    expect(page.locator("#glance")).to_be_visible()
    page.evaluate(KEYBOARD, 260)
    held = box_of(page.locator(".dock-held"))
    assert abs(held["y"] + held["height"] - (640 - 260)) <= 1


def test_the_cards_are_one_tap_away_while_searching(page: Page, site_url: str) -> None:
    page.goto(site_url)
    expect(page.locator("#search[data-answering]")).to_be_attached()
    page.locator("#q").fill("dose")
    expect(page.locator("#hits .hits")).to_be_visible()
    for down in (0, 400):
        page.evaluate(f"scrollTo(0, {down})")
        for card in page.locator(".emergency a").all():
            expect(card).to_be_in_viewport(ratio=0.95)


def test_every_step_of_a_card_stands_above_the_dock(page: Page, site_url: str) -> None:
    for card in ("withdrawal", "overdose"):
        page.goto(f"{site_url}/baclofen/emergency/{card}/")
        expect(page.locator(".unchecked")).to_be_in_viewport(ratio=1)
        dock = box_of(page.locator(".dock"))
        last = box_of(page.locator(".steps > li").last)
        assert last["y"] + last["height"] <= dock["y"], card


def test_a_card_is_one_tap_from_anywhere_and_marked_where_one_is(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/baclofen/monograph/dilution/")
    page.locator(".dock-emergency a").first.tap()
    expect(page).to_have_url(f"{site_url}/baclofen/emergency/withdrawal/")
    expect(page.locator(".dock-emergency [aria-current=page]")).to_have_count(1)
