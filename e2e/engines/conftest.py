"""The real edition at a host of one's own, as it is and as the oldest browsers meet it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.offline.faults import FaultServer
from e2e.running import PACK, reseal
from tests.packs import shipped
from webref.content.site import Site

SAMPLE = 25  # cases at random of each calculator
LACKED = b"delete Response.json;"


@pytest.fixture(scope="session")
def site() -> Site:
    """The pack of the checkout."""
    return shipped(PACK)


@pytest.fixture
def own(built_edition: Path) -> Iterator[FaultServer]:
    """A host of the edition, to be stopped."""
    with FaultServer(built_edition) as host:
        yield host


@pytest.fixture
def older(built_edition: Path, tmp_path: Path) -> Iterator[FaultServer]:
    """A host of an edition that first takes from the browser what the oldest ones lack."""
    folder = Path(shutil.copytree(built_edition, tmp_path / "older"))
    script = folder / "static/offline/notices.js"
    script.write_bytes(LACKED + script.read_bytes())
    for copy in script.parent.glob("notices.js.*"):
        copy.unlink()
    reseal(folder)
    with FaultServer(folder) as host:
        yield host
