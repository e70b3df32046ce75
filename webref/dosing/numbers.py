"""Decimal text to exact fractions and back: the input grammar, the rounding modes, the display."""

import re
from collections.abc import Callable
from fractions import Fraction

from webref.dosing.words import say

LONGEST = 40  # characters of a typed entry; nine figures each side of the point and a unit fit

_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,9})?")
# 5.000 is five to one reader and five thousand to another; 5.125 and 0.500 are decimals to most.
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{2}0")

# What is refused, in this order. static/answers/numbers.js holds the same table; tests/vectors
# compare the two. No refusal holds a figure: what is handed back could be taken for what was meant.
_POINT_FIRST = re.compile(r"\.[0-9]+")
_POINT_LAST = re.compile(r"[0-9]+\.")
_COMMA = re.compile(r"[0-9.]*,[0-9.,]*")
EXPONENT = re.compile(r"[0-9.]+[eE][+-]?[0-9]*")
_ZEROS_FIRST = re.compile(r"0[0-9]+(?:\.[0-9]+)?")
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SPACED = re.compile(r"[0-9][0-9.,]*(?: [0-9.,]+)+")


class Refused(ValueError):
    """A typed entry that is not read; the message says why, and what is read.

    `number` and `unit` are what one tap may put in its place, both empty where nothing may.
    """

    def __init__(self, message: str, number: str = "", unit: str = "") -> None:
        """The reason, and what may be offered."""
        super().__init__(message)
        self.number, self.unit = number, unit


def read_number(text: str) -> Fraction:
    """Typed text, already trimmed of spaces, to the exact number it spells.

    Reads ASCII figures with at most one point, which has figures on both sides; not where the
    point may part thousands, before three figures of which the last is a zero.
    Everything else raises Refused with the reason and what is read instead.
    """
    if len(text) > LONGEST:
        raise Refused(say("number.long"))
    if _THOUSANDS.fullmatch(text):
        raise Refused(say("number.thousands"))
    if _NUMBER.fullmatch(text):
        return Fraction(text)
    if _POINT_FIRST.fullmatch(text):
        raise Refused(say("number.point-first"))
    if _POINT_LAST.fullmatch(text):
        raise Refused(say("number.point-last"))
    if _COMMA.fullmatch(text):
        raise Refused(say("number.comma"))
    if EXPONENT.fullmatch(text):
        raise Refused(say("number.exponent"))
    if text[:1] in ("+", "-", "\u2212", "\u2013"):
        raise Refused(say("number.sign"))
    if _ZEROS_FIRST.fullmatch(text):
        raise Refused(say("number.zeros-first"))
    if _DIGITS.fullmatch(text):
        raise Refused(say("number.figures"))
    if _SPACED.fullmatch(text):
        raise Refused(say("number.spaced"))
    raise Refused(say("number.alone"))


def _ten_to(places: int) -> int:
    return int("1" + "0" * places)


def scale_half_up(number: Fraction, places: int) -> int:
    """number times ten to places, to the nearest integer; a tie goes away from zero."""
    scaled = abs(number) * _ten_to(places)
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return whole if number >= 0 else -whole


def scale_down(number: Fraction, places: int) -> int:
    """number times ten to places, cut toward minus infinity."""
    scaled = number * _ten_to(places)
    return scaled.numerator // scaled.denominator


def scale_up(number: Fraction, places: int) -> int:
    """number times ten to places, raised toward plus infinity."""
    return -scale_down(-number, places)


ROUNDING: dict[str, Callable[[Fraction, int], int]] = {
    "half-up": scale_half_up,
    "down": scale_down,
    "up": scale_up,
}


def round_number(number: Fraction, places: int, mode: str) -> Fraction:
    """number rounded to places decimals by a named mode of ROUNDING."""
    return Fraction(ROUNDING[mode](number, places), _ten_to(places))


def show(number: Fraction, places: int = 9, mode: str = "half-up") -> str:
    """A number as a reader sees it: at most places decimals, by the named mode.

    A zero stands before the point, none trails, thousands have commas, zero has no sign (ISMP).
    """
    scaled = ROUNDING[mode](number, places)
    whole, rest = divmod(abs(scaled), _ten_to(places))
    decimals = f"{rest:0{places}d}".rstrip("0")
    text = f"{whole:,}" + (f".{decimals}" if decimals else "")
    return f"\u2212{text}" if scaled < 0 else text


def show_exact(number: Fraction) -> str:
    """A number that `show` would round, as a reader sees it: a fraction, as in `1,000/3`."""
    above = show(Fraction(number.numerator))
    return above if number.denominator == 1 else f"{above}/{number.denominator:,}"


def exact_text(number: Fraction) -> str:
    """The number as `n` or `n/d`, for records that must not lose anything."""
    return str(number)
