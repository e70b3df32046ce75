"""What a calculator says of its quantities, held against the limits of the pack."""

from webref.content.calculators.limits.build import Limits
from webref.content.calculators.records import (
    CalculatorRecord,
    ColumnRecord,
    InputRecord,
    OutputRecord,
)
from webref.dosing.units import is_unit, unit_of
from webref.errors import Found, near


def check_quantities(record: CalculatorRecord, limits: Limits) -> Found:
    """What has dimension and route of a limited quantity names it, or says what else it is."""
    steps = {step.id for step in record.step}
    entries = {item.id for item in record.input}
    for item in record.input:
        place = f"input[{item.id}]"
        yield from _check(place, item, item.units[0] if item.units else "", record.route, limits)
        yield from _check_case(place, item, limits)
    for output in record.output:
        place = f"output[{output.id}]"
        yield from _check(place, output, output.unit, record.route, limits)
        for key, value in (("value", output.value), ("to", output.to)):
            if output.quantity and value and value not in steps | entries | record.facts.keys():
                yield f"{place}.{key}", "a limited quantity is shown by its name: make it a step"
        if output.hypothetical and not output.quantity:
            yield f"{place}.hypothetical", "only what names a quantity is hypothetical"
    for table in record.table:
        for column in table.columns:
            place = f"table[{table.id}].columns[{column.id}]"
            yield from _check(place, column, column.unit, record.route, limits)
    taken = limits.constants.keys() & (
        record.facts.keys() | record.constants.keys() | steps | entries
    )
    for name in sorted(taken):
        yield name, f"{name} is a name of limits.toml: choose another"
    used = {item.quantity for item in record.input} | {item.quantity for item in record.output}
    used |= {column.quantity for table in record.table for column in table.columns}
    ids = {limit.record.id for limit in limits.limits if limit.record.quantity in used}
    for check in record.check:
        if check.id in ids:
            yield f"check[{check.id}]", "is a limit of limits.toml: choose another id"


def _check(
    place: str,
    item: InputRecord | OutputRecord | ColumnRecord,
    unit: str,
    route: str,
    limits: Limits,
) -> Found:
    if not is_unit(unit):
        return
    alike = [
        name
        for name, quantity in limits.quantities.items()
        if (quantity.route, quantity.dimension) == (route, unit_of(unit).dimension)
    ]
    if item.quantity and item.other:
        yield place, "names a quantity and says that it is another: leave one out"
    elif item.quantity and item.quantity not in alike:
        known = near(item.quantity, alike)
        message = f"{item.quantity} is no quantity of this route and dimension{known}"
        yield f"{place}.quantity", message
    elif alike and not item.quantity and not item.other:
        choices = " or ".join(f'quantity = "{name}"' for name in alike)
        yield place, f"may be a limited quantity: write {choices}, or other = and what else it is"


def _check_case(place: str, item: InputRecord, limits: Limits) -> Found:
    """An input whose id is a case of limits is asked as the limits read it."""
    kind = limits.cases.get(item.id)
    if kind is None:
        return
    options = {option.id for option in item.options}
    if kind.options and not (options and options <= set(kind.options)):
        yield f"{place}.options", f"limits.toml knows {', '.join(kind.options)} for {item.id}"
    units = {unit_of(unit).dimension for unit in item.units if is_unit(unit)}
    if not kind.options and units != {kind.dimension}:
        yield f"{place}.units", f"limits.toml reads {item.id} in another dimension"
