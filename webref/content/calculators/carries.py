"""A figure carried from one calculator to an entry of another: by what it means, by a tap."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from webref.content.calculators.limits.build import Limits
from webref.content.calculators.records import (
    CalculatorRecord,
    CarryRecord,
    InputRecord,
    OutputRecord,
)
from webref.errors import near


@dataclass(frozen=True)
class Carry:
    """A figure of a calculator (an answer, or an entry if `typed`) and the entry it may go to.

    groups: ids of the entries on the patient that both calculators ask, which go with it.
    """

    origin: str
    figure: str
    typed: bool
    to: str
    entry: str
    groups: tuple[str, ...]


def place_of(carry: CarryRecord) -> str:
    """Where a problem of it stands."""
    return f"carry[{carry.figure} to {carry.to}]"


def build_carry(
    name: str, carry: CarryRecord, records: Mapping[str, CalculatorRecord], limits: Limits
) -> Carry:
    """A carry of the calculator `name`; meaningless where problems were found."""
    origin, target = records[name], records[carry.to]
    here = {item.id for item in origin.input}
    there = {item.id for item in target.input}
    groups = tuple(case for case in limits.cases if case in here & there and case != carry.entry)
    return Carry(name, carry.figure, carry.figure in here, carry.to, carry.entry, groups)


def check_carry(
    name: str, carry: CarryRecord, records: Mapping[str, CalculatorRecord]
) -> Iterator[str]:
    """What is wrong with a carry of the calculator `name`, and what to write.

    A figure goes to an entry of another calculator that means the same, takes its unit, and
    follows no other label.
    """
    origin, target = records[name], records.get(carry.to)
    figures: dict[str, InputRecord | OutputRecord] = {item.id: item for item in origin.input}
    figures |= {item.id: item for item in origin.output}
    figure = figures.get(carry.figure)
    if target is None or carry.to == name:
        yield f"to: {carry.to} is no other calculator{near(carry.to, records.keys() - {name})}"
        return
    entries = {item.id: item for item in target.input}
    entry = entries.get(carry.entry)
    if figure is None:
        known = near(carry.figure, figures)
        yield f"figure: {carry.figure} is no answer or entry of this calculator{known}"
    if entry is None:
        known = near(carry.entry, entries)
        yield f"entry: {carry.entry} is no entry of {carry.to}{known}"
    if figure is None or entry is None:
        return
    if isinstance(figure, OutputRecord) and (figure.to or figure.hypothetical):
        yield f"figure: {carry.figure} is a range or what nobody has chosen: carry one answer"
    if not figure.quantity or figure.quantity != entry.quantity:
        yield (
            f"entry: {carry.figure} is {_meaning(figure)}, and {carry.entry} of {carry.to} is "
            f"{_meaning(entry)}: a figure goes to an entry that means the same, so give both one "
            "quantity of limits.toml, or name another entry"
        )
    shown = [figure.unit] if isinstance(figure, OutputRecord) else figure.units
    for unit in shown:
        if unit not in entry.units:
            yield f"entry: {carry.entry} takes no {unit}: add it to its units, or leave this out"
    others = [label for label in origin.labels if label not in target.labels]
    if target.labels and others:
        yield (
            f"to: {carry.to} does not follow {' or '.join(others)}, which this calculator may: a "
            "figure goes to no other label"
        )


def _meaning(item: InputRecord | OutputRecord) -> str:
    return item.quantity or item.other or "no quantity"
