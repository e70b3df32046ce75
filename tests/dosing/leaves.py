"""A name for a figure of every kind of unit, as formulas of tests use them."""

from fractions import Fraction

from tests.dosing.calculators import BARE
from webref.dosing.shown import show_value
from webref.dosing.unit_table import BASES
from webref.dosing.units import IN_FORMULAS, unit_of
from webref.dosing.working import Names

LEAVES = {
    "a": ("mcg", "12"), "b": ("mg", "0.5"), "c": ("ng", "250"), "d": ("mL", "20"),
    "e": ("h", "8"), "f": ("days", "2"), "wk": ("weeks", "1.5"), "i": ("min", "90"),
    "j": ("mcg/day", "100"), "k": ("mg/mL", "2"), "m": ("%", "12.5"), "o": ("", "3"),
    "p": ("kg", "70"), "q": ("mL/h", "0.25"), "r": ("tablets", "4"), "s": ("mg per dose", "5"),
    "t": ("doses/day", "3"), "u": ("g", "1"), "v": ("mcg/mL", "50"), "w": ("%", "250"),
    "ca": ("mcg/kg/min", "0.1"), "cb": ("mcg/kg/h", "6"), "cc": ("units/kg/h", "18"),
    "cd": ("g/100 mL", "5"), "ce": ("mg/5 mL", "125"), "cf": ("mL/min/1.73 m2", "90"),
    "cg": ("m2", "1.9"), "ch": ("micromol/L per mg/dL", "88.4"), "ci": ("mg/dL", "1.2"),
    "cj": ("mmol/L", "4.1"), "ck": ("mg/m2", "75"), "cl": ("m", "1.7"), "cm_": ("cm", "165"),
    "cn": ("kg/m2", "24"), "co": ("units/100 mL", "400"), "cp": ("million units/day", "2.4"),
    "cq": ("mg/kg/day", "15"), "cr": ("mmol/kg/day", "2"), "cs": ("g of weight", "3200"),
    "da": ("years", "4"), "db": ("weeks of age", "6"), "dc": ("units", "5000"),
    "dd": ("international units", "400"), "de": ("micromol", "20"), "df": ("mEq", "10"),
    "dg": ("mmHg", "65"), "dh": ("months", "30"), "di": ("mL/kg", "2"),
}  # fmt: skip
# One of each thing that is measured, in the order of a dimension's exponents.
ONE_EACH = [f"one_{base.unit.lower().replace(' ', '_')}" for base in BASES]
LEAVES |= {name: (base.unit, "3") for name, base in zip(ONE_EACH, BASES, strict=True)}


def leaves(figures: dict[str, tuple[str, str]]) -> tuple[Names, dict[str, Fraction]]:
    """The names of figures given as unit and number, and their values in base units."""
    names = Names.of(BARE, ())
    values = {name: unit_of(unit).factor for name, unit in IN_FORMULAS.items()}
    for name, (unit, text) in figures.items():
        values[name] = Fraction(text) * unit_of(unit).factor
        names.words[name] = name.upper()
        names.add(name, show_value(values[name], unit, 9))
        names.units[name] = unit
    return names, values
