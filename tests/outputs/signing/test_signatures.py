"""What signatures prove, and every attack that they must not be deceived by."""

import pytest

from tests.outputs.signing.cases import ANN, DORA, carried, cases, people_text
from webref.outputs.signing.people import read_people
from webref.outputs.signing.signatures import examine, message, read_signatures

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_edition_is_signed_by_those_who_signed_it(case):
    try:
        text = case["signatures"]
        found = read_signatures(text.encode()) if text is not None else None
    except ValueError:
        found = None
    known = read_people(case["known"].encode()) if case["known"] else None
    carried = read_people(case["people"].encode())
    examined = examine(carried, case["edition"], case["list"], found, known)
    assert {
        "state": examined.state,
        "days": "".join("y" if date else "-" for _, date in examined.signed),
        "wrong": examined.wrong,
        "old": examined.old,
    } == case["found"]


@pytest.mark.parametrize(
    "case", [case for case in CASES if case["name"].startswith("another form")],
    ids=lambda case: case["name"],
)  # fmt: skip
def test_a_file_of_another_form_is_refused_whole(case):
    with pytest.raises(ValueError, match="another form"):
        read_signatures(case["signatures"].encode())


def test_what_is_signed_names_everything_that_it_is_of():
    assert message(carried(), "e" * 64, "1" * 64, ANN, "2026-11-29").decode() == (
        "webref edition signature 1\n"
        f'["tiny","{"e" * 64}","{"1" * 64}",7,"Ann Example","pharmacist","{ANN.key}","2026-11-29"]'
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"needed": 2', '"needed": 4'),
        ('"needed": 2', '"needed": 0'),
        ('"needed": 2', '"needed": true'),
        ('"sequence": 7', '"sequence": 0'),
        ('"sequence": 7', '"sequence": "7"'),
        (ANN.key, "AB" * 32),
        (ANN.key, DORA.key[:-1]),
        ('"Ann Example"', '"Ann <b>"'),
        ('"Ann Example"', '"\\ud800"'),
        ('"Ann Example"', '"' + "A" * 101 + '"'),
        ('"pack": "tiny", ', ""),
        ('"pack": "tiny"', '"pack": "tiny", "more": 1'),
        ('"recall_key": ""', '"recall_key": "ab"'),
        ("}]}", "}]"),
    ],
)
def test_people_of_another_form_are_refused(old, new):
    text = people_text(carried())
    assert read_people(text.encode()) == carried()
    assert old in text
    with pytest.raises(ValueError, match="another form"):
        read_people(text.replace(old, new).encode())


def test_a_key_stands_once():
    with pytest.raises(ValueError, match="another form"):
        read_people(people_text(carried(ANN, ANN)).encode())
