"""limits.toml to the limits of a pack's quantities, every figure and dimension proved."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from webref.content.calculators.limits.records import LimitRecord, LimitsRecord
from webref.content.calculators.scope import Scope
from webref.content.facts.figures import Fact, Source
from webref.content.prose.builder import Builder
from webref.content.reading.spelling import dosing_figures
from webref.content.table import RowFile
from webref.dosing import spec
from webref.dosing.dimensions import NUMBER, TRUTH, ValueKind
from webref.dosing.nodes import Binary, Compare, Name, Node
from webref.dosing.units import Dimension, UnknownUnit, is_unit, unit_of
from webref.errors import Problem, near

FILE = "limits.toml"


@dataclass(frozen=True)
class Quantity:
    """A quantity that limits are set on."""

    route: str
    dimension: Dimension


@dataclass(frozen=True)
class Limit:
    """A limit read: what passes it, the case that it is of, and its words."""

    record: LimitRecord
    op: Literal[">", "<", "<="]
    fact: str
    case: Node | None
    title: spec.Template
    text: spec.Template

    def passed(self, value: Node) -> Node:
        """The condition that a value passes the limit."""
        if self.record.times:
            value = Binary("*", value, Name(self.record.times))
        return Compare(self.op, value, Name(self.fact))


@dataclass(frozen=True)
class Limits:
    """Every limit of a pack, with the figures that they name and what they may depend on."""

    quantities: Mapping[str, Quantity]
    cases: Mapping[str, ValueKind]
    constants: Mapping[str, spec.Constant]
    limits: tuple[Limit, ...]

    def of(self, quantity: str) -> Iterator[Limit]:
        """The limits of one quantity, in the order of the file."""
        return (limit for limit in self.limits if limit.record.quantity == quantity)


NO_LIMITS = Limits({}, {}, {}, ())


class LimitScope(Scope):
    """Reads limits.toml, collecting every problem on the way."""

    record: LimitsRecord

    def __init__(
        self, record: LimitsRecord, facts: Mapping[str, Fact], sources: Mapping[str, Source]
    ) -> None:
        """Read for one pack."""
        super().__init__(FILE, record, facts, sources)

    def read(self) -> Limits:
        """The limits; meaningless when problems were found."""
        constants = {one.id: one for one in (*self.fact_constants(), *self.own_constants())}
        quantities = {}
        for quantity in self.record.quantity:
            try:
                dimension = unit_of(quantity.unit).dimension
            except UnknownUnit as unknown:
                self.problem(f"quantity[{quantity.id}].unit", str(unknown))
                continue
            quantities[quantity.id] = Quantity(quantity.route, dimension)
        cases = {}
        for case in self.record.case:
            place = f"case[{case.id}]"
            if bool(case.options) == bool(case.unit) or not is_unit(case.unit):
                self.problem(place, "has either options or a unit of the table")
                continue
            dimension = unit_of(case.unit).dimension
            kind = ValueKind("word", options=tuple(case.options)) if case.options else None
            cases[case.id] = kind or ValueKind("number", dimension)
            self.declare(place, case.id, cases[case.id])
        limits = tuple(self._limit(item, quantities) for item in self.record.limit)
        return Limits(quantities, cases, constants, limits)

    def _limit(self, item: LimitRecord, quantities: Mapping[str, Quantity]) -> Limit:
        place = f"limit[{item.id}]"
        sides: list[tuple[Literal[">", "<", "<="], str | None]] = [
            (">", item.above), ("<", item.below), ("<=", item.at_most),
        ]  # fmt: skip
        named = [(op, fact) for op, fact in sides if fact]
        if len(named) != 1:
            self.problem(place, "has one of above, below and at_most")
        op, fact = (named or [(">", "")])[0]
        quantity = quantities.get(item.quantity)
        if quantity is None:
            known = near(item.quantity, quantities)
            message = f"{item.quantity} is no quantity of this file{known}"
            self.problem(f"{place}.quantity", message)
        for name, wanted in (
            (fact, quantity and ValueKind("number", quantity.dimension)),
            (item.times, NUMBER),
        ):
            if not name or not wanted or name in self.unresolved:
                continue
            if name not in self.kinds:
                known = near(name, self.kinds)
                self.problem(place, f"{name} is no name of [facts] or [constants]{known}")
            elif self.kinds[name].dimension != wanted.dimension:
                self.problem(place, f"{name} is of another dimension")
        if fact and fact not in self.record.facts:
            self.problem(place, f"{fact} is no fact: a limit is a figure of a source")
        case = self.formula(f"{place}.when", item.when, TRUTH) if item.when else None
        for cite in item.cites:
            self.cited(f"{place}.cites", cite)
        return Limit(
            item, op, fact, case,
            self.template(f"{place}.title", item.title, "stop"),
            self.template(f"{place}.text", item.text, "stop"),
        )  # fmt: skip


def read_limits(record: LimitsRecord, builder: Builder) -> Limits:
    """The limits of a pack, or none with problems kept."""
    references = builder.references
    named = {reference.partition(":")[0] for reference in record.facts.values()}
    named |= {cite for one in record.limit for cite in one.cites if not cite.startswith("@")}
    builder.used |= named
    if not references.whole and not named <= references.facts.keys():
        return NO_LIMITS  # what is missing stands in a file of facts that could not be read
    scope = LimitScope(record, references.facts, references.sources)
    limits = scope.read()
    problems = [*scope.problems, *_check_record(record, builder)]
    builder.problems += problems
    return NO_LIMITS if problems else limits


def _check_record(record: LimitsRecord, builder: Builder) -> Iterator[Problem]:
    """Ids stand once, labels are labels, and words repeat no figure."""
    for key, ids in (
        ("quantity", [item.id for item in record.quantity]),
        ("case", [item.id for item in record.case]),
        ("limit", [item.id for item in record.limit]),
    ):
        for name, times in Counter(ids).items():
            if times > 1:
                yield Problem(FILE, f"{key}[{name}]", "defined twice")
    for item in record.limit:
        labels = builder.references.labels
        for label in item.labels:
            if not (label in labels and labels[label].followed):
                message = f"{label} is no label that calculators may follow{near(label, labels)}"
                yield Problem(FILE, f"limit[{item.id}].labels", message)
        for figure in dosing_figures(f"{item.title} {item.text}"):
            yield Problem(FILE, f"limit[{item.id}]", f"the figure {figure} is no fact")


LIMITS = RowFile(
    file=FILE,
    record=LimitsRecord,
    build=read_limits,
    absent=lambda _: NO_LIMITS,
    called={
        "kind.limit": "Limit",
    },
)
