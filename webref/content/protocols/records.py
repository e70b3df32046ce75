"""The tables of a protocol file as validated records; unknown keys are refused."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from webref.content.reading.records import FigureId, FormulaName, Id, Record, Words


class AnswerRecord(Record):
    """A branch: prose of one line each, and the step that it leads to."""

    text: Words
    note: str = ""
    to: Id


class DoseRecord(Record):
    """A dose: one figure or a sum of figures, drawn from a strength."""

    sum: Annotated[list[FigureId], Field(min_length=1)]
    at: FigureId | None = None


class NamedFigureRecord(Record):
    """A figure with its name."""

    name: Words
    text: Words


class OnwardRecord(Record):
    """The entry of a calculator that takes the dose given last on the way to a step."""

    to: Id
    entry: FormulaName


class ProtocolStepRecord(Record):
    """A step."""

    id: Id
    title: Words
    text: str = ""
    items: list[Words] = Field(default_factory=list)
    dose: DoseRecord | None = None
    figures: list[NamedFigureRecord] = Field(default_factory=list)
    question: str = ""
    answers: list[AnswerRecord] = Field(default_factory=list)
    outcome: Literal["go", "warn", "stop", ""] = ""
    next: list[str] = Field(default_factory=list)
    carry: list[OnwardRecord] = Field(default_factory=list)
    timed: bool = False


class MiddleRecord(Record):
    """A step in the middle that a reader may open at once: what was done, and the step's anchor."""

    text: Words
    at: Words


class DocumentRecord(Record):
    """The steps under one label, or under every label."""

    label: Id | None = None
    middle: list[MiddleRecord] = Field(default_factory=list)
    step: Annotated[list[ProtocolStepRecord], Field(min_length=1)]


class ProtocolRecord(Record):
    """A protocol file."""

    title: Words
    summary: Words
    kind: Literal["tree", "checklist"]
    route: Words
    population: Words
    uses: list[str] = Field(default_factory=list)
    calculator: Id | None = None
    program: bool = False  # whether its sheet has the settings of pack.toml, before and after
    editor: Words
    checker: str
    review_by: datetime.date
    document: Annotated[list[DocumentRecord], Field(min_length=1)]
