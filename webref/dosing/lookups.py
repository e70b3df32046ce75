"""Which row of each printed table a calculator read."""

from dataclasses import dataclass

from webref.dosing.run import Absent, Values, truth
from webref.dosing.spec import Calculator, Lookup, LookupRow


@dataclass(frozen=True)
class Read:
    """A table, and the row that was read; none where its entries were left out."""

    lookup: Lookup
    row: LookupRow | None


def rows_read(calculator: Calculator, values: Values) -> tuple[Read, ...]:
    """The tables of a calculator with the row of each, from all values of an evaluation."""
    return tuple(Read(lookup, _row(lookup, values)) for lookup in calculator.lookups)


def rows_unread(calculator: Calculator) -> tuple[Read, ...]:
    """The tables of a calculator before anything is answered."""
    return tuple(Read(lookup, None) for lookup in calculator.lookups)


def _row(lookup: Lookup, values: Values) -> LookupRow | None:
    try:
        return next((row for row in lookup.rows if truth(row.when, values)), None)
    except Absent:
        return None
