"""What a pack holds, as frozen values: labels, sections, cards and the rows of every table."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from webref.content.figures import Cite, Fact, Figure, Source
from webref.content.prose.tree import Prose


@dataclass(frozen=True)
class Label:
    """A jurisdiction; calculators may follow it when `followed`. `source` is a source id."""

    id: str
    tag: str
    name: str
    source: str
    dated: str
    followed: bool


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
class Pack:
    """What stands in pack.toml."""

    id: str
    title: str
    summary: str
    date: datetime.date
    review_by: datetime.date
    refuse_after: datetime.date
    language: str
    editor: str
    signed: tuple[Signature, ...]
    signing_roles: tuple[str, ...]  # of those who may sign
    routes: tuple[str, ...]  # by which the drug is given; `any` stands for all of them
    labels: Mapping[str, Label]
    topics: tuple[Topic, ...]
    home: tuple[HomeGroup, ...]


@dataclass(frozen=True)
class Section:
    """A section of the monograph."""

    id: str
    title: str
    summary: str
    route: str
    population: str
    labels: tuple[str, ...]
    uses: tuple[str, ...]  # page ids of the calculators and protocols that use its figures
    editor: str
    checker: str
    review_by: datetime.date
    body: Prose


@dataclass(frozen=True)
class Action:
    """One thing to do now, on an emergency card."""

    instruction: Prose
    detail: Prose


@dataclass(frozen=True)
class Card:
    """An emergency card: what to do now, in order, then the explanation. mark: hollow or full."""

    id: str
    title: str
    short: str
    hint: str
    mark: str
    lead: str
    summary: str
    route: str
    population: str
    labels: tuple[str, ...]
    uses: tuple[str, ...]
    editor: str
    checker: str
    review_by: datetime.date
    actions: tuple[Action, ...]
    body: Prose


@dataclass(frozen=True)
class Guide:
    """What stands around a calculator on its page: why, and its citations by number from 1.

    cautioned: the figures behind it that come with a caution, a line for each fact.
    """

    about: Prose
    cautioned: tuple[Prose, ...]
    cites: tuple[Cite, ...]
    editor: str
    checker: str
    review_by: datetime.date


@dataclass(frozen=True)
class Cell:
    """What one label says; `label` is a label id or `evidence`."""

    label: str
    text: Prose


@dataclass(frozen=True)
class Difference:
    """A point on which labels differ, with the more cautious reading and the pages concerned."""

    id: str
    point: str
    cells: tuple[Cell, ...]
    cautious: Prose
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Claim:
    """A claim met and rejected, why, and the phrases by which search finds it."""

    id: str
    claim: str
    source: Source
    lines: str
    why: Prose
    search: tuple[str, ...]


@dataclass(frozen=True)
class Refusal:
    """Something this reference does not calculate, why, and the pages to read instead."""

    id: str
    title: str
    why: Prose
    instead: tuple[str, ...]


@dataclass(frozen=True)
class Members:
    """Medicines that no source names, of a class that one does, and where that was read."""

    words: tuple[str, ...]
    cite: Cite


@dataclass(frozen=True)
class Interaction:
    """A co-medication: what happens, what to do, and the route it was seen with."""

    id: str
    name: str
    drug_class: str
    effect: Prose
    action: Prose
    route_seen: str
    search: tuple[str, ...]
    members: tuple[Members, ...] = ()


@dataclass(frozen=True)
class Phase:
    """A column of the trial table, with the number of patients in it."""

    id: str
    name: str
    n: Figure


@dataclass(frozen=True)
class Event:
    """A row of the trial table: the fact's figures by phase id, and `<phase>_percent`."""

    id: str
    name: str
    system: str
    fact: Fact
    note: Prose


@dataclass(frozen=True)
class Frequency:
    """Events of one body system by how often they are reported."""

    system: str
    common: Prose
    uncommon: Prose
    rare: Prose
    unknown: Prose


@dataclass(frozen=True)
class EventTable:
    """Adverse events: the trial table and the frequency lists."""

    phases: tuple[Phase, ...]
    events: tuple[Event, ...]
    frequencies: tuple[Frequency, ...]


@dataclass(frozen=True)
class Row:
    """A row of the comparison."""

    id: str
    name: str


@dataclass(frozen=True)
class Column:
    """A product or a label to compare; `cells` maps row ids to prose. kind: label or product."""

    id: str
    name: str
    kind: str
    cells: Mapping[str, Prose]


@dataclass(frozen=True)
class Compare:
    """Products and labels side by side."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True)
class Synonym:
    """Words that a reader may type, and the words of the pack that they stand for."""

    words: tuple[str, ...]
    means: tuple[str, ...]


@dataclass(frozen=True)
class Lead:
    """Words of a question, and the page id (or `page#row`) that comes first for them."""

    page: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """What readers call things: synonyms, leads, and words of which no source speaks."""

    synonyms: tuple[Synonym, ...] = ()
    leads: tuple[Lead, ...] = ()
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True)
class Notice:
    """A recall. level: info or withdrawn; subject: a page id, `edition/<hash>`, or empty."""

    id: str
    date: datetime.date
    level: str
    subject: str
    text: str


@dataclass(frozen=True)
class NoticeList:
    """The notices in force. `sequence` rises with every change; after `until` a new list is due."""

    sequence: int
    issued: datetime.date
    until: datetime.date
    notices: tuple[Notice, ...] = ()
