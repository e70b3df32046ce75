"""Back and reload in Firefox and in WebKitGTK, the nearest to an iPhone: `make test-all`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.back import agreement
from e2e.back.hand import DriverHand
from e2e.offline.engines import WAIT_S, firefox, webkit

pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")


@pytest.fixture(params=[firefox, webkit], ids=["firefox", "webkit"])
def hand(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DriverHand]:
    """A reader at each of the other engines."""
    with request.param(tmp_path) as driver:
        driver.set_page_load_timeout(WAIT_S)
        yield DriverHand(driver)


def test_an_answer_never_stands_without_its_entries(hand: DriverHand, site_url: str) -> None:
    """An answer goes with its entries."""
    agreement.answer_agrees(hand, site_url)


def test_what_is_filtered_and_found_stands_with_its_words(hand: DriverHand, site_url: str) -> None:
    """Rows and hits go with what was typed."""
    agreement.filter_agrees(hand, site_url)
    agreement.hits_agree(hand, site_url)


def test_ticks_go_with_their_page(hand: DriverHand, site_url: str) -> None:
    """Ticks are as they were left, or gone."""
    agreement.ticks_stand_over_back_alone(hand, site_url)
