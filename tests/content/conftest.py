"""The tiny pack, and what may be added to it."""

from pathlib import Path

import pytest

from tests.content.tiny import TinyPack
from tests.content.volume import write_volume
from tests.content.walk import write_walk


@pytest.fixture
def pack(tmp_path: Path) -> TinyPack:
    return TinyPack(tmp_path / "examplin")


@pytest.fixture
def walk(pack: TinyPack) -> TinyPack:
    """The tiny pack with one protocol that is in order."""
    write_walk(pack)
    return pack


@pytest.fixture
def calc(pack: TinyPack) -> TinyPack:
    """The tiny pack with a calculator of which every part is used."""
    write_volume(pack)
    return pack
