"""Signed editions, a host of them, and a phone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from e2e.offline.faults import FaultServer
from e2e.offline.phone import Phone
from e2e.signing.editions import publish, read_site, signed_by, write_edition
from tests.outputs.signing.cases import carried
from webref.content.site import Site
from webref.outputs.signing.people import Carried

Write = Callable[[Carried | None], Path]
PACK = "dantrolene"
NOW = carried(pack=PACK)


@pytest.fixture(scope="session")
def unsigned_site() -> Site:
    """The pack, which lists nobody."""
    return read_site()


@pytest.fixture
def write(unsigned_site: Site, tmp_path: Path) -> Write:
    """A maker of editions that these people sign: its folder."""
    made: list[Path] = []

    def make(people: Carried | None) -> Path:
        made.append(write_edition(unsigned_site, tmp_path / f"edition-{len(made)}", people))
        return made[-1]

    return make


@pytest.fixture
def host(write: Write) -> Iterator[FaultServer]:
    """A host of edition 7, which two of three people have signed."""
    folder = write(NOW)
    publish(folder, signed_by(folder, NOW))
    with FaultServer(folder) as server:
        yield server


@pytest.fixture
def phone(context: BrowserContext, host: FaultServer) -> Phone:
    """A phone that has never been to the address."""
    return Phone(context, host)
