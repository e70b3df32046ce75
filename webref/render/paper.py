"""Prose for paper: marks are numbers that lead to a list, links stay within one document."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from webref.content.facts.figures import Cite
from webref.content.prose.tree import (
    Inline,
    Line,
    Link,
    Paragraph,
    Prose,
    Styled,
    Table,
    plain,
)
from webref.render.html import Html
from webref.render.marks import Footnotes, joined, pieces

_HOLD = Markup("\u00a0")
_NOTHING = Markup("")
_LONG_NAME = 80  # characters of a cell that names a row, past which a narrow column is a tower
_PAUSES = (".", ",", ":", ";", "?", "!")
_JOIN = Markup("\u2060")  # a word joiner: no line ends at it, and it prints nothing


class PaperNotes(Footnotes):
    """Footnotes whose marks lead to a numbered list at the end of the document.

    `to` stands before the name of every place that a link leads to.
    """

    def __init__(self, to: str = "#") -> None:
        super().__init__()
        self.to = to

    def mark(self, cite: Cite) -> Markup:
        """The number of a citation, linked to its place in the list."""
        number = self.number(cite)
        return Markup('<a class="mark" href="{0}source-{1}">{1}</a>').format(self.to, number)

    def marks(self, cites: Sequence[Cite]) -> Markup:
        """Marks that follow each other, none of them twice; they stay on one line."""
        return _HOLD.join(dict.fromkeys(self.mark(cite) for cite in cites))

    def html(self, prose: Prose, anchors: Mapping[str, str], heading: str = "h2") -> Markup:
        """Prose with its marks; headings are marked up as `heading`.

        Links to addresses of the site lead to anchors of the same document; a link to what the
        document does not hold keeps its words alone: paper has nowhere to go.
        """
        return _Paper(self, anchors, heading).blocks(prose.blocks)


class SheetNotes(PaperNotes):
    """The same with one number for each source: on a sheet, places are left to the screen."""

    def number(self, cite: Cite) -> int:
        """The number of a citation's source."""
        return super().number(replace(cite, place=""))

    def told(self, prose: Prose, begins: bool = True) -> Markup:
        """The words of a cell, their last held to a mark for each source that they rest on.

        Words that begin the cell have a capital at the front.
        """
        ordered = sorted(prose.cites, key=self.number)
        match prose.blocks:
            case (Line(inner) | Paragraph(_, inner),):
                cautions = _Paper(None, {}, "h2").cautions(inner)
                return self._told(inner, self.marks(ordered), begins) + cautions
        return _Paper(None, {}, "h2").blocks(prose.blocks) + self.marks(ordered)

    def _told(self, inner: Sequence[Inline], marks: Markup, begins: bool) -> Markup:
        shown = [piece for piece in pieces(inner, _Paper(None, {}, "h2").edges) if not piece.cite]
        while shown and not shown[-1].html.strip():
            shown.pop()
        words = [piece.before + piece.html for piece in shown]
        if begins and words:
            words[0] = words[0][:1].upper() + words[0][1:]
        if marks and words and words[-1].endswith(_PAUSES):
            words.append(_JOIN)
        return joined(words) + marks


class _Paper(Html):
    """The writer of one piece of prose; without notes, no marks.

    No breaking space stands between a figure and its tag or mark, and a joiner between a point and
    its mark, so no span holds them together: the renderer breaks a line after its first word where
    such a span does not fit at its end.
    """

    def __init__(self, notes: PaperNotes | None, anchors: Mapping[str, str], heading: str) -> None:
        super().__init__()
        self.notes, self.anchors, self.heading = notes, anchors, heading

    def inline(self, inner: Sequence[Inline]) -> Markup:
        found, marked = [_NOTHING], list[Cite]()
        for piece in pieces(inner, self.edges):
            if piece.cite:
                marked.append(piece.cite)
                continue
            self._mark(found, marked)
            found += [piece.before, piece.html]
            marked = []
        self._mark(found, marked)
        return joined([*found, self.cautions(inner)])

    def _mark(self, found: list[Markup], cites: Sequence[Cite]) -> None:
        """Put marks behind what was found; a line may end after a point, so one is held to them."""
        if self.notes is None or not cites:
            return
        marks = self.notes.marks(cites)
        if found[-1].endswith(_PAUSES):
            found.append(_JOIN)
        found.append(marks)

    def _title(self, title: Sequence[Inline]) -> Markup:
        """A warning's title, which stands in its first line, with its full stop."""
        return Markup(super()._title(title) + ".")

    def heads_rows(self, table: Table) -> bool:
        """A small table has no row heads where they would outnumber what they head."""
        rows, columns = len(table.rows), len(table.head)
        return columns + rows <= rows * (columns - 1)

    def _table(self, table: Table) -> Markup:
        """A table; where what names a row is long, its column is as wide as the rest together."""
        longest = max(len(plain(row.cells[0])) for row in table.rows)
        written = super()._table(table)
        if longest <= _LONG_NAME:
            return written
        return written.replace(Markup('"figures"'), Markup('"figures long-names"'), 1)

    def edges(self, piece: Styled | Link) -> tuple[Markup, Markup]:
        """Emphasis as it is, a link where the document holds what it leads to."""
        match piece:
            case Styled(tag):
                return Markup("<{}>").format(tag), Markup("</{}>").format(tag)
            case Link(url=url):
                address, _, place = url.partition("#")
                anchor = self.anchors.get(address)
                if anchor is None or self.notes is None:
                    return _NOTHING, _NOTHING
                at = Markup('<a href="{}{}">').format(self.notes.to, place or anchor)
                return at, Markup("</a>")
