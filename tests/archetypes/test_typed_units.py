"""A unit typed with a number is refused by name in every field of every kind of drug."""

import re

import pytest

from tests.archetypes.packs import NAMES, archetype
from tests.dosing.cases import TYPED, unit_cases, without_units
from webref.dosing.entries import parameter_names
from webref.dosing.evaluate import evaluate
from webref.dosing.query import parse_query


@pytest.mark.parametrize("name", NAMES)
def test_no_calculator_answers_an_entry_that_carries_a_unit(name):
    """Every field, every unit, glued and spaced, with each unit chosen: refused, no figure back."""
    for calculator in archetype(name).calculators.values():
        count = 0
        for case in unit_cases(calculator):
            count += 1
            parameters = parse_query(case.query, parameter_names(calculator))
            result = evaluate(calculator, parameters, case.setting)
            assert (result.status, result.answers) == ("stop", ()), case
            [entry] = [one for one in result.entries if one.error]
            item = next(one for one in calculator.inputs if one.id == entry.id)
            assert not re.search(r"[0-9]", without_units(entry.error, item)), case
            offered = entry.offer[1]
            assert not offered or offered in item.units, case
        typed = [one for one in calculator.inputs if one.kind in ("quantity", "number", "whole")]
        assert count >= len(typed) * 2 * len(TYPED) > 0
