"""The rows of a printed table, and whether together they hold every case once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from webref.content.calculators.lookups.bands import Band, Edge, check_bands
from webref.content.calculators.lookups.records import LookupRecord, LookupRowRecord
from webref.content.calculators.records import CheckRecord
from webref.content.calculators.scope import Scope
from webref.dosing import spec
from webref.dosing.dimensions import ValueKind, spell
from webref.dosing.units import UnknownUnit, unit_of
from webref.errors import near


@dataclass(frozen=True)
class RowKey:
    """An entry, a step or the label that a table may be read by; options: of a choice, by id."""

    id: str
    name: str
    unit: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    optional: bool = False


@dataclass(frozen=True)
class WrittenRow:
    """A row as written, its number from 1, and the numbers that it holds."""

    record: LookupRowRecord
    number: int
    band: Band


class LookupRows:
    """Reads the rows of one table; what is wrong with them is noted in the scope."""

    def __init__(
        self,
        scope: Scope,
        record: LookupRecord,
        keys: Mapping[str, RowKey],
        constants: Sequence[spec.Constant],
        stops: Mapping[str, CheckRecord],
    ) -> None:
        """Read for one calculator, whose names the scope knows; stops: its own, by id."""
        self.stops = stops
        self.scope, self.record = scope, record
        self.place = f"lookup[{record.id}]"
        self.known = {constant.id: constant for constant in constants}
        self.own: list[spec.Constant] = []
        self.keys = [keys[name] for name in record.key]
        self.words = [key for key in self.keys if key.options]
        self.key = next((key for key in self.keys if not key.options), None)
        self.figures: dict[str, spec.Constant] = {}  # by what rows call them

    def problem(self, message: str, row: int | None = None) -> bool:
        """Note a problem of the table, or of one of its rows; always False."""
        self.scope.problem(self.place if row is None else f"{self.place}.row[{row}]", message)
        return False

    def figure_of(self, text: str) -> spec.Constant | None:
        """The figure that a row names, by a name of the file or as a fact's own."""
        if "." in text:
            name = re.sub(r"\W", "_", text)
            found = self.known.get(name) or self.scope.fact_constant(self.place, name, text)
            if found and name not in self.known:
                self.own.append(found)
                self.known[name] = found
            return found
        if text not in self.known and text not in self.scope.unresolved:
            known = near(text, self.known)
            self.problem(f"{text} is no name of [facts] or [constants], nor a fact's figure{known}")
        return self.known.get(text)

    def check_keys(self) -> bool:
        """Whether the table is read by choices and one number at most."""
        numbers = [key.id for key in self.keys if not key.options]
        if len(numbers) > 1:
            return self.problem(f"is read by one number, not by {' and '.join(numbers)}")
        if self.record.round and not self.key:
            return self.problem("rounds no number: it is read by choices alone")
        return True

    def check_rows(self) -> bool:
        """Whether each row names what there is, and gives, says or stops."""
        columns = [column.id for column in self.record.column]
        options = {key.id: key.options for key in self.words}
        sound = True
        for number, row in enumerate(self.record.row, 1):
            for name in row.gives.keys() - set(columns):
                known = near(name, columns)
                sound = self.problem(f"gives {name}, which is no column{known}", number)
            for name, words in row.is_.items():
                for word in words:
                    if name not in options or word not in options[name]:
                        known = near(word, options[name]) if name in options else ""
                        sound = self.problem(f"{word} is no answer of {name}{known}", number)
            edges = (row.above and row.from_) or (row.to and row.below)
            if edges:
                sound = self.problem("has one lower and one upper limit at most", number)
            if (row.above or row.from_ or row.to or row.below) and not self.key:
                sound = self.problem("has a limit, and no number is read", number)
            if row.stop and (row.gives or not row.text):
                sound = self.problem("a row with stop gives nothing, and says why in text", number)
            if row.stopped_by and (row.stop or row.gives or row.text):
                sound = self.problem("a row with stopped_by has nothing else", number)
            elif row.stopped_by and row.stopped_by not in self.stops:
                known = near(row.stopped_by, self.stops)
                sound = self.problem(f"{row.stopped_by} is no check that stops{known}", number)
            if not (row.stop or row.stopped_by or row.gives or row.text):
                sound = self.problem("gives nothing and says nothing", number)
        return sound

    def read_rows(self) -> list[WrittenRow]:
        """The rows with their bands; one without a lower limit goes on from the row before it."""
        rows: list[WrittenRow] = []
        for number, row in enumerate(self.record.row, 1):
            lower = self._edge(row.above, False) or self._edge(row.from_, True)
            upper = self._edge(row.below, False) or self._edge(row.to, True)
            last = rows[-1] if rows else None
            if lower is None and last and last.record.is_ == row.is_ and last.band.upper:
                end = last.band.upper
                lower = Edge(end.name, end.value, end.shown, not end.held)
            rows.append(WrittenRow(row, number, Band(lower, upper)))
        return rows

    def _edge(self, text: str, held: bool) -> Edge | None:
        if not text:
            return None
        found = self.figures[text]
        return Edge(found.id, found.value, found.shown, held)

    def check_case(self, case: tuple[str, ...], rows: Sequence[WrittenRow]) -> bool:
        """Every case of the choices has one row, or rows that hold every number once."""
        here = [row for row in rows if self.is_for(row, case)]
        said = ", ".join(
            f"{key.name} is {key.options[word]}" for key, word in zip(self.words, case, strict=True)
        )
        if not here:
            return self.problem(f"no row is for: {said}")
        if self.key is None:
            if len(here) == 1:
                return True
            return self.problem(f"rows {here[0].number} and {here[1].number} both hold: {said}")
        step = None
        if self.record.round in self.known:
            step = self.known[self.record.round].value
        found = list(check_bands([(row.number, row.band) for row in here], step))
        for message in found:
            self.problem(f"{message} ({said})" if said else message)
        return not found

    def check_units(self, rows: Sequence[WrittenRow]) -> bool:
        """Limits are of the key's dimension, and figures of their column's."""
        units = {column.id: column.unit for column in self.record.column}
        sound = True
        for row in rows:
            pairs = [(self.figures[name], units[c]) for c, name in row.record.gives.items()]
            record = row.record
            edges = filter(None, (record.above, record.from_, record.to, record.below))
            if self.key:
                pairs += [(self.figures[edge], self.key.unit) for edge in edges]
            for figure, unit in pairs:
                try:
                    wanted, found = (unit_of(name).dimension for name in (unit, figure.unit))
                except UnknownUnit as unknown:
                    sound = self.problem(str(unknown))
                    continue
                if found != wanted:
                    why = f"{figure.shown} is not in {spell(ValueKind('number', wanted))}"
                    sound = self.problem(why, row.number)
        return sound

    def is_for(self, row: WrittenRow, case: tuple[str, ...]) -> bool:
        """Whether a row is for a case of the choices."""
        return all(
            word in row.record.is_.get(key.id, key.options)
            for key, word in zip(self.words, case, strict=True)
        )
