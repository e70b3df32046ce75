"""Decimal text to exact numbers and back; the vectors are run by the page's engine too."""

import json
import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from webref.dosing.numbers import (
    ROUNDING,
    Refused,
    exact_text,
    read_number,
    round_number,
    show,
    show_exact,
)

VECTORS = json.loads((Path(__file__).parents[1] / "vectors/numbers.json").read_text("utf-8"))
SHOWN = re.compile(r"\u2212?(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})*)(?:\.[0-9]*[1-9])?")

decimals = some.decimals(0, 999_999_999, places=9).map(lambda number: f"{number:f}")
fractions = some.fractions() | some.fractions(-2, 2, max_denominator=20)
places = some.integers(0, 12)
modes = some.sampled_from(sorted(ROUNDING))


@pytest.mark.parametrize("vector", VECTORS["read"], ids=lambda one: quote(one["text"])[:40])
def test_reads_what_it_shows_and_refuses_the_rest_with_what_to_type(vector):
    if "refused" in vector:
        with pytest.raises(Refused) as refused:
            read_number(vector["text"])
        assert str(refused.value) == vector["refused"]
    else:
        number = read_number(vector["text"])
        assert (exact_text(number), show(number)) == (vector["number"], vector["shown"])


@pytest.mark.parametrize("vector", VECTORS["show"])
def test_shows_with_the_named_rounding(vector):
    number = Fraction(vector["number"])
    assert show(number, vector["places"], vector["mode"]) == vector["shown"]


def test_nine_decimals_are_shown_where_none_are_named():
    assert show(Fraction(2, 3)) == "0.666666667"


@pytest.mark.parametrize("vector", VECTORS["exact"])
def test_shows_an_exact_fraction_with_grouped_figures(vector):
    assert show_exact(Fraction(vector["number"])) == vector["shown"]


@given(decimals)
def test_a_typed_number_is_the_number_it_spells(text):
    assert read_number(text) == Fraction(Decimal(text))


@given(decimals)
def test_what_is_shown_can_be_typed_again(text):
    number = read_number(text)
    assert read_number(show(number).replace(",", "")) == number


@given(some.text(max_size=30))
@example("0\n")
@example("\u0663")
@example("1_000")
def test_text_is_read_only_when_it_is_ascii_figures_with_one_point_at_most(text):
    try:
        number = read_number(text)
    except Refused as refused:
        assert str(refused).endswith(".")
    else:
        assert re.fullmatch(r"[0-9]+(\.[0-9]+)?", text, re.ASCII)
        assert number >= 0


@given(fractions, places, modes)
def test_no_shown_text_has_a_float_s_marks(number, places, mode):
    text = show(number, places, mode)
    assert SHOWN.fullmatch(text)
    assert text != "\u22120"
    assert len(text.partition(".")[2]) <= places


@given(fractions)
def test_an_exact_fraction_shows_as_two_whole_numbers(number):
    above, _, below = show_exact(number).partition("/")
    assert SHOWN.fullmatch(above)
    assert below == "" if number.denominator == 1 else SHOWN.fullmatch(below)
    assert Fraction(exact_text(number)) == number


@given(some.decimals(-999_999, 999_999, places=6), some.integers(0, 6))
def test_each_mode_rounds_as_its_name_says(number, places):
    unit = Decimal(1).scaleb(-places)
    wanted = {"half-up": ROUND_HALF_UP, "down": ROUND_FLOOR, "up": ROUND_CEILING}
    for mode, same in wanted.items():
        rounded = Fraction(number.quantize(unit, rounding=same))
        assert round_number(Fraction(number), places, mode) == rounded


@given(fractions, fractions, places, modes)
def test_rounding_keeps_the_order(one, other, places, mode):
    low, high = sorted((one, other))
    assert round_number(low, places, mode) <= round_number(high, places, mode)
