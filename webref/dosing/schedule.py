"""A calculator's tables carried out row by row, each bounded by its most."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from webref.dosing.entries import Value
from webref.dosing.run import Values, number, truth
from webref.dosing.shown import show_value
from webref.dosing.spec import Check, ScheduleTable


@dataclass(frozen=True)
class ScheduleRow:
    """A row of a schedule: its bar in ten-thousandths of the largest, the limits it passes."""

    cells: tuple[str, ...]
    bar: int
    passed: tuple[Check, ...] = ()


@dataclass(frozen=True)
class Schedule:
    """A table's rows, and whether it was cut at its most."""

    table: ScheduleTable
    rows: tuple[ScheduleRow, ...]
    capped: bool


def schedules(tables: Iterable[ScheduleTable], values: Values) -> tuple[Schedule, ...]:
    """The schedules that apply and have a row."""
    applying = (
        _schedule(table, values)
        for table in tables
        if table.when is None or truth(table.when, values)
    )
    return tuple(schedule for schedule in applying if schedule.rows)


def _schedule(table: ScheduleTable, values: Values) -> Schedule:
    state = {name: number(node, values) for name, node in table.start}
    rows: list[tuple[tuple[str, ...], Fraction, tuple[Check, ...]]] = []
    while True:
        here: dict[str, Value | None] = {**values, **state, "n": Fraction(len(rows))}
        if not truth(table.go_on, here):
            capped = False
            break
        if len(rows) == table.most:
            capped = True
            break
        cells, bar = [], Fraction(0)
        limits = (limit for column in table.columns for limit in column.limits)
        passed = tuple(limit for limit in limits if truth(limit.when, here))
        for column in table.columns:
            value = number(column.value, here)
            cells.append(show_value(value, column.unit, column.places).text)
            bar = value if column.id == table.chart else bar
        rows.append((tuple(cells), bar, passed))
        state = {name: number(node, here) for name, node in table.next}
    largest = max((bar for _, bar, _ in rows), default=Fraction(0))
    return Schedule(
        table,
        tuple(ScheduleRow(cells, _share(bar, largest), passed) for cells, bar, passed in rows),
        capped,
    )


def _share(part: Fraction, whole: Fraction) -> int:
    """The share in ten-thousandths, less than a phone can draw; a bar is never below none."""
    return int(10_000 * part / whole) if part > 0 else 0
