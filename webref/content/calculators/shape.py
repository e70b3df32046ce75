"""Rules on a calculator file that need no formula: its shape, and the words that a reader sees."""

import re
from collections import Counter
from collections.abc import Iterator

from webref.content.calculators.records import CalculatorRecord, InputRecord, TableRecord
from webref.content.reading.spelling import dosing_figures
from webref.dosing.entries import WITH_WORKSHEETS, parameters_beside
from webref.dosing.units import UnknownUnit, is_unit, unit_of
from webref.errors import Found, Problem, near

# Properties of a form on the page, which an entry of the same name would hide from its scripts.
_OF_FORMS = (
    "append", "attributes", "children", "closest", "contains", "dataset", "elements", "matches",
    "prepend", "remove", "reset", "submit",
)  # fmt: skip

# A name that begins with one of these reads as an order in "{name} is not entered yet."
_ORDERS = (
    "add", "adjust", "administer", "apply", "begin", "bolus", "book", "change", "choose", "convert",
    "cut", "decrease", "deliver", "dilute", "discontinue", "dispense", "divide", "double", "draw",
    "empty", "fill", "flush", "give", "go", "halve", "hold", "increase", "infuse", "inject",
    "instil", "keep", "lower", "mix", "move", "multiply", "pause", "pick", "prepare", "prime",
    "program", "put", "raise", "reduce", "refill", "repeat", "restart", "resume", "round", "run",
    "select", "set", "skip", "start", "stop", "swallow", "switch", "take", "taper", "titrate",
    "turn", "type", "use", "wait", "withdraw", "withhold",
)  # fmt: skip

_UNCITED = (
    "a limit without a citation: cite a fact or `@source: place`; in an arithmetic calculator "
    "`basis` may say instead what a limit rests on"
)


def check_shape(record: CalculatorRecord, file: str) -> Iterator[Problem]:
    """What is named exists, and is named once."""
    for place, message in (
        *_check_ids(record),
        *_check_names(record),
        *(found for item in record.input for found in _check_input(record, item)),
        *_check_limits(record),
        *_check_calendar(record),
        *(found for table in record.table for found in _check_table(table)),
    ):
        yield Problem(file, place, message)


def check_wording(record: CalculatorRecord, file: str) -> Iterator[Problem]:
    """Words that the reader sees repeat no figure: they name the fact in braces."""
    words = {"title": record.title, "short": record.short, "answers": record.answers}
    words |= {
        f"input[{item.id}]": f"{item.name} {item.note} {item.prompt}" for item in record.input
    }
    words |= {f"step[{item.id}]": item.name for item in record.step}
    words |= {f"check[{item.id}]": f"{item.title} {item.text}" for item in record.check}
    words |= {f"output[{item.id}]": item.name for item in record.output}
    words |= {f"table[{item.id}]": f"{item.name} {item.capped}" for item in record.table}
    for place, text in words.items():
        for figure in dosing_figures(text):
            yield Problem(file, place, f"the figure {figure} is no fact")


def _check_ids(record: CalculatorRecord) -> Found:
    """Inputs and steps are names of formulas, which are found twice when they are declared."""
    for key, ids in (
        ("check", [item.id for item in record.check]),
        ("output", [item.id for item in record.output]),
        ("table", [item.id for item in record.table]),
        ("picture", [item.id for item in record.picture]),
        ("example", [item.name for item in record.example]),
    ):
        for name in _repeated(ids):
            yield f"{key}[{name}]", "defined twice"
    for name in _repeated(record.labels):
        yield "labels", f"{name} is listed twice"


def _check_names(record: CalculatorRecord) -> Found:
    """No entry goes by the name of another parameter of the page, or of a property of its form."""
    beside = {
        name: item.id
        for item in record.input
        for name in parameters_beside(item.id, item.kind, item.printed)
    }
    for item in record.input:
        place = f"input[{item.id}].id"
        if item.id in beside:
            yield place, f"{item.id} goes with {beside[item.id]}, a quantity: choose another id"
        elif item.id in (*WITH_WORKSHEETS, *_OF_FORMS):
            yield place, f"{item.id} is a name of the page itself: choose another id"
    for name in _repeated([item.name for item in record.input]):
        yield "input", f"two entries are called {name}, so that no formula tells which it means"


def _check_prompt(item: InputRecord) -> Found:
    """What is said of a missing entry asks for the entry, and orders nothing."""
    place = f"input[{item.id}].prompt"
    first = re.split("[^a-z]", item.name.lower())[0]
    if item.prompt and not re.fullmatch(r"Enter [^.]+\.", item.prompt):
        yield place, "write one sentence that begins with Enter and ends with a full stop"
    elif not item.prompt and not item.optional and first in _ORDERS:
        yield (
            place,
            (
                f'is missing: "{item.name} is not entered yet." reads as an order; '
                'write a sentence of its own, as in prompt = "Enter when it was given."'
            ),
        )


