"""Blocks of prose as HTML; screen and paper differ in their runs of words, heads and rows."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from webref.content.prose.tree import (
    Block,
    Heading,
    Inline,
    Line,
    Listing,
    Paragraph,
    Table,
    Warned,
    cautions_of,
    plain,
)
from webref.render.marks import caution_html, joined, tag_html

_NOTHING = Markup("")
_WARN_ICON = Markup('<svg class="icon" aria-hidden="true"><use href="#i-warn"/></svg>')


class Html(ABC):
    """Writes one piece of prose; a subclass says how a run of words is written.

    A caution stands after the first run of words that shows its figure, and once in the piece.
    """

    heading = "h2"
    lists = _NOTHING  # attributes of every list

    def __init__(self) -> None:
        """Start with no caution told."""
        self._told: set[str] = set()

    def cautions(self, inner: Iterable[Inline]) -> Markup:
        """What must be read with the figures of a run of words, as far as it is not told yet."""
        untold = [text for text in cautions_of(inner) if text not in self._told]
        self._told.update(untold)
        return joined(caution_html(text) for text in untold)

    @abstractmethod
    def inline(self, inner: Sequence[Inline]) -> Markup:
        """A run of words with its figures and marks."""

    def heads_rows(self, table: Table) -> bool:
        """Whether the first cell of each row is marked up as the row's head."""
        return True

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """The blocks, one after the other."""
        return joined(self.block(block) for block in blocks)

    def block(self, block: Block) -> Markup:
        """One block."""
        match block:
            case Line(inner):
                return self.inline(inner)
            case Paragraph(_, inner):
                return Markup("<p>{}</p>").format(self.inline(inner))
            case Heading(_, inner, anchor):
                words = self.inline(inner)
                return Markup('<{0} id="{1}">{2}</{0}>').format(self.heading, anchor, words)
            case Listing(_, ordered, items):
                inside = joined(
                    Markup("<li>{}</li>").format(self._tight(item.blocks)) for item in items
                )
                name = "ol" if ordered else "ul"
                return Markup("<{0}{1}>{2}</{0}>").format(name, self.lists, inside)
            case Warned(_, title, inner, rest):
                return Markup(
                    '<div class="check check-warn">{}<div><p><b>{}</b>{}</p>{}</div></div>'
                ).format(_WARN_ICON, self._title(title), self.inline(inner), self.blocks(rest))
            case Table():
                return self._table(block)
        raise TypeError(f"{type(block).__name__} is not looked up yet")

    def _tight(self, blocks: Sequence[Block]) -> Markup:
        """The blocks of a list item; a lone paragraph, or one before a list, has no <p>."""
        match blocks:
            case (Paragraph(_, inner), *rest) if all(isinstance(one, Listing) for one in rest):
                return self.inline(inner) + self.blocks(rest)
        return self.blocks(blocks)

    def _title(self, title: Sequence[Inline]) -> Markup:
        """A warning's title, which stands on a line of its own, without its full stop."""
        return Markup(self.inline(title).removesuffix("."))

    def _table(self, table: Table) -> Markup:
        heads = [plain(cell) for cell in table.head]
        columns = joined(
            Markup('<th role="columnheader" scope="col">{}</th>').format(head) for head in heads
        )
        rows = joined(
            Markup('<tr role="row">{}</tr>').format(
                joined(
                    self._cell(table, heads, at, self.inline(cell))
                    for at, cell in enumerate(row.cells)
                )
            )
            for row in table.rows
        )
        return Markup(
            '<table class="figures" role="table"><caption>{}</caption>'
            '<thead role="rowgroup"><tr role="row">{}</tr></thead>'
            '<tbody role="rowgroup">{}</tbody></table>'
        ).format(self.inline(table.caption), columns, rows)

    def _cell(self, table: Table, heads: Sequence[str], at: int, words: Markup) -> Markup:
        if at == 0 and self.heads_rows(table):
            return Markup('<th role="rowheader" scope="row">{}</th>').format(words)
        if at == 0:
            return Markup('<td class="name">{}</td>').format(words)
        if tag := table.tags[at]:
            return Markup('<td role="cell">{} <span>{}</span></td>').format(tag_html(tag), words)
        cell = Markup('<td role="cell" data-head="{}"><span>{}</span></td>')
        return cell.format(heads[at], words)
