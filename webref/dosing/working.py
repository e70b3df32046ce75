"""The working of an answer: the formula in words, with the numbers put in, from the same tree."""

from dataclasses import dataclass
from fractions import Fraction

from webref.dosing.entries import Value
from webref.dosing.functions import function_of
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
from webref.dosing.numbers import show, show_exact
from webref.dosing.run import Values, truth
from webref.dosing.shown import Shown
from webref.dosing.spec import Calculator
from webref.dosing.units import IN_FORMULAS, counted, with_unit


@dataclass(frozen=True)
class Line:
    """One line of working: the formula in words, with the numbers put in, and its result.

    Parts that would only repeat the one before are left out; no parts: nothing to show.
    """

    name: str
    parts: tuple[str, ...]
    since: str
    exact: str


@dataclass
class Names:
    """How each name of a formula reads: in words, and as its figure once it is known."""

    words: dict[str, str]
    figures: dict[str, str]
    options: dict[str, dict[str, str]]
    units: tuple[str, ...] = IN_FORMULAS

    @classmethod
    def of(cls, calculator: Calculator, entries: dict[str, str]) -> "Names":
        """The names of a calculator, with the figures of its entries and constants."""
        words = {item.id: item.name for item in calculator.inputs}
        words |= {step.id: step.name for step in calculator.steps}
        words |= {"label": "Label", "now": "now"}
        figures = dict(entries)
        for constant in calculator.constants:
            words[constant.id] = figures[constant.id] = constant.shown
        for unit in IN_FORMULAS:
            words[unit] = figures[unit] = counted("1", unit)
        options = {i.id: {o.id: o.name for o in i.options} for i in calculator.inputs if i.options}
        options["label"] = {label.id: label.name for label in calculator.labels}
        return cls(words, figures, options)


_SIGNS = {"+": "+", "-": "\u2212", "*": "\u00d7", "/": "\u00f7"}
HOLDS = {
    "<": "is less than", "<=": "is at most", ">": "is more than", ">=": "is at least",
    "==": "is", "!=": "is not",
}  # fmt: skip
FAILS = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


def working_line(name: str, node: Node, values: Values, names: Names, shown: Shown) -> Line:
    """The line for one value: only the branches taken are shown, each with the reason."""
    reasons: list[str] = []
    taken = _taken(node, values, names, reasons)
    if isinstance(taken, Name | Number) and not reasons:
        return Line(name, (), "", "")
    spelled = (spell(taken, names.words), spell(taken, names.figures), shown.text)
    return Line(
        name,
        tuple(dict.fromkeys(spelled)),
        "; ".join(dict.fromkeys(reasons)),
        with_unit(show_exact(shown.exact), shown.unit) if shown.rounded else "",
    )


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


def spell(node: Node, leaves: dict[str, str]) -> str:
    """A formula without choices, each name as `leaves` has it."""
    match node:
        case Number(text=text):
            return show(Fraction(text))
        case Name(id=name):
            return leaves[name]
        case Binary(op="*", left=Number(text=text), right=Name(id=unit)) if unit in IN_FORMULAS:
            return counted(show(Fraction(text)), "days" if unit == "day" else unit)
        case Binary(op=op, left=left, right=right):
            return f"{_part(left, op, leaves)} {_SIGNS[op]} {_part(right, op, leaves, True)}"
        case Call(function=function, arguments=arguments):
            operands = (_part(part, "/", leaves) for part in arguments)
            listed = ", ".join(spell(part, leaves) for part in arguments)
            return function_of(function, len(arguments)).words.format(*operands, all=listed)
    raise TypeError("no number stands here")


def _part(node: Node, op: str, leaves: dict[str, str], right: bool = False) -> str:
    """An operand, in brackets where reading from the left would change the value."""
    text = spell(node, leaves)
    match node:
        case Binary(op="*", left=Number(), right=Name(id=unit)) if unit in IN_FORMULAS:
            return text
        case Binary(op=inner):
            weak = inner in "+-" and op in "*/"
            tied = right and op in "-/" and (inner in "+-") == (op in "+-")
            return f"({text})" if weak or tied else text
        case Call():
            return f"({text})"
    return text


def _reason(node: Node, holds: bool, values: Values, names: Names) -> str:
    """Why a condition holds or fails, with the figures."""
    match node:
        case Compare(left=Name(id=name), right=Text()) | Among(item=Name(id=name)):
            return f"{names.words[name]} is {_word(name, values.get(name), names)}"
        case Compare(op=op, left=left, right=right):
            verb = HOLDS[op if holds else FAILS[op]]
            left, right = (_taken(side, values, names, []) for side in (left, right))
            return f"{_subject(left, names)} {verb} {spell(right, names.figures)}"
        case Not(part=part):
            return _reason(part, not holds, values, names)
        case Given(id=name):
            return f"{names.words[name]} {'was' if holds else 'was not'} given"
        case Logic(op=op, parts=parts):
            if holds == (op == "and"):
                return " and ".join(_reason(part, holds, values, names) for part in parts)
            first = next(part for part in parts if truth(part, values) == holds)
            return _reason(first, holds, values, names)
    raise TypeError("no condition stands here")


def _subject(node: Node, names: Names) -> str:
    if isinstance(node, Name) and names.words[node.id] != names.figures[node.id]:
        return f"{names.words[node.id]} {names.figures[node.id]}"
    return spell(node, names.figures)


def _word(name: str, value: Value | None, names: Names) -> str:
    return names.options[name][str(value)]
