"""The table of units, and the compounds that are formed from it by rule."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.dosing.compounds import COMPOUNDS, PARTS, compounds
from webref.dosing.unit_patterns import AMOUNT, PARTED
from webref.dosing.unit_table import BASES, SINGLES
from webref.dosing.units import (
    IN_FORMULAS,
    MASS,
    NONE,
    TIME,
    VOLUME,
    UnknownUnit,
    beside,
    divide,
    is_unit,
    multiply,
    near_unit,
    of_drug,
    single_units,
    unit_of,
    with_unit,
    words_of,
)

dimensions = some.tuples(*[some.integers(-3, 3)] * len(BASES))

DAY = 24 * 60  # minutes
# Repeated by hand: the factor to the base unit, and the exponents of mass, volume, time, weight,
# age, age in days, units, international units, moles, equivalents, length and pressure.
TABLE = {
    "": (1, ""),
    "%": (Fraction(1, 100), ""),
    "ng": (Fraction(1, 1000), "mcg"),
    "mcg": (1, "mcg"),
    "mg": (1000, "mcg"),
    "g": (1000**2, "mcg"),
    "microlitres": (Fraction(1, 1000), "mL"),
    "mL": (1, "mL"),
    "dL": (100, "mL"),
    "L": (1000, "mL"),
    "s": (Fraction(1, 60), "min"),
    "min": (1, "min"),
    "h": (60, "min"),
    "days": (DAY, "min"),
    "weeks": (7 * DAY, "min"),
    "kg": (1, "kg"),
    "g of weight": (Fraction(1, 1000), "kg"),
    "months": (1, "months"),
    "years": (12, "months"),
    "days of age": (1, "days of age"),
    "weeks of age": (7, "days of age"),
    "units": (1, "units"),
    "milliunits": (Fraction(1, 1000), "units"),
    "million units": (1000**2, "units"),
    "international units": (1, "international units"),
    "nmol": (Fraction(1, 1000), "micromol"),
    "micromol": (1, "micromol"),
    "mmol": (1000, "micromol"),
    "mol": (1000**2, "micromol"),
    "mEq": (1, "mEq"),
    "mm": (Fraction(1, 10), "cm"),
    "cm": (1, "cm"),
    "m": (100, "cm"),
    "m2": (100**2, "cm^2"),
    "mmHg": (1, "mmHg"),
}
COUNTED = (
    "ampoules", "bottles", "capsules", "doses", "puffs", "sessions", "tablets", "times", "vials",
)  # fmt: skip
TABLE |= dict.fromkeys(COUNTED, (1, ""))


def test_the_table_holds_every_single_unit_and_no_other():
    found = {unit.name: (unit.factor, words_of(unit.dimension)) for unit in single_units()}
    assert found == {
        name: (factor, base or "plain number") for name, (factor, base) in TABLE.items()
    }


@pytest.mark.parametrize(
    ("name", "factor", "words", "ucum"),
    [
        ("mcg/kg/min", 1, "mcg/min/kg", "ug/kg/min"),
        ("mcg/kg/h", Fraction(1, 60), "mcg/min/kg", "ug/kg/h"),
        ("mg/kg/day", Fraction(1000, DAY), "mcg/min/kg", "mg/kg/d"),
        ("units/kg/h", Fraction(1, 60), "units/min/kg", "[arb'U]/kg/h"),
        ("international units/h", Fraction(1, 60), "international units/min", "[iU]/h"),
        ("mg/m2", Fraction(1000, 100**2), "mcg/cm^2", "mg/m2"),
        ("kg/m2", Fraction(1, 100**2), "kg/cm^2", "kg/m2"),
        ("mmol/L", 1, "micromol/mL", "mmol/L"),
        ("mL/kg", 1, "mL/kg", "mL/kg"),
        ("g/100 mL", 10_000, "mcg/mL", "g/(100.mL)"),
        ("mg/5 mL", 200, "mcg/mL", "mg/(5.mL)"),
        ("mL/min/1.73 m2", 1 / Fraction(17300), "mL/min/cm^2", "mL/min/{1.73_m2}"),
        ("doses/day", Fraction(1, DAY), "1/min", "{dose}/d"),
        ("mg per dose", 1000, "mcg", "mg/{dose}"),
        ("mg/tablet", 1000, "mcg", "mg/{tablet}"),
        ("mg per day", Fraction(1000, DAY), "mcg/min", "mg/d"),
        ("micromol/L per mg/dL", Fraction(1, 10_000), "micromol/mcg", "umol/L/(mg/dL)"),
        ("million units/day", Fraction(1000**2, DAY), "units/min", "10*6.[arb'U]/d"),
    ],
)
def test_a_compound_is_formed_from_its_parts(name, factor, words, ucum):
    unit = unit_of(name)
    assert (unit.name, unit.factor, words_of(unit.dimension), unit.ucum) == (
        name, factor, words, ucum,
    )  # fmt: skip
    assert name in COMPOUNDS or is_unit(name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("mcg/kg/mn", "no unit mcg/kg/mn; did you mean mcg/kg/min?"),
        ("ml", "no unit ml; did you mean mL?"),
        ("MCG/KG/MIN", "no unit MCG/KG/MIN; did you mean mcg/kg/min?"),
        ("microgram/kg/hr", "no unit microgram/kg/hr; did you mean mcg/kg/h?"),
        ("IU/kg", "no unit IU/kg; did you mean international units/kg?"),
        ("U/h", "no unit U/h; did you mean units/h?"),
        ("mg/tablets", "no unit mg/tablets; did you mean mg/tablet?"),
        ("mg/5 ml", "no unit mg/5 ml; did you mean mg/5 mL?"),
        ("day", "no unit day; did you mean days?"),
        ("mg per dosis", "no unit mg per dosis; did you mean mg per dose?"),
        ("mL/min/1.73 m\u00b2", "no unit mL/min/1.73 m\u00b2; did you mean mL/min/1.73 m2?"),
        ("lb", "no unit lb"), ("drops", "no unit drops"), ("drops/min", "no unit drops/min"),
        ("patients", "no unit patients"), ("mcg//h", "no unit mcg//h"), ("/h", "no unit /h"),
        ("mcg/", "no unit mcg/"), ("mcg/24 h", "no unit mcg/24 h"), ("mg per ", "no unit mg per "),
        ("mg/05 mL", "no unit mg/05 mL"), (" per day", "no unit  per day"),
        ("mg/g", "no unit mg/g: mg and g measure the same"),
        ("mcg/min/h", "no unit mcg/min/h: min and h measure the same"),
        ("mg/m2/cm", "no unit mg/m2/cm: m2 and cm measure the same"),
        ("doses/dose", "no unit doses/dose: doses and doses measure the same"),
        ("mg per g", "no unit mg per g: it leaves a plain number; write % or no unit"),
        ("%/h", "no unit %/h: % is never part of another unit"),
        ("mg/year", "no unit mg/year: years is never part of another unit"),
        ("weeks of age/kg", "no unit weeks of age/kg: weeks of age is never part of another unit"),
    ],
)  # fmt: skip
def test_what_is_no_unit_is_refused_with_the_one_that_is_near(name, said):
    with pytest.raises(UnknownUnit, match=f"^{re.escape(said)}$"):
        unit_of(name)
    assert not is_unit(name)


@given(compounds())
def test_every_compound_of_the_rules_is_a_unit_with_the_factor_of_its_parts(name):
    unit, factor, dimension = unit_of(name), Fraction(1), NONE
    singles = {one.name: one for one in single_units()}
    for part, power in unit.parts:
        factor *= (singles[part].factor if part in singles else Fraction(part)) ** power
        for _ in range(abs(power) if part in singles else 0):
            combine = multiply if power > 0 else divide
            dimension = combine(dimension, singles[part].dimension)
    assert (factor, dimension) == (unit.factor, unit.dimension)
    assert near_unit(name) == ""


@given(compounds(), some.data())
def test_a_compound_with_one_letter_wrong_is_no_unit_or_another_that_is_named_so(name, data):
    place = data.draw(some.integers(0, len(name) - 1))
    wrong = name[:place] + data.draw(some.sampled_from("abxyz/ ")) + name[place + 1 :]
    if is_unit(wrong):
        assert unit_of(wrong).name == wrong
    else:
        near = near_unit(wrong)
        assert near == "" or (is_unit(near) and near != wrong)


@pytest.mark.parametrize("name", TABLE)
def test_the_parts_of_a_unit_multiply_to_the_unit(name):
    unit, factor = unit_of(name), Fraction(1)
    for part, power in unit.parts:
        factor *= unit_of(part).factor ** power
    assert factor == unit.factor


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        ("mg", "mcg", 1000), ("mcg", "ng", 1000), ("g", "mg", 1000), ("mg/mL", "mcg/mL", 1000),
        ("mcg/mL", "ng/mL", 1000), ("mcg/h", "mcg/day", 24), ("mcg/min", "mcg/h", 60),
        ("mg/day", "mcg/day", 1000), ("mL/h", "mL/day", 24), ("h", "min", 60), ("days", "h", 24),
        ("weeks", "days", 7), ("%", "", Fraction(1, 100)), ("mg per day", "mg/day", 1),
        ("mg per dose", "mg", 1), ("mcg/kg/min", "mcg/kg/h", 60), ("mg/kg/h", "mg/kg/day", 24),
        ("g/100 mL", "mg/mL", 10), ("g/L", "mg/mL", 1), ("mg/dL", "mg/100 mL", 1),
        ("years", "months", 12), ("weeks of age", "days of age", 7), ("m2", "m", None),
        ("months", "days of age", None), ("years", "days", None), ("units", "mg", None),
        ("units", "international units", None), ("mEq", "mmol", None), ("g of weight", "g", None),
        ("kg", "g", None), ("mcg/kg/min", "mcg/min", None), ("times", "mmHg", None),
    ],
)  # fmt: skip
def test_one_unit_in_another_where_both_measure_the_same(one, other, times):
    same = unit_of(one).dimension == unit_of(other).dimension
    assert same == (times is not None)
    assert not same or unit_of(one).factor / unit_of(other).factor == times


def test_factors_are_exact_and_above_zero():
    factors = [unit_of(name).factor for name in (*TABLE, *COMPOUNDS)]
    assert all(type(factor) is Fraction and factor > 0 for factor in factors)


def test_of_two_units_that_measure_the_same_one_is_a_whole_number_of_the_other():
    for one in PARTS:
        for other in PARTS:
            if one.base == other.base and one.power == other.power:
                ratio = Fraction(one.factor) / Fraction(other.factor)
                assert ratio.denominator == 1 or ratio.numerator == 1, (one.name, other.name)


def test_dimensions_of_compound_units():
    assert unit_of("mcg/mL").dimension == divide(MASS, VOLUME)
    assert unit_of("mL/day").dimension == divide(VOLUME, TIME)
    assert unit_of("doses/day").dimension == divide(NONE, TIME)
    assert {unit_of(name).dimension for name in (*COUNTED, "%", "")} == {NONE}


def test_a_name_of_formulas_is_a_word_of_their_language_and_one_single_unit():
    assert {name: unit for name, unit in IN_FORMULAS.items() if name != unit} == {"day": "days"}
    assert all(name.isidentifier() and is_unit(unit) for name, unit in IN_FORMULAS.items())
    assert {"mcg", "mg", "mL", "min", "h", "kg", "years", "units", "cm", "m2"} <= IN_FORMULAS.keys()


def test_an_amount_of_drug_is_told_from_what_is_none():
    drug = ("mg", "mcg/kg/min", "units/h", "international units", "mmol/L", "mEq", "mg/m2")
    assert all(of_drug(unit_of(name).dimension) for name in drug)
    none = ("", "%", "mL/h", "kg", "years", "cm", "tablets", "kg/m2", "mmHg", "mL/min/1.73 m2")
    assert not any(of_drug(unit_of(name).dimension) for name in none)


@given(dimensions, dimensions)
def test_dividing_undoes_multiplying(one, other):
    assert divide(multiply(one, other), other) == one
    assert multiply(one, other) == multiply(other, one)


def test_a_figure_never_parts_from_its_unit_and_per_cent_closes_up():
    assert with_unit("0.5", "mg/mL") == "0.5\u00a0mg/mL"
    assert with_unit("5", "%") == "5%"
    assert with_unit("5", "") == "5"
    assert with_unit("5", "g/100 mL") == "5\u00a0g/100\u00a0mL"
    assert beside("mL/min/1.73 m2", "60") == "mL/min/1.73\u00a0m2"
    assert beside("mg per dose", "5") == "mg per dose"


def test_a_word_is_singular_after_a_lone_1():
    assert [beside("ampoules", figure) for figure in ("1", "0", "2", "1.5", "11")] == (
        ["ampoule", "ampoules", "ampoules", "ampoules", "ampoules"]
    )
    words = {
        "mcg/mL": "mcg/mL", "times": "times", "days": "day", "units/kg/h": "unit/kg/h",
        "doses/day": "dose/day", "weeks of age": "week of age", "years": "year",
        "million units/day": "million units/day", "units per vial": "unit per vial", "": "",
    }  # fmt: skip
    assert {unit: beside(unit, "1") for unit in words} == words
    assert {unit: beside(unit, "2") for unit in words} == {unit: unit for unit in words}


def test_a_base_is_what_its_unit_is_one_of():
    for base in BASES:
        [single] = [one for one in SINGLES if one.name == base.unit]
        assert (single.base, single.factor, single.power) == (base.id, "1", 1)


def test_each_code_of_the_table_stands_for_one_unit_but_where_two_are_told_by_what_they_measure():
    codes: dict[str, set[str]] = {}
    for unit in single_units():
        codes.setdefault(unit.ucum, set()).add(unit.name)
    assert {code for code, names in codes.items() if len(names) > 1} == {"g", "d", "wk"}


@pytest.mark.parametrize(
    "text", ["5 mcg/kg/min", "24 hours", "2 months", "1 unit/h", "38 °C", "7 m2"]
)
def test_a_figure_in_words_stays_with_a_unit_of_any_kind(text):
    assert PARTED.sub("\u00a0", f"at {text}.") == f"at {text.replace(' ', chr(160), 1)}."


@pytest.mark.parametrize("text", ["3 times", "5 tablets", "7 mistakes", "2 gaps", "x mg", "5 %"])
def test_what_is_counted_and_a_word_that_only_begins_like_a_unit_may_stand_apart(text):
    assert PARTED.sub("\u00a0", f"at {text}.") == f"at {text}."


def test_an_amount_of_drug_or_a_volume_is_found_in_every_spelling():
    amount = re.compile(AMOUNT, re.IGNORECASE)
    drug = {base.id for base in BASES if base.drug} | {"volume"}
    for single in SINGLES:
        for word in filter(None, (single.name, single.one, *single.spellings.split(", "))):
            assert bool(amount.fullmatch(word)) == (single.base in drug), word
