"""Calculators as JSON for the page."""

import json
from fractions import Fraction

import pytest

from tests.dosing.calculators import BARE, CALCULATORS, DATES, PLAN, RATES
from webref.dosing.units import unit_of
from webref.outputs.trees import tree, tree_text


@pytest.mark.parametrize("calculator", CALCULATORS.values(), ids=CALCULATORS.keys())
def test_the_text_is_the_tree_and_may_stand_in_a_script_element(calculator):
    text = tree_text(calculator)
    assert "<" not in text
    assert json.loads(text) == json.loads(json.dumps(tree(calculator)))


def test_a_title_with_markup_comes_back_whole():
    assert json.loads(tree_text(RATES))["title"] == RATES.title


@pytest.mark.parametrize("calculator", CALCULATORS.values(), ids=CALCULATORS.keys())
def test_every_number_but_a_count_is_text(calculator):
    def walk(node, place):
        if isinstance(node, dict):
            for key, value in node.items():
                walk(value, key)
        elif isinstance(node, list):
            for value in node:
                walk(value, place)
        elif isinstance(node, int | float) and not isinstance(node, bool):
            assert place in ("places", "most", "cites"), (place, node)

    walk(json.loads(tree_text(calculator)), "")


def test_units_are_those_that_the_calculator_converts_by_with_exact_factors():
    found = tree(PLAN)
    assert set(found["units"]) == {"mcg/day", "mcg/h", "%", ""}
    assert found["parts"]["mcg/h"] == {"mcg": "1", "h": "-1"}
    assert found["units"]["mcg/h"] == "1/60"
    assert all(Fraction(text) == unit_of(unit).factor for unit, text in found["units"].items())
    assert not {"date", "moment", "clock"} & set(tree(DATES)["units"])


def test_the_whole_of_a_small_tree():
    found = json.loads(tree_text(BARE))
    assert found.pop("units") == {"mcg": "1", "mg": "1000"}
    assert found.pop("parts") == {"mcg": {"mcg": "1"}, "mg": {"mg": "1"}}
    assert found == {
        "drug": "Examplin",
        "id": "bare",
        "title": "Bare",
        "basis": "label",
        "review_by": "2027-05-22",
        "refuse_after": "2027-11-22",
        "signed": False,
        "label_optional": False,
        "labels": [],
        "constants": [],
        "inputs": [
            {
                "id": "dose",
                "name": "Dose",
                "kind": "quantity",
                "units": ["mcg", "mg"],
                "options": [],
                "optional": False,
                "zero": False,
                "turns": [],
                "prompt": "",
            }
        ],
        "steps": [],
        "checks": [],
        "outputs": [
            {
                "id": "twice",
                "name": "Twice",
                "value": ["binary", "+", ["name", "dose"], ["name", "dose"]],
                "unit": "mcg",
                "places": 2,
                "round": "half-up",
                "main": False,
                "compare": False,
                "when": None,
                "to": None,
            }
        ],
        "tables": [],
        "lookups": [],
    }
