"""What holds everywhere, in Firefox and in WebKitGTK: `make engines`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from e2e.back.hand import DriverHand
from e2e.engines import checks
from e2e.engines.conftest import SAMPLE
from e2e.offline.engines import WAIT_S, firefox, webkit
from e2e.offline.faults import FaultServer
from e2e.parity.engine import static_files
from webref.content.site import Site

pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")


def show_on(driver: WebDriver, width: int, height: int) -> None:
    """Show pages on a screen of a size; WebKitGTK's window becomes no narrower than 447 pixels."""
    if driver.name == "firefox":
        size = {"width": width, "height": height}
        driver.browsing_context.set_viewport(context=driver.current_window_handle, viewport=size)
        return
    inner = driver.execute_script("return [innerWidth, innerHeight]")
    outer = driver.get_window_size()
    wide, high = outer["width"] + width - inner[0], outer["height"] + height - inner[1]
    driver.set_window_size(wide, high)


@pytest.fixture(params=[firefox, webkit], ids=["firefox", "webkit"])
def hand(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DriverHand]:
    """A reader at each of the other engines, its screen that of a phone."""
    with request.param(tmp_path) as driver:
        driver.set_page_load_timeout(WAIT_S)
        driver.set_script_timeout(WAIT_S)
        show_on(driver, *checks.SCREEN)
        yield DriverHand(driver)


def test_everything_stands_where_it_should(hand: DriverHand, site_url: str, site: Site) -> None:
    """Dock, state, glance and the page's end."""
    checks.stands_where_it_should(hand, site_url, site.calculators["titration"])


def test_typed_entries_of_each_kind_of_unit_give_the_figures_of_the_command(
    hand: DriverHand, site_url: str, site: Site
) -> None:
    """One calculator for each kind."""
    checks.figures_agree(hand, site_url, site.calculators.values())


def test_a_sample_of_entries_gives_the_same_bytes(hand: DriverHand, site: Site) -> None:
    """Python's, of every calculator."""
    with static_files() as address:
        checks.same_bytes(hand, address, site.calculators.values(), SAMPLE)


def test_every_page_opens_alone_and_parts_no_figure(hand: DriverHand, own: FaultServer) -> None:
    """Its server stopped."""
    checks.opens_alone(hand, own)


def test_a_recall_is_kept_without_what_the_oldest_browsers_lack(
    hand: DriverHand, older: FaultServer
) -> None:
    """Here without `Response.json`."""
    checks.recall_is_kept(hand, older)
