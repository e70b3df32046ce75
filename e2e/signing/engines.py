"""Every attack and one signed phone in Firefox and in WebKitGTK: `make test-all`, nightly."""

from datetime import date
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver

from e2e.offline.engines import engine, tap_offer, wait_badge, wait_until
from e2e.offline.faults import FaultServer
from e2e.signing.conftest import NOW, PACK, Write
from e2e.signing.editions import attacks, dated, publish, signed_by, write_edition
from e2e.signing.test_phone import EXAMINE
from tests.outputs.signing.cases import ANN, BEN, CEM, DORA, carried, cases
from webref.content.site import Site

__all__ = ["engine"]  # a fixture
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")


def said(engine: WebDriver) -> str:
    """What the page says of who signed."""
    return "".join(one.text for one in engine.find_elements(By.CSS_SELECTOR, "[data-signed-by]"))


def wait_said(engine: WebDriver, host: FaultServer, words: str, is_draft: bool) -> None:
    """Load the page until it says this of who signed, with or without the line of the draft."""
    engine.get(f"{host.url}/offline/")
    wait_until(lambda: words in said(engine), lambda: (words, said(engine)))
    wait_until(lambda: has_draft(engine) == is_draft, lambda: (words, "draft", not is_draft))


def has_draft(engine: WebDriver) -> bool:
    """Whether the line of the draft is shown."""
    return engine.find_element(By.CSS_SELECTOR, ".unchecked").is_displayed()


def banner(engine: WebDriver, name: str) -> str:
    """What a banner says."""
    found = engine.find_elements(By.CSS_SELECTOR, f"[data-banner='{name}']")
    return "".join(one.text for one in found)


def test_who_signed_is_said_and_every_attack_found(engine: WebDriver, host: FaultServer) -> None:
    for text, words in attacks(host.folder, NOW).values():
        publish(host.folder, text)
        wait_said(engine, host, words, is_draft=True)
        assert "Not signed by enough" in said(engine), words
    publish(host.folder, signed_by(host.folder, NOW))
    wait_said(engine, host, "Signed: 2 of 3", is_draft=False)
    engine.set_script_timeout(60)
    found = engine.execute_async_script(
        f"const done = arguments[1]; ({EXAMINE})(arguments[0]).then(done, (e) => done(String(e)));",
        cases(),
    )
    assert found == [case["found"] for case in cases()]
    wait_badge(engine, "^Saved offline")
    host.stop()
    wait_said(engine, host, "Signed: 2 of 3", is_draft=False)


def open_waiting(engine: WebDriver, host: FaultServer, warned: str) -> None:
    """Open the edition that waits, warned of its signatures before."""
    engine.get(f"{host.url}/offline/")
    wait_until(
        lambda: warned in banner(engine, "offer-signed"), lambda: banner(engine, "offer-signed")
    )
    tap_offer(engine)
    wait_until(lambda: not banner(engine, "offer"), lambda: banner(engine, "offer"))


def test_keys_exchanged_without_the_old_ones_and_an_older_edition_count_as_a_draft(
    engine: WebDriver, host: FaultServer, write: Write
) -> None:
    wait_said(engine, host, "Signed: 2 of 3", is_draft=False)
    strangers = carried(CEM, DORA, pack=PACK, sequence=8)
    folder = write(strangers)
    publish(folder, signed_by(folder, strangers, (CEM, DORA)))
    host.folder = folder
    open_waiting(engine, host, "Its people are others than those whom this device knows")
    wait_said(engine, host, "Not signed by enough of the people whom this device", is_draft=True)
    replayed = carried(pack=PACK, sequence=6)
    folder = write(replayed)
    publish(folder, signed_by(folder, replayed))
    host.folder = folder
    open_waiting(engine, host, "It is older than the one shown here")
    wait_said(engine, host, "Older than an edition that this device has held", is_draft=True)


@pytest.mark.parametrize(("year", "name"), [(2001, "due"), (2099, "clock")])
def test_a_clock_that_is_wrong_for_the_edition_changes_nothing_of_a_signature(
    engine: WebDriver, unsigned_site: Site, tmp_path: Path, year: int, name: str
) -> None:
    day = date(year, 1, 1)
    folder = write_edition(dated(unsigned_site, day), tmp_path / "dated", NOW)
    with FaultServer(folder) as host:
        publish(folder, signed_by(folder, NOW, (BEN,), day.isoformat()))
        wait_said(engine, host, "1 of 3", is_draft=True)
        wait_until(lambda: banner(engine, name) != "", lambda: f"no banner {name}")
        publish(folder, signed_by(folder, NOW, (ANN, BEN), day.isoformat()))
        wait_said(engine, host, "Signed: 2 of 3", is_draft=False)
        assert str(year) in said(engine)
        wait_badge(engine, "^Saved offline")
        host.stop()
        wait_said(engine, host, "Signed: 2 of 3", is_draft=False)
