"""Nothing on a page moves once it is painted: what scripts show has its room before."""

import pytest
from playwright.sync_api import Page, expect

SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 200);
})"""
MOST = 0.02  # the badge grows as files are counted, and the line above the dock appears


@pytest.mark.parametrize(
    "path",
    [
        "monograph/adverse-events-overview/",
        "protocols/pump-start/ca/",
        "calculators/concentration-change/",
        "emergency/overdose/",
    ],
)
def test_what_is_painted_stays_where_it_is(page: Page, site_url: str, path: str) -> None:
    page.goto(f"{site_url}/baclofen/{path}")
    if page.locator("#calculator").count():
        expect(page.locator("#calculator[data-answering]")).to_be_attached()
    page.wait_for_timeout(500)
    assert page.evaluate(SHIFTS) < MOST
