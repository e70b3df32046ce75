"""What was typed, read against the calculator's inputs: values, echoes and refusals."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from webref.dosing.calendar import read_clock, read_date, read_moment, show_calendar
from webref.dosing.characters import has_hidden, trim
from webref.dosing.followed import kind_of
from webref.dosing.numbers import Refused, read_number, round_number, show
from webref.dosing.spec import Calculator, Input
from webref.dosing.typed_units import refuse_unit, split_unit
from webref.dosing.units import counted, unit_of, with_unit
from webref.dosing.words import say

Value = Fraction | bool | str

WITH_WORKSHEETS = ("paper",)  # parameters that the address of a worksheet takes beside the entries

_IN_VOLUME = re.compile(r"([a-z]+)/([0-9.]+) ?mL")

_READERS = {"date": read_date, "moment": read_moment, "clock": read_clock}


@dataclass(frozen=True)
class Entry:
    """One input as typed: its value in base units, or what is missing or wrong with it."""

    id: str
    name: str
    value: Value | None = None
    shown: str = ""  # as a reader sees it: `0.5 mg/mL`, `Spinal cord`
    echo: str = ""  # the same in the other units: `500 mcg/mL`
    missing: str = ""  # that it is not entered yet
    error: str = ""  # why it is refused, and what is read instead
    unit: str = ""  # what the number shown is in; none for a plain number, a choice or a gap
    offer: tuple[str, str] = ("", "")  # number and unit that one tap may put in its place
    held: tuple[str, str] = ("", "")  # the amount and the volume of a strength as it is printed


def parameter_names(calculator: Calculator) -> set[str]:
    """Every parameter that a query may hold for this calculator."""
    names = {"label"} if calculator.labels else set()
    for item in calculator.inputs:
        names |= {item.id, *parameters_beside(item.id, item.kind, item.printed)}
    return names


def parameters_beside(name: str, kind: str, printed: str = "") -> tuple[str, ...]:
    """The parameters that come with an input beside its own.

    The unit, the one typed with, and the volume of a strength as it is printed.
    """
    if kind != "quantity":
        return ()
    return (f"{name}_unit", f"{name}_typed", *((f"{name}_in",) if printed else ()))


def split_entries(calculator: Calculator, typed: Mapping[str, str]) -> dict[str, str]:
    """Entries with units (`stock=0.5mg/mL`) as the parameters of a query (x and x_unit).

    Only a unit that the field offers, spelled as it offers it, is split off; anything else stays
    with the number, and is refused by name when the entry is read. A whole number may carry its
    one word (`margin=5days`), which a query leaves out. A strength as printed
    (`strength=25mg/5mL`) is an amount and the volume that holds it (x_in).
    """
    inputs = {item.id: item for item in calculator.inputs}
    parameters: dict[str, str] = {}
    for name, text in typed.items():
        item = inputs.get(name)
        number, unit = split_unit(trim(text))
        held = item and item.printed and _IN_VOLUME.fullmatch(unit)
        if item and held and held[1] == item.printed:
            parameters |= {name: number, f"{name}_in": held[2]}
            parameters[f"{name}_unit"] = item.offered[-1]
        elif item and unit in item.units:
            parameters[name] = number
            if item.kind == "quantity":
                parameters[f"{name}_unit"] = unit
        else:
            parameters[name] = text
    return parameters


def read_label(calculator: Calculator, parameters: Mapping[str, str]) -> Entry:
    """The label or guideline followed; none is assumed, and it is asked for where it is needed."""
    chosen = parameters.get("label", "")
    for label in calculator.labels:
        if label.id == chosen:
            return Entry("label", say(f"working.{label.kind}"), chosen, label.name)
    kind = kind_of(one.kind for one in calculator.labels)
    name = say(f"working.{kind}")
    if chosen:
        names = say("join.or").join(label.id for label in calculator.labels)
        return Entry("label", name, error=say(f"entry.{kind}", labels=names))
    return Entry(
        "label", name, missing="" if calculator.label_optional else say(f"entry.no-{kind}")
    )


def read_entry(item: Input, parameters: Mapping[str, str]) -> Entry:
    """One input read from the parameters, in base units."""
    text = trim(parameters.get(item.id, ""))
    if not text:
        missing = "" if item.optional else item.prompt or say("entry.missing", name=item.name)
        if _volume(item, parameters):
            missing = say("entry.missing", name=item.name)
        return Entry(item.id, item.name, missing=missing)
    try:
        if has_hidden(text):
            raise Refused(say("entry.hidden"))
        if item.kind == "choice":
            return _read_choice(item, text)
        if item.kind == "quantity":
            return _read_quantity(item, text, parameters)
        if item.kind in ("whole", "number"):
            return _read_plain(item, text)
        minutes = _READERS[item.kind](text)
        shown = show_calendar(minutes, item.kind)
        return Entry(item.id, item.name, minutes, shown, unit=item.kind)
    except Refused as refused:
        offer = (refused.number, refused.unit)
        return Entry(item.id, item.name, error=str(refused), offer=offer)


def _read_choice(item: Input, text: str) -> Entry:
    for option in item.options:
        if option.id == text:
            return Entry(item.id, item.name, option.id, option.name)
    raise Refused(say("entry.choice"))


def _read_quantity(item: Input, text: str, parameters: Mapping[str, str]) -> Entry:
    unit = parameters.get(f"{item.id}_unit", "")
    offered = item.offered
    if unit and unit not in offered:
        raise Refused(say("entry.unit", units=say("join.or").join(offered)))
    number = _read_number(item, text, offered, unit)
    if not unit:
        missing = say("entry.no-unit", name=_lower(item.name))
        return Entry(item.id, item.name, missing=missing)
    if parameters.get(f"{item.id}_typed", "") not in ("", unit):
        raise Refused(say("entry.unit-changed"))
    volume = _volume(item, parameters)
    if item.printed and unit == offered[-1]:
        return _read_printed(item, number, volume)
    if volume:
        raise Refused(say("entry.volume-alone", unit=unit, printed=offered[-1]))
    turns = {turn.unit: turn for turn in item.turns}
    value = number * unit_of(unit).factor
    value = turns[unit].turned(value) if unit in turns else value
    echoes = []
    for other in item.units:
        if other != unit:
            same = turns[other].back(value) if other in turns else value
            echoes.append(_echo(same / unit_of(other).factor, other))
    shown = counted(show(number), unit)
    return Entry(item.id, item.name, value, shown, " = ".join(echoes), unit=unit)


def _volume(item: Input, parameters: Mapping[str, str]) -> str:
    """What is typed as the volume that holds an amount; none where a field asks for none."""
    return trim(parameters.get(f"{item.id}_in", "")) if item.printed else ""


def _read_printed(item: Input, number: Fraction, volume: str) -> Entry:
    """A strength as it is printed: an amount, and the volume in mL that holds it."""
    if not volume:
        missing = say("entry.no-volume", name=_lower(item.name))
        return Entry(item.id, item.name, missing=missing)
    try:
        if has_hidden(volume):
            raise Refused(say("entry.hidden"))
        refuse_unit(volume, ("mL",), "mL")
        held = read_number(volume)
        if held == 0:
            raise Refused(say("number.zero"))
    except Refused as refused:
        raise Refused(say("entry.volume", reason=str(refused))) from None
    value = number / held * unit_of(f"{item.printed}/mL").factor
    amount, inside = counted(show(number), item.printed), with_unit(show(held), "mL")
    return Entry(
        item.id,
        item.name,
        value,
        f"{amount}/{inside}",
        " = ".join(_echo(value / unit_of(unit).factor, unit) for unit in item.units),
        unit=f"{item.printed}/mL",
        held=(amount, inside),
    )


def _read_number(item: Input, text: str, units: Sequence[str], unit: str) -> Fraction:
    """The number of a field; a unit typed with it is refused, and so is zero where it is none."""
    refuse_unit(text, units, unit)
    number = read_number(text)
    if number == 0 and not item.zero:
        raise Refused(say("number.zero"))
    return number


def _echo(number: Fraction, unit: str) -> str:
    """The entry in another unit; 15 decimals hold any entry times any decimal factor."""
    if round_number(number, 15, "down") == number:
        return counted(show(number, 15), unit)
    least = Fraction(1, 10_000)
    if number < least:
        return say("entry.less", amount=with_unit(show(least), unit))
    return say("entry.about", amount=with_unit(show(number, 4), unit))


def _read_plain(item: Input, text: str) -> Entry:
    number = _read_number(item, text, item.units, "")
    if item.kind == "whole" and number.denominator != 1:
        raise Refused(say("number.whole"))
    return Entry(item.id, item.name, number, counted(show(number), "".join(item.units)))


def _lower(name: str) -> str:
    """A name inside a sentence; an abbreviation keeps its capitals."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
