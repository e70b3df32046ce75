"""The value of a formula: exact, lazy, and without a default for anything."""

from collections.abc import Mapping
from fractions import Fraction
from typing import assert_never

from webref.dosing.entries import Value
from webref.dosing.functions import Unanswerable as Unanswerable
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


class Absent(Exception):
    """A formula read something that was not typed or does not apply."""


Values = Mapping[str, Value | None]


def run(node: Node, values: Values) -> Value:
    """The value of a formula; Absent or Unanswerable where it has none."""
    match node:
        case Number(text=text):
            return Fraction(text)
        case Text(value=word):
            return word
        case Name(id=name):
            value = values.get(name)
            if value is None:
                raise Absent(name)
            return value
        case Given(id=name):
            return values.get(name) is not None
        case Binary(op=op, left=left, right=right):
            return _binary(op, number(left, values), number(right, values))
        case Compare(op=op, left=left, right=right):
            return _compare(op, run(left, values), run(right, values))
        case Among(item=item, words=words):
            return run(item, values) in words
        case Logic(op=op, parts=parts):
            return _logic(op, parts, values)
        case Not(part=part):
            return not truth(part, values)
        case Choose(condition=condition, then=then, other=other):
            return run(then if truth(condition, values) else other, values)
        case Call(function=function, arguments=arguments):
            found = function_of(function, len(arguments))
            return found.value(tuple(number(argument, values) for argument in arguments))
        case _:
            assert_never(node)


def truth(node: Node, values: Values) -> bool:
    """The value of a condition."""
    value = run(node, values)
    if not isinstance(value, bool):
        raise Unanswerable("not a condition")
    return value


def number(node: Node, values: Values) -> Fraction:
    """The value of a formula that yields a number."""
    value = run(node, values)
    if not isinstance(value, Fraction):
        raise Unanswerable("not a number")
    return value


def _logic(op: str, parts: tuple[Node, ...], values: Values) -> bool:
    match op:
        case "and":
            return all(truth(part, values) for part in parts)
        case "or":
            return any(truth(part, values) for part in parts)
    raise ValueError(f"no such sign: {op}")


def _binary(op: str, left: Fraction, right: Fraction) -> Fraction:
    match op:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/" if right == 0:
            raise Unanswerable("division by zero")
        case "/":
            return left / right
    raise ValueError(f"no such sign: {op}")


def _compare(op: str, left: Value, right: Value) -> bool:
    match op:
        case "==":
            return left == right
        case "!=":
            return left != right
    if not isinstance(left, Fraction) or not isinstance(right, Fraction):
        raise Unanswerable("not numbers")
    match op:
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case ">=":
            return left >= right
    raise ValueError(f"no such sign: {op}")
