"""Focus by keyboard: always seen, and whole above the line that repeats the answer."""

import pytest
from playwright.sync_api import Page, expect

from e2e.night import members

# Of nine points of what is focused, how many are in view and uncovered; none without a ring.
FOCUS = """() => {
  const focused = document.activeElement;
  if (focused === document.body) return null;
  const bare = getComputedStyle(focused).opacity === "0" ? focused.nextElementSibling : focused;
  const box = bare.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((down) => [0.1, 0.5, 0.9].map((across) =>
    document.elementFromPoint(box.x + box.width * across, box.y + box.height * down)));
  const seen = points.filter((top) => top && (bare.contains(top) || focused.contains(top)));
  const ringed = getComputedStyle(bare).outlineStyle === "solid";
  return [ringed ? seen.length : 0, focused.outerHTML.slice(0, 120)];
}"""


def dimly_focused(page: Page, keys: list[str], least: int) -> list[str]:
    """What is focused, key by key, with fewer than so many of its points to be seen."""
    found = []
    for key in keys:
        page.keyboard.press(key)
        found.append(page.evaluate(FOCUS))
    return [focused for seen, focused in filter(None, found) if seen < least]


FOCUSED = (
    "/",
    "/baclofen/emergency/overdose/",
    "/baclofen/calculators/screening-times/",
    "/baclofen/protocols/screening/us/",
    "/baclofen/interactions/",
)
WAYS = ((320, "Tab"), (640, "Shift+Tab"), (320, "Shift+Tab"), (640, "Tab"))


@pytest.mark.parametrize(
    ("path", "height", "key"),
    members(
        {f"{path} {height} {key}": (path, height, key) for path in FOCUSED for height, key in WAYS},
        # Each page forwards in the low view, and one of the longest backwards in the tall one.
        (*(f"{path} 320 Tab" for path in FOCUSED), f"{FOCUSED[3]} 640 Shift+Tab"),
    ),
)
def test_the_focus_is_always_seen(
    page: Page, site_url: str, path: str, height: int, key: str
) -> None:
    page.set_viewport_size({"width": 360, "height": height})
    page.goto(site_url + path)
    assert dimly_focused(page, [key] * 60, least=1) == []


# At each height the edge of the view falls on other fields.
@pytest.mark.parametrize(
    "heights", [(640, 620), pytest.param((630, 610), marks=pytest.mark.nightly)], ids=str
)
def test_the_focus_is_seen_whole_above_the_answer_at_a_glance(
    page: Page, site_url: str, heights: tuple[int, ...]
) -> None:
    page.goto(f"{site_url}/baclofen/calculators/titration/")
    expect(page.locator("#calculator[data-answering]")).to_be_attached()
    page.locator("[data-more] summary").click()
    for choice in page.locator("#calculator .choice").all():
        choice.locator("input").first.check(force=True)
    for field in page.locator("#calculator .field:visible").all():
        field.fill("50")
    fields = page.locator("#calculator .choice:visible, #calculator .field:visible").count()
    for height in heights:
        page.set_viewport_size({"width": 360, "height": height})
        page.evaluate("scrollTo(0, 0)")
        page.locator("input[name=label]").first.focus()
        expect(page.locator("#glance")).to_be_visible()
        assert dimly_focused(page, ["Tab"] * fields, least=9) == []
