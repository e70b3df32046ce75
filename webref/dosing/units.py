"""Units: single ones from the one table, compounds formed from them by rule, and how they read."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from webref.dosing.unit_table import BASES, SINGLES, Single

Dimension = tuple[int, ...]  # the exponent of each base, in the order of the table

NONE: Dimension = (0,) * len(BASES)


def _base(name: str, power: int = 1) -> Dimension:
    return tuple(power * (base.id == name) for base in BASES)


MASS, VOLUME, TIME = (_base(name) for name in ("mass", "volume", "time"))


def multiply(left: Dimension, right: Dimension) -> Dimension:
    """The dimension of a product."""
    return tuple(a + b for a, b in zip(left, right, strict=True))


def divide(left: Dimension, right: Dimension) -> Dimension:
    """The dimension of a quotient."""
    return tuple(a - b for a, b in zip(left, right, strict=True))


def of_drug(dimension: Dimension) -> bool:
    """Whether a value of the dimension holds an amount of drug, also per volume, time or weight."""
    return any(base.drug and power for base, power in zip(BASES, dimension, strict=True))


def words_of(dimension: Dimension) -> str:
    """A dimension by its base units, as in `mcg/mL`; a plain number where it has none."""
    powers = [(base.unit, power) for base, power in zip(BASES, dimension, strict=True) if power]
    above = [unit if power == 1 else f"{unit}^{power}" for unit, power in powers if power > 0]
    below = [
        f"/{_ONE.get(unit, unit)}" + (f"^{-power}" if power < -1 else "")
        for unit, power in powers
        if power < 0
    ]
    return "".join((" ".join(above) or "1" * bool(below), *below)) or "plain number"


@dataclass(frozen=True)
class Unit:
    """A unit: one of it is `factor` base units of `dimension`.

    parts: the single units, and plain numbers, that it is made of, with their exponents; a counted
    word has none. ucum: its code in the Unified Code for Units of Measure.
    """

    name: str
    factor: Fraction
    dimension: Dimension
    parts: tuple[tuple[str, int], ...]
    ucum: str


class UnknownUnit(ValueError):
    """A unit that the table and its rules do not give; the message says what is near."""


_KNOWN = {single.name: single for single in SINGLES if single.factor}
_ONE = {single.name: single.one for single in SINGLES if single.one}
_BELOW = {single.one or single.name: single for single in _KNOWN.values() if single.name}
# What a formula calls a unit, as in `24 * h`, and the unit that it is.
IN_FORMULAS = {single.formula: single.name for single in SINGLES if single.formula}
# 100 mL, 1.73 m2: below a line a volume or an area may be several.
_SEVERAL = re.compile(r"((?:0|[1-9][0-9]*)(?:\.[0-9]+)?) (.+)")
_ALONE = {base.id for base in BASES if base.alone}


def _single(single: Single) -> Unit:
    parts = ((single.name, 1),) if single.base else ()
    if single.name == "%":
        parts = (("%", 1),)
    if single.power > 1:  # an area is made of lengths, so that it cancels with them
        root = next(
            one for one in SINGLES
            if (one.base, one.power) == (single.base, 1)
            and one.factor and Fraction(one.factor) ** single.power == Fraction(single.factor)
        )  # fmt: skip
        parts = ((root.name, single.power),)
    factor = Fraction(single.factor)
    return Unit(single.name, factor, _base(single.base, single.power), parts, single.ucum)


@lru_cache(maxsize=4096)
def unit_of(name: str) -> Unit:
    """The unit of a name: `mg`, `mcg/kg/min`, `g/100 mL`, `mg per tablet`, `micromol/L per mg/dL`.

    A chain is a unit and what it is counted by, each behind a stroke and each measuring something
    else; `per` divides by a whole chain. UnknownUnit where a part is not known, or cancels.
    """
    above, per, below = name.partition(" per ")
    unit = _chain(above, _KNOWN, name)
    if per:
        unit = _over(unit, _chain(below, _BELOW, name))
        if not any(unit.dimension):
            raise UnknownUnit(f"no unit {name}: it leaves a plain number; write % or no unit")
    return replace(unit, name=name)


def is_unit(name: str) -> bool:
    """Whether a name is that of a unit, single or formed by rule."""
    try:
        unit_of(name)
    except UnknownUnit:
        return False
    return True


def _chain(text: str, heads: Mapping[str, Single], whole: str) -> Unit:
    first, *rest = text.split("/")
    if first not in heads or (not first and (rest or text != whole)):
        raise UnknownUnit(_unknown(whole))
    unit = _single(heads[first])
    seen = [heads[first]]
    for part in rest:
        several = _SEVERAL.fullmatch(part)
        single = _BELOW.get(several[2] if several else part)
        if single is None or (several and single.base not in ("volume", "length")):
            raise UnknownUnit(_unknown(whole))
        seen.append(single)
        unit = _over(unit, _several(several[1], single) if several else _single(single))
    if rest:
        _check_chain(seen, whole)
    return unit


def _several(number: str, single: Single) -> Unit:
    """So many of a unit as one: its number is a part of its own, which working prints."""
    unit = _single(single)
    code = f"({number}.{unit.ucum})" if number.isdigit() else f"{{{number}_{unit.ucum}}}"
    parts = (*unit.parts, (number, 1))
    return Unit(single.name, Fraction(number) * unit.factor, unit.dimension, parts, code)


def _over(above: Unit, below: Unit) -> Unit:
    powers = dict(above.parts)
    for part, power in below.parts:
        powers[part] = powers.get(part, 0) - power
    parts = tuple((part, power) for part, power in powers.items() if power)
    divisor = f"({below.ucum})" if "/" in below.ucum else below.ucum
    return Unit(
        "", above.factor / below.factor, divide(above.dimension, below.dimension), parts,
        f"{above.ucum}/{divisor}",
    )  # fmt: skip


def _check_chain(seen: list[Single], whole: str) -> None:
    """Nothing in a chain cancels or comes twice, and what is no rate is counted by nothing."""
    for place, single in enumerate(seen):
        if single.name == "%" or single.base in _ALONE:
            raise UnknownUnit(f"no unit {whole}: {single.name} is never part of another unit")
        for other in seen[:place]:
            if single.name == other.name or (single.base and single.base == other.base):
                raise UnknownUnit(
                    f"no unit {whole}: {other.name} and {single.name} measure the same"
                )


def _unknown(name: str) -> str:
    near = near_unit(name)
    return f"no unit {name}" + (f"; did you mean {near}?" if near else "")


def near_unit(name: str) -> str:
    """The unit that a misspelled name was probably meant to be; empty where none is near."""
    pieces = re.split(r"( per |/)", name)
    for place in range(0, len(pieces), 2):
        several = _SEVERAL.fullmatch(pieces[place])
        number, word = (f"{several[1]} ", several[2]) if several else ("", pieces[place])
        pieces[place] = number + _near_single(word, _KNOWN if place == 0 else _BELOW)
    near = "".join(pieces)
    return near if near != name and is_unit(near) else ""


def _near_single(word: str, among: Mapping[str, Single]) -> str:
    if word in among:
        return word
    folded = word.lower()
    for name, single in among.items():
        if folded in (name.lower(), *single.spellings.split(", ")):
            return name
    return next(iter(difflib.get_close_matches(word, filter(None, among), 1, 0.65)), word)


def single_units() -> Iterator[Unit]:
    """Every single unit that a field, a fact or a formula may have."""
    return (_single(single) for single in _KNOWN.values())


def beside(unit: str, figure: str) -> str:
    """The unit as it stands beside a figure: a word is singular after a lone 1, as `unit/h` is."""
    unit = _NUMBER_IN_UNIT.sub(_HOLD, unit)
    if figure != "1":
        return unit
    head = _HEAD.match(unit)
    word = head[0] if head else ""
    return _ONE.get(word, word) + unit[len(word) :]


_HOLD = "\u00a0"
_NUMBER_IN_UNIT = re.compile(r"(?<=[0-9]) ")  # 100 mL never parts, within a unit either
_HEAD = re.compile(r"[^/]*?(?= per |/|$)")


def counted(figure: str, unit: str) -> str:
    """Figure and unit as one text, the unit in the singular where it is a word and one is meant."""
    return with_unit(figure, beside(unit, figure))


def with_unit(figure: str, unit: str) -> str:
    """Figure and unit as one text that never parts at a line end; per cent closes up."""
    if not unit:
        return figure
    if unit == "%":
        return f"{figure}%"
    return f"{figure}{_HOLD}{_NUMBER_IN_UNIT.sub(_HOLD, unit)}"
