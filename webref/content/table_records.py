"""The optional files of a pack, one row kind each, as validated records."""

import datetime
import re
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from webref.content.reading import FactId, FigureId, Id, Record, RowId, Words

# What a phone takes for a notice; static/offline/notices.js holds the same.
NOTICE_SUBJECT = (
    "|(monograph|calculators|protocols|emergency)/[a-z0-9-]{1,60}|edition/[0-9a-f]{7,64}"
)
NOTICE_TEXT = "[^<>]{1,600}"
NOTICES_MOST = 50
SEQUENCE_MOST = 999_999_999


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


class MembersRecord(Record):
    """Medicines that no source names, of a class that one does; where it was read that they are."""

    words: Annotated[list[Words], Field(min_length=1)]
    source: Id
    place: Words


class InteractionRecord(Record):
    """A row of interactions.toml."""

    id: Id
    name: Words
    drug_class: Annotated[Words, Field(alias="class")]
    effect: Words
    action: Words
    route_seen: Words
    search: list[Words]
    members: list[MembersRecord] = Field(default_factory=list)


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


class LeadRecord(Record):
    """Words of a question, and the page that comes first for them."""

    page: str
    words: Annotated[list[Words], Field(min_length=1)]


class SynonymsRecord(Record):
    """synonyms.toml."""

    synonym: list[SynonymRecord]
    lead: list[LeadRecord] = Field(default_factory=list)
    lacking: list[Words] = Field(default_factory=list)


class NoticeRecord(Record):
    """A row of notices.toml, in the form that static/offline/notices.js asks for.

    A phone ignores a whole file with one row of another form, and no recall would reach it.
    """

    id: Annotated[Id, Field(max_length=60)]
    date: datetime.date
    level: Literal["info", "withdrawn"]
    subject: str
    text: str

    @field_validator("subject")
    @classmethod
    def _subject(cls, subject: str) -> str:
        if not re.fullmatch(NOTICE_SUBJECT, subject):
            raise ValueError("no page that can be recalled, nor edition/ and 7 figures or more")
        return subject

    @field_validator("text")
    @classmethod
    def _text(cls, text: str) -> str:
        # A phone counts as JavaScript does: a character beyond the first 65,536 counts twice.
        if not re.fullmatch(NOTICE_TEXT, text) or len(text.encode("utf-16-le")) > 1200:
            raise ValueError("write 1 to 600 characters without < and >")
        return text

    @model_validator(mode="after")
    def _withdraws_something(self) -> "NoticeRecord":
        if self.level == "withdrawn" and not self.subject:
            raise ValueError("a withdrawn notice names its subject")
        return self


class NoticesRecord(Record):
    """notices.toml; once published it stays, since a list with a lower number lifts no recall."""

    sequence: Annotated[int, Field(ge=1, le=SEQUENCE_MOST)]
    issued: datetime.date
    until: datetime.date
    notice: list[NoticeRecord] = Field(default_factory=list, max_length=NOTICES_MOST)

    @model_validator(mode="after")
    def _in_order(self) -> "NoticesRecord":
        if self.until <= self.issued:
            raise ValueError("until is the last day the list holds for, so it comes after issued")
        late = [row.id for row in self.notice if row.date > self.issued]
        if late:
            raise ValueError(f"issued before its notice {late[0]}: write the day of this list")
        return self
