"""An answer is handed on as data: nothing is read back from what is shown."""

from playwright.sync_api import Page, Route, expect

from e2e.answers.filling import DILUTION, fill, opened

PLAN = (
    "/baclofen/calculators/titration-plan/result?label=us&population=adult&origin=spinal"
    "&pump=programmable&current=100&current_unit=mcg/day&step=10&step_unit=%25&count=3"
)
# What is drawn of each row, in pixels, beside the dose that the row prints.
BARS = """() => [...document.querySelectorAll("#answer tr.charted")].map((row) => [
  row.querySelector("rect").getBoundingClientRect().width,
  Number.parseFloat(row.querySelector("td").textContent.match(/[0-9][0-9.]*/)[0]),
])"""


def test_what_is_said_noted_and_copied_is_not_read_back_from_the_page(
    page: Page, site_url: str
) -> None:
    def without_classes(route: Route) -> None:
        head, mark, rest = route.fetch().text().partition('id="answer-template">')
        assert mark
        body = head + mark + rest.replace(" class=", " data-was=")
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    page.route(f"**{DILUTION}", without_classes)
    opened(page, site_url + DILUTION)
    fill(page)
    expect(page.locator("#answer-said")).to_contain_text("8\u00a0mL")
    expect(page.locator("#note-stock")).to_have_text("0.5\u00a0mg/mL = 500\u00a0mcg/mL")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error()); }")
    page.locator("[data-action=copy]").click()
    expect(page.locator("[data-copied]")).to_contain_text("Stock: 0.5 mg/mL")
    page.locator("#in-stock").fill(".5")
    expect(page.locator("#answer-said")).to_contain_text("No answer. Stock: A zero belongs")


def test_bars_are_drawn_as_long_as_their_figures_are_large(page: Page, site_url: str) -> None:
    for width in (360, 800):
        page.set_viewport_size({"width": width, "height": 640})
        page.goto(site_url + PLAN)
        drawn = page.evaluate(BARS)
        assert len({dose for _, dose in drawn}) > 2
        longest, most = max(drawn, key=lambda one: one[1])
        for bar, dose in drawn:
            assert abs(bar - longest * dose / most) < 0.2, drawn
