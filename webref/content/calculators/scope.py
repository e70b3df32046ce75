"""The names that the formulas of one calculator may use, and what may be done with them."""

import keyword
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from webref.content.calculators.records import ConstantRecord
from webref.content.facts.figures import Cite, Fact, Source
from webref.dosing import spec
from webref.dosing.dimensions import MOMENT, SPAN, TRUTH, ValueKind, infer, spell
from webref.dosing.formula import FormulaError, figures_in, parse_formula
from webref.dosing.nodes import Node, names_in
from webref.dosing.numbers import Refused, read_number, show
from webref.dosing.units import IN_FORMULAS, UnknownUnit, unit_of, with_unit
from webref.errors import Problem, near

PLAIN_LITERALS = {"0", "1", "100"}
CALENDAR_KINDS = {"date": MOMENT, "moment": MOMENT, "clock": SPAN}
_BRACED = re.compile(r"{[^{}]*}?|}")  # what _FILL leaves
_FILL = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class Named(Protocol):
    """A record whose formulas may name labels, facts and constants."""

    @property
    def labels(self) -> Sequence[str]:
        """The labels that one may follow."""

    @property
    def facts(self) -> Mapping[str, str]:
        """A name and the figure of a fact."""

    @property
    def constants(self) -> Mapping[str, ConstantRecord]:
        """A name and a figure that is no fact."""


