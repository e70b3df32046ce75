"""Words of any alphabet: split, folded and stemmed by a table that travels in the index."""

import unicodedata

import pytest

from tests.outputs.letters import SPELLING, letters
from webref.outputs.search_words import slips_between


def test_every_letter_of_the_latin_greek_and_cyrillic_alphabets_joins_its_word():
    found = [letter for letter in letters() if len(SPELLING.words(f"x{letter}x")) != 1]
    assert found == []


def test_capitals_and_small_letters_fold_to_the_same():
    for letter in letters():
        if ord(letter) < 0x10000 and len(letter.lower()) == 1:
            assert SPELLING.fold(letter) == SPELLING.fold(letter.lower()), letter


def test_a_letter_folds_alike_in_one_piece_and_with_its_mark_apart():
    for letter in letters():
        apart = unicodedata.normalize("NFD", letter)
        if set(map(unicodedata.combining, apart[1:])) <= {220, 230, 232, 202}:
            assert SPELLING.fold(apart) == SPELLING.fold(letter), letter


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Prüfen", ["prufen"]),
        ("naïve", ["naive"]),
        ("µg μg", ["mcg", "mcg"]),
        ("ΜΥΣ μυς", ["μυσ", "μυσ"]),
        ("Straße", ["strasse"]),
        ("50mcg", ["50", "mcg"]),
        ("1,000 mcg/mL", ["1000", "mcg", "ml"]),
        ("0.5 .5", ["0.5", "0.5"]),
        ("10 × 5", ["10", "5"]),
        ("C10H12", ["c10h12"]),
    ],
)
def test_words_are_split_and_folded(text, words):
    assert SPELLING.words(text) == words


@pytest.mark.parametrize(
    "forms",
    [
        ["titrate", "titrates", "titrating", "titration"],
        ["pregnancy", "pregnancies"],
        ["stop", "stops", "stopping", "stopped"],
        ["fill", "fills", "filling", "filled"],
        ["dilute", "diluted", "dilution"],
        ["dose", "doses", "dosing"],
        ["constipated", "constipation"],
        ["drowsy", "drowsiness"],
    ],
)
def test_forms_of_a_word_are_one(forms):
    assert len({SPELLING.stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("priming", "primidone"), ("mass", "mast"), ("apnea", "apnoea")]
)
def test_other_words_stay_others(one, other):
    assert SPELLING.stem(one) != SPELLING.stem(other)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("", "", 0),
        ("abc", "abc", 0),
        ("withdrawl", "withdrawal", 1),
        ("refil", "refill", 1),
        ("wihtdrawal", "withdrawal", 1),
        ("abc", "axc", 1),
        ("kitten", "sitting", 3),
        ("", "abc", 3),
    ],
)
def test_slips_are_counted(one, other, slips):
    assert slips_between(one, other) == slips_between(other, one) == slips
