"""pack.toml as the rest of the site sees it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from webref.content.pack.people import People
from webref.dosing.followed import FollowedKind

EVIDENCE = "evidence"  # the column of differences.toml that belongs to no label

NOWHERE = "none"  # the jurisdiction of an international paper

ANY = "any"  # the route of what holds for every route of the pack


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
    """Who signed, in which role and on which day."""

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
    report_to: str  # the mail address that mistakes are reported to; empty where the pack has none
    signing_roles: tuple[str, ...]  # of those who may sign
    routes: tuple[str, ...]  # by which the drug is given; `any` stands for all of them
    labels: Mapping[str, Label]
    topics: tuple[Topic, ...]
    home: tuple[HomeGroup, ...]
    program: Program | None = None
    sequence: int | None = None  # the number of the edition, where editions are numbered
    people: People | None = None  # who sign with keys, where any do
    indications: tuple[str, ...] = ()  # under which a library lists the drug
    signed: tuple[Signature, ...] = ()  # who signed the edition, on the sheets of `webref sign`
