"""Queries for comparing engines: every hostile text, and seeded random forms."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from urllib.parse import quote, quote_plus, urlencode

from tests.dosing.compounds import COMPOUNDS
from webref.dosing.entries import split_entries
from webref.dosing.numbers import show
from webref.dosing.spec import Calculator, Input, Setting
from webref.dosing.unit_table import SINGLES
from webref.dosing.units import is_unit, unit_of

# How many random forms of each calculator are compared; `make parity` asks for more.
RANDOM_PER_CALCULATOR = int(os.environ.get("PARITY_CASES", "100"))

HOSTILE = (
    "", " ", "0", "0.0", "00", "-5", "\u22125", "\u20135", "+5", "1,000", "1,000,000.5", "1,0000",
    "0,5", "5.000", "12.500", "0.500", ",5",
    ".5", "5.", ".", "1..2", "1.2.3", "1e3", "1E-3", "1e", "e1", "007", "00.50",
    "0.000000001", "0.0000000001", "999999999", "1000000000", "999999999.999999999",
    "9" * 20, "9" * 21, "1" * 400, "x" * 400, "\uff15", "\u0665", "\u00b2", "\u00bd", "\u2167",
    "5mg", "5 mg", "5  mg/mL", "50%", "5\u00a0mg", "5 mg\nmore", "5 mg\rmore", "5\n", "\n5", "\r5",
    "\t5", "5 ", "  5  ", "\u00a05", "5\u2003", "\ufeff5", "5\u200b", "5\u0000", "\u0000",
    "5\u2028mg", "5 mg\u2029", "5\u0085", "\ud7ff", "\U0001f48a", "\U0001f48a" * 20,
    "\U0001f48a" * 21, "1/2", "1 1/2", "1:2", "0.(3)", "0.'3'", "1_000", "0x10", "0b1", "1n", "NaN",
    "Infinity", "-0", "inf", "None", "null", "undefined", "true", "[]", "{}", "{{copy}}",
    "<b>5</b>",
    "</script>", "<!--", "&amp;", "&", "\"", "'", "`", "$&", "\\", "%", "%00", "__proto__",
    "constructor", "toString", "us", "adult", "2026-11-22", "2026-02-29", "2028-02-29",
    "2100-01-01",
    "1999-12-31", "2099-12-31", "2000-01-01", "2026-13-01", "2026-00-10", "2026-1-1", "20261122",
    "2026-11-31", "2026-11-22T09:30", "2026-11-22 09:30", "2026-11-22T24:00", "2026-11-22T",
    "2026-11-22T09:30:00", "2026-11-22T09:30Z", "2099-12-31T23:59", "09:30", "9:30", "24:00",
    "23:59", "00:00", "12:60", "\uff11\uff12:00", "2026\u201311\u201322",
)  # fmt: skip

MALFORMED = (
    "&", "=", "==", "a", "a=1", "a=1&b=2", "%", "%zz=1", "=1", "?", "#", " ", "\u00e9=1",
    "x" * 3999, "x" * 4001, "\u0000=1", "\x7f", "label=us&label=us", "__proto__=1",
    "%5f%5fproto__=1",
)  # fmt: skip

# Raw values put behind the name of a real input.
BAD_VALUES = (
    "%", "%4", "%g0", "%GG", "%00", "%ff", "%C3", "%c3%28", "%ED%A0%80", "%F4%90%80%80", "%C0%AF",
    "%EF%BB%BF5", "%E2%88%925", "%EF%BC%95", "5%0A", "5%0D%0A", "+5+", "%205", "5%2E5", "5=5", "=5",
    "5;5", "5?5", "5#5", "5/5", "%35", "%u0035", "5%", "5%2", "\u00e95", "5 5", "%f0%9f%92%8a",
    "%E2%80%A8", "5%C2%A0", "%26", "%3D", "&", "&&", "5" * 3990, "5" * 4001,
)  # fmt: skip

NOWS = ("", "2026-11-22T09:30", "2026-11-22T23:59", "2027-05-21T23:59", "2027-05-22T00:00",
        "2027-11-21T23:59", "2027-11-22T00:00", "2099-12-31T23:59", "1970-01-01T00:00")  # fmt: skip


# Every unit that may stand behind a number: single ones in both numbers, and compounds.
TYPED = tuple(
    dict.fromkeys(
        name
        for name in (*(word for one in SINGLES for word in (one.name, one.one)), *COMPOUNDS)
        if name
    )
)

_SHARES = tuple(Fraction(text) for text in ("0.1", "0.5", "0.9", "1.05", "1.1", "1.5", "2", "10"))


@dataclass(frozen=True)
class Case:
    """A raw query with what stands around it."""

    query: str
    setting: Setting


def forms(calculator: Calculator) -> list[dict[str, str]]:
    """Filled forms to start from: the worked examples, or one plausible form."""
    filled = [split_entries(calculator, dict(one.inputs)) for one in calculator.examples]
    return filled or [_plausible(calculator)]


def example_cases(calculator: Calculator) -> Iterator[Case]:
    """The worked examples as queries."""
    for example in calculator.examples:
        form = split_entries(calculator, dict(example.inputs))
        yield Case(urlencode(form), Setting("0123456789abcdef", example.now))


def hostile_cases(calculator: Calculator) -> Iterator[Case]:
    """Every hostile text in every input in turn, the rest of the form being in order."""
    setting = Setting("0123456789abcdef", "2026-11-22T09:30")
    form = forms(calculator)[0]
    names = [item.id for item in calculator.inputs]
    names += [f"{item.id}_{part}" for item in calculator.inputs for part in ("unit", "typed")]
    names += [f"{item.id}_in" for item in calculator.inputs if item.printed]
    for name in ("label", *names):
        for text in HOSTILE:
            yield Case(urlencode({**form, name: text}), setting)
        rest = urlencode({key: text for key, text in form.items() if key != name})
        for value in BAD_VALUES:
            yield Case(f"{rest}&{name}={value}", setting)
    for query in MALFORMED:
        yield Case(query, setting)
        yield Case(f"{urlencode(form)}&{query}", setting)
    for now in NOWS:
        yield Case(urlencode(form), Setting("", now))
    for bad in ("now", "2026-11-22", "1969-12-31T00:00", "2100-01-01T00:00", "\u0662"):
        yield Case(urlencode(form), Setting("<edition>", bad))
    yield Case(urlencode(form), Setting("<edition>", "", "Withdrawn & <gone>"))


def unit_cases(calculator: Calculator) -> Iterator[Case]:
    """Every unit typed behind the number of every field, glued and spaced, the rest in order.

    The unit beside it is the one that fits, then each other that the field offers, then none.
    """
    setting = Setting("0123456789abcdef", "2026-11-22T09:30")
    form = forms(calculator)[0]
    typed = [*TYPED, "mg tds", "oo"]
    for item in calculator.inputs:
        if item.kind not in ("quantity", "number", "whole"):
            continue
        number = form.get(item.id, "20").replace(",", "")
        for unit in typed:
            for space in ("", " "):
                for chosen in ("", *item.offered) if item.kind == "quantity" else ("",):
                    entry = {**form, item.id: f"{number}{space}{unit}"}
                    entry.pop(f"{item.id}_unit", None)
                    if chosen:
                        entry[f"{item.id}_unit"] = chosen
                    yield Case(urlencode(entry), setting)


def without_units(text: str, item: Input) -> str:
    """A text without the figures that belong to units: `m2`, and those of the field's own."""
    for unit in sorted((*item.units, "m2"), key=len, reverse=True):
        text = text.replace(unit, "")
    return text


