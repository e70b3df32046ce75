"""A browser that is killed at any moment holds one whole edition when it is opened again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from e2e.offline.browsers import OwnBrowser
from e2e.offline.faults import FaultServer, drip
from e2e.offline.phone import Phone
from e2e.offline.tiny import BOOT_PAGES

Make = Callable[..., Path]


def test_a_browser_killed_during_a_first_visit_resumes(
    own_browser: OwnBrowser, host: FaultServer
) -> None:
    host.fail("/[a-f]/", drip(3), worker_only=True)
    phone = Phone(own_browser.start(), host)
    page = phone.open()
    phone.wait_badge(page, r"Saving: 2\d of 3\d")
    own_browser.kill()
    host.mend()
    phone = Phone(own_browser.start(), host)
    host.stop()
    phone.is_whole(1, BOOT_PAGES)
    phone.says_not_saved("/f/")
    host.start()
    host.asked.clear()
    phone.visit()
    assert not [path for path in host.asked if path == "/card/"]
    host.stop()
    phone.is_whole(1)


@pytest.mark.parametrize("seconds", [pytest.param(0.05, marks=pytest.mark.nightly), 0.8])
def test_a_browser_killed_while_an_update_is_saved_has_one_whole_edition(
    own_browser: OwnBrowser, host: FaultServer, edition: Make, seconds: float
) -> None:
    phone = Phone(own_browser.start(), host)
    page = phone.visit()
    host.folder = edition(2)
    host.fail("/[a-f]/", drip(0.5))
    page.evaluate("() => { navigator.serviceWorker.getRegistration().then((it) => it.update()); }")
    page.wait_for_timeout(seconds * 1000)
    own_browser.kill()
    host.mend()
    host.stop()
    phone = Phone(own_browser.start(), host)
    phone.is_whole(1)
    host.start()
    page = phone.visit()
    phone.update(page)
    phone.open_offered(page)
    host.stop()
    phone.is_whole(2)


@pytest.mark.parametrize(
    "milliseconds", [10, *(pytest.param(n, marks=pytest.mark.nightly) for n in (0, 60))]
)
def test_a_browser_killed_while_an_update_takes_over_has_one_whole_edition(
    own_browser: OwnBrowser, host: FaultServer, edition: Make, milliseconds: int
) -> None:
    phone = Phone(own_browser.start(), host)
    page = phone.visit()
    host.folder = edition(2)
    assert phone.update(page)
    button = page.get_by_role("button", name="Open it")
    button.wait_for()
    page.evaluate("() => { document.querySelector('[data-banner] button').click(); }")
    page.wait_for_timeout(milliseconds)
    own_browser.kill()
    host.stop()
    phone = Phone(own_browser.start(), host)
    page = phone.open()
    number = int(page.locator("#page").inner_text())
    phone.wait_ready(page)
    phone.is_whole(number)
    host.start()
    phone.visit().reload()
    host.stop()
