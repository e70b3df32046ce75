"""Who signs the editions of a pack: their keys in pack.toml, and how many of them it takes."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator

from webref.content.reading.records import Record

# What a phone reads back from people.json; static/signing/people.js holds the same.
KEY = "[0-9a-f]{64}"
NAME = r"[^<>\u0000-\u001f\u007f-\u009f]{1,100}"
MOST = 20  # people of a pack
TYPED = (
    "a name that is typed signs nothing, and the line of the draft stays: leave it empty, list "
    "each person as a [[person]], and have them run `webref sign`"
)
SEQUENCE_MOST = 999_999_999  # the highest number of an edition, and of a list of recalls


def _key(text: str) -> str:
    if not re.fullmatch(KEY, text):
        raise ValueError("write the public key as `webref key` printed it, 64 figures and a to f")
    return text


def _name(text: str) -> str:
    if not re.fullmatch(NAME, text) or not text.strip():
        raise ValueError("write 1 to 100 characters without < and >")
    return text


PublicKey = Annotated[str, AfterValidator(_key)]
PersonName = Annotated[str, AfterValidator(_name)]


class PersonRecord(Record):
    """Somebody who signs editions; `key` is the public one that `webref key` printed."""

    name: PersonName
    role: PersonName
    key: PublicKey


@dataclass(frozen=True)
class Person:
    """Somebody who signs: name, role, and public Ed25519 key in hexadecimal."""

    name: str
    role: str
    key: str


@dataclass(frozen=True)
class People:
    """Those who sign a pack's editions, how many of them are needed, and the key of its recalls.

    `recall_key` is empty where recalls are not signed.
    """

    needed: int
    persons: tuple[Person, ...]
    recall_key: str = ""


def check_people(
    people: Sequence[PersonRecord],
    needed: int | None,
    recall_key: str | None,
    sequence: int | None,
    signed: bool,
    roles: Sequence[str],
) -> Iterator[tuple[str, str]]:
    """What is wrong with the people of a pack, as place and message.

    `signed` says whether pack.toml holds typed signatures, `roles` who may sign.
    """
    if signed:
        yield "signed", TYPED
    if not people:
        for place, given in (("needed", needed), ("recall_key", recall_key)):
            if given is not None:
                yield place, "says how people sign, and nobody does: list each as a [[person]]"
        return
    if len(people) > MOST:
        yield "person", f"{len(people)} people are listed, and a phone reads {MOST}"
    if needed is None or not 1 <= needed <= len(people):
        yield "needed", f"say how many of the {len(people)} must sign an edition"
    if sequence is None:
        yield "sequence", "is missing: number the editions that people sign, 1 and on"
    for person in people:
        if person.role not in roles:
            yield f"person[{person.name}].role", f"signing_roles does not list {person.role}"
    keys = [person.key for person in people] + [recall_key or ""]
    for what, found in (("name", [person.name for person in people]), ("key", keys)):
        for text, times in Counter(found).items():
            if times > 1:
                yield "person", f"{times} have the {what} {text}: each has one of their own"
