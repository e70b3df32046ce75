"""The functions of formulas: one closed table, read by everything that meets a call."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal


class Unanswerable(Exception):
    """Arithmetic that has no answer, as a division by nought."""


class UnknownFunction(LookupError):
    """A call of a function that the table lacks, or with another number of arguments."""


@dataclass(frozen=True)
class Function:
    """A function of formulas.

    kind: `alike` where all arguments and the value are of one kind, `plain` where they are plain
    numbers. words: how the call reads; `{0}` is an argument as an operand, `{all}` all as a list.
    fineness: the place of the argument that only says how finely the value is rounded, if any.
    """

    fewest: int
    most: int
    kind: Literal["alike", "plain"]
    value: Callable[[tuple[Fraction, ...]], Fraction]
    words: str
    fineness: int | None = None


def _floor(arguments: tuple[Fraction, ...]) -> Fraction:
    return Fraction(arguments[0].numerator // arguments[0].denominator)


def _ceil(arguments: tuple[Fraction, ...]) -> Fraction:
    return -_floor((-arguments[0],))


def _round_to(arguments: tuple[Fraction, ...]) -> Fraction:
    """The nearest multiple of the second argument; a tie goes up."""
    number, step = arguments
    if step <= 0:
        raise Unanswerable("a step of nought")
    return step * _floor((number / step + Fraction(1, 2),))


# static/answers/functions.js holds the same table; tests/vectors compare the two.
FUNCTIONS: dict[str, Function] = {
    "min": Function(2, 6, "alike", min, "the least of {all}"),
    "max": Function(2, 6, "alike", max, "the greatest of {all}"),
    "floor": Function(1, 1, "plain", _floor, "{0} rounded down"),
    "ceil": Function(1, 1, "plain", _ceil, "{0} rounded up"),
    "round_to": Function(2, 2, "alike", _round_to, "{0} to the nearest {1}", fineness=1),
}


def function_of(name: str, count: int) -> Function:
    """The function of a call with so many arguments; UnknownFunction where there is none."""
    function = FUNCTIONS.get(name)
    if function is None or not function.fewest <= count <= function.most:
        raise UnknownFunction(f"{name} with {count} arguments is not known")
    return function
