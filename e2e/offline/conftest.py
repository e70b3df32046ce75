"""Tiny editions, a server with faults, and a phone of one's own for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, BrowserType

from e2e.offline.faults import FaultServer
from e2e.offline.phone import Phone
from e2e.offline.tiny import write_tiny


@pytest.fixture
def edition(tmp_path: Path) -> Callable[..., Path]:
    """A maker of tiny editions: number and options in, folder out."""

    def make(number: int, **options: Any) -> Path:
        folder = tmp_path / f"edition-{number}"
        write_tiny(folder, number, **options)
        return folder

    return make


@pytest.fixture
def host(edition: Callable[..., Path]) -> Iterator[FaultServer]:
    """A server of edition 1, started; the test may change its folder and its faults."""
    server = FaultServer(edition(1))
    server.start()
    yield server
    server.mend()
    server.stop()


@pytest.fixture
def phone(context: BrowserContext, host: FaultServer) -> Phone:
    """A phone that has never been to the address."""
    return Phone(context, host)


@pytest.fixture
def own_browser(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path
) -> Callable[[], BrowserContext]:
    """A starter of a browser whose profile outlives it, for tests that kill the browser."""

    def start() -> BrowserContext:
        return browser_type.launch_persistent_context(
            tmp_path / "profile", **browser_type_launch_args
        )

    return start
