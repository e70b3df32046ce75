"""What search calls lacking is in no copy of a source, in any form of the word."""

import tomllib
from pathlib import Path

import pytest

from tests.first_pack.blocks import PACK
from webref.outputs.search_words import Spelling, spelling

SEEDS = Path(__file__).parents[3] / "shared/sources/seeds"
SPELLING = Spelling(spelling())


def stems(text):
    return [SPELLING.stem(word) for word in SPELLING.words(text)]


def spoken(phrases, texts):
    """The phrases whose words stand beside each other in a text, in any form."""
    read = [f" {' '.join(stems(text))} " for text in texts]
    return [one for one in phrases if any(f" {' '.join(stems(one))} " in text for text in read)]


@pytest.mark.parametrize("text", ["by CT or MRI (Preferred)", "MRIs"])
def test_a_word_that_a_text_holds_is_found_in_it(text):
    assert spoken(["MRI", "scuba diving"], [text]) == ["MRI"]


def test_a_phrase_is_found_as_a_whole_alone():
    assert spoken(["scuba diving"], ["scuba", "diving; scuba"]) == []
    assert spoken(["scuba diving"], ["Scuba dives"]) == ["scuba diving"]


def copies():
    files = sorted(SEEDS.iterdir()) if SEEDS.is_dir() else []
    return [one.read_text(encoding="utf-8") for one in files if one.is_file()]


@pytest.mark.skipif(not copies(), reason="no copies of the sources lie beside the project")
def test_no_source_speaks_of_a_word_that_search_calls_lacking():
    lacking = tomllib.loads((PACK / "synonyms.toml").read_text(encoding="utf-8"))["lacking"]
    assert spoken(lacking, copies()) == []