def _check_applies(record: CalculatorRecord, item: InputRecord) -> Found:
    """An entry may hang on options of choices that stand before it, if it may be left out."""
    place = f"input[{item.id}].applies"
    if item.applies and not item.optional:
        yield place, "an entry that does not always apply is optional"
    before = record.input[: [one.id for one in record.input].index(item.id)]
    choices = {one.id: [option.id for option in one.options] for one in before if one.options}
    choices["label"] = record.labels
    for name, options in item.applies.items():
        if name not in choices:
            yield place, f"{name} is no choice that stands before it{near(name, choices)}"
            continue
        if name not in item.depends:
            yield place, f"write {name} into depends too: another choice clears the entry"
        for option in options:
            if option not in choices[name]:
                yield place, f"{name} has no {option}{near(option, choices[name])}"


def _check_input(record: CalculatorRecord, item: InputRecord) -> Found:
    place = f"input[{item.id}]"
    yield from _check_prompt(item)
    known = [one.id for one in record.input] + ["label"]
    for name in item.depends:
        if name not in known:
            yield f"{place}.depends", f"depends on {name}, which is no input{near(name, known)}"
    for key, kinds in (
        ("presets", ("quantity", "whole")),
        ("zero", ("quantity", "number", "whole")),
        ("convert", ("quantity",)),
    ):
        if getattr(item, key) and item.kind not in kinds:
            yield f"{place}.{key}", f"a {item.kind} has none"
    if item.open and not item.optional:
        yield f"{place}.open", "only an optional entry may be folded away: leave it out"
    if item.printed:
        yield from _check_printed(place, item)
    yield from _check_applies(record, item)
    if item.options and item.kind != "choice":
        yield f"{place}.options", f"a {item.kind} has none: options belong to a choice"
    for name in _repeated([option.id for option in item.options]):
        yield f"{place}.options", f"{name} is listed twice"
    for unit in item.units:
        try:
            unit_of(unit)
        except UnknownUnit as unknown:
            yield f"{place}.units", str(unknown)
    for unit in _repeated(item.units):
        yield f"{place}.units", f"{unit} is listed twice"
    dimensions = {unit_of(unit).dimension for unit in item.units if is_unit(unit)}
    match item.kind:
        case "quantity" if not item.units:
            yield f"{place}.units", 'a quantity has units; a plain number is kind = "number"'
        case "quantity" if len(dimensions) > 1 and not item.convert:
            why = "a quantity has units, all of one dimension, or a fact that turns them: convert ="
            yield f"{place}.units", why
        case "quantity" if len(dimensions) == 1 and item.convert:
            yield f"{place}.convert", "all units measure the same: there is nothing to convert"
        case "whole" if len(item.units) > 1:
            yield f"{place}.units", "a whole number has one unit at most"
        case "choice" if len(item.options) < 2 or item.units:
            yield place, "a choice has two or more options and no units"
        case "number" | "date" | "moment" | "clock" if item.units:
            yield f"{place}.units", f"a {item.kind} has none"


def _check_printed(place: str, item: InputRecord) -> Found:
    """An amount in a volume is a strength of the field."""
    whole = f"{item.printed}/mL"
    known = {unit_of(unit).dimension for unit in item.units if is_unit(unit)}
    if not is_unit(whole) or known != {unit_of(whole).dimension} or item.convert:
        yield f"{place}.printed", f"the field is in no {whole}: leave it out, or offer that unit"


def _check_limits(record: CalculatorRecord) -> Found:
    inputs = {item.id for item in record.input}
    reached = {name for example in record.example for name in example.checks}
    for check in record.check:
        place = f"check[{check.id}]"
        if check.field and check.field not in inputs:
            yield f"{place}.field", f"{check.field} is no input{near(check.field, inputs)}"
        if not check.cites and record.basis == "label" and check.level != "info":
            yield f"{place}.cites", _UNCITED
        elif check.level == "stop" and not (check.cites or check.basis or check.id in reached):
            why = "cites no source and no example reaches it: write cites, or basis and an example"
            yield place, f"a stop that {why}"


def _check_calendar(record: CalculatorRecord) -> Found:
    """One date or moment goes into a calendar."""
    for item in record.output:
        if item.calendar and (item.unit not in ("date", "moment") or item.to):
            yield f"output[{item.id}].calendar", "only one date or moment goes into a calendar"


def _check_table(table: TableRecord) -> Found:
    place = f"table[{table.id}]"
    columns = [column.id for column in table.columns]
    if set(table.start) != set(table.next):
        yield place, "start and next name the same things"
    if table.chart and table.chart not in columns:
        yield f"{place}.chart", f"{table.chart} is no column to draw{near(table.chart, columns)}"
    for name in _repeated(columns):
        yield f"{place}.columns", f"{name} is listed twice"


def _repeated(names: list[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]
