"""A value as a reader sees it: figure, unit, and the exact fraction behind a rounded figure."""

from dataclasses import dataclass
from fractions import Fraction

from webref.dosing.calendar import CALENDAR_UNITS, show_calendar
from webref.dosing.numbers import round_number, show, show_exact
from webref.dosing.units import beside, unit_of, with_unit
from webref.dosing.words import say


@dataclass(frozen=True)
class Shown:
    """A value as a reader sees it: the figure, its unit, the exact fraction in that unit.

    A range has the exact fraction of its upper end too, `to`; it is rounded where an end is.
    """

    figure: str
    unit: str
    exact: Fraction
    rounded: bool
    to: Fraction | None = None

    @property
    def unit_shown(self) -> str:
        """The unit beside the figure; none beside a date or a time of day."""
        return "" if self.unit in CALENDAR_UNITS else beside(self.unit, self.figure)

    @property
    def ucum(self) -> str:
        """The code of the unit in the Unified Code for Units of Measure; none for a date."""
        return "" if self.unit in CALENDAR_UNITS else unit_of(self.unit).ucum

    @property
    def text(self) -> str:
        """Figure and unit together."""
        return with_unit(self.figure, self.unit_shown)

    @property
    def exact_text(self) -> str:
        """The exact fraction as shown, or those of both ends, with the unit."""
        figure = show_exact(self.exact)
        if self.to is not None and self.to != self.exact:
            figure = say("range.span", low=figure, high=show_exact(self.to))
        return with_unit(figure, self.unit)


def show_range(low: Shown, high: Shown) -> Shown:
    """A range of two values of one unit, or one figure where both ends are shown alike.

    ValueError where its ends are the wrong way round.
    """
    if high.exact < low.exact:
        raise ValueError("a range ends below where it begins")
    figure = low.figure
    if high.figure != figure:
        figure = say("range.span", low=figure, high=high.figure)
    return Shown(figure, low.unit, low.exact, low.rounded or high.rounded, high.exact)


_FIGURES = 3  # significant ones that a measured value keeps, whatever its size
_MOST_PLACES = 15


def show_value(value: Fraction, unit: str, places: int, mode: str = "half-up") -> Shown:
    """A value in base units as shown in `unit`: at most `places` decimals, or three figures.

    A value without decimals is counted, and keeps none.
    """
    if unit in CALENDAR_UNITS:
        return Shown(show_calendar(value, unit), unit, value, False)
    exact = value / unit_of(unit).factor
    while 0 < places < _MOST_PLACES and abs(exact) * 10**places < 10 ** (_FIGURES - 1):
        places += 1
    rounded = round_number(exact, places, mode) != exact
    return Shown(show(exact, places, mode), unit, exact, rounded)
