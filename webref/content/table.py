"""What every optional file of a pack has in common: how it is read and what it holds."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from webref.content.pack.model import Pack
from webref.content.prose.builder import Builder
from webref.content.prose.tree import Prose
from webref.content.reading.files import Files
from webref.content.reading.records import Record

ReadRecord = TypeVar("ReadRecord", bound=Record)
Built = TypeVar("Built")


@dataclass(frozen=True)
class FoundRow:
    """A row as search finds it, at `anchor` of its page.

    says: what a hit shows; words: searched too, never shown; leads: words that lead to it.
    """

    anchor: str
    title: str
    says: tuple[Prose | str, ...]
    words: tuple[Prose | str, ...] = ()
    labels: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()


def _nothing(_: Any) -> tuple[()]:
    return ()


@dataclass(frozen=True)
class RowFile(Generic[ReadRecord, Built]):
    """A file of rows: its record, how it is built, and what a pack without the file has.

    ids: key and id of each row; links: place and page id of each link to a page; found: the rows
    as search finds them, and as they are printed where no template says otherwise; called: what
    the record of changes calls its values and their fields, `kind.interaction`, `aspect.effect`.
    """

    file: str
    record: type[ReadRecord]
    build: Callable[[ReadRecord, Builder], Built]
    absent: Callable[[Pack], Built]
    ids: Callable[[Built], Iterable[tuple[str, str]]] = _nothing
    links: Callable[[Built], Iterable[tuple[str, str]]] = _nothing
    found: Callable[[Built], Iterable[FoundRow]] = _nothing
    called: Mapping[str, str] = field(default_factory=dict)

    def read(self, files: Files, builder: Builder, pack: Pack) -> Built:
        """The rows of a pack; as if there were none where the file cannot be read."""
        record = files.table(self.record, self.file) if files.has(self.file) else None
        return self.build(record, builder) if record else self.absent(pack)
