"""What holds everywhere, in Chromium."""

import pytest
from playwright.sync_api import Page

from e2e.back.hand import ChromiumHand
from e2e.engines import checks
from e2e.offline.faults import FaultServer
from webref.content.site import Site


@pytest.fixture
def hand(page: Page) -> ChromiumHand:
    """A reader at a phone of the size that every engine is tried at."""
    width, height = checks.SCREEN
    page.set_viewport_size({"width": width, "height": height})
    return ChromiumHand(page)


def test_everything_stands_where_it_should(hand: ChromiumHand, site_url: str, site: Site) -> None:
    checks.stands_where_it_should(hand, site_url, site.calculators["titration"])


@pytest.mark.nightly  # the same bytes are compared by day in e2e/parity; other engines type them
def test_typed_entries_of_each_kind_of_unit_give_the_figures_of_the_command(
    hand: ChromiumHand, site_url: str, site: Site
) -> None:
    checks.figures_agree(hand, site_url, site.calculators.values())


@pytest.mark.nightly
def test_every_page_opens_alone_and_parts_no_figure(hand: ChromiumHand, own: FaultServer) -> None:
    checks.opens_alone(hand, own)
