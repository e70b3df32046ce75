"""What kind of value a formula yields, found when the pack is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from webref.dosing.formula import FormulaError
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
from webref.dosing.units import NONE, TIME, Dimension, divide, multiply, words_of
from webref.errors import near


@dataclass(frozen=True)
class ValueKind:
    """number (with a dimension), truth, word (with its options), or moment (a calendar minute)."""

    name: str
    dimension: Dimension = NONE
    options: tuple[str, ...] = ()


TRUTH = ValueKind("truth")
MOMENT = ValueKind("moment")
NUMBER = ValueKind("number")
SPAN = ValueKind("number", TIME)


def infer(node: Node, kinds: Mapping[str, ValueKind]) -> ValueKind:
    """The kind a formula yields, given the kinds of its names; FormulaError where it cannot be."""
    match node:
        case Number():
            return NUMBER
        case Text():
            return ValueKind("word")
        case Name(id=name):
            if name not in kinds:
                raise FormulaError(f"{name} is not known here{near(name, kinds)}")
            return kinds[name]
        case Given(id=name):
            if name not in kinds:
                raise FormulaError(f"{name} is not known here{near(name, kinds)}")
            return TRUTH
        case Binary(op=op, left=left, right=right):
            return _binary(op, node, infer(left, kinds), infer(right, kinds))
        case Compare(op=op, left=left, right=right):
            return _compare(op, node, infer(left, kinds), infer(right, kinds))
        case Among(item=item, words=words):
            if not isinstance(item, Name):
                raise FormulaError("in needs a name before it")
            _need_options(infer(item, kinds), words)
            return TRUTH
        case Logic(parts=parts):
            for part in parts:
                _need(infer(part, kinds), TRUTH)
            return TRUTH
        case Not(part=part):
            _need(infer(part, kinds), TRUTH)
            return TRUTH
        case Choose(condition=condition, then=then, other=other):
            _need(infer(condition, kinds), TRUTH)
            return _same((then, other), (infer(then, kinds), infer(other, kinds)))
        case Call(function=function, arguments=arguments):
            found = tuple(infer(argument, kinds) for argument in arguments)
            if function_of(function, len(arguments)).kind == "alike":
                return _same(arguments, found)
            for kind in found:
                _need(kind, NUMBER)
            return NUMBER
        case _:
            assert_never(node)


def _binary(op: str, node: Binary, left: ValueKind, right: ValueKind) -> ValueKind:
    if op not in ("+", "-", "*", "/"):
        raise FormulaError(f"{op} is no sign of formulas")
    if op in "*/":
        if (left.name, right.name) != ("number", "number"):
            raise FormulaError(f"{left.name} {op} {right.name} has no meaning")
        combine = multiply if op == "*" else divide
        return ValueKind("number", combine(left.dimension, right.dimension))
    if left == MOMENT and right == SPAN:
        return MOMENT
    if op == "-" and left == right == MOMENT:
        return SPAN
    if MOMENT in (left, right):
        raise FormulaError(f"moment {op} {right.name} has no meaning")
    return _same((node.left, node.right), (left, right))


def _compare(op: str, node: Compare, left: ValueKind, right: ValueKind) -> ValueKind:
    if "word" in (left.name, right.name):
        if op not in ("==", "!=") or not isinstance(node.left, Name):
            raise FormulaError("words are compared as name == 'word', name != 'word' or in")
        if not isinstance(node.right, Text):
            raise FormulaError(f"{node.left.id} is a word, to be compared with a word in quotes")
        _need_options(left, (node.right.value,))
        return TRUTH
    _same((node.left, node.right), (left, right))
    return TRUTH


def _same(nodes: tuple[Node, ...], kinds: tuple[ValueKind, ...]) -> ValueKind:
    """The one kind of several values; a literal zero fits any dimension."""
    weighty = [k for n, k in zip(nodes, kinds, strict=True) if n != Number("0")] or list(kinds)
    first = weighty[0]
    if first.name in ("word", "truth"):
        what = {"word": "a choice", "truth": "a comparison (true or false)"}[first.name]
        raise FormulaError(f"{what} stands where a number is needed")
    for kind in weighty:
        if (kind.name, kind.dimension) != (first.name, first.dimension):
            raise FormulaError(f"units do not match: {spell(first)} and {spell(kind)}")
    if first == MOMENT and len(weighty) != len(kinds):
        raise FormulaError("units do not match: moment and number")
    return first


def _need(found: ValueKind, wanted: ValueKind) -> None:
    if (found.name, found.dimension) != (wanted.name, wanted.dimension):
        raise FormulaError(f"units do not match: {spell(found)} where {spell(wanted)} is needed")


def _need_options(found: ValueKind, words: tuple[str, ...]) -> None:
    if found.name != "word":
        raise FormulaError(f"{spell(found)} is compared with a word")
    for word in words:
        if found.options and word not in found.options:
            known = ", ".join(found.options) + near(word, found.options)
            raise FormulaError(f"'{word}' is none of {known}")


def spell(kind: ValueKind) -> str:
    """A kind in words, as in `mcg/mL`."""
    return words_of(kind.dimension) if kind.name == "number" else kind.name
