"""A second check as two people do it."""

from playwright.sync_api import Locator, Page, expect

from e2e.answers.filling import fill, main_figure

BEGIN = "Second check by another person"
ONE, TWO, DEVICE = "On this phone", "On two phones", "Against the device"
ANSWER = "8\u00a0mL"


def panel(page: Page) -> Locator:
    """What the check says."""
    return page.locator(".second")


def heard(page: Page) -> Locator:
    """What a screen reader is told of it."""
    return page.locator(".second + [role=status]")


def tap(page: Page, name: str) -> None:
    """Tap a button by its name."""
    page.get_by_role("button", name=name, exact=True).first.click()


def begin(page: Page, way: str) -> None:
    """The first person has an answer, and begins a check."""
    fill(page)
    expect(main_figure(page)).to_have_text(ANSWER)
    check(page, way)


def check(page: Page, way: str) -> None:
    """Begin a check of the answer that stands."""
    tap(page, BEGIN)
    expect(panel(page).locator("h2")).to_be_focused()
    tap(page, way)


def compare(page: Page) -> None:
    """Have the two compared, as soon as the second answer stands."""
    expect(page.locator("#answer .pair-value, #answer .check-stop").first).to_be_visible()
    tap(page, "Compare")


def words(page: Page) -> list[str]:
    """The four words that a phone shows."""
    expect(page.locator(".second-words b")).to_have_count(4)
    return page.locator(".second-words b").all_inner_texts()
