"""The units of an entry beside the one that paper works in, with what takes a number over."""

from collections.abc import Sequence
from dataclasses import dataclass

from webref.dosing.conversion import factors
from webref.dosing.spec import Input
from webref.dosing.spelling import SIGNS
from webref.dosing.units import unit_of


@dataclass(frozen=True)
class OtherUnit:
    """Another unit of an entry, and what takes a number in it to the one that paper works in.

    in_volume: whether an amount stands beside the volume that holds it, and is divided by it.
    """

    name: str
    factors: str
    in_volume: bool = False


def other_units(item: Input) -> tuple[OtherUnit, ...]:
    """The units of an entry beside `paper_unit`, each with its factors as paper prints them."""
    if item.kind != "quantity":
        return ()
    wanted = unit_of(item.units[0]).parts
    found = [OtherUnit(unit, _factors(unit, wanted)) for unit in item.units[1:]]
    if item.printed:
        found.append(
            OtherUnit(item.printed, _factors(f"{item.printed}/mL", wanted), in_volume=True)
        )
    return tuple(found)


def _factors(unit: str, wanted: Sequence[tuple[str, int]]) -> str:
    needed = factors(dict(unit_of(unit).parts), dict(wanted))
    return " ".join(f"{SIGNS[one.sign]} {one.text}" for one in needed)
