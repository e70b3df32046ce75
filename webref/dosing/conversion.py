"""What takes a number from one unit to another: every factor as a whole number with its units."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from webref.dosing.numbers import show
from webref.dosing.units import NONE, beside, counted, single_units
from webref.dosing.words import say

Parts = Mapping[str, int]  # single units and plain numbers, with their exponents

_SINGLES = {unit.name: unit for unit in single_units()}


@dataclass(frozen=True)
class Factor:
    """A number to multiply (`*`) or divide (`/`) by, with its unit: `1,000 mcg per mg`."""

    sign: str
    text: str


def multiply_parts(left: Parts, right: Parts, power: int = 1) -> dict[str, int]:
    """The parts of a product; of a quotient where power is -1."""
    powers = {part: left.get(part, 0) + power * right.get(part, 0) for part in {**left, **right}}
    return {part: found for part, found in sorted(powers.items()) if found}


def cancelled(parts: Parts) -> dict[str, int]:
    """The parts without those that measure the same thing above and below the line."""
    left = dict(parts)
    for up, down in _pairs(*_sides(parts)):
        left[up] -= 1
        left[down] += 1
    return multiply_parts(left, {})


def factors(source: Parts, target: Parts) -> tuple[Factor, ...]:
    """What takes a number in the units of source to the units of target, of one dimension."""
    above, below = _sides(multiply_parts(source, target, -1))
    found = [_factor(up, down) for up, down in _pairs(above, below)]
    found += [_plain(part, "*") for part in above if _is_plain(part)]
    found += [_plain(part, "/") for part in below if _is_plain(part)]
    return tuple(sorted(found, key=lambda one: (one.sign, one.text)))


def _is_plain(part: str) -> bool:
    """Whether a part measures nothing: per cent, or the 100 of `g/100 mL`."""
    return part == "%" or part not in _SINGLES


def _plain(part: str, sign: str) -> Factor:
    """A part that is a number alone; one per cent is a division by a hundred."""
    if part == "%":
        return Factor("/" if sign == "*" else "*", "100%")
    return Factor(sign, show(Fraction(part)))


def _sides(parts: Parts) -> tuple[list[str], list[str]]:
    above = [part for part in sorted(parts) for _ in range(parts[part])]
    below = [part for part in sorted(parts) for _ in range(-parts[part])]
    return above, below


def _pairs(above: list[str], below: list[str]) -> list[tuple[str, str]]:
    """One above the line with one below it that measures the same; a plain number has none."""
    left, pairs = [one for one in below if not _is_plain(one)], []
    for up in above:
        if _is_plain(up):
            continue
        like = [one for one in left if _SINGLES[one].dimension == _SINGLES[up].dimension != NONE]
        if like:
            left.remove(like[0])
            pairs.append((up, like[0]))
    return pairs


def _factor(up: str, down: str) -> Factor:
    """Of two units one is a whole number of the other."""
    ratio = _SINGLES[up].factor / _SINGLES[down].factor
    sign, large, small = ("*", up, down) if ratio >= 1 else ("/", down, up)
    figure = f"{max(ratio, 1 / ratio).numerator:,}"
    amount, unit = counted(figure, small), beside(large, "1")
    return Factor(sign, say("working.factor", amount=amount, unit=unit))
