"""Three tiny packs, and what builds a library of them."""

from pathlib import Path

import pytest

from tests.content.tiny import TinyPack
from webref.outputs import freeze
from webref.web import sheets
from webref.web.library.build import LibraryBuild

NAMES = ("examplin", "otherin", "thirdin")


def write_pack(folder: Path, name: str) -> TinyPack:
    """A tiny pack of this name."""
    pack = TinyPack(folder / name)
    pack.replace("pack.toml", 'id = "examplin"', f'id = "{name}"')
    pack.replace("pack.toml", 'title = "Examplin"', f'title = "{name.title()}"')
    return pack


@pytest.fixture
def packs(tmp_path: Path) -> dict[str, TinyPack]:
    """Three packs by name."""
    return {name: write_pack(tmp_path / "packs", name) for name in NAMES}


@pytest.fixture
def library(
    packs: dict[str, TinyPack], root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> LibraryBuild:
    """What builds them, without PDFs and copies, which have tests of their own."""
    monkeypatch.setattr(sheets, "make_all", lambda *_: ())
    monkeypatch.setattr(freeze, "COMPRESSORS", ())
    return LibraryBuild(tmp_path / "packs", root, tmp_path / "out")
