"""Rows read by a number: their limits, and whether together they hold every number once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from webref.dosing.nodes import Choose, Compare, Logic, Name, Node
from webref.dosing.words import say


@dataclass(frozen=True)
class Edge:
    """A limit of a row: the name of its figure, the figure, and whether the row holds it."""

    name: str
    value: Fraction
    shown: str
    held: bool


@dataclass(frozen=True)
class Band:
    """The numbers that a row is for; no edge: without end."""

    lower: Edge | None
    upper: Edge | None

    def words(self) -> str:
        """The band as it stands at the head of a row."""
        lower, upper = self.lower, self.upper
        if lower and upper and lower.held and upper.held:
            return say("range.span", low=lower.shown, high=upper.shown)
        parts = []
        if lower:
            parts.append(say("figure.from" if lower.held else "figure.above", edge=lower.shown))
        if upper:
            parts.append(say("figure.to" if upper.held else "figure.below", edge=upper.shown))
        return ", ".join(parts) or say("figure.any")

    def tests(self, key: str) -> tuple[Node, ...]:
        """What must hold of the key for its number to lie within the band."""
        found: list[Node] = []
        if self.lower:
            sign = ">=" if self.lower.held else ">"
            found.append(Compare(sign, Name(key), Name(self.lower.name)))
        if self.upper:
            found.append(below(key, self.upper))
        return tuple(found)


def below(key: str, edge: Edge) -> Node:
    """That the key has not passed the upper limit of a row."""
    return Compare("<=" if edge.held else "<", Name(key), Name(edge.name))


def check_bands(bands: Sequence[tuple[int, Band]], step: Fraction | None) -> Iterator[str]:
    """What is wrong with bands, each with the number of its row from 1; nothing: a whole line.

    step: what the key is rounded to first, so that no other number can fall between two rows.
    """
    for at, band in bands:
        low, high = band.lower, band.upper
        if low and high and not _begins_before_it_ends(low, high):
            yield f"row {at} holds no number: {band.words()}"
            return
    pairs = [(a, one.upper, b, other.lower) for (a, one), (b, other) in pairwise(bands)]
    for (before, one), (after, other) in pairwise(bands):
        if one.lower and other.upper and other.upper.value <= one.lower.value:
            yield f"rows {before} and {after} stand in the wrong order"
            return
    for before, end, after, begin in pairs:
        if end is None or begin is None:
            row, side = (before, "upper") if end is None else (after, "lower")
            yield f"rows {before} and {after} overlap: row {row} has no {side} limit"
        elif begin.value < end.value:
            yield f"rows {before} and {after} overlap: both hold {begin.shown} to {end.shown}"
        elif begin.value == end.value and end.held and begin.held:
            yield f"rows {before} and {after} overlap: both hold {end.shown}"
        elif not _meet(end, begin, step):
            lost = f"what lies between {end.shown} and {begin.shown}"
            lost = end.shown if begin.value == end.value else lost
            yield (
                f"no row holds {lost}: where the source leaves that gap, write a row with stop, "
                "or round the key first"
            )
    first, last = bands[0], bands[-1]
    if first[1].lower:
        yield (
            f"nothing holds what lies below row {first[0]}: leave out its lower limit, "
            "or write a row with stop before it"
        )
    if last[1].upper:
        yield (
            f"nothing holds what lies above row {last[0]}: leave out its upper limit, "
            "or write a row with stop after it"
        )


def _begins_before_it_ends(low: Edge, high: Edge) -> bool:
    return low.value < high.value or (low.value == high.value and low.held and high.held)


def _meet(end: Edge, begin: Edge, step: Fraction | None) -> bool:
    """Whether no number that the key can have lies between the end of a row and the next."""
    if begin.value == end.value:
        return end.held != begin.held
    if not step:
        return False
    least = end.value // step + 1 if end.held else -(-end.value // step)
    most = -(-begin.value // step) - 1 if begin.held else begin.value // step
    return least > most


def chosen(key: str, rows: Sequence[tuple[Band, Node]]) -> Node:
    """The value of the row that holds the key, by halves, so that few comparisons are said."""
    if len(rows) == 1:
        return rows[0][1]
    half = len(rows) // 2
    edge = rows[half - 1][0].upper
    assert edge is not None, "check_bands"
    return Choose(below(key, edge), chosen(key, rows[:half]), chosen(key, rows[half:]))


def all_of(parts: Sequence[Node]) -> Node:
    """All of one or more conditions."""
    return parts[0] if len(parts) == 1 else Logic("and", tuple(parts))
