"""A range is one answer: read, refused, limited at both ends, and shown on paper."""

import pytest

from tests.content.test_limits import LIMITS, ask, said
from tests.content.volume import FILE, write_volume
from webref.dosing.record import to_record
from webref.dosing.rules import rules
from webref.dosing.spec import Setting

RANGE = """
[[step]]
id = "least"
name = "Least of the range"
value = "dose"
unit = "mcg"

[[step]]
id = "most"
name = "Most of the range"
value = "dose + dose"
unit = "mcg"

[[output]]
id = "range"
name = "Range"
value = "least"
to = "most"
unit = "mcg"
"""


@pytest.fixture
def ranged(pack):
    """The tiny pack whose calculator shows a range beside its answer."""
    write_volume(pack)
    text = (pack.root / FILE).read_text(encoding="utf-8")
    pack.write(FILE, text + RANGE)
    return pack


def test_a_range_is_one_answer_with_both_ends_in_its_record(ranged):
    assert ranged.problems() == []
    result = ask(ranged, dose="40 mcg")
    found = to_record(result, Setting())["outputs"]["range"]
    assert found["value"] == "40 to 80\u00a0mcg"
    assert (found["exact"], found["to"]) == ("40", "80")
    assert "to" not in to_record(result, Setting())["outputs"]["volume"]


def test_both_ends_of_a_range_stand_on_paper(ranged):
    ranged.replace(FILE, 'value = "least"', 'value = "dose * 1"')
    ranged.replace(FILE, 'to = "most"', 'to = "dose + dose"')
    said = {
        rule.name: [case.formula for case in rule.cases]
        for rule in rules(ranged.site().calculators["volume"])
    }
    assert said["Range, from"] == ["Dose × 1"]
    assert said["Range, to"] == ["Dose + Dose"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('to = "most"', 'to = "strength"', "output[range].to: comes out as"),
        ('to = "most"', 'to = "least + slip * mcg"', "output[range].to: the unit mcg reaches"),
        (
            'to = "most"',
            'to = "mst"',
            "output[range].to: mst is not known here; did you mean most?",
        ),
    ],
)
def test_the_upper_end_is_held_to_what_every_answer_is(ranged, old, new, message):
    ranged.replace(FILE, old, new)
    assert any(message in one for one in ranged.problems()), ranged.problems()


def limit(pack):
    pack.write("limits.toml", LIMITS)
    pack.replace(FILE, "presets = [", 'other = "what is typed"\npresets = [')
    pack.replace(FILE, '"left", unit = "mcg" }', '"left", unit = "mcg", other = "what is left" }')
    pack.replace(FILE, 'to = "most"', 'to = "most"\nquantity = "first-dose"')


def test_a_limit_holds_at_the_upper_end_of_a_range(ranged):
    limit(ranged)
    assert said(ask(ranged, dose="40 mcg")) == []  # 40 to 80, and 80 is the most
    assert said(ask(ranged, dose="41 mcg")) == [("above-tried", "stop")]


def test_a_limit_holds_at_the_lower_end_of_a_range(ranged):
    limit(ranged)
    assert said(ask(ranged, dose="30 mcg", age="adult")) == []
    assert said(ask(ranged, dose="29 mcg", age="adult")) == [("below-usual", "warn")]


def test_a_limited_range_shows_its_ends_by_name(ranged):
    limit(ranged)
    ranged.replace(FILE, 'to = "most"', 'to = "dose + dose"')
    assert f"{FILE}: output[range].to: a limited quantity is shown by its name: make it a step" in (
        ranged.problems()
    )
