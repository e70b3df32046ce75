"""Compounds that tests ask for: as sources print them, and generated from the table."""

from hypothesis import strategies as some

from webref.dosing.unit_table import BASES, SINGLES, Single
from webref.dosing.units import is_unit

COMPOUNDS = (
    "mcg/mL", "mg/mL", "ng/mL", "mcg/day", "mcg/h", "mg/day", "mL/day", "mL/h", "mcg/min",
    "doses/day", "mg per dose", "mg per tablet", "mg per day", "mcg per day", "mcg/kg/min",
    "mcg/kg/h", "mg/kg/day", "units/h", "units/kg/h", "international units/kg/day",
    "million units/day", "milliunits/min", "mg/m2", "mL/kg", "mmol/L", "mmol/kg/day", "mEq/L",
    "kg/m2", "mg/dL", "g/100 mL", "mg/5 mL", "units/100 mL", "mL/min/1.73 m2", "mL/min",
    "units/vial", "micromol/L per mg/dL",
)  # fmt: skip

_ALONE = {base.id for base in BASES if base.alone}
PARTS = [one for one in SINGLES if one.factor and one.name not in ("", "%")]
PARTS = [one for one in PARTS if one.base not in _ALONE]


@some.composite
def compounds(draw: some.DrawFn) -> str:
    """Any unit that the rules form: a chain of one to four, or one chain per another."""
    above = draw(_chains(above=True))
    if not draw(some.booleans()):
        return above
    whole = f"{above} per {draw(_chains(above=False))}"
    return whole if is_unit(whole) else above


@some.composite
def _chains(draw: some.DrawFn, above: bool) -> str:
    order = draw(some.permutations(PARTS))
    seen: set[str] = set()
    parts: list[Single] = []
    for single in order:
        if (single.base or single.name) not in seen and len(parts) < 4:
            seen.add(single.base or single.name)
            parts.append(single)
    parts = parts[: draw(some.integers(1, len(parts)))]
    names = [parts[0].name if above else parts[0].one or parts[0].name]
    for single in parts[1:]:
        several = single.base in ("volume", "length") and draw(some.booleans())
        number = draw(some.sampled_from(["5 ", "100 ", "1.73 "])) if several else ""
        names.append(f"{number}{single.one or single.name}")
    return "/".join(names)
