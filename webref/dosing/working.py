"""The working of an answer: the formula in words, with the numbers put in, from the same tree."""

from collections.abc import Iterable
from dataclasses import dataclass

from webref.dosing.entries import Entry, Value
from webref.dosing.followed import kind_of
from webref.dosing.nodes import (
    Among,
    Binary,
    Call,
    Choose,
    Compare,
    Given,
    Logic,
    Name,
    Node,
    Not,
    Number,
    Text,
)
from webref.dosing.numbers import show_exact
from webref.dosing.run import Absent, Values, truth
from webref.dosing.shown import Shown
from webref.dosing.spec import Calculator, Output, Template
from webref.dosing.spelling import Speller, is_quantity
from webref.dosing.units import IN_FORMULAS, counted, with_unit
from webref.dosing.words import say


@dataclass(frozen=True)
class WorkingLine:
    """One line of working: the formula in words, with the numbers put in, and its result.

    The numbers, read from the left, give the result: every factor between units stands there, and
    a figure that was rounded for show stands as its exact fraction.
    Parts that would only repeat the one before are left out; no parts: nothing to show.
    """

    name: str
    parts: tuple[str, ...]
    since: str
    exact: str


@dataclass
class Names:
    """How each name of a formula reads: in words, and as its figure once it is known.

    exact: the figures of working, never rounded. units: what the bare number of each is in.
    """

    words: dict[str, str]
    figures: dict[str, str]
    exact: dict[str, str]
    units: dict[str, str]
    options: dict[str, dict[str, str]]

    @classmethod
    def of(cls, calculator: Calculator, entries: Iterable[Entry]) -> "Names":
        """The names of a calculator, with the figures of its entries and constants."""
        words = {item.id: item.name for item in calculator.inputs}
        words |= {step.id: step.name for step in calculator.steps}
        kind = kind_of(label.kind for label in calculator.labels)
        words |= {"label": say(f"working.{kind}"), "now": say("working.now")}
        entries = tuple(entries)
        figures = {entry.id: entry.shown for entry in entries}
        units = {step.id: step.unit for step in calculator.steps}
        units |= {entry.id: entry.unit for entry in entries}
        units["now"] = "moment"
        for constant in calculator.constants:
            words[constant.id] = figures[constant.id] = constant.shown
            units[constant.id] = constant.unit
        for name, unit in IN_FORMULAS.items():
            words[name] = figures[name] = counted("1", unit)
            units[name] = unit
        options = {i.id: {o.id: o.name for o in i.options} for i in calculator.inputs if i.options}
        options["label"] = {label.id: label.name for label in calculator.labels}
        return cls(words, figures, dict(figures), units, options)

    def add(self, name: str, shown: Shown) -> None:
        """Make the figure of a step known; where it is rounded for show, working has a fraction."""
        self.figures[name] = shown.text
        self.exact[name] = shown.text
        if shown.rounded:
            self.exact[name] = with_unit(f"({show_exact(shown.exact)})", shown.unit)


def fill(template: Template, names: Names) -> str:
    """A message with its names filled in as figures; Absent where one of them has none."""
    return "".join(part if isinstance(part, str) else _figure(part[0], names) for part in template)


def _figure(name: str, names: Names) -> str:
    figure = names.figures.get(name, "")
    if not figure:
        raise Absent(name)
    return figure


FAILS = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


def working_line(name: str, node: Node, values: Values, names: Names, shown: Shown) -> WorkingLine:
    """The line for one value: only the branches taken are shown, each with the reason."""
    reasons: list[str] = []
    taken = _taken(node, values, names, reasons)
    numbers = Speller(names.exact, names.units).line(taken, shown.unit)
    if isinstance(taken, Name | Number) and not reasons and numbers == _leaf(taken, names):
        return WorkingLine(name, (), "", "")
    words = Speller(names.words, names.units, with_factors=False).line(taken, shown.unit)
    return WorkingLine(
        name,
        tuple(dict.fromkeys((words, numbers, shown.text))),
        "; ".join(dict.fromkeys(reasons)),
        with_unit(show_exact(shown.exact), shown.unit) if shown.rounded else "",
    )


def names_of_ends(output: Output) -> tuple[str, ...]:
    """How working and paper name an answer: once, or the two ends of a range."""
    if output.to is None:
        return (output.name,)
    return tuple(say(f"range.{end}", name=output.name) for end in ("low", "high"))


def _leaf(node: Name | Number, names: Names) -> str:
    return Speller(names.exact, names.units).spell(node).text


def _taken(node: Node, values: Values, names: Names, reasons: list[str]) -> Node:
    """The tree with every choice replaced by the branch taken; the reasons are collected."""

    def inner(part: Node) -> Node:
        return _taken(part, values, names, reasons)

    match node:
        case Choose(condition=condition, then=then, other=other):
            holds = truth(condition, values)
            reasons.append(_reason(condition, holds, values, names))
            return inner(then if holds else other)
        case Binary(op=op, left=left, right=right):
            return Binary(op, inner(left), inner(right))
        case Call(function=function, arguments=arguments):
            return Call(function, tuple(inner(argument) for argument in arguments))
    return node


def _reason(node: Node, holds: bool, values: Values, names: Names) -> str:
    """Why a condition holds or fails, with the figures."""
    match node:
        case Compare(left=Name(id=name), right=Text()) | Among(item=Name(id=name)):
            answer = _word(name, values.get(name), names)
            return say("working.is", name=names.words[name], answer=answer)
        case Compare(op=op, left=left, right=right):
            verb = say(f"verb.{op if holds else FAILS[op]}")
            left, right = (_taken(side, values, names, []) for side in (left, right))
            return _compared(left, verb, right, names)
        case Not(part=part):
            return _reason(part, not holds, values, names)
        case Given(id=name):
            key = "working.given" if holds else "working.not-given"
            return say(key, name=names.words[name])
        case Logic(op=op, parts=parts):
            if holds == (op == "and"):
                return say("join.and").join(_reason(part, holds, values, names) for part in parts)
            first = next(part for part in parts if truth(part, values) == holds)
            return _reason(first, holds, values, names)
    raise TypeError("no condition stands here")


def _compared(left: Node, verb: str, right: Node, names: Names) -> str:
    """Two sides with their figures: as they are shown, or, where one is worked out, in one unit."""
    if _is_figure(left) and _is_figure(right):
        figures = Speller(names.figures, names.units)
        subject, other = figures.spell(left).text, figures.spell(right).text
    else:
        speller = Speller(names.exact, names.units)
        subject, other = (one.text for one in speller.alike([*map(speller.spell, (left, right))]))
    if isinstance(left, Name) and names.words[left.id] != names.figures[left.id]:
        subject = f"{names.words[left.id]} {subject}"
    return say("working.compared", left=subject, verb=verb, right=other)


def _is_figure(node: Node) -> bool:
    """Whether it is one figure, not worked out from several."""
    return isinstance(node, Name | Number) or is_quantity(node)


def _word(name: str, value: Value | None, names: Names) -> str:
    return names.options[name][str(value)]
