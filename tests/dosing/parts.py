"""Parts of calculators written by hand: short names for what their formulas and units say."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

from webref.dosing import spec
from webref.dosing.formula import parse_formula
from webref.dosing.nodes import Node

f = parse_formula


def maybe(text: str) -> Node | None:
    """A condition, or none where there is no text."""
    return f(text) if text else None


def constant(name: str, value: str, unit: str, shown: str) -> spec.Constant:
    """A constant whose value is given in base units."""
    return spec.Constant(name, Fraction(value), unit, shown)


def quantity(name: str, units: tuple[str, ...], **more: Any) -> spec.Input:
    """An input with a number and a unit."""
    return spec.Input(name, name.capitalize(), "", "quantity", units, **more)


def choice(name: str, *options: str, optional: bool = False) -> spec.Input:
    """An input with answers to choose from."""
    answers = tuple(spec.Option(option, option.capitalize()) for option in options)
    return spec.Input(name, f"The {name}", "", "choice", options=answers, optional=optional)


def step(name: str, value: str, unit: str, places: int = 4, when: str = "") -> spec.Step:
    """An intermediate value."""
    return spec.Step(name, name.capitalize(), f(value), unit, places, maybe(when))


def output(name: str, value: str, unit: str, places: int = 2, **more: object) -> spec.Output:
    """An answer; `when` is formula text."""
    when = maybe(str(more.pop("when", "")))
    plain = spec.Output(name, name.capitalize(), f(value), unit, places, when=when)
    return replace(plain, **more)  # type: ignore[arg-type]


def check(name: str, level: spec.Level, when: str, *text: str | tuple[str]) -> spec.Check:
    """A check whose text may name figures by one-tuples."""
    return spec.Check(name, level, f(when), (f"Title <{name}>",), text, (1,))


def row(when: str, said: str, *cells: str) -> spec.LookupRow:
    """A row of a printed table that cites the first source."""
    return spec.LookupRow(cells, said, (1,), f(when))
