"""A formula in words or in numbers, with every factor between the units printed.

Read from the left, with its brackets, the bare numbers of a spelled formula give the bare number
of its value in the unit that it ends in.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from webref.dosing.calendar import CALENDAR_UNITS
from webref.dosing.conversion import Parts, cancelled, factors, multiply_parts
from webref.dosing.functions import function_of
from webref.dosing.nodes import Binary, Call, Name, Node, Number
from webref.dosing.numbers import show
from webref.dosing.units import IN_FORMULAS, counted, unit_of
from webref.dosing.words import say, template

SIGNS = {"+": "+", "-": "\u2212", "*": "\u00d7", "/": "\u00f7"}
_SUM, _PRODUCT, _CALL = "sum", "product", "call"
_DAYS: Parts = {"days": 1}


@dataclass(frozen=True)
class Spelled:
    """A spelled formula: its text, the units of its bare number, and what it is made by.

    units: None where it fits any unit, as zero does, and the time between two dates.
    calendar: a date or a time of day, which is no bare number.
    """

    text: str
    units: Parts | None
    made_by: str = ""
    calendar: bool = False


@dataclass(frozen=True)
class Speller:
    """How the names of a formula read, the unit of each figure, and whether factors are printed."""

    texts: Mapping[str, str]
    units: Mapping[str, str]
    with_factors: bool = True

    def line(self, node: Node, unit: str) -> str:
        """A formula without choices, as a number in a unit."""
        spelled = self.spell(node)
        if unit in CALENDAR_UNITS:
            return spelled.text
        return self.convert(spelled, dict(unit_of(unit).parts)).text

    def spell(self, node: Node) -> Spelled:
        """A formula without choices, in the units that its figures bring with them."""
        match node:
            case Number(text=text):
                number = Fraction(text)
                return Spelled(show(number), {} if number else None)
            case Name(id=name):
                unit = self.units[name]
                if unit in CALENDAR_UNITS:
                    return Spelled(self.texts[name], None, calendar=True)
                return Spelled(self.texts[name], dict(unit_of(unit).parts))
            case Binary(op="*", left=Number(text=text), right=Name(id=name)) if is_quantity(node):
                unit = IN_FORMULAS[name]
                return Spelled(counted(show(Fraction(text)), unit), dict(unit_of(unit).parts))
            case Binary(op="*" | "/" as op, left=left, right=right):
                return _product(op, self.spell(left), self.spell(right))
            case Binary(op="+" | "-" as op, left=left, right=right):
                return self._sum(op, self.spell(left), self.spell(right))
            case Call(function=function, arguments=arguments):
                return self._call(function, [self.spell(part) for part in arguments])
        raise TypeError("no number stands here")

    def convert(self, spelled: Spelled, units: Parts | None) -> Spelled:
        """The same value as a number in other units, its factors behind it."""
        if spelled.units is None or spelled.calendar or units is None:
            return spelled
        needed = factors(spelled.units, units) if self.with_factors else ()
        if not needed:
            return replace(spelled, units=units)
        text = _operand(spelled, "*")
        for factor in needed:
            text = f"{text} {SIGNS[factor.sign]} {factor.text}"
        return Spelled(text, units, _PRODUCT)

    def reduce(self, spelled: Spelled) -> Spelled:
        """The same value without units that cancel, as mcg above mg."""
        units = spelled.units
        return spelled if units is None else self.convert(spelled, cancelled(units))

    def alike(self, parts: list[Spelled]) -> list[Spelled]:
        """Several values in the units of the first that has any."""
        reduced = [self.reduce(part) for part in parts]
        if any(part.calendar for part in reduced):
            return [self.convert(part, _without_per_cent(part)) for part in reduced]
        units = next((part.units for part in reduced if part.units is not None), None)
        return [self.convert(part, units) for part in reduced]

    def _sum(self, op: str, left: Spelled, right: Spelled) -> Spelled:
        left, right = self.alike([left, right])
        text = f"{_operand(left, op)} {SIGNS[op]} {_operand(right, op, right=True)}"
        units = right.units if left.units is None else left.units
        if left.calendar and right.calendar:
            return Spelled(text, None, _SUM)  # the time between them, in whatever unit is wanted
        return Spelled(text, units, _SUM, left.calendar or right.calendar)

    def _call(self, name: str, parts: list[Spelled]) -> Spelled:
        function = function_of(name, len(parts))
        if function.kind == "plain":
            parts = [self.convert(part, {}) for part in parts]
        else:
            parts = self.alike(parts)
        words, last = template(f"function.{name}"), parts[-1].text
        operands = {
            letter: _operand(part, "/", right=not words.startswith(f"{{{letter}}}"))
            for letter, part in zip("abc", parts, strict=False)
        }
        places = say("working.place" if last == "1" else "working.places", count=last)
        listed = ", ".join(map(_item, parts))
        text = say(f"function.{name}", **operands, all=listed, places=places)
        units = next((part.units for part in parts if part.units is not None), None)
        return Spelled(text, units, _CALL, any(part.calendar for part in parts))


def is_quantity(node: Node) -> bool:
    """Whether it is a number of a unit, such as `24 * h`."""
    match node:
        case Binary(op="*", left=Number(), right=Name(id=name)):
            return name in IN_FORMULAS
    return False


def _product(op: str, left: Spelled, right: Spelled) -> Spelled:
    text = f"{_operand(left, op)} {SIGNS[op]} {_operand(right, op, right=True)}"
    units = multiply_parts(_fixed(left), _fixed(right), 1 if op == "*" else -1)
    return Spelled(text, units, _PRODUCT)


def _fixed(spelled: Spelled) -> Parts:
    """The units inside a product: the time between two dates is counted in days there."""
    if spelled.units is not None:
        return spelled.units
    return _DAYS if spelled.made_by else {}


def _without_per_cent(spelled: Spelled) -> Parts | None:
    units = spelled.units
    return units and {part: power for part, power in units.items() if part != "%"}


def _item(spelled: Spelled) -> str:
    """A value in a list, which ends at its comma."""
    return f"({spelled.text})" if spelled.made_by == _CALL else spelled.text


def _operand(spelled: Spelled, op: str, right: bool = False) -> str:
    """An operand, in brackets where reading from the left would change the value."""
    kind = _SUM if op in "+-" else _PRODUCT
    weak = spelled.made_by == _SUM and kind == _PRODUCT
    tied = right and op in "+-/" and spelled.made_by == kind
    # By the rules a product goes first; on a calculator of four keys it does not.
    late = right and spelled.made_by == _PRODUCT and kind == _SUM
    signed = right and spelled.text.startswith(SIGNS["-"])
    apart = weak or tied or late or signed or spelled.made_by == _CALL
    return f"({spelled.text})" if apart else spelled.text
