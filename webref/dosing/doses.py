"""The dose of a protocol's step: figures added and divided by a strength, by the engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from webref.dosing.nodes import Binary, Name, Node
from webref.dosing.numbers import round_number
from webref.dosing.run import Unanswerable, number
from webref.dosing.units import VOLUME, Unit, UnknownUnit, divide, of_drug, unit_of

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


def add(amounts: Sequence[Amount]) -> Amount:
    """The sum of amounts in the unit that they share; Unanswerable where they share none."""
    unit = amounts[0].unit
    factor = _unit(unit).factor
    if any(amount.unit != unit for amount in amounts):
        raise Unanswerable("the figures of a sum have one unit")
    parts: list[Node] = [Name(str(at)) for at in range(len(amounts))]
    tree = reduce(lambda left, right: Binary("+", left, right), parts)
    found = number(tree, {str(at): one.base for at, one in enumerate(amounts)})
    return Amount(found / factor, unit)


def volume_of(dose: Amount, strength: Amount) -> Amount:
    """The volume in mL that holds a dose, exact.

    The dose is an amount of drug, the strength an amount of drug in a volume; else Unanswerable.
    """
    of_dose, of_strength = (_unit(one.unit).dimension for one in (dose, strength))
    if not of_drug(of_dose) or divide(of_dose, of_strength) != VOLUME:
        raise Unanswerable("a volume needs a dose and a strength")
    tree = Binary("/", Name("dose"), Name("strength"))
    found = number(tree, {"dose": dose.base, "strength": strength.base})
    return Amount(found / unit_of("mL").factor, "mL")


def _unit(name: str) -> Unit:
    try:
        return unit_of(name)
    except UnknownUnit as unknown:
        raise Unanswerable(str(unknown)) from None


def comes_out_even(amount: Amount) -> bool:
    """Whether an amount shows whole with the places that a dose is read with."""
    return round_number(amount.number, THOUSANDTHS, "down") == amount.number
