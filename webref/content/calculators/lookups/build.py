"""A printed table to steps that choose among its rows, to stops of its gaps, and as it is shown."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from webref.content.calculators.lookups.bands import all_of, chosen
from webref.content.calculators.lookups.records import LookupColumnRecord, figures_in
from webref.content.calculators.lookups.rows import LookupRows, RowKey, WrittenRow
from webref.dosing import spec
from webref.dosing.dimensions import ValueKind
from webref.dosing.nodes import Among, Choose, Compare, Given, Logic, Name, Node, Number, Text
from webref.dosing.units import unit_of
from webref.dosing.words import say

_FILL = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_ZERO = Number("0")  # where a row gives no figure: a step is absent there
_ANY = "any"


@dataclass(frozen=True)
class BuiltLookup:
    """What a table becomes: figures of facts, steps and checks, and the table as shown."""

    constants: tuple[spec.Constant, ...]
    steps: tuple[spec.Step, ...]
    checks: tuple[spec.Check, ...]
    lookup: spec.Lookup


class LookupBuilder(LookupRows):
    """Builds one table of a calculator."""

    by = ""  # the name that is compared with limits: the key, or the key rounded

    def build(self) -> BuiltLookup | None:
        """The table; None with problems where its rows do not hold every case once."""
        figures = {text: self.figure_of(text) for text in figures_in(self.record)}
        if None in figures.values() or not self.check_keys() or not self.check_rows():
            return None
        self.figures = {text: found for text, found in figures.items() if found}
        before = self._round()
        rows = self.read_rows()
        if not self.check_units(rows):
            return None
        sound = [self.check_case(case, rows) for case in product(*(k.options for k in self.words))]
        if not all(sound):
            return None
        steps = tuple(self._step(column, rows) for column in self.record.column)
        return BuiltLookup(
            tuple(self.own),
            (*before, *steps),
            tuple(check for row in rows if (check := self._check(row))),
            self._shown(rows),
        )

    def _round(self) -> tuple[spec.Step, ...]:
        """The step that rounds the key before it is held against limits, where one does."""
        self.by = self.key.id if self.key else ""
        if not self.key or not self.record.round:
            return ()
        self.by = f"{self.record.id}_key"
        text = f"round_to({self.key.id}, {self.record.round})"
        value = self.scope.typed(f"{self.place}.round", text, self.key.unit)
        self.scope.declare(self.place, self.by, self.scope.kinds[self.key.id])
        return (
            spec.Step(self.by, say("figure.rounded", name=self.key.name), value, self.key.unit, 4),
        )

    def _step(self, column: LookupColumnRecord, rows: Sequence[WrittenRow]) -> spec.Step:
        name, unit = column.id, column.unit
        value = self._tree(name, rows, self.words)
        gives = [row for row in rows if name in row.record.gives]
        when = None
        if len(gives) < len(rows):
            tests = [self._when(row) for row in gives]
            when = tests[0] if len(tests) == 1 else Logic("or", tuple(tests))
        self.scope.tier_1(f"{self.place}.column[{name}]", value)
        self.scope.declare(
            f"{self.place}.column[{name}]", name, ValueKind("number", unit_of(unit).dimension)
        )
        figures = {self.figures[row.record.gives[name]].id for row in gives}
        if not self.key and figures <= self.scope.references.keys():
            self.scope.open.add(name)  # a figure of a fact, found by choices alone
        return spec.Step(name, column.name, value, unit, column.places, when)

    def _tree(self, column: str, rows: Sequence[WrittenRow], words: Sequence[RowKey]) -> Node:
        """The figure of a column: choices first, in the order of the key, then the number."""
        if not words:
            here = [(row.band, self._given(row, column)) for row in rows]
            return chosen(self.by, here) if self.key else here[0][1]
        key, rest = words[0], words[1:]
        groups: dict[tuple[int, ...], list[str]] = {}
        for word in key.options:
            held = tuple(
                row.number for row in rows if word in row.record.is_.get(key.id, key.options)
            )
            groups.setdefault(held, []).append(word)
        ways = [
            (among, self._tree(column, [row for row in rows if row.number in held], rest))
            for held, among in groups.items()
        ]
        node = ways[-1][1]
        for among, way in reversed(ways[:-1]):
            node = Choose(_one_of(key.id, among), way, node)
        return node

    def _given(self, row: WrittenRow, column: str) -> Node:
        text = row.record.gives.get(column)
        return Name(self.figures[text].id) if text else _ZERO

    def _when(self, row: WrittenRow) -> Node:
        """What must hold for a row to be read."""
        tests: list[Node] = [
            _one_of(key.id, row.record.is_[key.id])
            for key in self.words
            if key.id in row.record.is_
        ]
        tests += row.band.tests(self.by)
        return all_of(tests)

    def _check(self, row: WrittenRow) -> spec.Check | None:
        """What a row says in words: a stop where the source leaves a gap, else a note."""
        record = row.record
        if not record.text or record.stopped_by:
            return None
        place = f"{self.place}.row[{row.number}]"
        given = [Given(key.id) for key in self.keys if key.optional]
        title = record.stop or f"{self.record.name}: {', '.join(self._heads(row))}"
        level: spec.Level = "stop" if record.stop else "info"
        return spec.Check(
            self._id(row),
            level,
            all_of([*given, self._when(row)]),
            self.scope.template(f"{place}.stop", title, "stop"),
            self.scope.template(f"{place}.text", record.text, "stop"),
            self._cites(row),
            self.key.id if self.key and not self.key.id.endswith("_key") else "",
        )

    def _id(self, row: WrittenRow) -> str:
        return f"{self.record.id.replace('_', '-')}-{row.number}"

    def _heads(self, row: WrittenRow) -> list[str]:
        """The choices and the numbers that a row is for, as they stand at its head."""
        heads = [
            " or ".join(key.options[word] for word in row.record.is_[key.id])
            if key.id in row.record.is_
            else _ANY
            for key in self.words
        ]
        return [*heads, row.band.words()] if self.key else heads

    def _cites(self, row: WrittenRow) -> tuple[int, ...]:
        """The numbers of the facts whose figures stand in a row."""
        edges = [edge.name for edge in (row.band.lower, row.band.upper) if edge]
        names = [*edges, *(self.figures[text].id for text in row.record.gives.values())]
        facts = [self.scope.references[n] for n in names if n in self.scope.references]
        ids = dict.fromkeys(reference.partition(":")[0] for reference in facts)
        return tuple(dict.fromkeys(self.scope.number(self.scope.facts[one].cite) for one in ids))

    def _shown(self, rows: Sequence[WrittenRow]) -> spec.Lookup:
        heads = [key.name for key in self.words]
        if self.key:
            heads.append(f"{self.key.name}, rounded" if self.record.round else self.key.name)
        heads += [column.name for column in self.record.column]
        return spec.Lookup(
            self.record.id,
            self.record.name,
            tuple(heads),
            tuple(
                spec.LookupRow(
                    (*self._heads(row), *self._cells(row)),
                    self._said(row),
                    self._cites(row),
                    self._when(row),
                    row.record.stopped_by or (self._id(row) if row.record.stop else ""),
                )
                for row in rows
            ),
            tuple(column.id for column in self.record.column),
        )

    def _cells(self, row: WrittenRow) -> Iterator[str]:
        for column in self.record.column:
            text = row.record.gives.get(column.id)
            yield self.figures[text].shown if text else "none given"

    def _said(self, row: WrittenRow) -> str:
        """The words of a row in the table, which stands there before anything is typed."""
        record = row.record
        words = [record.stop, record.text]
        if record.stopped_by:
            words = [self.stops[record.stopped_by].title]
        parts = _FILL.split(" ".join(filter(None, words)))
        for at in range(1, len(parts), 2):
            if parts[at] in self.known:
                parts[at] = self.known[parts[at]].shown
            elif parts[at] in self.scope.kinds:
                self.problem(
                    f"{{{parts[at]}}} is no figure: a table is read before entries", row.number
                )
        return "".join(parts)


def _one_of(name: str, words: Sequence[str]) -> Node:
    """That a choice is one of some answers."""
    if len(words) == 1:
        return Compare("==", Name(name), Text(words[0]))
    return Among(Name(name), tuple(words))
