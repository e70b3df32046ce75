"""Tiny editions, a server with faults, and a phone of one's own for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

from e2e.offline.faults import FaultServer
from e2e.offline.nginx import Nginx
from e2e.offline.phone import Phone
from e2e.offline.shelf import Shelf
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
    with FaultServer(edition(1)) as server:
        yield server


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    """A host of a library of three tiny packs, started."""
    shelf = Shelf(tmp_path)
    with shelf.host:
        yield shelf


@pytest.fixture
def phone(context: BrowserContext, host: FaultServer) -> Phone:
    """A phone that has never been to the address."""
    return Phone(context, host)


@pytest.fixture
def nginx(built_edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """nginx serving the pack's edition, no Python running."""
    work = tmp_path_factory.mktemp("nginx")
    work.chmod(0o755)
    stand_ins = {
        "contents": "/baclofen/contents/",
        "without-scripts": "/baclofen/without-scripts/",
    }
    host = Nginx(built_edition, work, stand_ins)
    host.start()
    yield host
    host.stop()
