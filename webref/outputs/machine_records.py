"""What facts.json and calculators.json hold, as records: their JSON Schemas are made from these.

`python -m tools.schemas` writes docs/schemas/edition-facts.json and edition-calculators.json.
Numbers are text, `n` or `n/d`, so that nothing is lost.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict


class Plain(BaseModel):
    """A record without further keys."""

    model_config = ConfigDict(extra="forbid")


class PlainFigure(Plain):
    """A figure: its numbers, `one`, the ends of a `range` or a `list`; ucum where it has a unit."""

    text: str
    words: str
    values: list[str]
    form: Literal["one", "range", "list"]
    unit: str
    ucum: str


class PlainRow(Plain):
    """A thing that the edition says: lines by aspect, figures by part, ids of what it holds."""

    id: str
    kind: str
    name: str
    says: dict[str, list[str]] = {}
    figures: dict[str, PlainFigure] = {}
    order: dict[str, list[str]] = {}


class PlainAspect(Plain):
    """What one side of a row is called, and how much a change of it weighs."""

    name: str
    weight: Literal["clinical", "wording", "upkeep"]


class FactsFile(Plain):
    """facts.json."""

    format: Literal[1]
    pack: str
    title: str
    date: str
    clinically_checked: bool
    pages: dict[str, str]
    aspects: dict[str, PlainAspect]
    qualifiers: list[str]
    figures: dict[str, str]
    rows: list[PlainRow]


Formula = list[Any]  # headed by its kind: see docs/changes.md


class PlainConstant(Plain):
    """A figure that formulas name, in base units: a fact with its part, or one with a reason."""

    id: str
    value: str
    unit: str
    ucum: str
    shown: str
    fact: str = ""
    reason: str = ""


class PlainTurn(Plain):
    """A unit that becomes the first kind of its field by a factor, times or over."""

    unit: str
    by: str
    op: Literal["*", "/"]
    factor: str


class PlainInput(Plain):
    """An entry; kind as in docs/pack-format.md. The label followed is the first, a choice.

    factors: what a number in each unit is times, under "" where it has none; in_volume: the same
    over the volume in mL that holds it.
    """

    id: str
    name: str
    kind: Literal["quantity", "number", "whole", "choice", "date", "moment", "clock"]
    units: list[str]
    options: list[dict[Literal["id", "name"], str]]
    optional: bool
    zero: bool
    printed: str = ""
    turns: list[PlainTurn]
    factors: dict[str, str]
    in_volume: dict[str, str]
    prompt: str


class PlainStep(Plain):
    """An intermediate value."""

    id: str
    name: str
    value: Formula
    unit: str
    places: int
    when: Formula | None


class PlainCheck(Plain):
    """A limit: what it says, with names to be filled in as one-item lists."""

    id: str
    level: Literal["stop", "warn", "info"]
    when: Formula
    title: list[str | list[str]]
    text: list[str | list[str]]
    cites: list[int]
    field: str


class PlainOutput(PlainStep):
    """An answer over the factor of its unit; of a range the lower end, and `to` the upper one.

    within: the first and the last whole minute that are shown of a date or a moment.
    """

    factor: str
    within: list[int]
    round: Literal["half-up", "down", "up"]
    main: bool
    compare: bool
    to: Formula | None
    calendar: str = ""  # what the date or moment is called in a calendar


class PlainColumn(Plain):
    """A column of a schedule."""

    id: str
    name: str
    value: Formula
    unit: str
    places: int
    limits: list[PlainCheck]


class PlainTable(Plain):
    """A schedule: the state that it starts with, the next one, and how long it goes on."""

    id: str
    name: str
    most: int
    start: list[tuple[str, Formula]]
    next: list[tuple[str, Formula]]
    go_on: Formula
    columns: list[PlainColumn]
    capped: str
    chart: str
    when: Formula | None


class PlainAnswer(Plain):
    """An answer to a worked example: as shown, and exactly, in its unit; of a range both ends."""

    text: str
    values: list[str]
    unit: str
    ucum: str


class PlainExample(Plain):
    """A worked example: what a form sends, the moment asked, and what the engine answers."""

    name: str
    entries: dict[str, str]
    now: str
    status: Literal["ok", "warn", "stop", "incomplete"]
    outputs: dict[str, PlainAnswer]
    checks: list[str]
    source: str


class PlainCalculator(Plain):
    """A calculator. units: the factor of each unit to its base unit; parts: what it is made of."""

    id: str
    drug: str
    title: str
    basis: str
    review_by: str
    refuse_after: str
    signed: bool
    misread: str = ""
    units: dict[str, str]
    parts: dict[str, dict[str, str]]
    label_optional: bool
    labels: list[dict[Literal["id", "tag", "name", "dated", "kind"], str]]
    constants: list[PlainConstant]
    inputs: list[PlainInput]
    steps: list[PlainStep]
    checks: list[PlainCheck]
    outputs: list[PlainOutput]
    tables: list[PlainTable]
    lookups: list[dict[str, Any]]
    pictures: list[dict[str, Any]] = []
    examples: list[PlainExample]


class CalculatorsFile(Plain):
    """calculators.json."""

    format: Literal[1]
    pack: str
    date: str
    clinically_checked: bool
    ucum: dict[str, str]
    formula_units: dict[str, str]
    calculators: list[PlainCalculator]
