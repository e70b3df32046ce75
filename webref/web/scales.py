"""The figures of a difference drawn beside each other, with how far apart they are."""

from dataclasses import dataclass
from fractions import Fraction

from webref.content.site import Site
from webref.content.tables.differences import Difference
from webref.dosing.drawn import ReadRow, Unfit, draw, present_picture
from webref.dosing.numbers import round_number, show
from webref.dosing.picture import Picture
from webref.dosing.units import unit_of
from webref.dosing.words import say

_PLACES = 2  # of a factor between two figures
_DAY = unit_of("days").factor


@dataclass(frozen=True)
class Scale:
    """The context of templates/fragments/picture.mustache, and the factor, empty among ranges."""

    picture: dict[str, object]
    factor: str


def scale_of(site: Site, difference: Difference) -> Scale | None:
    """The scale of a difference; None where it has none, or its figures do not fit one."""
    rows, single = [], []
    for one in difference.scale:
        name, _, part = one.figure.partition(":")
        figure = site.facts[name].figure(part)
        ends = [value * unit_of(figure.unit).factor for value in figure.values]
        at, to = min(ends), max(ends) if len(ends) > 1 else None
        single += ends if len(ends) == 1 else []
        rows.append(ReadRow(one.name, figure.text(), "limit", at, to, None))
    if not rows:
        return None
    picture = Picture(difference.id.lower(), "scale", difference.point, ())
    try:
        drawn = draw(picture, rows, _DAY)
    except Unfit:
        return None
    return Scale(present_picture(drawn), _factor(single) if len(single) == len(rows) else "")


def _factor(values: list[Fraction]) -> str:
    """How many times the least of several values the largest is; empty where one is zero."""
    if not min(values):
        return ""
    factor = max(values) / min(values)
    about = round_number(factor, _PLACES, "half-up") != factor
    return " ".join([say("figure.about")] * about + [show(factor, _PLACES)])
