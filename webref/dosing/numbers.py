"""Decimal text to exact fractions and back: the input grammar, the rounding modes, the display."""

import re
from collections.abc import Callable
from fractions import Fraction

LONGEST = 20  # characters a typed number may have; nine figures each side of the point fit

_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,9})?")

# What is refused, in this order, and what to type instead. static/answers/numbers.js holds the
# same table; tests/vectors compare the two.
_POINT_FIRST = re.compile(r"\.([0-9]{1,9})")
_POINT_LAST = re.compile(r"([0-9]{1,9})\.")
_COMMA_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]{1,9})?")
_COMMA_DECIMAL = re.compile(r"([0-9]{1,9}),([0-9]{1,9})")
_EXPONENT = re.compile(r"[0-9.]+[eE][+-]?[0-9]*")
_ZEROS_FIRST = re.compile(r"0+([0-9][0-9]{0,8}(?:\.[0-9]{1,9})?)")
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")
# A unit alone may follow: the 1 of `1/2` or the 2 of `2x50` is not what was meant.
_TRAILING_TEXT = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?) *[A-Za-z%][A-Za-z%/ ]*")


class Refused(ValueError):
    """A typed entry that is not read; the message says what to type instead."""


def read_number(text: str) -> Fraction:
    """Typed text, already trimmed of spaces, to the exact number it spells.

    Reads ASCII figures with at most one point, which has figures on both sides.
    Everything else raises Refused with the reason and what to type instead.
    """
    if len(text) > LONGEST:
        raise Refused(f"Too long. Type at most {LONGEST} characters.")
    if _NUMBER.fullmatch(text):
        return Fraction(text)
    if match := _POINT_FIRST.fullmatch(text):
        raise Refused(f"Type 0.{match[1]} with a zero first. A bare point can be missed.")
    if match := _POINT_LAST.fullmatch(text):
        raise Refused(f"Type {match[1]} without the point.")
    if _COMMA_THOUSANDS.fullmatch(text):
        plain = text.replace(",", "")
        raise Refused(f"A comma is not read. Type {plain} in full, or a point for decimals.")
    if match := _COMMA_DECIMAL.fullmatch(text):
        raise Refused(f"A comma is not read. For decimals type {match[1]}.{match[2]}.")
    if _EXPONENT.fullmatch(text):
        raise Refused("Type the number in full, without e.")
    if text[:1] in ("+", "-", "\u2212", "\u2013"):
        raise Refused("Type the number without a sign.")
    if match := _ZEROS_FIRST.fullmatch(text):
        raise Refused(f"Type {match[1]} without the zero in front.")
    if _DIGITS.fullmatch(text):
        raise Refused("Type at most 9 figures before the point and 9 after it.")
    if any(ord(character) > 126 for character in text):
        raise Refused("Type the figures 0 to 9 and a point.")
    if match := _TRAILING_TEXT.fullmatch(text):
        raise Refused(f"Type {match[1]} alone and choose the unit beside it.")
    raise Refused("Type figures with at most one point, such as 20 or 0.5.")


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
