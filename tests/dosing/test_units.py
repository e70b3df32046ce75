"""The closed table of units."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webref.dosing import units
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


DAY = 24 * 60  # minutes
TABLE = {
    "": (1, NONE),
    "%": (Fraction(1, 100), NONE),
    "ng": (Fraction(1, 1000), MASS),
    "mcg": (1, MASS),
    "mg": (1000, MASS),
    "g": (1000**2, MASS),
    "mL": (1, VOLUME),
    "min": (1, TIME),
    "h": (60, TIME),
    "day": (DAY, TIME),
    "days": (DAY, TIME),
    "weeks": (7 * DAY, TIME),
    "kg": (1, (0, 0, 0, 1, 0)),
    "years": (1, (0, 0, 0, 0, 1)),
    "ng/mL": (Fraction(1, 1000), (1, -1, 0, 0, 0)),
    "mcg/mL": (1, (1, -1, 0, 0, 0)),
    "mg/mL": (1000, (1, -1, 0, 0, 0)),
    "mcg/min": (1, (1, 0, -1, 0, 0)),
    "mcg/h": (Fraction(1, 60), (1, 0, -1, 0, 0)),
    "mcg/day": (Fraction(1, DAY), (1, 0, -1, 0, 0)),
    "mg/day": (Fraction(1000, DAY), (1, 0, -1, 0, 0)),
    "mL/h": (Fraction(1, 60), (0, 1, -1, 0, 0)),
    "mL/day": (Fraction(1, DAY), (0, 1, -1, 0, 0)),
    "doses/day": (Fraction(1, DAY), (0, 0, -1, 0, 0)),
    "mg per dose": (1000, MASS),
    "mg per tablet": (1000, MASS),
    "mg per day": (Fraction(1000, DAY), (1, 0, -1, 0, 0)),
    "mcg per day": (Fraction(1, DAY), (1, 0, -1, 0, 0)),
}
TABLE |= {
    word: (1, NONE) for word in ("ampoules", "tablets", "doses", "sessions", "bottles", "times")
}


def test_the_table_holds_every_unit_and_no_other():
    # Built once more: the table in use was built before any test could see it being built.
    built = units._table()
    assert built == UNITS
    assert {name: (unit.factor, unit.dimension) for name, unit in built.items()} == TABLE
    assert all(name == unit.name for name, unit in built.items())


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
