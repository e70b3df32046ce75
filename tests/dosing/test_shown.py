"""A value as a reader sees it."""

from fractions import Fraction

import pytest

from webref.dosing.calendar import read_moment
from webref.dosing.shown import Shown, show_value


@pytest.mark.parametrize(
    ("mode", "figure"), [("half-up", "0.67"), ("down", "0.66"), ("up", "0.67")]
)
def test_a_figure_is_rounded_as_named_and_keeps_what_is_exact(mode, figure):
    value = Fraction(2000, 3)
    assert show_value(value, "mg", 2, mode) == Shown(figure, "mg", Fraction(2, 3), True)
    assert show_value(value, "mg", 2).figure == "0.67"
    assert show_value(Fraction(1000, 3), "mg", 2, mode).figure == (
        "0.34" if mode == "up" else "0.33"
    )


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
