"""A build that takes what it can from the last one gives the bytes of a build from nothing."""

from pathlib import Path

import pytest

from tests.content.tiny import TODAY, TinyPack
from webref.content.load import load_site
from webref.outputs import freeze, pdfs
from webref.web.build import Edition

ROOT = Path(__file__).parents[2]


@pytest.fixture
def pack(tmp_path):
    return TinyPack(tmp_path / "pack")


def build(pack, folder):
    """Build the pack into a folder; every file with its bytes."""
    Edition(load_site(pack.root, TODAY), ROOT, folder).build()
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*")}


@pytest.fixture
def made(monkeypatch):
    """The names of the PDFs and the number of copies that are made and not taken."""
    names = []
    submit = pdfs.ProcessPoolExecutor.submit
    monkeypatch.setattr(
        pdfs.ProcessPoolExecutor,
        "submit",
        lambda self, make, text: (names.append(text), submit(self, make, text))[1],
    )
    copies = tuple(
        (ending, name, lambda body, ending=ending, make=make: (names.append(ending), make(body))[1])
        for ending, name, make in freeze.COMPRESSORS
    )
    monkeypatch.setattr(freeze, "COMPRESSORS", copies)
    return names


def test_one_changed_word_gives_the_bytes_of_a_build_from_nothing(pack, tmp_path, made):
    before = build(pack, tmp_path / "site")
    made.clear()
    assert build(pack, tmp_path / "site") == before
    assert made == []
    pack.body("Give it slowly. [@us-label: Dosage]")
    after = build(pack, tmp_path / "site")
    again = [text for text in made if text not in (".br", ".gz")]
    assert len(again) == 1
    assert "slowly" in again[0]
    assert after != before
    assert after == build(pack, tmp_path / "from nothing")
    cards = [path for path in after if path.name.startswith("emergency-")]
    assert cards
    assert all(after[path] != before[path] for path in cards)  # each names the new edition
