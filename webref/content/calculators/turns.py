"""Units of another kind than a field's first, turned into it by a fact."""

from collections.abc import Iterator, Mapping

from webref.content.calculators.records import InputRecord
from webref.content.calculators.scope import Scope
from webref.dosing import spec
from webref.dosing.nodes import Name
from webref.dosing.units import divide, is_unit, multiply, unit_of


def turns_of(
    scope: Scope, place: str, item: InputRecord, constants: Mapping[str, spec.Constant]
) -> Iterator[spec.Turn]:
    """How each unit of another kind becomes the first: times the fact of `convert`, or over it.

    A problem of the scope where the name is no fact, or its unit turns none into the other.
    """
    known = bool(item.units) and all(map(is_unit, item.units))
    if not item.convert or not known or item.convert in scope.unresolved:
        return
    if item.convert not in scope.record.facts:
        scope.problem(f"{place}.convert", f"{item.convert} is no name of [facts]")
        return
    fact = constants[item.convert]
    scope.tier_1(f"{place}.convert", Name(fact.id))
    first, *rest = (unit_of(unit) for unit in item.units)
    factor = unit_of(fact.unit).dimension
    for unit in rest:
        if unit.dimension == first.dimension:
            continue
        if fact.value > 0 and multiply(unit.dimension, factor) == first.dimension:
            yield spec.Turn(unit.name, fact.id, "*", fact.value)
        elif fact.value > 0 and divide(unit.dimension, factor) == first.dimension:
            yield spec.Turn(unit.name, fact.id, "/", fact.value)
        else:
            why = f"{fact.shown} turns no {unit.name} into {first.name}"
            scope.problem(f"{place}.convert", why)
