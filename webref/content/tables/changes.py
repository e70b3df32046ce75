"""changes.toml: what each edition changed, as `webref diff --toml` said it."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints

from webref.content.prose.builder import Builder
from webref.content.reading.records import Record, Words
from webref.content.table import RowFile

Weight = Literal["clinical", "answers", "wording", "upkeep", "files"]


class ToldChangeRecord(Record):
    """A change in one sentence, and the sources that it rests on."""

    weight: Weight
    text: Words
    sources: list[Words] = Field(default_factory=list)


class ToldEditionRecord(Record):
    """What changed since the edition `before`, a SHA-256, until this date."""

    date: datetime.date
    before: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    change: list[ToldChangeRecord] = Field(min_length=1)


class ChangesRecord(Record):
    """What each edition changed.

    `[[edition]]` with `date`, `before` (the edition compared with, a SHA-256), and
    `[[edition.change]]` with `weight` (`clinical`, `answers`, `wording`, `upkeep`, `files`),
    `text`, `sources`. `webref diff OLD NEW --toml` prints such a row, to be put first; see
    [changes.md](changes.md).
    """

    edition: list[ToldEditionRecord] = Field(min_length=1)


@dataclass(frozen=True)
class ToldChange:
    """A change in one sentence, and the sources that it rests on."""

    weight: Weight
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ToldEdition:
    """What changed since the edition `before` until a date."""

    date: datetime.date
    before: str
    changes: tuple[ToldChange, ...] = field(repr=False)

    def groups(self) -> Iterator[tuple[Weight, list[ToldChange]]]:
        """The changes of each weight that there is, the gravest first."""
        for weight in get_args(Weight):
            if found := [change for change in self.changes if change.weight == weight]:
                yield weight, found


def build_changes(record: ChangesRecord, _: Builder) -> tuple[ToldEdition, ...]:
    """changes.toml."""
    return tuple(
        ToldEdition(
            edition.date,
            edition.before,
            tuple(ToldChange(one.weight, one.text, tuple(one.sources)) for one in edition.change),
        )
        for edition in record.edition
    )


ROWS = RowFile(
    file="changes.toml",
    record=ChangesRecord,
    build=build_changes,
    absent=lambda _: (),
)
