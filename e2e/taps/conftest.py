"""A phone that holds the whole edition, its server stopped for good."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from e2e.offline.faults import FaultServer
from e2e.offline.phone import SAVE_MS
from e2e.taps.hand import Hand


def save_all(page: Page, url: str) -> None:
    """A first visit, until everything but the PDFs is saved."""
    page.goto(url)
    ready = re.compile(r"Saved offline: (\d+) of \1,")
    expect(page.locator("[data-offline-text]").first).to_have_text(ready, timeout=4 * SAVE_MS)


@pytest.fixture(scope="module")
def saved(
    browser: Browser,
    browser_context_args: dict[str, Any],
    built_edition: Path,
) -> Iterator[tuple[BrowserContext, str]]:
    """A phone with the edition and no server, for the tests of one file; and the address."""
    host = FaultServer(built_edition)
    host.start()
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    save_all(page, host.url)
    page.close()
    host.stop()
    yield context, host.url
    context.close()


@pytest.fixture
def hand(saved: tuple[BrowserContext, str]) -> Iterator[Hand]:
    """A reader at a new window of that phone."""
    context, url = saved
    page = context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    yield Hand(page, url)
    page.close()
    assert problems == []
