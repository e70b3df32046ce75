"""The tables of a calculator file as validated records; unknown keys are refused."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from webref.content.calculators.lookups.records import LookupRecord, figures_in
from webref.content.reading.records import FigureId, FormulaName, Id, Places, Record, Words
from webref.dosing.picture import PictureKind
from webref.dosing.spec import Status

DECIMALS = 4  # decimals of a value that says nothing else


class ConstantRecord(Record):
    """A figure that is no fact, with its reason."""

    value: str
    unit: str = ""
    reason: Words


class PresetRecord(Record):
    """A product beside a field; `fact` is where its strength stands."""

    name: Words
    value: str
    unit: str
    fact: FigureId


class OptionRecord(Record):
    """One answer of a choice."""

    id: Id
    name: Words


class InputRecord(Record):
    """What is typed or chosen."""

    id: FormulaName
    name: Words
    note: str = ""
    kind: Literal["quantity", "number", "whole", "choice", "date", "moment", "clock"]
    units: list[str] = Field(default_factory=list)
    options: list[OptionRecord] = Field(default_factory=list)
    presets: list[PresetRecord] = Field(default_factory=list)
    depends: list[str] = Field(default_factory=list)
    optional: bool = False
    printed: str = ""  # the unit of an amount that may be entered with the volume which holds it
    open: bool = False  # optional, and never folded away
    applies: dict[str, list[Id]] = Field(default_factory=dict)  # by choice, the options with it
    zero: bool = False
    convert: str = ""  # the fact by which units of another kind become the first
    quantity: str = ""
    other: str = ""
    prompt: str = ""


class StepRecord(Record):
    """An intermediate value."""

    id: FormulaName
    name: Words
    value: str
    unit: str = ""
    places: Places | None = None  # those of the answer that shows it, or DECIMALS
    when: str = ""


class CheckRecord(Record):
    """A limit."""

    id: Id
    level: Literal["stop", "warn", "info"]
    when: str
    title: Words
    text: Words
    cites: list[str] = Field(default_factory=list)
    basis: Literal["", "arithmetic", "editors"] = ""  # what a limit without a source rests on
    field: str = ""


class OutputRecord(Record):
    """An answer."""

    id: FormulaName
    name: Words
    value: str
    to: str = ""  # the upper end of a range, of which `value` is the lower
    unit: str
    places: Places = DECIMALS
    round: Literal["half-up", "down", "up"] = "half-up"
    main: bool = False
    compare: bool = False
    when: str = ""
    quantity: str = ""
    other: str = ""
    hypothetical: bool = False
    calendar: str = ""  # what a date or moment is called in a calendar


class ColumnRecord(Record):
    """A column of a schedule."""

    id: FormulaName
    name: Words
    value: str
    unit: str = ""
    places: Places = DECIMALS
    quantity: str = ""
    other: str = ""


class TableRecord(Record):
    """A schedule."""

    id: FormulaName
    name: Words
    most: int = Field(ge=1, le=400)
    start: dict[FormulaName, str] = Field(default_factory=dict)
    next: dict[FormulaName, str] = Field(default_factory=dict)
    go_on: str = Field(alias="while")
    columns: list[ColumnRecord] = Field(min_length=1)
    capped: str = ""
    chart: str = ""
    when: str = ""


class PictureRowRecord(Record):
    """A line of a picture: words, and the names of what it draws."""

    name: Words
    at: str = ""
    to: str = ""
    level: str = ""


class PictureRecord(Record):
    """What is drawn of an answer."""

    id: Id
    kind: PictureKind
    name: Words
    when: str = ""
    row: list[PictureRowRecord] = Field(min_length=2)


class ExampleRecord(Record):
    """A worked example."""

    name: Words
    inputs: dict[str, str]
    status: Status
    outputs: dict[str, str] = Field(default_factory=dict)
    checks: list[str] = Field(default_factory=list)
    now: str = ""
    source: Words


class SolveRecord(Record):
    """The calculator turned round: an answer that is entered, and an entry that it answers."""

    id: Id
    title: Words
    short: Words
    answers: Words
    about: str = ""
    given: FormulaName
    units: list[str] = Field(min_length=1)
    note: str = ""
    prompt: str = ""
    find: FormulaName
    value: Words
    unit: str
    places: Places = 4
    example: list[ExampleRecord] = Field(default_factory=list)


class CarryRecord(Record):
    """A figure that a tap takes along to an entry of another calculator."""

    figure: FormulaName
    to: Id
    entry: FormulaName


class CalculatorRecord(Record):
    """A calculator file."""

    title: Words
    short: Words
    answers: Words
    route: Words
    labels: list[str] = Field(default_factory=list)
    label_optional: bool = False
    basis: Literal["label", "arithmetic"]
    about: Words
    pitfalls: str = ""  # where the sum goes wrong
    what_next: str = ""  # what follows once it is done
    editor: Words
    checker: str
    review_by: date
    program: bool = False  # whether its sheet has the settings of pack.toml, before and after
    facts: dict[FormulaName, FigureId] = Field(default_factory=dict)
    constants: dict[FormulaName, ConstantRecord] = Field(default_factory=dict)
    input: list[InputRecord] = Field(min_length=1)
    step: list[StepRecord] = Field(default_factory=list)
    lookup: list[LookupRecord] = Field(default_factory=list)
    check: list[CheckRecord] = Field(default_factory=list)
    output: list[OutputRecord] = Field(min_length=1)
    table: list[TableRecord] = Field(default_factory=list)
    picture: list[PictureRecord] = Field(default_factory=list)
    example: list[ExampleRecord] = Field(default_factory=list)
    solve: list[SolveRecord] = Field(default_factory=list)
    carry: list[CarryRecord] = Field(default_factory=list)


def named_facts(record: CalculatorRecord) -> Iterator[str]:
    """Every fact that the calculator names, with its part if any."""
    yield from record.facts.values()
    for item in record.input:
        yield from (preset.fact for preset in item.presets)
    for lookup in record.lookup:
        yield from (name for name in figures_in(lookup) if "." in name)
    for check in record.check:
        yield from (cite for cite in check.cites if not cite.startswith("@"))
