"""Prose as a tree: what Markdown says, with its facts and sources once they are looked up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from webref.content.facts.figures import Cite, Fact, Figure


@dataclass(frozen=True)
class TextRun:
    """Plain words."""

    text: str


@dataclass(frozen=True)
class FactRef:
    """`{id}` or `{id:part}`: a figure that is to be looked up."""

    id: str
    part: str


@dataclass(frozen=True)
class CiteRef:
    """`[@source: place]`: a source that is to be looked up."""

    source: str
    place: str


@dataclass(frozen=True)
class FactCite:
    """`[@fact:id]`: a fact whose source is to be looked up."""

    id: str


@dataclass(frozen=True)
class Tag:
    """The jurisdiction beside a figure: as it stands there, and in full."""

    short: str
    full: str


@dataclass(frozen=True)
class FactFigure:
    """A figure of a fact: `tag` where it is to be shown; `part` as the pack names it."""

    fact: Fact
    part: str
    figure: Figure
    tag: Tag | None

    @property
    def name(self) -> str:
        """The fact with its part, as prose names them."""
        return f"{self.fact.id}:{self.part}" if self.part else self.fact.id


@dataclass(frozen=True)
class Mark:
    """A citation; `fact` is the id of the fact through which it was named, or empty.

    `caution`: that of a fact without figures, which nothing else would show.
    """

    cite: Cite
    fact: str = ""
    caution: str = ""


@dataclass(frozen=True)
class Styled:
    """Words in `strong` or `em`."""

    tag: str
    inner: tuple["Inline", ...]


@dataclass(frozen=True)
class Link:
    """Words that lead to a page id, which may end in an anchor; `url` once it is looked up.

    One of another pack begins with that pack's id and a colon; where packs stand alone it has no
    `url`, and its words lead nowhere.
    """

    page: str
    inner: tuple["Inline", ...]
    url: str = ""


@dataclass(frozen=True)
class Unreadable:
    """Something that the pack's Markdown does not have, and what to say of it."""

    line: int
    why: str


Inline = Unreadable | TextRun | FactRef | CiteRef | FactCite | FactFigure | Mark | Styled | Link


@dataclass(frozen=True)
class Line:
    """Words that stand in no block of their own, such as a link's."""

    inner: tuple[Inline, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph and the line on which it begins."""

    line: int
    inner: tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of the second level; `anchor` once the page's are known."""

    line: int
    inner: tuple[Inline, ...]
    anchor: str = ""


@dataclass(frozen=True)
class ListItem:
    """An item of a list."""

    line: int
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Listing:
    """A list, with bullets or in order."""

    line: int
    ordered: bool
    items: tuple[ListItem, ...]


@dataclass(frozen=True)
class TableRow:
    """A row of a table."""

    line: int
    cells: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True)
class Table:
    """A table with its caption; the first column heads the rows.

    `tags`: for each column that is headed with a label's name, that label's tag.
    """

    line: int
    caption: tuple[Inline, ...]
    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[TableRow, ...]
    tags: tuple[Tag | None, ...] = ()


@dataclass(frozen=True)
class Quote:
    """A block quote, which is a warning."""

    line: int
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Warned:
    """A block quote once it is read: a warning's title, its words, and what follows them."""

    line: int
    title: tuple[Inline, ...]
    inner: tuple[Inline, ...]
    blocks: tuple["Block", ...]


Block = Line | Paragraph | Heading | Listing | Table | Quote | Warned | Unreadable


@dataclass(frozen=True)
class Prose:
    """Words of the pack with their facts and sources looked up."""

    blocks: tuple[Block, ...] = ()

    def __bool__(self) -> bool:
        """Whether there are any words."""
        return bool(self.blocks)

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts named, as `id` or `id:part`, in order."""
        return tuple(facts_of(self.blocks))

    @property
    def links(self) -> tuple[str, ...]:
        """The page ids linked, anchors left out."""
        return tuple(
            piece.page.partition("#")[0]
            for piece in pieces_of(self.blocks)
            if isinstance(piece, Link)
        )

    @property
    def cites(self) -> tuple[Cite, ...]:
        """The citations, of figures too, each once, in order."""
        found = (_cite_of(piece) for piece in pieces_of(self.blocks))
        return tuple(dict.fromkeys(cite for cite in found if cite))


def _cite_of(piece: Inline) -> Cite | None:
    match piece:
        case Mark(cite):
            return cite
        case FactFigure(fact):
            return fact.cite
    return None


def facts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """The facts that blocks name, as `id` or `id:part`, in order."""
    for piece in pieces_of(blocks):
        if isinstance(piece, FactFigure):
            yield piece.name
        elif isinstance(piece, Mark) and piece.fact:
            yield piece.fact


def pieces_of(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Every piece of inline content, in order, and those inside it."""
    for _, inner in stretches_of(blocks):
        yield from flattened(inner)


def cautions_of(inner: Iterable[Inline]) -> Iterator[str]:
    """What must be read with the figures of a run of words, each once, in order."""
    told = set()
    for piece in flattened(inner):
        match piece:
            case FactFigure(fact):
                caution = fact.caution
            case Mark(caution=caution):
                pass
            case _:
                continue
        if caution and caution not in told:
            told.add(caution)
            yield caution


def stretches_of(blocks: Iterable[Block]) -> Iterator[tuple[int, tuple[Inline, ...]]]:
    """Every run of inline content with its line: paragraphs, headings, captions and cells."""
    for block in blocks:
        match block:
            case Line(inner):
                yield 0, inner
            case Paragraph(line, inner) | Heading(line, inner):
                yield line, inner
            case Listing(_, _, items):
                for item in items:
                    yield from stretches_of(item.blocks)
            case Quote(_, inside):
                yield from stretches_of(inside)
            case Warned(line, title, inner, rest):
                yield line, title
                yield line, inner
                yield from stretches_of(rest)
            case Table(line, caption, head, rows):
                for cell in (caption, *head):
                    yield line, cell
                for row in rows:
                    for cell in row.cells:
                        yield row.line, cell


def flattened(inner: Iterable[Inline]) -> Iterator[Inline]:
    """Inline content piece by piece, each before what it holds."""
    for piece in inner:
        yield piece
        if isinstance(piece, Styled | Link):
            yield from flattened(piece.inner)


def plain(inner: Iterable[Inline]) -> str:
    """The words of inline content, figures and marks left out."""
    words = (piece.text for piece in flattened(inner) if isinstance(piece, TextRun))
    return "".join(words).strip()
