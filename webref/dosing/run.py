"""The value of a formula: exact, lazy, and without a default for anything."""

from collections.abc import Mapping
from fractions import Fraction

from webref.dosing.entries import Value
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


class Unanswerable(Exception):
    """Arithmetic that has no answer, as a division by nought."""


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
            for part in parts:
                if truth(part, values) == (op == "or"):
                    return op == "or"
            return op == "and"
        case Not(part=part):
            return not truth(part, values)
        case Choose(condition=condition, then=then, other=other):
            return run(then if truth(condition, values) else other, values)
        case Call(function=function, arguments=arguments):
            return _call(function, [number(argument, values) for argument in arguments])


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


def _binary(op: str, left: Fraction, right: Fraction) -> Fraction:
    match op:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
    if right == 0:
        raise Unanswerable("division by nought")
    return left / right


def _compare(op: str, left: Value, right: Value) -> bool:
    if op in ("==", "!="):
        return (left == right) == (op == "==")
    if not isinstance(left, Fraction) or not isinstance(right, Fraction):
        raise Unanswerable("not numbers")
    match op:
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
    return left >= right


def _call(function: str, arguments: list[Fraction]) -> Fraction:
    first = arguments[0]
    match function:
        case "min":
            return min(arguments)
        case "max":
            return max(arguments)
        case "floor":
            return Fraction(first.numerator // first.denominator)
        case "ceil":
            return Fraction(-(-first.numerator // first.denominator))
    step = arguments[1]
    if step <= 0:
        raise Unanswerable("a step of nought")
    # round_to: the nearest multiple; a tie goes up.
    ratio = first / step
    return step * ((2 * ratio.numerator + ratio.denominator) // (2 * ratio.denominator))
