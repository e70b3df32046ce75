"""Thumb and keyboard: targets, focus, reflow, large type, and use without scripts."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.access.pages import PAGES
from webref.dosing.words import say

SMALL_TARGETS = """() => {
  const targets = "nav a, .keys a, .hits a, .go, .button, .pin, summary, .choice label, .preset, "
    + ".chips label, .field, .turn a, .emergency a, .top a, .answer, .ticks label";
  return [...document.querySelectorAll(targets)]
    .filter((one) => !one.closest("details:not([open]) > :not(summary)"))
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
    .map(([one, box]) => `${one.className} ${box.width} x ${box.height}: ${one.textContent}`);
}"""
PARTED_TAGS = """() => {
  const range = document.createRange();
  return [...document.querySelectorAll("main .tag")]
    .filter((tag) => tag.nextSibling?.nodeValue?.startsWith("\u00a0"))
    .filter((tag) => {
      range.selectNode(tag.nextSibling);
      range.setStart(tag.nextSibling, 1);
      const next = tag.nextSibling.length > 1 ? range : tag.nextElementSibling;
      const [box, after] = [tag.getBoundingClientRect(), next.getClientRects()[0]];
      return after && (after.top >= box.bottom || after.bottom <= box.top);
    })
    .map((tag) => tag.parentElement.textContent);
}"""
COVERED_MARKS = """() => [...document.querySelectorAll("main .mark")]
  .filter((mark) => mark.checkVisibility())
  .filter((mark) => {
    mark.scrollIntoView({ block: "center" });
    const box = mark.getBoundingClientRect();
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return hit !== mark;
  })
  .map((mark) => `${mark.textContent}: ${mark.parentElement.textContent}`)"""


@pytest.mark.parametrize(
    "width", [320, *(pytest.param(width, marks=pytest.mark.nightly) for width in (360, 412))]
)
def test_a_tag_never_parts_from_its_figure(
    browser: Browser, browser_context_args: dict[str, Any], site_url: str, width: int
) -> None:
    viewport = {"width": width, "height": 640}
    context = browser.new_context(**{**browser_context_args, "viewport": viewport})
    page = context.new_page()
    for path in PAGES:
        page.goto(site_url + path)
        assert page.evaluate(PARTED_TAGS) == [], path
    context.close()


def test_every_target_is_a_finger_wide_and_no_mark_lies_under_another(
    page: Page, site_url: str
) -> None:
    found = {}
    for path in PAGES:
        page.goto(site_url + path)
        found[path] = page.evaluate(SMALL_TARGETS) + page.evaluate(COVERED_MARKS)
    assert {path: those for path, those in found.items() if those} == {}


def test_a_date_stands_whole_in_its_answer(
    browser: Browser, browser_context_args: dict[str, Any], site_url: str
) -> None:
    for width in (320, 360):
        viewport = {"width": width, "height": 640}
        context = browser.new_context(**{**browser_context_args, "viewport": viewport})
        page = context.new_page()
        page.goto(f"{site_url}/baclofen/calculators/oral-taper/")
        page.locator("#in-current").fill("60")
        page.locator("#in-duration").fill("2")
        page.locator("input[name=duration_unit][value=weeks]").check(force=True)
        page.locator("#in-piece").fill("5")
        page.locator("#in-begin").fill("2026-11-22")
        expect(page.locator("#answer-nothing_from .quantity")).to_have_text("Sun 6 Dec 2026")
        # In one look, since an answer may be made anew while it is looked at.
        outside = page.evaluate(
            """() => [...document.querySelectorAll("#answer .readout .quantity")].map((figure) => (
              figure.getBoundingClientRect().right
                > figure.closest(".readout").getBoundingClientRect().right))"""
        )
        assert outside and not any(outside)
        context.close()


def test_keys_alone_reach_the_content_and_a_source_and_back(page: Page, site_url: str) -> None:
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


# Text that its own box, or one around it, cuts off.
CUT_OFF = """() => [...document.querySelectorAll("main *, .dock *, .top *")].filter((one) => {
  if (one.closest("[hidden], .hidden, svg, thead, .wide-table") || !one.clientWidth) return false;
  return getComputedStyle(one).overflowX === "hidden"
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map((one) => `${one.className}: ${one.textContent.trim().slice(0, 60)}`)"""
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""


@pytest.mark.parametrize(
    ("width", "style"), [(320, SPACED), (180, "p { }")], ids=["wide spacing", "200% text"]
)
def test_no_text_is_cut_off(
    browser: Browser, browser_context_args: dict[str, Any], site_url: str, width: int, style: str
) -> None:
    viewport = {"width": width, "height": 640}
    context = browser.new_context(
        **{**browser_context_args, "viewport": viewport, "bypass_csp": True}
    )
    page = context.new_page()
    for path in [*PAGES, "/baclofen/appraisal/", "/baclofen/refusals/"]:
        page.goto(site_url + path)
        page.add_style_tag(content=style)
        assert page.evaluate(CUT_OFF) == [], path
    context.close()


def test_focus_is_seen(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/baclofen/calculators/dilution/")
    page.locator("#in-stock").focus()
    page.keyboard.press("Tab")
    style = "getComputedStyle(document.activeElement.nextElementSibling).outlineStyle"
    assert page.evaluate(style) == "solid"


@pytest.fixture
def plain(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """A phone without scripts."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_scripts_a_form_is_answered_by_the_server(plain: Page, site_url: str) -> None:
    plain.goto(f"{site_url}/baclofen/calculators/test-dose-volume/")
    plain.locator("input[name=label][value=us]").check(force=True)
    plain.locator("#in-dose").fill("75")
    plain.locator("input[name=dose_unit][value=mcg]").check(force=True)
    plain.locator("form#calculator button.button").click()
    expect(plain.locator("#answer .quantity-read").first).to_have_text("1.5\u00a0mL")
    expect(plain.locator("#in-dose")).to_have_value("75")


def test_without_scripts_a_refusal_stands_by_its_field_and_the_answer_comes_first(
    plain: Page, site_url: str
) -> None:
    plain.goto(f"{site_url}/baclofen/calculators/test-dose-volume/")
    plain.locator("input[name=label][value=us]").check(force=True)
    plain.locator("#in-dose").fill(".5")
    plain.locator("input[name=dose_unit][value=mcg]").check(force=True)
    plain.locator("form#calculator button.button").click()
    expect(plain.locator("#answer")).to_be_focused()
    field = plain.locator("#in-dose")
    refusal = say("number.point-first")
    expect(field).to_have_accessible_description(refusal)
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(plain.locator("#note-dose")).to_be_visible()
    plain.locator("#answer").get_by_role("link", name="Test dose").click()
    expect(field).to_be_focused()


def test_without_scripts_search_has_a_page(plain: Page, site_url: str) -> None:
    plain.goto(site_url)
    plain.locator("#q").fill("withdrawl")
    plain.locator("#q").press("Enter")
    expect(plain.locator(".found")).to_contain_text("Showing withdrawal")
    expect(plain.locator(".hits li").first).to_contain_text("Emergency card")


def test_without_scripts_tables_stand_whole_and_choosers_are_absent(
    plain: Page, site_url: str
) -> None:
    for path, rows in (("interactions", 20), ("events", 17), ("compare", 5)):
        plain.goto(f"{site_url}/baclofen/{path}/")
        expect(plain.locator(".chooser")).to_be_hidden()
        assert plain.locator(f"#{path} tbody tr:visible").count() >= rows


def test_without_scripts_a_source_opens(plain: Page, site_url: str) -> None:
    plain.goto(f"{site_url}/baclofen/monograph/screening/")
    plain.locator(".mark").first.click()
    expect(plain.locator("#source-1 .source-close")).to_be_visible()
