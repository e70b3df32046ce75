"""The closed table of units."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webref.dosing.units import (
    COUNTED,
    IN_FORMULAS,
    MASS,
    NONE,
    TIME,
    UNITS,
    VOLUME,
    beside,
    divide,
    multiply,
    with_unit,
)

dimensions = some.tuples(*[some.integers(-3, 3)] * 5)


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        ("mg", "mcg", 1000),
        ("mcg", "ng", 1000),
        ("g", "mg", 1000),
        ("mg/mL", "mcg/mL", 1000),
        ("mcg/mL", "ng/mL", 1000),
        ("mcg/h", "mcg/day", 24),
        ("mcg/min", "mcg/h", 60),
        ("mg/day", "mcg/day", 1000),
        ("mL/h", "mL/day", 24),
        ("h", "min", 60),
        ("day", "h", 24),
        ("weeks", "days", 7),
        ("%", "", Fraction(1, 100)),
        ("mg per day", "mg/day", 1),
        ("mg per dose", "mg", 1),
    ],
)
def test_one_unit_in_another(one, other, times):
    assert UNITS[one].dimension == UNITS[other].dimension
    assert UNITS[one].factor / UNITS[other].factor == times


def test_factors_are_exact_and_above_nought():
    assert all(type(unit.factor) is Fraction and unit.factor > 0 for unit in UNITS.values())
    assert all(name == unit.name for name, unit in UNITS.items())


def test_dimensions_of_compound_units():
    assert UNITS["mcg/mL"].dimension == divide(MASS, VOLUME)
    assert UNITS["mL/day"].dimension == divide(VOLUME, TIME)
    assert UNITS["doses/day"].dimension == divide(NONE, TIME)
    assert {UNITS[name].dimension for name in ("ampoules", "tablets", "%", "")} == {NONE}
    assert set(IN_FORMULAS) < set(UNITS)


@given(dimensions, dimensions)
def test_dividing_undoes_multiplying(one, other):
    assert divide(multiply(one, other), other) == one
    assert multiply(one, other) == multiply(other, one)


def test_a_figure_never_parts_from_its_unit_and_per_cent_closes_up():
    assert with_unit("0.5", "mg/mL") == "0.5\u00a0mg/mL"
    assert with_unit("5", "%") == "5%"
    assert with_unit("5", "") == "5"


def test_a_counted_word_is_singular_after_a_lone_1():
    assert [beside("ampoules", figure) for figure in ("1", "0", "2", "1.5", "11")] == (
        ["ampoule", "ampoules", "ampoules", "ampoules", "ampoules"]
    )
    assert beside("mcg/mL", "1") == "mcg/mL"
    assert beside("times", "1") == "times"
    assert {"days", "weeks", "years", "tablets"} < COUNTED < set(UNITS)
