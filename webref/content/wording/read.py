"""words.toml: a pack's own sentences in the place of those that no pack writes."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import Field

from webref.content.pack.people import TYPED
from webref.content.pack.records import PackRecord, SignatureRecord
from webref.content.pack.shape import is_english
from webref.content.reading.files import Files
from webref.content.reading.records import Record
from webref.content.wording.second import LISTED
from webref.content.wording.table import TABLE
from webref.dosing.words import names_of
from webref.errors import Problem, near

FILE = "words.toml"
# What would end an attribute, a tag, a string of a style sheet or a line.
_BARRED = re.compile(r'[<>&"\\\t\n]')
_NAMED = re.compile(r"\{[a-z_]+\}")
# Sentences that are lists of words, each parted from the next by one space.
_LISTS = {"date.days": 7, "date.months": 12, "date.month-names": 12, "second.list": LISTED}
_DISTINCT = "second.list"  # no word of it stands for two things
_SHOWN = 3  # ids that a warning names


class WordsRecord(Record):
    """words.toml."""

    signed: Annotated[list[SignatureRecord], Field(json_schema_extra={"maxItems": 0})]
    words: dict[str, Any] = Field(min_length=1)


@dataclass(frozen=True)
class OwnWords:
    """Every sentence by id, the pack's own where it gives one."""

    words: Mapping[str, str] = field(default_factory=lambda: TABLE)
    own: Collection[str] = ()


def read_words(files: Files, pack: PackRecord) -> OwnWords:
    """The sentences of a pack; what is wrong with its own is kept among the files' problems."""
    record = files.table(WordsRecord, FILE) if files.has(FILE) else None
    given = dict(_flat(record.words)) if record else {}
    files.problems += check_words(given, pack)
    if record and record.signed:
        files.problems.append(Problem(FILE, "signed", TYPED))
    own = {key: text for key, text in given.items() if key in TABLE and isinstance(text, str)}
    return OwnWords({**TABLE, **own}, own.keys())


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Ids and sentences; an id without quotes is a path of tables to TOML."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def check_words(given: Mapping[str, Any], pack: PackRecord) -> Iterator[Problem]:
    """Each sentence has an id of the table, the names of the English one, and nothing hidden.

    A pack in another language that leaves sentences out is warned.
    """
    for key, text in given.items():
        for message in _wrong(key, text):
            yield Problem(FILE, f"words.{key}", message)
    left = [key for key in TABLE if key not in given]
    if left and not is_english(pack.language):
        some = ", ".join(left[:_SHOWN])
        message = f"{len(left)} sentences are still in English, such as {some}"
        yield Problem(FILE, "words", message, warning=True)


def _wrong(key: str, text: object) -> Iterator[str]:
    if key not in TABLE:
        yield f"there is no sentence {key}{near(key, TABLE)}"
        return
    english = TABLE[key]
    if not isinstance(text, str):
        yield f"write words, in quotes, for: {english}"
        return
    if not text.strip():
        yield f"must not be empty: write it for: {english}"
        return
    if text != text.strip() and english == english.strip():
        yield "begins or ends with a space: leave it out"
    for found in sorted(set(_BARRED.findall(text))):
        yield f"holds {found!a}, which no sentence may: write it without"
    if set("{}") & set(_NAMED.sub("", text)):
        yield "holds a brace that is no name in braces: write it without"
    asked, has = names_of(english), names_of(text)
    for name in sorted(asked - has):
        yield f"leaves out {{{name}}}: write it where its value belongs, as in: {english}"
    for name in sorted(has - asked):
        may = f"write {_listed(asked)}" if asked else "nothing is filled in here"
        yield f"has {{{name}}}{near(name, asked)}: {may}"
    if (count := _LISTS.get(key)) and len(text.split(" ")) != count:
        yield f"lists {len(text.split(' '))} words: write {count}, with one space between"
    elif key == _DISTINCT and len(set(text.split(" "))) < LISTED:
        yield "lists a word twice: each stands for something else"


def _listed(names: Collection[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))
