"""Spellings that have led to dosing errors."""

import pytest

from webref.content.checks_words import error_prone


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("5 µg", "µg can be misread; write mcg"),
        ("5 \u03bcg", "\u03bcg can be misread; write mcg"),
        ("5 ug", "ug can be misread; write mcg"),
        ("10 u", "10 u can be misread; write units"),
        ("10U", "10U can be misread; write units"),
        ("10 IU", "IU can be misread; write units"),
        ("5 cc", "cc can be misread; write mL"),
        ("5 ml", "ml can be misread; write mL"),
        ("5 mg qd", "qd can be misread; write daily"),
        ("5 mg q.d.", "q.d. can be misread; write daily"),
        ("5 mg QOD", "QOD can be misread; write every other day"),
        ("5 mg TID", "TID can be misread; write 3 times daily"),
        ("5 mg bid", "bid can be misread; write twice daily"),
        ("5.0 mg", "5.0 has a trailing zero, which can be read ten times too high"),
        ("1.50 mL", "1.50 has a trailing zero, which can be read ten times too high"),
        ("give .5 mg", ".5 has no zero before the point"),
        ("1200 mcg", "1200 has no comma for the thousands"),
    ],
)
def test_an_error_prone_spelling_is_found(text, message):
    assert list(error_prone(text)) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "5 mcg, 0.5 mg, 1,200 mcg and 10 mL",
        "in 2018, of 1200 patients",
        "version 5.0 of it",
        "U-shaped, and you",
        "{fact.0_5:volume} and [@ca-label: 5.0 mg qd]",
        "[words](monograph/qd)",
        "It ends. 5 follow.",
    ],
)
def test_a_safe_spelling_is_passed(text):
    assert list(error_prone(text)) == []


def test_the_body_of_a_section_is_searched(pack):
    pack.body("Give {start.us}.\nThen daily, or qd. [@us-label: Dosage]")
    assert pack.problems() == [
        "monograph/start.md: line 14: qd can be misread; write daily",
    ]


def test_every_string_of_a_table_is_searched(pack):
    pack.replace("facts/start.toml", "It makes drowsy.", "It makes drowsy qd.")
    pack.replace("differences.toml", "The smaller,", "The smaller qd,")
    assert pack.problems() == [
        "differences.toml: difference[D01].cautious: qd can be misread; write daily",
        "facts/start.toml: fact[warning.signs].text: qd can be misread; write daily",
    ]


def test_words_that_readers_type_and_sources_print_are_left_alone(pack):
    pack.write("synonyms.toml", '[[synonym]]\nwords = ["ug", "cc"]\nmeans = ["mcg"]')
    pack.replace("facts/start.toml", 'place = "Warnings"', 'place = "Warnings, 5.0 mg qd"')
    assert pack.problems() == []
