"""A second check with another kind of drug: no label, a whole number, drops to be counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from e2e.answers.filling import choose, main_figure, opened
from e2e.offline.faults import FaultServer
from e2e.offline.phone import Phone
from e2e.second.hand import DEVICE, ONE, TWO, check, compare, panel, tap, words
from e2e.signing.editions import write_edition
from tests.archetypes.packs import archetype

DROPS = "/exampdrip/calculators/drops/"


@pytest.fixture
def host(tmp_path: Path) -> Iterator[FaultServer]:
    """A host of the invented drug's edition."""
    with FaultServer(write_edition(archetype("exampdrip"), tmp_path / "edition", None)) as server:
        yield server


def enter(page: Page, hours: str, unit: str = "h", drops: str = "20") -> None:
    """Fill in the calculator; 8 h come to 42 drops a minute."""
    choose(page, "duration_unit", unit)
    for name, text in (("volume", "1000"), ("duration", hours), ("drops", drops)):
        page.locator(f"#in-{name}").fill(text)


def test_another_kind_of_drug_is_checked_in_each_way(
    phone: Phone, page: Page, host: FaultServer
) -> None:
    phone.open("/offline/", page)
    phone.wait_ready(page)
    host.stop()
    opened(page, host.url + DROPS)
    enter(page, "8")
    expect(main_figure(page)).to_have_text("42")
    check(page, ONE)
    expect(page.locator("#in-duration")).to_have_value("")
    enter(page, "480", "min")
    compare(page)
    expect(panel(page).locator("h2")).to_have_text("The two agree")
    expect(panel(page)).to_contain_text("Drops per minute, no label chosen.")
    expect(panel(page)).to_contain_text("Time to run: 8\u00a0h and 480\u00a0min are the same.")
    tap(page, "End the check")
    check(page, TWO)
    heard = words(page)
    tap(page, "The same four words")
    expect(main_figure(page)).to_have_text("42")
    tap(page, "End the check")
    check(page, DEVICE)
    page.locator("#device-per_minute").fill("42")
    page.locator("#device-flow").fill("12.5")
    tap(page, "Compare")
    expect(panel(page).locator("h2")).to_have_text("The device shows something else")
    expect(panel(page)).to_contain_text("What was worked out is ten times as much.")
    tap(page, "Begin anew")
    enter(page, "8", drops="60")
    tap(page, "Done: check it again")
    tap(page, TWO)
    assert words(page) != heard