def random_cases(calculator: Calculator, seed: int, count: int) -> Iterator[Case]:
    """Forms grown from the worked examples: mostly in order, some with gaps and slips."""
    random = Random(f"{calculator.id} {seed}")
    starts = forms(calculator)
    for _ in range(count):
        form = dict(random.choice(starts))
        for item in calculator.inputs:
            if random.random() < 0.3:
                form |= _entry(calculator, item, random)
            elif random.random() < 0.3 and item.kind in ("quantity", "number", "whole"):
                form |= _near(item, form, random)
            if random.random() < 0.02:
                form.pop(item.id, None)
        if calculator.labels and random.random() < 0.5:
            form["label"] = random.choice(calculator.labels).id
        if random.random() < 0.03:
            form[random.choice(calculator.inputs).id] = random.choice(HOSTILE)
        encode = random.choice((quote_plus, quote))
        items = list(form.items())
        random.shuffle(items)
        query = "&".join(f"{encode(name)}={encode(text)}" for name, text in items)
        now = random.choice(NOWS[:4]) if random.random() < 0.9 else random.choice(NOWS)
        yield Case(query, Setting("0123456789abcdef", now))


def _plausible(calculator: Calculator) -> dict[str, str]:
    form = {"label": calculator.labels[0].id} if calculator.labels else {}
    for item in calculator.inputs:
        form |= _entry(calculator, item, Random(item.id))
    return form


