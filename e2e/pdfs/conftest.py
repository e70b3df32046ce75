"""The printed documents of the built edition."""

import json
from pathlib import Path

import pytest

from e2e.pdfs.opened import Opened
from tests.packs import shipped
from webref.content.site import Site


@pytest.fixture(scope="module")
def site() -> Site:
    return shipped()


@pytest.fixture(scope="module")
def folder(built_edition: Path, site: Site) -> Path:
    return built_edition / site.pack.id / "pdfs"


@pytest.fixture(scope="module")
def opened(folder: Path) -> dict[str, Opened]:
    return {path.stem: Opened(path) for path in sorted(folder.glob("*.pdf"))}


@pytest.fixture(scope="module")
def edition(built_edition: Path) -> str:
    found: str = json.loads((built_edition / "edition.json").read_text("utf-8"))["edition"]
    return found
