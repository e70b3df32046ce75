"""Prose as a tree: what Markdown says, before facts and sources are looked up."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True)
class FactRef:
    """`{id}` or `{id:part}`: a figure."""

    id: str
    part: str


@dataclass(frozen=True)
class CiteRef:
    """`[@source: place]`: a mark."""

    source: str
    place: str


@dataclass(frozen=True)
class FactCite:
    """`[@fact:id]`: a mark at the fact's place."""

    id: str


@dataclass(frozen=True)
class Styled:
    """Words in `strong` or `em`."""

    tag: str
    inner: tuple["Inline", ...]


@dataclass(frozen=True)
class Link:
    """Words that lead to a page id."""

    page: str
    inner: tuple["Inline", ...]


@dataclass(frozen=True)
class Refused:
    """Something that the pack's Markdown does not have, and what to say of it."""

    line: int
    why: str


Inline = Refused | Text | FactRef | CiteRef | FactCite | Styled | Link


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    line: int
    inner: tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of the second level."""

    line: int
    inner: tuple[Inline, ...]


@dataclass(frozen=True)
class Item:
    """An item of a list."""

    line: int
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Listing:
    """A list, with bullets or in order."""

    line: int
    ordered: bool
    items: tuple[Item, ...]


@dataclass(frozen=True)
class TableRow:
    """A row of a table."""

    line: int
    cells: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True)
class Table:
    """A table with its caption; the first column heads the rows."""

    line: int
    caption: tuple[Inline, ...]
    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class Quote:
    """A block quote, which is a warning."""

    line: int
    blocks: tuple["Block", ...]


Block = Paragraph | Heading | Listing | Table | Quote | Refused
