"""The closed table of units: factor to the base unit, dimension, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

# Exponents of: amount of drug (mcg), volume (mL), time (min), body weight (kg), age (years).
Dimension = tuple[int, int, int, int, int]

NONE: Dimension = (0, 0, 0, 0, 0)
MASS: Dimension = (1, 0, 0, 0, 0)
VOLUME: Dimension = (0, 1, 0, 0, 0)
TIME: Dimension = (0, 0, 1, 0, 0)
WEIGHT: Dimension = (0, 0, 0, 1, 0)
AGE: Dimension = (0, 0, 0, 0, 1)


def multiply(left: Dimension, right: Dimension) -> Dimension:
    """The dimension of a product."""
    return (
        left[0] + right[0],
        left[1] + right[1],
        left[2] + right[2],
        left[3] + right[3],
        left[4] + right[4],
    )


def divide(left: Dimension, right: Dimension) -> Dimension:
    """The dimension of a quotient."""
    return multiply(left, (-right[0], -right[1], -right[2], -right[3], -right[4]))


@dataclass(frozen=True)
class Unit:
    """A unit: one of it is `factor` base units of `dimension`.

    parts: the single units that it is made of, with their exponents; a counted word has none.
    """

    name: str
    factor: Fraction
    dimension: Dimension
    parts: tuple[tuple[str, int], ...] = ()


_SINGLE: dict[str, tuple[str, Dimension]] = {
    "": ("1", NONE),
    "%": ("1/100", NONE),
    "ng": ("1/1000", MASS),
    "mcg": ("1", MASS),
    "mg": ("1000", MASS),
    "g": ("1000000", MASS),
    "mL": ("1", VOLUME),
    "min": ("1", TIME),
    "h": ("60", TIME),
    "day": ("1440", TIME),
    "days": ("1440", TIME),
    "weeks": ("10080", TIME),
    "kg": ("1", WEIGHT),
    "years": ("1", AGE),
}

_COMPOUND = (
    "mcg/mL", "mg/mL", "ng/mL", "mcg/day", "mcg/h", "mg/day", "mL/day", "mL/h", "mcg/min",
)  # fmt: skip

# Words that count things; a fact or an output may carry them, a formula sees a plain number.
_COUNTS = (
    "ampoules", "tablets", "doses", "sessions", "bottles", "times",
)  # fmt: skip

# Amounts that a source prints with the occasion; a formula sees the amount.
_AMOUNTS = {
    "mg per dose": "mg",
    "mg per tablet": "mg",
    "mg per day": "mg/day",
    "mcg per day": "mcg/day",
}


# `day` is what a formula names and a rate is counted by, `days` what a reader sees; one unit.
_PART = {"": "", "day": "days"}


def _table() -> dict[str, Unit]:
    units = {}
    for name, (factor, dimension) in _SINGLE.items():
        part = _PART.get(name, name)
        units[name] = Unit(name, Fraction(factor), dimension, ((part, 1),) if part else ())
    for name in _COMPOUND:
        above, below = (units[part] for part in name.split("/"))
        dimension = divide(above.dimension, below.dimension)
        parts = (*above.parts, *((part, -power) for part, power in below.parts))
        units[name] = Unit(name, above.factor / below.factor, dimension, parts)
    for name in _COUNTS:
        units[name] = Unit(name, Fraction(1), NONE)
    for name, like in _AMOUNTS.items():
        units[name] = Unit(name, units[like].factor, units[like].dimension, units[like].parts)
    per_day = divide(NONE, TIME)
    units["doses/day"] = Unit("doses/day", 1 / units["day"].factor, per_day, (("days", -1),))
    return units


UNITS: dict[str, Unit] = _table()

COUNTED = {*_COUNTS, "days", "weeks", "years"} - {"times"}

# Units that a formula may name as quantities, as in `24 * h`.
IN_FORMULAS = ("mcg", "mg", "mL", "min", "h", "day", "kg", "years")


def beside(unit: str, figure: str) -> str:
    """The unit as it stands beside a figure: a counted word loses its s after a lone 1."""
    return unit[:-1] if figure == "1" and unit in COUNTED else unit


def counted(figure: str, unit: str) -> str:
    """Figure and unit as one text, the unit in the singular where it is a word and one is meant."""
    return with_unit(figure, beside(unit, figure))


def with_unit(figure: str, unit: str) -> str:
    """Figure and unit as one text that never parts at a line end; per cent closes up."""
    if not unit:
        return figure
    return f"{figure}%" if unit == "%" else f"{figure}\u00a0{unit}"


Parts = Mapping[str, int]  # single units with their exponents


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


@dataclass(frozen=True)
class Factor:
    """A whole number to multiply (`*`) or divide (`/`) by, with its unit: `1,000 mcg per mg`."""

    sign: str
    text: str


def factors(source: Parts, target: Parts) -> tuple[Factor, ...]:
    """What takes a number in the units of source to the units of target, of one dimension."""
    above, below = _sides(multiply_parts(source, target, -1))
    found = [_factor(up, down) for up, down in _pairs(above, below)]
    found += [Factor("/", "100%") for part in above if part == "%"]
    found += [Factor("*", "100%") for part in below if part == "%"]
    return tuple(sorted(found, key=lambda one: (one.sign, one.text)))


def _sides(parts: Parts) -> tuple[list[str], list[str]]:
    above = [part for part in sorted(parts) for _ in range(parts[part])]
    below = [part for part in sorted(parts) for _ in range(-parts[part])]
    return above, below


def _pairs(above: list[str], below: list[str]) -> list[tuple[str, str]]:
    """One above the line with one below it that measures the same; per cent measures nothing."""
    left, pairs = list(below), []
    for up in above:
        like = [one for one in left if UNITS[one].dimension == UNITS[up].dimension != NONE]
        if like:
            left.remove(like[0])
            pairs.append((up, like[0]))
    return pairs


def _factor(up: str, down: str) -> Factor:
    """Of two units one is a whole number of the other."""
    ratio = UNITS[up].factor / UNITS[down].factor
    sign, large, small = ("*", up, down) if ratio >= 1 else ("/", down, up)
    figure = f"{max(ratio, 1 / ratio).numerator:,}"
    return Factor(sign, f"{counted(figure, small)} per\u00a0{beside(large, '1')}")
