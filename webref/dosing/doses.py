"""The dose of a protocol's step: figures added and divided by a strength, by the engine, and both
in words with every factor printed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from webref.dosing.nodes import Binary, Name, Node
from webref.dosing.numbers import round_number, show
from webref.dosing.run import Unanswerable, number
from webref.dosing.spelling import Speller
from webref.dosing.units import VOLUME, Unit, UnknownUnit, counted, divide, of_drug, unit_of

_QUOTIENT = Binary("/", Name("dose"), Name("strength"))
_ML = "mL"
THOUSANDTHS = 3  # a volume that is worked out comes out even in thousandths of a mL


@dataclass(frozen=True)
class Amount:
    """A figure as a source prints it: its number and its unit."""

    number: Fraction
    unit: str

    @property
    def base(self) -> Fraction:
        """The amount in base units."""
        return self.number * unit_of(self.unit).factor

    @property
    def text(self) -> str:
        """Number and unit as they are shown."""
        return counted(show(self.number), self.unit)


def add(amounts: Sequence[Amount]) -> Amount:
    """The sum of amounts in the unit that they share; Unanswerable where they share none."""
    unit = amounts[0].unit
    factor = _unit(unit).factor
    if any(amount.unit != unit for amount in amounts):
        raise Unanswerable("the figures of a sum have one unit")
    named = _named(amounts)
    found = number(_sum(named), {name: one.base for name, one in named.items()})
    return Amount(found / factor, unit)


def add_in_words(amounts: Sequence[Amount]) -> str:
    """The sum written out: `30 mcg + 80 mcg = 110 mcg`. Unanswerable as in `add`."""
    total = add(amounts)
    named = _named(amounts)
    return _written(_sum(named), named, total)


def _named(amounts: Sequence[Amount]) -> dict[str, Amount]:
    return {str(at): one for at, one in enumerate(amounts)}


def _sum(named: Mapping[str, Amount]) -> Node:
    parts: list[Node] = [Name(name) for name in named]
    return reduce(lambda left, right: Binary("+", left, right), parts)


def volume_of(dose: Amount, strength: Amount) -> Amount:
    """The volume in mL that holds a dose, exact.

    The dose is an amount of drug, the strength an amount of drug in a volume; else Unanswerable.
    """
    of_dose, of_strength = (_unit(one.unit).dimension for one in (dose, strength))
    if not of_drug(of_dose) or divide(of_dose, of_strength) != VOLUME:
        raise Unanswerable("a volume needs a dose and a strength")
    found = number(_QUOTIENT, {"dose": dose.base, "strength": strength.base})
    return Amount(found / unit_of(_ML).factor, _ML)


def volume_in_words(dose: Amount, strength: Amount) -> str:
    """The volume written out, with each factor between the units; Unanswerable as in `volume_of`.

    `110 mcg \u00f7 0.1 mg/mL \u00f7 1,000 mcg per mg = 1.1 mL`
    """
    volume = volume_of(dose, strength)
    return _written(_QUOTIENT, {"dose": dose, "strength": strength}, volume)


def _written(tree: Node, named: Mapping[str, Amount], result: Amount) -> str:
    """A formula with its figures, and what it comes to."""
    texts = {name: one.text for name, one in named.items()}
    units = {name: one.unit for name, one in named.items()}
    return f"{Speller(texts, units).line(tree, result.unit)} = {result.text}"


def _unit(name: str) -> Unit:
    try:
        return unit_of(name)
    except UnknownUnit as unknown:
        raise Unanswerable(str(unknown)) from None


def comes_out_even(amount: Amount) -> bool:
    """Whether an amount shows whole with the places that a dose is read with."""
    return round_number(amount.number, THOUSANDTHS, "down") == amount.number
