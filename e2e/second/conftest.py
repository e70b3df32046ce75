"""Two packs and two editions of one of them, hosts of each, and phones."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from e2e.offline.conftest import phone as phone
from e2e.offline.faults import FaultServer
from e2e.signing.editions import write_edition
from tests.packs import shipped
from webref.content.site import Site


@pytest.fixture(scope="session")
def baclofen() -> Site:
    """The pack whose calculators are checked."""
    return shipped()


@pytest.fixture(scope="session")
def edition(baclofen: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of its edition, without the printed documents."""
    return write_edition(baclofen, tmp_path_factory.mktemp("second") / "edition", None)


@pytest.fixture(scope="session")
def other_edition(baclofen: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with another word in it."""
    other = replace(baclofen, pack=replace(baclofen.pack, summary="Other words"))
    return write_edition(other, tmp_path_factory.mktemp("second") / "other", None)


@pytest.fixture
def host(edition: Path) -> Iterator[FaultServer]:
    """A host of the edition."""
    with FaultServer(edition) as server:
        yield server


@pytest.fixture
def other_host(other_edition: Path) -> Iterator[FaultServer]:
    """A host of the other edition."""
    with FaultServer(other_edition) as server:
        yield server