class Scope:
    """Names and their kinds, the citations numbered so far, and every problem met."""

    def __init__(
        self,
        file: str,
        record: Named,
        facts: Mapping[str, Fact],
        sources: Mapping[str, Source],
    ) -> None:
        """Start with the names that every formula may use."""
        self.file, self.record, self.facts, self.sources = file, record, facts, sources
        self.problems: list[Problem] = []
        self.cites: dict[Cite, int] = {}
        self.kinds: dict[str, ValueKind] = {
            name: ValueKind("number", unit_of(unit).dimension) for name, unit in IN_FORMULAS.items()
        }
        self.kinds["now"] = MOMENT
        if record.labels:
            self.kinds["label"] = ValueKind("word", options=tuple(record.labels))
        self.open: set[str] = set()  # names that a stop's text may show
        # Names whose definition is wrong: what uses them is not reported again.
        self.unresolved: set[str] = set()
        self.references: dict[str, str] = {}  # names that are figures of facts

    def problem(self, place: str, message: str) -> None:
        """Note a problem of this file."""
        self.problems.append(Problem(self.file, place, message))

    def lose(self, place: str, name: str, message: str) -> None:
        """Note a problem of the definition of a name, which then has no kind."""
        self.problem(place, message)
        self.unresolved.add(name)

    def declare(self, place: str, name: str, kind: ValueKind) -> None:
        """Make a name known; a name is defined once."""
        if name in self.kinds or name in ("label", "n"):
            self.problem(place, f"{name} is defined twice")
        if keyword.iskeyword(name):
            self.lose(place, name, f"{name} is a word of formulas: choose another id")
        self.kinds[name] = kind

    def fact_constants(self) -> Iterator[spec.Constant]:
        """The figures of facts that formulas name, declared as they are met."""
        for name, reference in self.record.facts.items():
            constant = self.fact_constant(f"facts.{name}", name, reference)
            if constant:
                yield constant

    def fact_constant(self, place: str, name: str, reference: str) -> spec.Constant | None:
        """A figure of a fact, declared by a name of formulas; None with a problem where none is."""
        fact_id, _, part = reference.partition(":")
        fact = self.facts.get(fact_id)
        if fact is None:
            self.lose(place, name, f"there is no fact {fact_id}{near(fact_id, self.facts)}")
            return None
        try:
            figure = fact.figure(part)
        except KeyError:
            known = near(part, fact.figures)
            self.lose(place, name, f"{fact_id} has no figure {part or 'of its own'}{known}")
            return None
        if len(figure.values) != 1:
            why = f"{reference} is several figures: name one of them, as in {reference}:1"
            self.lose(place, name, why)
            return None
        try:
            unit = unit_of(figure.unit)
        except UnknownUnit as unknown:
            self.lose(place, name, f"{reference}: {unknown}")
            return None
        self.number(fact.cite)
        self.declare(place, name, ValueKind("number", unit.dimension))
        self.open.add(name)
        self.references[name] = reference
        unit_shown = "" if figure.unit == "times" else figure.unit_shown()
        shown = with_unit(figure.amount(), unit_shown)
        return spec.Constant(
            name, figure.values[0] * unit.factor, figure.unit, shown, fact=reference
        )

    def own_constants(self) -> Iterator[spec.Constant]:
        """The figures that are no fact, declared as they are met."""
        for name, constant in self.record.constants.items():
            place = f"constants.{name}"
            try:
                unit, value = unit_of(constant.unit), read_number(constant.value)
            except UnknownUnit as unknown:
                self.lose(place, name, str(unknown))
                continue
            except Refused as refused:
                self.lose(place, name, f"{constant.value} is not read. {refused}")
                continue
            self.declare(place, name, ValueKind("number", unit.dimension))
            self.open.add(name)
            shown = with_unit(show(value), constant.unit)
            reason = constant.reason
            yield spec.Constant(name, value * unit.factor, constant.unit, shown, reason)

    def formula(self, place: str, text: str, wanted: ValueKind | None, **more: ValueKind) -> Node:
        """A parsed formula that yields the wanted kind, or a problem and a zero."""
        try:
            node = parse_formula(text)
            if names_in(node) & self.unresolved:
                return node
            found = infer(node, {**self.kinds, **more})
            if wanted and (found.name, found.dimension) != (wanted.name, wanted.dimension):
                raise FormulaError(f"comes out as {spell(found)}, not as {spell(wanted)}: {text}")
            for literal in sorted(figures_in(node) - PLAIN_LITERALS):
                self.problem(place, f"{literal} is a figure: declare it in [facts] or [constants]")
            return node
        except FormulaError as error:
            self.problem(place, str(error))
            return parse_formula("0")

    def typed(self, place: str, text: str, unit: str, **more: ValueKind) -> Node:
        """A formula whose value is shown in a unit."""
        if unit in CALENDAR_KINDS:
            return self.formula(place, text, CALENDAR_KINDS[unit], **more)
        try:
            dimension = unit_of(unit).dimension
        except UnknownUnit as unknown:
            self.problem(place, str(unknown))
            return parse_formula("0")
        node = self.formula(place, text, ValueKind("number", dimension), **more)
        self.tier_1(place, node)
        return node

    def tier_1(self, place: str, node: Node) -> None:
        """Only what is followed carries rules: a value never comes from a lesser source."""
        for name in names_in(node) & self.references.keys():
            fact = self.facts.get(self.references[name].partition(":")[0])
            if not fact or fact.source.may_set(self.record.labels):
                continue
            why = f"{name} is of tier {fact.source.tier} and sets a value"
            if fact.source.is_guideline:
                why = (
                    f"{name} is a figure of the guideline {fact.source.jurisdiction}, which nobody "
                    f"follows here: list {fact.source.jurisdiction} in labels"
                )
            self.problem(place, why)

    def guidelines(self) -> dict[str, str]:
        """The names that are figures of a guideline, each with the id of the guideline."""
        facts = {
            name: self.facts[reference.partition(":")[0]]
            for name, reference in self.references.items()
        }
        return {
            name: fact.source.jurisdiction
            for name, fact in facts.items()
            if fact.source.is_guideline
        }

    def when(self, place: str, text: str, **more: ValueKind) -> Node | None:
        """An optional condition, on which an answer or a step hangs."""
        if not text:
            return None
        node = self.formula(place, text, TRUTH, **more)
        self.tier_1(place, node)
        return node

    def template(self, place: str, text: str, level: str) -> spec.Template:
        """A message with the names to be filled in.

        A stop names entries, figures of facts and figures of the file only.
        """
        parts: list[str | tuple[str]] = []
        for index, part in enumerate(_FILL.split(text)):
            if index % 2 == 0:
                if stray := _BRACED.search(part):
                    wish = "braces here hold a name of [facts] or of an entry, as in {least_age}"
                    self.problem(place, f"{stray[0]} would be shown as it stands: {wish}")
                parts.append(part)
                continue
            if part in self.unresolved:
                continue
            if part not in self.kinds or part in IN_FORMULAS or part == "now":
                self.problem(place, f"{{{part}}} is not known here{near(part, self.kinds)}")
            elif level == "stop" and part not in self.open:
                self.problem(place, f"a stop shows no computed value, so not {{{part}}}")
            parts.append((part,))
        return tuple(part for part in parts if part)

    def cited(self, place: str, cite: str) -> int:
        """The footnote number of a fact id or of `@source: place`; 0 and a problem otherwise."""
        if cite.startswith("@"):
            name, _, where = cite[1:].partition(":")
            if name in self.sources and where.strip():
                return self.number(Cite(self.sources[name], where.strip()))
            self.problem(place, f"{cite} cites no source and place{near(name, self.sources)}")
            return 0
        if cite not in self.facts:
            self.problem(place, f"there is no fact {cite}{near(cite, self.facts)}")
            return 0
        return self.number(self.facts[cite].cite)

    def number(self, cite: Cite) -> int:
        """The footnote number of a citation."""
        return self.cites.setdefault(cite, len(self.cites) + 1)