def _entry(calculator: Calculator, item: Input, random: Random) -> dict[str, str]:
    match item.kind:
        case "choice":
            return {item.id: random.choice(item.options).id}
        case "number":
            drawn = f"{random.randint(0, 20)}.{random.randint(0, 999)}"
            return {item.id: drawn.rstrip("0").rstrip(".")}  # 12.500 is not read
        case "whole":
            return {item.id: str(random.choice((1, 2, 3, 7, 12, random.randint(0, 400))))}
        case "date":
            return {item.id: _date(random)}
        case "moment":
            return {item.id: f"{_date(random)}T{_clock(random)}"}
        case "clock":
            return {item.id: _clock(random)}
    if item.printed and random.random() < 0.2:
        volume = random.choice(("5", "20", "2.5", "3", "1", "", "0.05"))
        amount = _number(calculator, item.units[0], random)
        return {item.id: amount, f"{item.id}_unit": item.offered[-1], f"{item.id}_in": volume}
    unit = random.choice(item.units)
    form = {item.id: _number(calculator, unit, random), f"{item.id}_unit": unit}
    if random.random() < 0.5:
        typed = unit if random.random() < 0.95 else random.choice(item.units)
        form[f"{item.id}_typed"] = typed
    return form


def _near(item: Input, form: dict[str, str], random: Random) -> dict[str, str]:
    """The number that stands there, made somewhat smaller or larger."""
    typed = form.get(item.id, "")
    if not typed.replace(".", "", 1).isdecimal() or not typed.isascii():
        return {}
    number = Fraction(typed) * random.choice(_SHARES)
    if item.kind == "whole":
        number = Fraction(int(number) + random.randint(0, 1))
    return {item.id: show(number).replace(",", "")}


def _number(calculator: Calculator, unit: str, random: Random) -> str:
    """A limit of the calculator in this unit or just beside it, or any decimal number."""
    like = [one for one in calculator.constants if is_unit(one.unit) and one.value > 0]
    like = [one for one in like if unit_of(one.unit).dimension == unit_of(unit).dimension]
    if like and random.random() < 0.4:
        value = random.choice(like).value / unit_of(unit).factor
        value += random.choice((0, 0, Fraction(1, 1000), Fraction(-1, 1000), value))
        return show(value).replace(",", "") if value > 0 else "1"
    whole = random.randint(0, 10 ** random.randint(1, 4))
    decimals = random.choice(("", "", ".5", ".25", f".{random.randint(0, 999)}", ".000000001"))
    return f"{whole}{decimals}"


def _date(random: Random) -> str:
    month, day = random.randint(1, 12), random.randint(1, 31)
    return f"{random.choice((2026, 2026, 2027, 2000, 2099))}-{month:02d}-{day:02d}"


def _clock(random: Random) -> str:
    return f"{random.randint(0, 23):02d}:{random.randint(0, 59):02d}"
