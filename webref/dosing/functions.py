"""The functions of formulas: one closed table, read by everything that meets a call."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from webref.dosing.roots import NoRoot, power_half_up, root_half_up


class Unanswerable(Exception):
    """Arithmetic that has no answer, as a division by zero."""


class UnknownFunction(LookupError):
    """A call of a function that the table lacks, or with another number of arguments."""


@dataclass(frozen=True)
class Function:
    """A function of formulas.

    signature: how it is written. kind: `alike` where all arguments and the value are of one kind,
    `plain` where they are plain numbers. fineness: the place of the argument that only says how
    finely the value is rounded, if any. places: whether that argument is a number of decimals,
    written out in the formula. How a call reads stands in webref.dosing.words.
    """

    signature: str
    fewest: int
    most: int
    kind: Literal["alike", "plain"]
    value: Callable[[tuple[Fraction, ...]], Fraction]
    fineness: int | None = None
    places: bool = False


def _floor(arguments: tuple[Fraction, ...]) -> Fraction:
    return Fraction(arguments[0].numerator // arguments[0].denominator)


def _ceil(arguments: tuple[Fraction, ...]) -> Fraction:
    return -_floor((-arguments[0],))


def _round_to(arguments: tuple[Fraction, ...]) -> Fraction:
    """The nearest multiple of the second argument; a tie goes up."""
    number, step = arguments
    if step <= 0:
        raise Unanswerable("a step of zero")
    return step * _floor((number / step + Fraction(1, 2),))


def _root(arguments: tuple[Fraction, ...]) -> Fraction:
    number, places = arguments
    try:
        return root_half_up(number, int(places))
    except NoRoot as none:
        raise Unanswerable(str(none)) from None


def _power(arguments: tuple[Fraction, ...]) -> Fraction:
    number, exponent, places = arguments
    try:
        return power_half_up(number, exponent, int(places))
    except NoRoot as none:
        raise Unanswerable(str(none)) from None


# static/answers/function_table.js holds what is no code of it, and static/answers/functions.js the
# values: python -m tools.write_tables writes the first, tests/vectors compare the second.
FUNCTIONS: dict[str, Function] = {
    "min": Function("min(a, b)", 2, 6, "alike", min),
    "max": Function("max(a, b)", 2, 6, "alike", max),
    "floor": Function("floor(a)", 1, 1, "plain", _floor),
    "ceil": Function("ceil(a)", 1, 1, "plain", _ceil),
    "round_to": Function(
        "round_to(a, step)", 2, 2, "alike", _round_to, fineness=1
    ),
    "root": Function(
        "root(a, 4)", 2, 2, "plain", _root, fineness=1, places=True
    ),
    "power": Function(
        "power(a, b, 4)", 3, 3, "plain", _power,
        fineness=2, places=True,
    ),
}  # fmt: skip

# What is asked for and not given: no last place of it is proven, so it could be rounded wrongly.
REFUSED = {
    **dict.fromkeys(
        ("exp", "log", "ln", "log10", "log2"),
        "an exponential or a logarithm is not worked out here: no way to round its last place is "
        "proven; state the value as a fact, or let the reader enter it",
    ),
    "sqrt": "a square root is written root(a, 4), with the decimals that it is rounded to",
    "pow": "a power is written power(a, b, 4), with the decimals that it is rounded to",
}


def function_of(name: str, count: int) -> Function:
    """The function of a call with so many arguments; UnknownFunction where there is none."""
    function = FUNCTIONS.get(name)
    if function is None or not function.fewest <= count <= function.most:
        raise UnknownFunction(f"{name} with {count} arguments is not known")
    return function
