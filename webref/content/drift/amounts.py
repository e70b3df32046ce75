"""Figures as sources print them, read as numbers with the unit that follows."""

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple


class PrintedAmount(NamedTuple):
    """A number that stands in a text, and the unit that it is counted in."""

    value: Fraction
    unit: str  # one of _NUMERATORS, or empty


# How sources spell what a number counts. A longer unit stands before one that begins it.
_NUMERATORS = {
    "mcg": r"mcg|[μµu]g|micrograms?",
    "ng": r"ng|nanograms?",
    "mg": r"mg|milligrams?",
    "kg": r"kg|kilograms?",
    "g": r"g|grams?",
    "mL": r"m[lL]|cc|millilit(?:re|er)s?",
    "L": r"[lL]|lit(?:re|er)s?",
    "cm": r"cm|centimet(?:re|er)s?",
    "h": r"h|hrs?|hours?|hourly",
    "min": r"min|mins|minutes?",
    "day": r"days?",
    "week": r"weeks?",
    "month": r"months?",
    "year": r"years?|yrs?",
    "°C": r"(?:°|º|degrees?)\s?C(?:elsius)?",
    "%": r"%|percent|per\s?cent",
}
_UNIT = re.compile(
    "|".join(
        rf"(?P<u{at}>(?:{form}){'' if name == '%' else r'(?![A-Za-z])'})"
        for at, (name, form) in enumerate(_NUMERATORS.items())
    ),
)
_NAMES = list(_NUMERATORS)
_SINGULAR = {"days": "day", "weeks": "week", "months": "month", "years": "year"}

# What a rate or a strength is per; it may stand anywhere in the passage.
_PER = {
    "day": r"\bdaily\b|\bday\b|24[ -]?h|24-hour",
    "h": r"/\s?h|\bper hour\b|\bhourly\b|\ban hour\b",
    "min": r"/\s?min|\bper min|\ba minute\b",
    "mL": r"/\s?m[lL]|\b(?:per|in 1) m[lL]|\bper millilit",
    "kg": r"/\s?kg|\bper kg|\bper kilogram",
    "dose": r"\bdoses?\b|\btimes\b|\bdaily\b|\bonce\b|\btwice\b",
    "1.73 m²": r"1\.73",
}

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"]
_TEENS += ["seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: Fraction(at) for at, word in enumerate((*_ONES, *_TEENS), 1)}
_WORDS |= {word: Fraction(10 * at) for at, word in enumerate(_TENS, 2)}
_WORDS |= {f"{ten}-{one}": _WORDS[ten] + _WORDS[one] for ten in _TENS for one in _ONES}
_WORDS |= {"hundred": Fraction(100), "one hundred": Fraction(100), "half": Fraction(1, 2)}
_WORDS |= {"once": Fraction(1), "single": Fraction(1), "a": Fraction(1), "an": Fraction(1)}
_WORDS |= {"twice": Fraction(2), "double": Fraction(2), "doubled": Fraction(2)}
_WORDS |= {"doubling": Fraction(2), "thrice": Fraction(3)}
_SPELLED = "|".join(sorted((w.replace("-", "[- ]") for w in _WORDS), key=len, reverse=True))
_NUMBER = re.compile(
    r"(?<![\w.])(?P<figures>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?!\d)"
    rf"|\b(?P<word>{_SPELLED})\b",
    re.IGNORECASE,
)
# Between the numbers of a range or a list, the last of which carries the unit.
_NEXT = re.compile(r"\s*[,–—-]?\s*(?:(?:to|and|or|through|about|up to)\s+)*")
_NEAR = 120  # characters around a number among which its unit is looked for
_SPREAD = re.compile(r"\s*[(\[][\d., –-]+[)\]]")  # a range in brackets behind a median
_AGE = re.compile(r"\b[Aa]ge[ds]?\b[^.;]{0,16}$")  # years, where no unit stands behind


@lru_cache
def amounts(text: str) -> tuple[PrintedAmount, ...]:
    """Every number in a text, in figures or in words up to a hundred, with its unit."""
    found = []
    for match in _NUMBER.finditer(text):
        unit = _unit(text[match.end() : match.end() + _NEAR])
        if not unit and _AGE.search(text[max(0, match.start() - _NEAR) : match.start()]):
            unit = "year"
        found.append(PrintedAmount(_value(match), unit))
    return tuple(found)


def stands(value: Fraction, unit: str, passage: str) -> bool:
    """Whether a value of this unit stands in the words of a passage.

    Dose, volume, time and percentage need their unit behind the number or behind the list that
    holds it; what it is per may stand anywhere in the passage. What is counted (`patients`) needs
    the bare number, with no other unit behind it.
    """
    head, *per = re.split(r"/| per ", unit)
    counted = _SINGULAR.get(head, head)
    wanted = counted if counted in _NUMERATORS else ""
    if not all(re.search(_PER.get(one, re.escape(one)), passage) for one in per):
        return False
    return any(one.value == value and one.unit == wanted for one in amounts(passage))


def _value(match: re.Match[str]) -> Fraction:
    if match["figures"]:
        return Fraction(match["figures"].replace(",", ""))
    return _WORDS[re.sub(r"[\s-]+", "-", match["word"].lower()).replace("one-hundred", "hundred")]


def _unit(rest: str) -> str:
    """The unit behind a number, or behind the list of numbers that it begins."""
    while True:
        if spread := _SPREAD.match(rest):
            rest = rest[spread.end() :]
        if found := _UNIT.match(rest.lstrip(" -)\u00a0")):
            return _NAMES[int(found.lastgroup[1:])] if found.lastgroup else ""
        joint = _NEXT.match(rest)
        following = _NUMBER.match(rest, joint.end() if joint and joint.end() else len(rest))
        if not following:
            return ""
        rest = rest[following.end() :]
