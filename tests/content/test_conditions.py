"""What can be said of a condition where not everything that it asks for is known."""

import itertools

import pytest

from webref.content.calculators.limits.conditions import both, possibly, surely
from webref.dosing.formula import parse_formula
from webref.dosing.run import truth

ASKED = {"age": "old young", "part": "left right"}
CONDITION = "age == 'old' and (part == 'left' or not mood == 'glad')"
MOODS = ("glad", "sad")


def known(condition, values):
    return condition if isinstance(condition, bool) else truth(condition, values)


@pytest.mark.parametrize("age", ["old", "young", None])
@pytest.mark.parametrize("part", ["left", "right"])
def test_sure_and_possible_bound_the_truth_over_all_that_is_not_known(age, part):
    node = parse_formula(CONDITION)
    values = {"part": part, "age": age}
    ages = [age] if age else ["old", "young"]
    truths = {
        truth(node, {"age": one, "part": part, "mood": mood})
        for one, mood in itertools.product(ages, MOODS)
    }
    assert known(surely(node, ASKED, {"age"}), values) == (truths == {True})
    assert known(possibly(node, ASKED, {"age"}), values) == (True in truths)


def test_what_nothing_asks_settles_nothing():
    node = parse_formula("mood == 'glad'")
    assert surely(node, set(), set()) is False
    assert possibly(node, set(), set()) is True


def test_nothing_to_hold_holds():
    assert both(()) is True
