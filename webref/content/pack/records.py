"""pack.toml as it is written."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from webref.content.pack.people import SEQUENCE_MOST, PersonRecord, PublicKey
from webref.content.reading.records import Id, Record, Words


class LabelRecord(Record):
    """A jurisdiction of pack.toml."""

    id: Id
    tag: Words
    name: Words
    source: Id
    dated: Words
    followed: bool


class GuidelineRecord(Record):
    """A guideline of pack.toml that is followed by name; its source says who adopted it."""

    id: Id
    tag: Words
    name: Words
    source: Id
    followed: bool


class TopicRecord(Record):
    """An entry of the table of contents."""

    id: Id
    title: Words
    sections: Annotated[list[Id], Field(min_length=1)]


class KeyRecord(Record):
    """A key of the home page."""

    page: Words
    name: Words
    hint: str = ""


class HomeRecord(Record):
    """A group of the home page."""

    title: Words
    keys: Annotated[list[KeyRecord], Field(min_length=1)]


class SignatureRecord(Record):
    """A clinician who checked the pack."""

    name: Words
    role: Words
    date: datetime.date


class ProgramRecord(Record):
    """What is set on a patient's device, for sheets that are filed when it changes."""

    title: Words
    settings: Annotated[list[Words], Field(min_length=1)]
    checks: list[Words] = Field(default_factory=list)


class PackRecord(Record):
    """pack.toml."""

    format: int = 1  # packs of the first format name none
    id: Id
    title: Words
    summary: Words
    date: datetime.date
    review_by: datetime.date
    refuse_after: datetime.date
    language: Words
    decimal_mark: Literal[".", ","] | None = None
    thousands_mark: Literal[",", ".", " ", "'", "’", ""] | None = None
    editor: Words
    report_to: Words | None = None
    signed: Annotated[list[SignatureRecord], Field(json_schema_extra={"maxItems": 0})]
    signing_roles: list[Words] = Field(default_factory=list)
    sequence: Annotated[int, Field(ge=1, le=SEQUENCE_MOST)] | None = None
    needed: int | None = None
    recall_key: PublicKey | None = None
    person: list[PersonRecord] = Field(default_factory=list)
    routes: Annotated[list[Words], Field(min_length=1)]
    indications: list[Words] = Field(default_factory=list)
    label: list[LabelRecord]
    guideline: list[GuidelineRecord] = Field(default_factory=list)
    topic: list[TopicRecord] = Field(default_factory=list)
    home: list[HomeRecord] = Field(default_factory=list)
    program: ProgramRecord | None = None
