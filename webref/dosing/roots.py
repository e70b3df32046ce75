"""Roots and powers to a number of decimals, by whole numbers alone; the last place is proven.

For a real y of at least zero, floor(y + 1/2) is (floor(2 * y) + 1) // 2, so that y rounded half
up follows from the whole part of 2 * y. With y = x ** (1/b) * 10 ** p, that part is the largest
whole r with r ** b <= floor((2 * 10 ** p) ** b * x): a comparison of whole numbers.
"""

from fractions import Fraction
from math import isqrt

MOST = 1000  # above and below the line of an exponent: what a body can wait for


class NoRoot(ValueError):
    """A root or a power that is no real number, or past what is worked out here."""


def root_half_up(number: Fraction, places: int) -> Fraction:
    """The square root to `places` decimals, half up; NoRoot of what is below zero."""
    if number < 0:
        raise NoRoot("a root of less than zero")
    ten = 10**places
    twice = isqrt(_floor(4 * ten * ten * number))
    return Fraction((twice + 1) // 2, ten)


def power_half_up(number: Fraction, exponent: Fraction, places: int) -> Fraction:
    """The number to the power of an exact exponent, to `places` decimals, half up.

    NoRoot where the number is not above zero, or the exponent has more than `MOST` above or
    below its line.
    """
    if number <= 0:
        raise NoRoot("a power of what is not above zero")
    above, below = exponent.numerator, exponent.denominator
    if max(abs(above), below) > MOST:
        raise NoRoot("an exponent of too many figures")
    ten = 10**places
    whole = (number if above >= 0 else 1 / number) ** abs(above)
    twice = _whole_root(_floor((2 * ten) ** below * whole), below)
    return Fraction((twice + 1) // 2, ten)


def _floor(number: Fraction) -> int:
    return number.numerator // number.denominator


def _whole_root(number: int, degree: int) -> int:
    """The largest whole r with r ** degree <= number, found bit by bit."""
    root = 0
    for bit in range(number.bit_length() // degree, -1, -1):
        tried = root | 1 << bit
        if tried**degree <= number:
            root = tried
    return root
