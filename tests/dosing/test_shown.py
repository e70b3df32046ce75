"""A value as a reader sees it."""

from fractions import Fraction

import pytest

from webref.dosing.calendar import read_moment
from webref.dosing.shown import Shown, show_range, show_value


@pytest.mark.parametrize(
    ("mode", "figure"), [("half-up", "6.67"), ("down", "6.66"), ("up", "6.67")]
)
def test_a_figure_is_rounded_as_named_and_keeps_what_is_exact(mode, figure):
    value = Fraction(20_000, 3)
    assert show_value(value, "mg", 2, mode) == Shown(figure, "mg", Fraction(20, 3), True)
    assert show_value(value, "mg", 2).figure == "6.67"
    assert show_value(Fraction(10_000, 3), "mg", 2, mode).figure == (
        "3.34" if mode == "up" else "3.33"
    )


@pytest.mark.parametrize(
    ("value", "places", "figure"),
    [
        (Fraction(10, 2000) / 24, 5, "0.000208"),  # 10 mcg/day of 2,000 mcg/mL, in mL/h
        (Fraction(2, 3), 2, "0.667"),
        (Fraction(-2, 3), 2, "\u22120.667"),
        (Fraction("9.996"), 1, "10"),
        (Fraction("0.09994"), 1, "0.0999"),
        (Fraction("123.456"), 1, "123.5"),
        (Fraction(1, 2), 1, "0.5"),
        (Fraction(0), 2, "0"),
        (Fraction(2, 3), 0, "1"),  # counted, as tablets or whole days
        (Fraction(1, 10**20), 2, "0"),
    ],
)
def test_a_value_keeps_three_figures_however_small(value, places, figure):
    assert show_value(value, "", places).figure == figure


def test_a_figure_that_is_exact_is_not_called_rounded():
    shown = show_value(Fraction(500), "mg", 1)
    assert shown == Shown("0.5", "mg", Fraction(1, 2), False)
    assert (shown.unit_shown, shown.text) == ("mg", "0.5\u00a0mg")


def test_a_date_and_a_time_of_day_have_no_unit_beside_them():
    value = read_moment("2026-11-22T09:30")
    for unit, figure in [("date", "Sun 22 Nov 2026"), ("clock", "09:30")]:
        shown = show_value(value, unit, 0)
        assert shown == Shown(figure, unit, value, False)
        assert shown.rounded is False
        assert (shown.unit_shown, shown.text) == ("", figure)
    assert show_value(value, "moment", 0).text == "Sun 22 Nov 2026, 09:30"


def test_a_range_is_one_figure_with_both_ends_behind_it():
    low, high = (show_value(Fraction(mcg), "mg", 2) for mcg in (1100, 1300))
    shown = show_range(low, high)
    assert shown.text == "1.1 to 1.3\u00a0mg"
    assert (shown.exact, shown.to, shown.rounded) == (Fraction("1.1"), Fraction("1.3"), False)
    assert show_range(low, low).text == low.text
    with pytest.raises(ValueError, match="ends below"):
        show_range(high, low)


def test_a_range_says_exactly_what_either_end_was_rounded_from():
    low, high = (show_value(Fraction(mcg, 3), "mg", 2) for mcg in (3000, 4000))
    shown = show_range(low, high)
    assert shown.rounded and shown.text == "1 to 1.33\u00a0mg"
    assert shown.exact_text == "1 to 4/3\u00a0mg"
    assert show_range(high, high).exact_text == "4/3\u00a0mg"
