"""The closed table of units: factor to the base unit, dimension, and nothing else."""

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
    """A unit: one of it is `factor` base units of `dimension`."""

    name: str
    factor: Fraction
    dimension: Dimension


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


def _table() -> dict[str, Unit]:
    units = {name: Unit(name, Fraction(f), dim) for name, (f, dim) in _SINGLE.items()}
    for name in _COMPOUND:
        above, below = (units[part] for part in name.split("/"))
        dimension = divide(above.dimension, below.dimension)
        units[name] = Unit(name, above.factor / below.factor, dimension)
    for name in _COUNTS:
        units[name] = Unit(name, Fraction(1), NONE)
    for name, like in _AMOUNTS.items():
        units[name] = Unit(name, units[like].factor, units[like].dimension)
    per_day = divide(NONE, TIME)
    units["doses/day"] = Unit("doses/day", 1 / units["day"].factor, per_day)
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
