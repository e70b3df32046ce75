"""What was typed, read against the inputs."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.dosing.calculators import DATES, PLAN, RATES, choice, quantity
from webref.dosing import spec
from webref.dosing.entries import Entry, parameter_names, read_entry, read_label, split_entries
from webref.dosing.words import say

DOSE = quantity("dose", ("mcg", "mg", "ng"))
RATE = quantity("rate", ("mcg/day", "mcg/h"))
WHOLE = spec.Input("times", "Times", "", "whole", ("doses",))


def read(item, text, unit="mg", **more):
    return read_entry(item, {item.id: text, f"{item.id}_unit": unit, **more})


def test_a_quantity_is_in_base_units_and_echoed_in_every_other_unit():
    entry = read(DOSE, " 0.5 ")
    assert (entry.value, entry.shown) == (Fraction(500), "0.5\u00a0mg")
    assert entry.echo == "500\u00a0mcg = 500,000\u00a0ng"
    assert (entry.missing, entry.error) == ("", "")


def test_one_of_anything_is_in_the_singular():
    entry = read(quantity("wait", ("days", "weeks", "h")), "7", "days")
    assert (entry.shown, entry.echo) == ("7\u00a0days", "1\u00a0week = 168\u00a0h")
    assert read(quantity("wait", ("days",)), "1.0", "days").shown == "1\u00a0day"


def test_an_echo_has_fifteen_decimals_at_most():
    grams = quantity("dose", ("ng", "g"))
    assert read(grams, "0.000001", "ng").echo == "0.000000000000001\u00a0g"
    assert read(grams, "0.0000001", "ng").echo == "less than 0.0001\u00a0g"


def test_an_echo_that_is_not_exact_says_so():
    assert read(RATE, "1", "mcg/day").echo == "about 0.0417\u00a0mcg/h"
    assert read(RATE, "24", "mcg/day").echo == "1\u00a0mcg/h"
    assert read(RATE, "0.001", "mcg/day").echo == "less than 0.0001\u00a0mcg/h"
    assert read(RATE, "0.0024", "mcg/day").echo == "0.0001\u00a0mcg/h"


@given(some.decimals("0.000000001", 999_999_999, places=9), some.sampled_from(DOSE.units))
def test_the_same_amount_in_any_unit_is_the_same_value(number, unit):
    entry = read(DOSE, f"{number:f}", unit)
    assert entry.value
    for echo in entry.echo.split(" = "):
        shown, other = echo.split("\u00a0")
        figure = shown.replace(",", "")
        if len(figure.replace(".", "")) <= 18 and len(figure.partition(".")[2]) <= 9:
            again = read(DOSE, figure, other)
            assert again.error or again.value == entry.value


@pytest.mark.parametrize(
    ("parameters", "missing"),
    [
        ({}, say("entry.missing", name="Dose")),
        ({"dose": ""}, say("entry.missing", name="Dose")),
        ({"dose": "   "}, say("entry.missing", name="Dose")),
        ({"dose": "5"}, "The unit of dose is not chosen yet."),
        ({"dose": "5", "dose_unit": ""}, "The unit of dose is not chosen yet."),
        ({"dose_unit": "mg"}, say("entry.missing", name="Dose")),
    ],
)
def test_a_quantity_without_number_or_unit_is_missing(parameters, missing):
    entry = read_entry(DOSE, parameters)
    assert (entry.missing, entry.value, entry.error) == (missing, None, "")


@pytest.mark.parametrize(
    ("text", "unit", "typed", "error"),
    [
        ("5", "g", "", "The unit is mcg or mg or ng."),
        ("5", "MG", "", "The unit is mcg or mg or ng."),
        ("5", " mg", "", "The unit is mcg or mg or ng."),
        (
            "5",
            "mg",
            "mcg",
            say("entry.unit-changed"),
        ),
        (
            "5",
            "mg",
            "?",
            say("entry.unit-changed"),
        ),
        ("0", "mg", "mg", say("number.zero")),
        ("0.000", "mg", "", say("number.zero")),
        (".5", "mg", "", say("number.point-first")),
        (".5", "", "", say("number.point-first")),
        ("\uff15", "mg", "", say("number.alone")),
    ],
)
def test_a_quantity_in_disorder_is_refused(text, unit, typed, error):
    entry = read(DOSE, text, unit, dose_typed=typed)
    assert (entry.error, entry.value, entry.shown, entry.echo) == (error, None, "", "")


def test_the_unit_that_the_number_was_typed_with_is_no_slip():
    assert read(DOSE, "5", "mg", dose_typed="mg").value == 5000
    assert read(DOSE, "5", "mg", dose_typed="").value == 5000


def test_zero_is_an_entry_where_the_input_allows_it():
    assert read(quantity("volume", ("mL",), zero=True), "0", "mL").value == 0
    assert read_entry(spec.Input("n", "N", "", "whole", zero=True), {"n": "0"}).value == 0


@pytest.mark.parametrize(
    ("text", "shown", "error"),
    [
        ("12", "12\u00a0doses", ""),
        ("1200", "1,200\u00a0doses", ""),
        ("3.0", "3\u00a0doses", ""),
        ("1", "1\u00a0dose", ""),
        ("2.5", "", say("number.whole")),
        ("0", "", say("number.zero")),
        ("-1", "", say("number.sign")),
    ],
)
def test_a_whole_number(text, shown, error):
    entry = read_entry(WHOLE, {"times": text})
    assert (entry.shown, entry.error, entry.value is None) == (shown, error, bool(error))
    assert read_entry(WHOLE, {}).missing == say("entry.missing", name="Times")


@pytest.mark.parametrize(
    ("text", "value", "shown", "missing", "error"),
    [
        ("adult", "adult", "Adult", "", ""),
        (" adult ", "adult", "Adult", "", ""),
        ("", None, "", "The population is not entered yet.", ""),
        ("Adult", None, "", "", say("entry.choice")),
        ("__proto__", None, "", "", say("entry.choice")),
    ],
)
def test_a_choice(text, value, shown, missing, error):
    entry = read_entry(choice("population", "adult", "child"), {"population": text})
    wanted = (value, shown, missing, error)
    assert (entry.value, entry.shown, entry.missing, entry.error) == wanted


def test_an_optional_input_is_never_missing():
    for item in (quantity("a", ("mL",), optional=True), choice("a", "b", optional=True)):
        entry = read_entry(item, {})
        assert (entry.value, entry.missing, entry.error, entry.shown) == (None, "", "", "")
    entry = read_entry(quantity("left", ("mL",), optional=True), {"left": "5"})
    assert entry.missing == "The unit of left is not chosen yet."


def test_dates_and_times_are_read():
    filled, given_at, clock, _ = DATES.inputs
    assert read_entry(filled, {}).missing == "Filled is not entered yet."
    assert read_entry(filled, {"filled": "2026-11-22"}).shown == "Sun 22 Nov 2026"
    assert read_entry(given_at, {"given_at": "2026-11-22T09:30"}).shown == "Sun 22 Nov 2026, 09:30"
    assert read_entry(clock, {"clock": "09:30"}).value == 570
    assert read_entry(clock, {"clock": "9:30"}).error.startswith("A time of day is read")


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Dose", "dose"),
        ("UK dose", "UK dose"),
        ("The dose", "the dose"),
        ("X", "X"),
        ("mL", "mL"),
        ("IVs", "IVs"),
    ],
)
def test_a_name_inside_a_sentence_keeps_an_abbreviation(name, inside):
    item = spec.Input("x", name, "", "quantity", ("mL",))
    assert read_entry(item, {"x": "5"}).missing == f"The unit of {inside} is not chosen yet."


def test_no_label_is_ever_assumed():
    assert read_label(RATES, {}).missing == say("entry.no-label")
    assert read_label(RATES, {"label": ""}).missing == say("entry.no-label")
    assert read_label(RATES, {"label": "ca"}).value == "ca"
    assert read_label(RATES, {"label": "ca"}).shown == "Canada"
    for wrong in ("fr", "US", " us"):
        entry = read_label(RATES, {"label": wrong})
        assert (entry.error, entry.value) == ("The label is us or ca or uk.", None)


def test_a_label_is_not_asked_for_where_only_some_answers_follow_one():
    optional = replace(RATES, label_optional=True)
    for typed in ({}, {"label": ""}):
        assert read_label(optional, typed) == Entry("label", "Label")
        missing = say("entry.no-label")
        assert read_label(RATES, typed) == Entry("label", "Label", missing=missing)
    assert read_label(optional, {"label": "us"}) == Entry("label", "Label", "us", "United States")
    error = "The label is us or ca or uk."
    assert read_label(optional, {"label": "fr"}) == Entry("label", "Label", error=error)


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (item, text)
        for item in (*RATES.inputs, *DATES.inputs)
        for text in ("", "?", "7", "adult", "2026-11-22")
    ],
    ids=lambda one: one.id if isinstance(one, spec.Input) else one,
)
def test_every_entry_carries_the_id_and_name_of_its_input(item, text):
    entry = read_entry(item, {item.id: text})
    assert (entry.id, entry.name) == (item.id, item.name)


def test_every_parameter_of_a_query():
    assert parameter_names(DATES) == {
        "filled", "given_at", "clock", "wait", "wait_unit", "wait_typed",
    }  # fmt: skip
    assert "label" in parameter_names(PLAN)


@pytest.mark.parametrize(
    ("typed", "parameters"),
    [
        ("0.5mg", {"dose": "0.5", "dose_unit": "mg"}),
        (" 0.5\u202fmg\n", {"dose": "0.5", "dose_unit": "mg"}),
        (".5mg", {"dose": ".5", "dose_unit": "mg"}),
        ("0.5 mg/mL", {"dose": "0.5 mg/mL"}),
        ("0.5MG", {"dose": "0.5MG"}),
        ("5%", {"dose": "5%"}),
        ("5", {"dose": "5"}),
        ("mg", {"dose": "mg"}),
        ("1e3", {"dose": "1e3"}),
        ("", {"dose": ""}),
    ],
)
def test_an_entry_with_exactly_a_unit_of_its_field_is_split(typed, parameters):
    assert split_entries(RATES, {"dose": typed}) == parameters
    assert split_entries(RATES, {"population": typed}) == {"population": typed}


def test_a_whole_number_may_carry_its_own_word_and_no_other():
    calculator = replace(PLAN, inputs=(WHOLE,))
    assert split_entries(calculator, {"times": "5 doses"}) == {"times": "5"}
    assert split_entries(calculator, {"times": "5weeks"}) == {"times": "5weeks"}
