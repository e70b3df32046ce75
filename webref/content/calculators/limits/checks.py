"""The limits of a pack, compiled into the checks and columns of one calculator."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from webref.content.calculators.limits.build import Limit, Limits
from webref.content.calculators.limits.conditions import Known, both, negate, possibly, surely
from webref.content.calculators.records import CalculatorRecord, TableRecord
from webref.content.calculators.scope import Scope
from webref.dosing import spec
from webref.dosing.limits import PLACE_ENDS
from webref.dosing.nodes import Among, Given, Name, Node, names_in


@dataclass(frozen=True)
class QuantityPlace:
    """Where a quantity stands: its value, what is said of it, and what must hold for it to be."""

    quantity: str
    value: Node
    said: spec.Template
    named: spec.Template  # as a stop says it, which shows no computed value
    there: tuple[Node, ...] = ()
    hypothetical: bool = False
    field: str = ""


class Compiler:
    """Compiles the limits of a pack for one calculator."""

    def __init__(self, limits: Limits, scope: Scope, built: spec.Calculator) -> None:
        """Compile for this calculator, whose scope numbers what is cited."""
        self.limits, self.scope, self.built = limits, scope, built
        inputs = {item.id: item for item in built.inputs}
        shared = limits.cases.keys() & inputs.keys()
        self.asked = shared | ({"label"} if built.labels else set())
        self.optional = {name for name in shared if inputs[name].optional}
        if built.label_optional:
            self.optional.add("label")

    def compile(self, record: CalculatorRecord) -> spec.Calculator:
        """The calculator with its limits as checks, and those of columns beside them."""
        checks = tuple(check for place in self._places(record) for check in self._checks(place))
        tables = tuple(
            self._table(table, item)
            for table, item in zip(self.built.tables, record.table, strict=True)
        )
        rows = (check for table in tables for column in table.columns for check in column.limits)
        named = {name for check in (*checks, *rows) for name in _names(check)}
        constants = (c for name, c in self.limits.constants.items() if name in named)
        return replace(
            self.built,
            constants=(*self.built.constants, *constants),
            checks=(*self.built.checks, *checks),
            tables=tables,
        )

    def _table(self, table: spec.ScheduleTable, record: TableRecord) -> spec.ScheduleTable:
        said = (f"{table.name}: every row that passes it is marked. ",)
        columns = []
        for column, item in zip(table.columns, record.columns, strict=True):
            place = QuantityPlace(item.quantity, column.value, said, said, hypothetical=True)
            columns.append(replace(column, limits=tuple(self._checks(place))))
        return replace(table, columns=tuple(columns))

    def _places(self, record: CalculatorRecord) -> Iterator[QuantityPlace]:
        """Entries, then outputs, those that are merely shown last: a limit is said at the first."""
        for item in record.input:
            if item.quantity:
                there = (Given(item.id),) if item.optional else ()
                said: spec.Template = (f"{item.name}: ", (item.id,), PLACE_ENDS)
                yield QuantityPlace(item.quantity, Name(item.id), said, said, there, field=item.id)
        entries = {item.id for item in record.input}
        outputs = zip(record.output, self.built.outputs, strict=True)
        for answer, output in sorted(
            outputs, key=lambda one: (one[0].hypothetical, not one[0].main)
        ):
            held = (output.when,) if output.when is not None else ()
            ends = zip((answer.value, answer.to), (output.value, output.to), strict=True)
            for name, node in ends if answer.quantity else ():
                if node is not None and name not in entries:
                    yield QuantityPlace(
                        answer.quantity,
                        node,
                        (f"{answer.name}: ", (name,), PLACE_ENDS),
                        (answer.name, PLACE_ENDS),
                        (*held, Given(name)),
                        answer.hypothetical,
                    )

    def _checks(self, place: QuantityPlace) -> Iterator[spec.Check]:
        """The limits of a quantity where it stands: those of the case, and those that may be."""
        for limit in self.limits.of(place.quantity):
            if limit.record.typed and not place.field:
                continue
            certain, perhaps = self._cases(limit)
            level = limit.record.level
            if place.hypothetical and level == "stop":
                level = "warn"
            yield from self._check(limit, place, certain, level)
            if not self._settled(limit):
                if level != "info":
                    level = "warn" if self._widest(limit) else "info"
                unsure = both((perhaps, negate(certain)))
                yield from self._check(limit, place, unsure, level, unsure=True)

    def _settled(self, limit: Limit) -> bool:
        """Whether all that a limit depends on must be entered."""
        depends = names_in(limit.case) - self.limits.constants.keys() if limit.case else set()
        depends |= {"label"} if limit.record.labels else set()
        return depends <= self.asked - self.optional

    def _cases(self, limit: Limit) -> tuple[Known, Known]:
        """Where the case of a limit is certain, and where it cannot be ruled out."""
        parts: list[Node] = []
        if limit.record.labels:
            parts.append(Among(Name("label"), tuple(limit.record.labels)))
        if limit.case is not None:
            parts.append(limit.case)
        asked = self.asked | self.limits.constants.keys()
        return (
            both(surely(part, asked, self.optional) for part in parts),
            both(self._possibly(part, asked) for part in parts),
        )

    def _possibly(self, part: Node, asked: set[str]) -> Known:
        labels = [label.id for label in self.built.labels]
        if isinstance(part, Among) and labels and not set(part.words) & set(labels):
            return False
        return possibly(part, asked, self.optional)

    def _check(
        self,
        limit: Limit,
        place: QuantityPlace,
        case: Known,
        level: spec.Level,
        unsure: bool = False,
    ) -> Iterator[spec.Check]:
        if case is False:
            return
        when = both((case, *place.there, limit.passed(place.value)))
        assert not isinstance(when, bool)
        where = f"limit[{limit.record.id}].cites"
        numbers = (self.scope.cited(where, cite) for cite in limit.record.cites)
        said = place.named if level == "stop" else place.said
        yield spec.Check(
            limit.record.id,
            level,
            when,
            limit.title,
            (*said, *limit.text),
            tuple(dict.fromkeys(filter(None, numbers))),
            place.field,
            unsure,
            of_limit=True,
        )

    def _widest(self, limit: Limit) -> bool:
        """Whether no other limit of the same span, which may hold instead, lies further out."""
        fact = self.limits.constants[limit.fact].value
        return not any(
            (other > fact) if limit.op == ">" else (other < fact)
            for one in self.limits.of(limit.record.quantity)
            if limit.record.span and one.record.span == limit.record.span and one.op == limit.op
            if self._alternatives(limit, one)
            for other in [self.limits.constants[one.fact].value]
        )

    def _alternatives(self, limit: Limit, other: Limit) -> bool:
        """Whether two limits may hold of one patient, as far as the label decides it."""
        mine, theirs = set(limit.record.labels), set(other.record.labels)
        return not self.built.labels or not mine or not theirs or bool(mine & theirs)


def _names(check: spec.Check) -> set[str]:
    """Every name that a check reads or shows."""
    shown = {part[0] for part in (*check.title, *check.text) if isinstance(part, tuple)}
    return names_in(check.when) | shown
