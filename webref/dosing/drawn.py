"""The pictures of an answer: where each mark stands, in whole tenths of a per cent.

A picture shows no figure of its own: its marks are entries, figures of facts and steps, written as
they are in the working. One whose marks do not fit its axis is not drawn.
static/answers/drawn.js draws the same; the two are compared byte for byte.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from webref.dosing.nodes import Name
from webref.dosing.numbers import scale_half_up
from webref.dosing.picture import Picture, PictureRow
from webref.dosing.run import Absent, Unanswerable, Values, number, truth
from webref.dosing.spec import Calculator
from webref.dosing.words import say
from webref.dosing.working import Names, fill

INSET, LENGTH = 30, 940  # where an axis begins, and how long it is
MOST_LINES = 60  # midnights that are drawn; more would be a grey block


@dataclass(frozen=True)
class Span:
    """A bar along the axis."""

    at: int
    width: int


@dataclass(frozen=True)
class DrawnRow:
    """A line of a picture: its words and figure, and its point or its bars.

    mark: entry, limit or result. height: how high the point stands, of a line over days.
    """

    name: str
    figure: str
    mark: str
    point: int | None = None
    spans: tuple[Span, ...] = ()
    height: int | None = None


@dataclass(frozen=True)
class Drawn:
    """A picture with its rows, and where lines cross its axis."""

    picture: Picture
    rows: tuple[DrawnRow, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True)
class ReadRow:
    """What a row draws, as exact values in base units."""

    name: str
    figure: str
    mark: str
    at: Fraction | None
    to: Fraction | None
    level: Fraction | None


class Unfit(Exception):
    """A picture whose marks do not fit its axis."""


@dataclass(frozen=True)
class _Axis:
    """An axis from one value to a larger one."""

    low: Fraction
    high: Fraction

    def place(self, value: Fraction) -> int:
        """Where a value stands on it."""
        return INSET + scale_half_up((value - self.low) / (self.high - self.low) * LENGTH, 0)

    def span(self, start: Fraction, end: Fraction) -> Span:
        """A bar from one value to another."""
        return Span(self.place(start), self.place(end) - self.place(start))


def pictures(calculator: Calculator, values: Values, names: Names) -> tuple[Drawn, ...]:
    """The pictures that apply, have two rows or more, and fit their axis."""
    return tuple(_pictures(calculator, values, names))


def _pictures(calculator: Calculator, values: Values, names: Names) -> Iterator[Drawn]:
    for picture in calculator.pictures:
        read = (_read(row, calculator, values, names) for row in picture.rows)
        rows = [row for row in read if row]
        try:
            applies = picture.when is None or truth(picture.when, values)
            if applies and len(rows) > 1:
                yield draw(picture, rows, number(Name("day"), values))
        except (Absent, Unanswerable, Unfit):
            continue


def _read(row: PictureRow, calculator: Calculator, values: Values, names: Names) -> ReadRow | None:
    """A row with its values; None where one of them is absent."""
    try:
        at, to, level = (
            number(Name(name), values) if name else None for name in (row.at, row.to, row.level)
        )
        return ReadRow(
            fill(row.name, names), _figure(row, names), _mark(row, calculator), at, to, level
        )
    except Absent:
        return None


def _figure(row: PictureRow, names: Names) -> str:
    at, to, level = (names.figures.get(name, "") for name in (row.at, row.to, row.level))
    if row.level:
        return say("picture.at", level=level, at=at)
    if row.at and row.to:
        return say("range.span", low=at, high=to)
    return at or to


def _mark(row: PictureRow, calculator: Calculator) -> str:
    """Whether a row draws an entry, a figure of a fact, or what was worked out."""
    name = row.level or row.to or row.at
    if any(item.id == name for item in calculator.inputs):
        return "entry"
    if any(constant.id == name for constant in calculator.constants):
        return "limit"
    return "result"


def draw(picture: Picture, rows: Sequence[ReadRow], day: Fraction) -> Drawn:
    """A picture with its rows on its axis; Unfit where they do not fit it. day: in base units."""
    axis = _axis(picture, rows, day)
    heights = _heights(picture, rows)
    drawn = []
    before = axis.low
    for row in rows:
        spans = _spans(picture, row, axis, before)
        before = spans[-1][1] if spans else before
        point = axis.place(_wrapped(picture, row.at, axis)) if not spans else None
        height = heights.place(row.level) if heights and row.level is not None else None
        bars = tuple(axis.span(*span) for span in spans)
        drawn.append(DrawnRow(row.name, row.figure, row.mark, point, bars, height))
    lines: list[int] = []
    if picture.kind == "day":
        lines = [axis.place(day * n / 4) for n in range(5)]
    elif picture.kind == "days":
        lines = [axis.place(one) for one in _midnights(axis, day)]
    elif picture.kind != "level":
        lines = sorted(set(_edges(drawn)))
    return Drawn(picture, tuple(drawn), tuple(lines))


def _axis(picture: Picture, rows: Sequence[ReadRow], day: Fraction) -> _Axis:
    """The axis of a picture; Unfit where it has no length, or a mark lies before it."""
    ends = [end for row in rows for end in (row.at, row.to) if end is not None]
    low, high = Fraction(0), max(ends)
    if picture.kind == "parts":
        high = sum(ends, Fraction(0))
    elif picture.kind == "day":
        return _Axis(low, day)
    elif picture.kind in ("days", "level"):
        low = min(ends)
    if high <= low or min(ends) < low:
        raise Unfit
    return _Axis(low, high)


def _heights(picture: Picture, rows: Sequence[ReadRow]) -> _Axis | None:
    """How high the points of a line over days stand; None for any other picture."""
    if picture.kind != "level":
        return None
    levels = [row.level for row in rows if row.level is not None]
    if min(levels) < 0 or max(levels) == 0:
        raise Unfit
    return _Axis(Fraction(0), max(levels))


def _spans(
    picture: Picture, row: ReadRow, axis: _Axis, before: Fraction
) -> list[tuple[Fraction, Fraction]]:
    """The bars of a row, two where one runs past midnight; Unfit where it runs backwards."""
    if row.to is None:
        return []
    if picture.kind == "parts":
        return [(before, before + row.to)]
    at = axis.low if row.at is None else _wrapped(picture, row.at, axis)
    to = _wrapped(picture, row.to, axis)
    if picture.kind == "day" and to <= at:
        return [(axis.low, to), (at, axis.high)]
    if to < at:
        raise Unfit
    return [(at, to)]


def _wrapped(picture: Picture, value: Fraction | None, axis: _Axis) -> Fraction:
    """A time of day within its day; any other value as it is."""
    if value is None:
        raise Unfit
    return value % axis.high if picture.kind == "day" else value


def _midnights(axis: _Axis, day: Fraction) -> list[Fraction]:
    """Every midnight from the first time to the last; none where they are too many."""
    first, last = -(-axis.low // day), axis.high // day
    return [day * n for n in range(first, last + 1)] if last - first < MOST_LINES else []


def _edges(rows: Iterable[DrawnRow]) -> Iterator[int]:
    """Where the points stand and the bars begin and end."""
    for row in rows:
        if row.point is not None:
            yield row.point
        for span in row.spans:
            yield from (span.at, span.at + span.width)


def present_picture(drawn: Drawn) -> dict[str, object]:
    """The context of templates/fragments/picture.mustache."""
    kind = drawn.picture.kind
    over_days = kind == "level"
    key = "days-long" if kind == "days" and not drawn.lines else kind
    line: dict[int, int] = {}  # through the first row of each day
    for row in drawn.rows:
        line.setdefault(row.point or 0, 1000 - (row.height or 0))
    return {
        "id": drawn.picture.id,
        "name": drawn.picture.name,
        "axis": say(f"picture.{key}"),
        "lines": [{"x": _tenths(x)} for x in drawn.lines],
        "over_days": over_days,
        "legs": [
            {"x1": _tenths(a[0]), "y1": _tenths(a[1]), "x2": _tenths(b[0]), "y2": _tenths(b[1])}
            for a, b in pairwise(sorted(line.items()))
        ]
        if over_days
        else [],
        "rows": [_present_row(row) for row in drawn.rows],
    }


def _present_row(row: DrawnRow) -> dict[str, object]:
    return {
        "name": row.name,
        "figure": row.figure,
        "mark": row.mark,
        "is_limit": row.mark == "limit",
        "point": "" if row.point is None else _tenths(row.point),
        "height": "" if row.height is None else _tenths(1000 - row.height),
        "spans": [{"x": _tenths(span.at), "width": _tenths(span.width)} for span in row.spans],
    }


def _tenths(count: int) -> str:
    return f"{count // 10}.{count % 10}"
