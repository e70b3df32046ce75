"""Thumb and keyboard: targets, focus, reflow, large type, and use without scripts."""

import pytest
from playwright.sync_api import Browser, Page, expect

WIDE_ENOUGH = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
SMALL_TARGETS = """() => {
  const targets = "nav a, .keys a, .hits a, .go, .button, .pin, summary, .choice label, .preset, "
    + ".chips label, .field, .turn a, .emergency a, .top a, .answer, .ticks label";
  return [...document.querySelectorAll(targets)]
    .filter((one) => !one.closest("details:not([open]) > :not(summary)"))
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
    .map(([one, box]) => `${one.className} ${box.width} x ${box.height}: ${one.textContent}`);
}"""
PAGES = [
    "/",
    "/offline/",
    "/baclofen/emergency/withdrawal/",
    "/baclofen/calculators/titration/",
    "/baclofen/protocols/screening/us/",
    "/baclofen/monograph/screening/",
    "/baclofen/monograph/renal/",
    "/baclofen/differences/",
    "/baclofen/interactions/",
    "/baclofen/events/",
    "/baclofen/compare/",
    "/baclofen/sources/",
]


@pytest.mark.parametrize("width", [320, 180], ids=["320px", "200% text on a phone"])
def test_no_page_scrolls_sideways(browser: Browser, browser_context_args, site_url, width):
    viewport = {"width": width, "height": 640}
    context = browser.new_context(**{**browser_context_args, "viewport": viewport})
    page = context.new_page()
    for path in PAGES:
        page.goto(site_url + path)
        assert page.evaluate(WIDE_ENOUGH), path
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_every_target_is_a_finger_wide(page: Page, site_url, path):
    page.goto(site_url + path)
    small = page.evaluate(SMALL_TARGETS)
    assert small == []


def test_the_first_actions_of_a_card_stand_above_the_dock(page: Page, site_url):
    for card in ("withdrawal", "overdose"):
        page.goto(f"{site_url}/baclofen/emergency/{card}/")
        dock = page.locator(".dock").bounding_box()
        for step in range(3):
            box = page.locator(".steps > li").nth(step).bounding_box()
            assert box["y"] + box["height"] <= dock["y"]


def test_a_card_is_one_tap_from_anywhere_and_marked_where_one_is(page: Page, site_url):
    page.goto(f"{site_url}/baclofen/monograph/dilution/")
    page.locator(".dock-emergency a").first.tap()
    expect(page).to_have_url(f"{site_url}/baclofen/emergency/withdrawal/")
    expect(page.locator(".dock-emergency [aria-current=page]")).to_have_count(1)


def test_keys_alone_reach_the_content_and_a_source_and_back(page: Page, site_url):
    page.goto(f"{site_url}/baclofen/monograph/screening/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    mark = page.locator(".mark").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#source-1")).to_be_visible()
    page.keyboard.press("Escape")
    expect(mark).to_be_focused()


def test_focus_is_seen(page: Page, site_url):
    page.goto(f"{site_url}/baclofen/calculators/dilution/")
    page.locator("#in-stock").focus()
    page.keyboard.press("Tab")
    style = "getComputedStyle(document.activeElement.nextElementSibling).outlineStyle"
    assert page.evaluate(style) == "solid"


@pytest.fixture
def plain(browser: Browser, browser_context_args) -> Page:
    """A phone without scripts."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_scripts_a_form_is_answered_by_the_server(plain, site_url):
    plain.goto(f"{site_url}/baclofen/calculators/test-dose-volume/")
    plain.locator("input[name=label][value=us]").check(force=True)
    plain.locator("#in-dose").fill("75")
    plain.locator("input[name=dose_unit][value=mcg]").check(force=True)
    plain.locator("form#calculator button.button").click()
    expect(plain.locator("#answer .quantity-read").first).to_have_text("1.5\u00a0mL")
    expect(plain.locator("#in-dose")).to_have_value("75")


def test_without_scripts_search_has_a_page(plain, site_url):
    plain.goto(site_url)
    plain.locator("#q").fill("withdrawl")
    plain.locator("#q").press("Enter")
    expect(plain.locator(".found")).to_contain_text("Showing withdrawal")
    expect(plain.locator(".hits li").first).to_contain_text("Emergency card")


def test_without_scripts_tables_stand_whole_and_choosers_are_absent(plain, site_url):
    for path, rows in (("interactions", 20), ("events", 17), ("compare", 5)):
        plain.goto(f"{site_url}/baclofen/{path}/")
        expect(plain.locator(".chooser")).to_be_hidden()
        assert plain.locator(f"#{path} tbody tr:visible").count() >= rows


def test_without_scripts_a_source_opens(plain, site_url):
    plain.goto(f"{site_url}/baclofen/monograph/screening/")
    plain.locator(".mark").first.click()
    expect(plain.locator("#source-1 .source-close")).to_be_visible()
