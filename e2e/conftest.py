"""Debian's Chromium as a small phone, and the edition it visits."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Playwright

from e2e.chromium import find_chromium
from e2e.offline.browsers import OwnBrowser
from e2e.offline.faults import FaultServer
from e2e.running import Server, build


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    # Chromium refuses to run as root in its sandbox, and CI machines run as root.
    arguments = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
    return {**browser_type_launch_args, "executable_path": find_chromium(), "args": arguments}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    phone = {"width": 360, "height": 640}
    return {
        **browser_context_args,
        "viewport": phone,
        "screen": phone,
        "device_scale_factor": 2,
        "is_mobile": True,
        "has_touch": True,
        "locale": "en-GB",
    }


@pytest.fixture(scope="session")
def kept(pytestconfig: pytest.Config) -> Path:
    """The folder in which the run before left its edition."""
    assert pytestconfig.cache is not None
    return pytestconfig.cache.mkdir("edition")


@pytest.fixture(scope="session")
def built_edition(tmp_path_factory: pytest.TempPathFactory, kept: Path) -> Path:
    """The edition of the pack in the checkout, built once; tests that alter files copy it first.

    It is built over that of the run before, as an editor's is, so that only what changed is made.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent  # each worker has a folder of its own in the run's
    edition = shared / "edition"
    with (kept / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not edition.exists():
            made = shutil.copytree(build(kept / "built"), shared / "edition.new")
            made.rename(edition)
    return edition


@pytest.fixture
def server(built_edition: Path, tmp_path: Path) -> Iterator[Server]:
    """A server of one's own, free to be stopped and started; its address is new to any browser."""
    server = Server(built_edition, tmp_path / "server.log")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def site_url(built_edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one server for all the tests that only read; nobody stops it."""
    server = Server(built_edition, tmp_path_factory.mktemp("server") / "server.log")
    server.start()
    yield server.url
    server.stop()


@pytest.fixture
def files_host(built_edition: Path) -> Iterator[FaultServer]:
    """A host of the edition's files alone, free to be stopped: up at once, as no pack is read."""
    with FaultServer(built_edition) as host:
        yield host


@pytest.fixture
def own_browser(
    playwright: Playwright, browser_type_launch_args: dict[str, Any], tmp_path: Path
) -> Iterator[OwnBrowser]:
    """A browser that the test may kill and start again: the whole, with a viewer and kept pages."""
    browser = OwnBrowser(playwright, tmp_path / "profile", browser_type_launch_args["args"])
    yield browser
    browser.kill()
