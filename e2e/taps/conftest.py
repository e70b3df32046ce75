"""A phone that holds the whole edition, its server stopped for good."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from e2e.offline.phone import SAVE_MS
from e2e.running import Server
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
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[BrowserContext, str]]:
    """A phone with the edition and no server, for the tests of one file; and the address."""
    server = Server(built_edition, tmp_path_factory.mktemp("taps") / "server.log")
    server.start()
    context = browser.new_context(**browser_context_args)
    page = context.new_page()
    save_all(page, server.url)
    page.close()
    server.stop()
    yield context, server.url
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
