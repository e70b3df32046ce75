"""What was typed, read against the calculator's inputs: values, echoes and refusals."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from webref.dosing.calendar import read_clock, read_date, read_moment, show_calendar
from webref.dosing.numbers import Refused, read_number, round_number, show
from webref.dosing.spec import Calculator, Input
from webref.dosing.units import UNITS, counted, with_unit

Value = Fraction | bool | str

_AMOUNT = re.compile(r"(.*?) *([A-Za-z%][A-Za-z%/]*)")
_READERS = {"date": read_date, "moment": read_moment, "clock": read_clock}


@dataclass(frozen=True)
class Entry:
    """One input as typed: its value in base units, or what is missing or wrong with it."""

    id: str
    name: str
    value: Value | None = None
    shown: str = ""  # as a reader sees it: `0.5 mg/mL`, `Spinal cord`
    echo: str = ""  # the same in the other units: `500 mcg/mL`
    missing: str = ""  # what to type or choose
    error: str = ""  # why it is refused, and what to type instead
    unit: str = ""  # what the number shown is in; none for a plain number, a choice or a gap


def parameter_names(calculator: Calculator) -> set[str]:
    """Every parameter that a query may hold for this calculator."""
    names = {"label"} if calculator.labels else set()
    for item in calculator.inputs:
        names.add(item.id)
        if item.kind == "quantity":
            names |= {f"{item.id}_unit", f"{item.id}_typed"}
    return names


def split_entries(calculator: Calculator, typed: Mapping[str, str]) -> dict[str, str]:
    """Entries with units (`stock=0.5mg/mL`) as the parameters of a query (x and x_unit).

    A whole number may carry its one word (`margin=5days`), which a query leaves out.
    """
    inputs = {item.id: item for item in calculator.inputs}
    parameters: dict[str, str] = {}
    for name, text in typed.items():
        item, match = inputs.get(name), _AMOUNT.fullmatch(text)
        parameters[name] = text
        if item and match and item.kind == "quantity":
            parameters |= {name: match[1], f"{name}_unit": match[2]}
        elif item and match and item.kind == "whole" and match[2] in item.units:
            parameters[name] = match[1]
    return parameters


def read_label(calculator: Calculator, parameters: Mapping[str, str]) -> Entry:
    """The label followed; none is ever assumed, and it is asked for where it is needed."""
    chosen = parameters.get("label", "")
    for label in calculator.labels:
        if label.id == chosen:
            return Entry("label", "Label", chosen, label.name)
    if chosen:
        names = " or ".join(label.id for label in calculator.labels)
        return Entry("label", "Label", error=f"Choose {names}.")
    missing = "" if calculator.label_optional else "Choose the label to follow."
    return Entry("label", "Label", missing=missing)


def read_entry(item: Input, parameters: Mapping[str, str]) -> Entry:
    """One input read from the parameters, in base units."""
    text = parameters.get(item.id, "").strip(" ")
    if item.kind == "choice":
        return _read_choice(item, text)
    if not text:
        verb = "Type" if item.kind in ("quantity", "whole") else "Give"
        missing = "" if item.optional else f"{verb} {_lower(item.name)}."
        return Entry(item.id, item.name, missing=missing)
    try:
        if item.kind == "quantity":
            return _read_quantity(item, text, parameters)
        if item.kind == "whole":
            return _read_whole(item, text)
        minutes = _READERS[item.kind](text)
        shown = show_calendar(minutes, item.kind)
        return Entry(item.id, item.name, minutes, shown, unit=item.kind)
    except Refused as refused:
        return Entry(item.id, item.name, error=str(refused))


def _read_choice(item: Input, text: str) -> Entry:
    for option in item.options:
        if option.id == text:
            return Entry(item.id, item.name, option.id, option.name)
    if text:
        return Entry(item.id, item.name, error=f"Choose {_lower(item.name)} from the list.")
    return Entry(
        item.id, item.name, missing="" if item.optional else f"Choose {_lower(item.name)}."
    )


def _read_quantity(item: Input, text: str, parameters: Mapping[str, str]) -> Entry:
    number = read_number(text)
    unit = parameters.get(f"{item.id}_unit", "")
    if not unit:
        return Entry(item.id, item.name, missing=f"Choose the unit of {_lower(item.name)}.")
    if unit not in item.units:
        raise Refused(f"Choose the unit: {' or '.join(item.units)}.")
    if parameters.get(f"{item.id}_typed", "") not in ("", unit):
        raise Refused("The unit changed after the number was typed. Type the number again.")
    if number == 0 and not item.zero:
        raise Refused("Type a number above 0.")
    value = number * UNITS[unit].factor
    echoes = [_echo(value / UNITS[other].factor, other) for other in item.units if other != unit]
    shown = counted(show(number), unit)
    return Entry(item.id, item.name, value, shown, " = ".join(echoes), unit=unit)


def _echo(number: Fraction, unit: str) -> str:
    """The entry in another unit; 15 decimals hold any entry times any decimal factor."""
    if round_number(number, 15, "down") == number:
        return counted(show(number, 15), unit)
    least = Fraction(1, 10_000)
    if number < least:
        return "less than " + with_unit(show(least), unit)
    return "about " + with_unit(show(number, 4), unit)


def _read_whole(item: Input, text: str) -> Entry:
    number = read_number(text)
    if number.denominator != 1:
        raise Refused("Type a whole number.")
    if number == 0 and not item.zero:
        raise Refused("Type a number above 0.")
    return Entry(item.id, item.name, number, counted(show(number), "".join(item.units)))


def _lower(name: str) -> str:
    """A name inside a sentence; an abbreviation keeps its capitals."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
