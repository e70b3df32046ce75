"""Prose in plain words: figures in words with their tags, marks left out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from webref.content.prose.tree import (
    Block,
    FactFigure,
    Heading,
    Inline,
    Line,
    Listing,
    Paragraph,
    Prose,
    Table,
    Warned,
    cautions_of,
    facts_of,
    pieces_of,
    plain,
)
from webref.render.marks import plain_text


@dataclass(frozen=True)
class Part:
    """What stands below one heading: its anchor and words (none at the opening), text and facts.

    `shown` are the figures among the facts; the others are cited alone.
    """

    anchor: str
    heading: str
    text: str
    facts: tuple[str, ...]
    shown: tuple[str, ...]


def text_of(prose: Prose) -> str:
    """The words of prose, a line for each paragraph, heading, row or caption."""
    return "\n".join(_lines(prose.blocks))


def parts_of(prose: Prose) -> tuple[Part, ...]:
    """The opening of prose, then what stands below each of its headings."""
    groups: list[list[Block]] = [[]]
    for block in prose.blocks:
        if isinstance(block, Heading):
            groups.append([])
        groups[-1].append(block)
    return tuple(_part(group) for group in groups)


def _part(blocks: list[Block]) -> Part:
    match blocks:
        case (Heading(_, inner, anchor), *rest):
            pass
        case rest:
            inner, anchor = (), ""
    text = " ".join(_lines(rest))
    shown = (piece.name for piece in pieces_of(blocks) if isinstance(piece, FactFigure))
    return Part(anchor, plain_text(inner), text, tuple(facts_of(blocks)), tuple(shown))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Line(inner) | Paragraph(_, inner) | Heading(_, inner):
                yield _said(inner)
            case Listing(_, _, items):
                for item in items:
                    yield from _lines(item.blocks)
            case Warned(_, title, inner, rest):
                yield f"{plain_text(title).rstrip('.')}. {_said(inner)}"
                yield from _lines(rest)
            case Table():
                yield from _table(block)


def _said(inner: Sequence[Inline]) -> str:
    """A run of words, with what must be read with its figures in brackets."""
    return " ".join([plain_text(inner), *(f"({text})" for text in cautions_of(inner))])


def _table(table: Table) -> Iterator[str]:
    yield plain_text(table.caption)
    heads = [plain(cell) for cell in table.head]
    for row in table.rows:
        words = [_said(cell) for cell in row.cells]
        said = [
            f"{head}: {text}" if at and head else text
            for at, (head, text) in enumerate(zip(heads, words, strict=True))
        ]
        yield "; ".join(filter(None, said))
