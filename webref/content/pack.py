"""pack.toml: its record, its value and its rules, on which everything else in a pack rests."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from webref.content.facts.figures import Source
from webref.content.reading.records import Id, Record, Words
from webref.dosing.calendar import read_date, show_calendar
from webref.dosing.spec import FollowedKind
from webref.dosing.words import say
from webref.errors import Problem

EVIDENCE = "evidence"  # the column of differences.toml that belongs to no label


NOWHERE = "none"  # the jurisdiction of an international paper


ANY = "any"  # the route of what holds for every route of the pack


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
    signed: list[SignatureRecord]
    signing_roles: list[Words] = Field(default_factory=list)
    routes: Annotated[list[Words], Field(min_length=1)]
    label: list[LabelRecord]
    guideline: list[GuidelineRecord] = Field(default_factory=list)
    topic: list[TopicRecord] = Field(default_factory=list)
    home: list[HomeRecord] = Field(default_factory=list)
    program: ProgramRecord | None = None


@dataclass(frozen=True)
class Label:
    """A jurisdiction, or a guideline; calculators may follow it when `followed`.

    `source` is a source id; the tag of a guideline says that it is one.
    """

    id: str
    tag: str
    name: str
    source: str
    dated: str
    followed: bool
    kind: FollowedKind = "label"


@dataclass(frozen=True)
class Topic:
    """An entry of the monograph's table of contents, with the ids of its sections."""

    id: str
    title: str
    sections: tuple[str, ...]


@dataclass(frozen=True)
class Key:
    """A key of the home page: page id, name, and a few words."""

    page: str
    name: str
    hint: str


@dataclass(frozen=True)
class HomeGroup:
    """A titled group of keys on the home page."""

    title: str
    keys: tuple[Key, ...]


@dataclass(frozen=True)
class Signature:
    """A clinician who checked the pack."""

    name: str
    role: str
    date: datetime.date


@dataclass(frozen=True)
class Program:
    """What is set on a patient's device: each setting, and what is ticked once it is set."""

    title: str
    settings: tuple[str, ...]
    checks: tuple[str, ...]


@dataclass(frozen=True)
class Pack:
    """What stands in pack.toml."""

    id: str
    title: str
    summary: str
    date: datetime.date
    review_by: datetime.date
    refuse_after: datetime.date
    language: str
    misread: str  # of the marks "." and "," in figures, those that its readers read otherwise
    editor: str
    signed: tuple[Signature, ...]
    signing_roles: tuple[str, ...]  # of those who may sign
    routes: tuple[str, ...]  # by which the drug is given; `any` stands for all of them
    labels: Mapping[str, Label]
    topics: tuple[Topic, ...]
    home: tuple[HomeGroup, ...]
    program: Program | None = None


FORMAT = 2  # of packs that this webref reads


# What a pack of an older format has to do, by the format that asked for it.
_ASKED = {2: "give inputs whose names read as orders a prompt"}


# First parts of addresses that the site needs for itself.
TAKEN = ("healthz", "offline", "search", "static")


_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def is_english(language: str) -> bool:
    """Whether a code of a language is one of English, such as en or en-GB."""
    return language.partition("-")[0] == "en"


def check_pack(record: PackRecord) -> Iterator[Problem]:
    """Ids stand once and mean one thing; dates come in order."""
    for place, message in (
        *_check_format(record),
        *_check_ids(record),
        *_check_dates(record),
        *_check_marks(record),
    ):
        yield Problem("pack.toml", place, message)


def _check_format(record: PackRecord) -> Iterator[tuple[str, str]]:
    if record.format > FORMAT or record.format < 1:
        yield "format", f"{record.format} is not known here: this webref reads {FORMAT}"
    elif record.format < FORMAT:
        asked = "; ".join(text for number, text in _ASKED.items() if number > record.format)
        yield (
            "format",
            f"this pack is of format {record.format}: {asked}, then add format = {FORMAT}",
        )


def _check_ids(record: PackRecord) -> Iterator[tuple[str, str]]:
    if record.id in TAKEN:
        yield "id", f"{record.id} is an address of the site itself: choose another id"
    kinds = {label.id: "label" for label in record.label}
    kinds |= {guideline.id: "guideline" for guideline in record.guideline}
    ids = [one.id for one in record.label] + [one.id for one in record.guideline]
    for name, times in Counter(ids).items():
        place = f"{kinds[name]}[{name}]"
        if times > 1:
            yield place, f"{times} labels or guidelines have this id"
        if name in (EVIDENCE, NOWHERE):
            yield f"{place}.id", f"{name} means that there is no label: choose another id"
    for name, times in Counter(record.routes).items():
        if times > 1 or name == ANY:
            yield "routes", f"{name} is listed twice, or stands for all of them: leave it out"
    if not _LANGUAGE.fullmatch(record.language):
        yield "language", f"{record.language} is no code of a language, such as en or en-GB"


def _check_marks(record: PackRecord) -> Iterator[tuple[str, str]]:
    """A pack that is not English says how its readers write figures."""
    given = {"decimal_mark": record.decimal_mark, "thousands_mark": record.thousands_mark}
    if not is_english(record.language):
        for key, mark in given.items():
            if mark is None:
                yield key, f"is missing: say how readers of {record.language} write figures"
    if record.decimal_mark and record.decimal_mark == record.thousands_mark:
        yield "thousands_mark", "is the decimal mark too: one of them is another"


def _check_dates(record: PackRecord) -> Iterator[tuple[str, str]]:
    if record.review_by < record.date:
        yield "review_by", "is before the date of the edition"
    if record.refuse_after < record.review_by:
        yield "refuse_after", "is before review_by"


def _guideline(record: GuidelineRecord, sources: Mapping[str, Source]) -> Label:
    """A guideline as what is followed, its tag and date saying what it is and who adopted it."""
    source = sources.get(record.source)
    dated = say("followed.guideline")
    if source and source.adopted:
        day = show_calendar(read_date(source.adopted.isoformat()), "date")
        dated = say("followed.adopted", who=source.adopted_by, date=day)
    values = record.model_dump() | {"tag": say("followed.tag", tag=record.tag)}
    return Label(**values, dated=dated, kind="guideline")


def misread_marks(record: PackRecord) -> str:
    """Of the point and the comma, as figures are shown, those that mean another thing there."""
    point = "" if record.decimal_mark in (".", None) else "."
    comma = "" if record.thousands_mark in (",", None) else ","
    return point + comma


def build_pack(record: PackRecord, sources: Mapping[str, Source]) -> Pack:
    """pack.toml as the model has it."""
    followed = [Label(**label.model_dump()) for label in record.label]
    followed += [_guideline(guideline, sources) for guideline in record.guideline]
    return Pack(
        id=record.id,
        title=record.title,
        summary=record.summary,
        date=record.date,
        review_by=record.review_by,
        refuse_after=record.refuse_after,
        language=record.language,
        misread=misread_marks(record),
        editor=record.editor,
        signed=tuple(Signature(**signed.model_dump()) for signed in record.signed),
        signing_roles=tuple(record.signing_roles),
        routes=tuple(record.routes),
        labels={label.id: label for label in followed},
        topics=tuple(Topic(t.id, t.title, tuple(t.sections)) for t in record.topic),
        home=tuple(
            HomeGroup(group.title, tuple(Key(**key.model_dump()) for key in group.keys))
            for group in record.home
        ),
        program=None
        if record.program is None
        else Program(
            record.program.title, tuple(record.program.settings), tuple(record.program.checks)
        ),
    )
