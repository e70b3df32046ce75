"""The tables of a calculator, each built as soon as what it is read by is known."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from webref.content.calculators.lookups.build import BuiltLookup, LookupBuilder
from webref.content.calculators.lookups.rows import RowKey
from webref.content.calculators.records import CalculatorRecord, InputRecord
from webref.content.calculators.scope import Scope
from webref.dosing import spec
from webref.dosing.followed import FollowedLabel, kind_of
from webref.dosing.nodes import Given, Logic, names_in
from webref.dosing.words import say


class LookupOrder:
    """Builds the tables of one calculator between its steps."""

    def __init__(
        self,
        scope: Scope,
        record: CalculatorRecord,
        labels: Iterable[FollowedLabel],
        constants: Sequence[spec.Constant],
    ) -> None:
        """Nothing is built yet; the entries are known."""
        self.scope, self.waiting = scope, list(record.lookup)
        self.constants = list(constants)
        self.stops = {check.id: check for check in record.check if check.level == "stop"}
        self.built: list[BuiltLookup] = []
        self.keys: dict[str, RowKey] = {
            item.id: _entry(item)
            for item in record.input
            if item.kind in ("quantity", "whole", "choice")
        }
        names = {label.id: label.name for label in labels}
        if names:
            kind = kind_of(one.kind for one in labels)
            self.keys["label"] = RowKey(
                "label", say(f"working.{kind}"), "", names, record.label_optional
            )

    def ready(self, steps: Sequence[spec.Step] = ()) -> list[spec.Step]:
        """The steps just built, and those of tables that can be read now."""
        found = list(steps)
        self.keys |= {step.id: RowKey(step.id, step.name, step.unit, {}, True) for step in steps}
        for record in list(self.waiting):
            if record in self.waiting and set(record.key) <= self.keys.keys():
                self.waiting.remove(record)
                built = LookupBuilder(
                    self.scope, record, self.keys, self.constants, self.stops
                ).build()
                if built is None:
                    self.scope.unresolved |= {column.id for column in record.column}
                else:
                    self.built.append(built)
                    self.constants += built.constants
                    found += self.ready(built.steps)
        return found

    def guarded(
        self, checks: Sequence[spec.Check], steps: Sequence[spec.Step]
    ) -> tuple[spec.Check, ...]:
        """The checks of the file, none of which reads a figure where a row with a stop is read.

        There the row's own stop is what must be said, and not that something has no answer.
        """
        absent = {
            name
            for one in self.built
            if any(row.stop for row in one.lookup.rows)
            for name in one.lookup.steps
        }
        for step in steps:
            if names_in(step.value) & absent:
                absent.add(step.id)
        return tuple(
            replace(check, when=Logic("and", (*map(Given, sorted(read)), check.when)))
            if (read := names_in(check.when) & absent)
            else check
            for check in checks
        )

    def finish(self) -> None:
        """Note every table that is read by what is not there."""
        for record in self.waiting:
            self.scope.unresolved |= {column.id for column in record.column}
            for name in sorted(set(record.key) - self.keys.keys()):
                self.scope.problem(
                    f"lookup[{record.id}].key",
                    f"{name} is no entry with a number or with choices, and no step",
                )


def _entry(item: InputRecord) -> RowKey:
    options = {option.id: option.name for option in item.options}
    return RowKey(item.id, item.name, "".join(item.units[:1]), options, item.optional)
