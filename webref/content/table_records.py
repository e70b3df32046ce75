"""The optional files of a pack, one row kind each, as validated records."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from webref.content.reading import FactId, FigureId, Id, Record, RowId, Words


class CellRecord(Record):
    """What one label, or the evidence, says."""

    label: Id
    text: Words


class DifferenceRecord(Record):
    """A row of differences.toml."""

    id: RowId
    point: Words
    cells: Annotated[list[CellRecord], Field(min_length=1)]
    cautious: Words
    pages: list[str]


class DifferencesRecord(Record):
    """differences.toml."""

    difference: list[DifferenceRecord]


class ClaimRecord(Record):
    """A row of appraisal.toml."""

    id: RowId
    claim: Words
    source: Id
    lines: str = ""
    why: Words
    search: list[Words]


class AppraisalRecord(Record):
    """appraisal.toml."""

    claim: list[ClaimRecord]


class RefusalRecord(Record):
    """A row of refusals.toml."""

    id: Id
    title: Words
    why: Words
    instead: list[str]


class RefusalsRecord(Record):
    """refusals.toml."""

    refusal: list[RefusalRecord]


class InteractionRecord(Record):
    """A row of interactions.toml."""

    id: Id
    name: Words
    drug_class: Annotated[Words, Field(alias="class")]
    effect: Words
    action: Words
    route_seen: Words
    search: list[Words]


class InteractionsRecord(Record):
    """interactions.toml."""

    interaction: list[InteractionRecord]


class PhaseRecord(Record):
    """A column of the trial table; `n` names the figure of its denominator."""

    id: Id
    name: Words
    n: FigureId


class EventRecord(Record):
    """A row of the trial table."""

    id: Id
    name: Words
    system: Words
    fact: FactId
    note: str = ""


class FrequencyRecord(Record):
    """The events of one system, by frequency."""

    system: Words
    common: str = ""
    uncommon: str = ""
    rare: str = ""
    unknown: str = ""


class EventsRecord(Record):
    """events.toml."""

    phases: list[PhaseRecord] = Field(default_factory=list)
    event: list[EventRecord] = Field(default_factory=list)
    frequency: list[FrequencyRecord] = Field(default_factory=list)


class RowRecord(Record):
    """A row of compare.toml."""

    id: Id
    name: Words


class ColumnRecord(Record):
    """A column of compare.toml."""

    id: Id
    name: Words
    kind: Literal["label", "product"]
    cells: dict[Id, Words]


class CompareRecord(Record):
    """compare.toml."""

    row: list[RowRecord]
    column: list[ColumnRecord]


class SynonymRecord(Record):
    """A row of synonyms.toml."""

    words: Annotated[list[Words], Field(min_length=1)]
    means: Annotated[list[Words], Field(min_length=1)]


class SynonymsRecord(Record):
    """synonyms.toml."""

    synonym: list[SynonymRecord]


class NoticeRecord(Record):
    """A row of notices.toml."""

    id: Id
    date: datetime.date
    level: Literal["info", "withdrawn"]
    subject: str
    text: Words


class NoticesRecord(Record):
    """notices.toml; a pack with nothing to recall has an empty one."""

    notice: list[NoticeRecord] = Field(default_factory=list)
