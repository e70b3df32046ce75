"""The same attacks and one signed phone in Firefox and in WebKitGTK: `make test-all`, nightly."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver

from e2e.offline.engines import engine, wait_until
from e2e.offline.faults import FaultServer
from e2e.signing.conftest import NOW
from e2e.signing.editions import names_of, publish, signed_by
from e2e.signing.test_phone import EXAMINE
from tests.outputs.signing.cases import ANN, BEN, cases, file, line

__all__ = ["engine"]  # a fixture
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")


def said(engine: WebDriver) -> str:
    """What the page says of who signed."""
    return "".join(one.text for one in engine.find_elements(By.CSS_SELECTOR, "[data-signed-by]"))


def has_draft(engine: WebDriver) -> bool:
    """Whether the line of the draft is shown."""
    return engine.find_element(By.CSS_SELECTOR, ".unchecked").is_displayed()


def test_who_signed_is_said_and_every_attack_found(engine: WebDriver, host: FaultServer) -> None:
    edition, listed = names_of(host.folder)
    swapped = [line(one, NOW, edition=edition) for one in (ANN, BEN)]
    publish(host.folder, file(swapped, edition, listed))
    engine.get(f"{host.url}/offline/")
    wait_until(lambda: "of this edition: 2" in said(engine), lambda: said(engine))
    assert has_draft(engine)
    publish(host.folder, signed_by(host.folder, NOW))
    engine.get(f"{host.url}/offline/")
    wait_until(lambda: "Signed: 2 of 3" in said(engine), lambda: said(engine))
    wait_until(lambda: not has_draft(engine), lambda: "the line of the draft stands")
    engine.set_script_timeout(60)
    found = engine.execute_async_script(
        f"const done = arguments[1]; ({EXAMINE})(arguments[0]).then(done, (e) => done(String(e)));",
        cases(),
    )
    assert found == [case["found"] for case in cases()]
    host.stop()
    engine.get(f"{host.url}/offline/")
    wait_until(lambda: "Signed: 2 of 3" in said(engine), lambda: said(engine))
    assert not has_draft(engine)
