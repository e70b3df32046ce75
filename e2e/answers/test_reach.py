"""An answer lies near its entries: every calculator's first worked example, on a small phone."""

from pathlib import Path

from playwright.sync_api import Page

from bench.hand.reach import MOST, calculators, reach

PACK = Path(__file__).parents[2] / "content/baclofen"


def test_no_answer_begins_further_down_than_a_short_scroll(page: Page, site_url: str) -> None:
    far = {}
    for name, (_, entries) in calculators(PACK).items():
        begins, *_ = reach(page, f"{site_url}/{PACK.name}/calculators/{name}/", entries)
        if begins > MOST:
            far[name] = begins
    assert far == {}
