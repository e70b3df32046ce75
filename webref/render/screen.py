"""Prose for a screen: marks are buttons that open a source in place, held to a word or figure."""

from collections.abc import Sequence

from markupsafe import Markup

from webref.content.facts.figures import Cite
from webref.content.prose.tree import Inline, Link, Prose, Styled
from webref.dosing.words import say
from webref.render.html import Html
from webref.render.marks import Footnotes, Piece, joined, pieces

_OPEN = Markup('<span class="cite">')
_CLOSE = Markup("</span>")
_NOTHING = Markup("")


class ScreenNotes(Footnotes):
    """The footnotes of a page on a screen."""

    def mark(self, cite: Cite) -> Markup:
        """The mark that opens a source in place."""
        number = self.number(cite)
        return Markup(
            '<button class="mark" type="button" popovertarget="source-{0}"'
            ' aria-label="{1}">{0}</button>'
        ).format(number, say("answer.source", number=str(number)))

    def html(self, prose: Prose) -> Markup:
        """Prose with its marks."""
        return _Screen(self).blocks(prose.blocks)

    def words(self, prose: Prose) -> Markup:
        """Prose without marks, for a link or a label, neither of which may hold a button."""
        return _Screen(None).blocks(prose.blocks)


class _Screen(Html):
    """The writer of one piece of prose; without notes, no marks."""

    lists = Markup(' role="list"')  # without a marker, VoiceOver hears no list otherwise

    def __init__(self, notes: ScreenNotes | None) -> None:
        super().__init__()
        self.notes = notes

    def inline(self, inner: Sequence[Inline]) -> Markup:
        return self._run(inner) + self.cautions(inner)

    def _run(self, inner: Sequence[Inline]) -> Markup:
        shown = list(pieces(inner, _edges))
        if self.notes is None:
            return joined(_held(piece) + piece.html for piece in shown if not piece.cite)
        found = [_NOTHING]
        for at, piece in enumerate(shown):
            after = shown[at + 1] if at + 1 < len(shown) else Piece()
            if piece.cite:
                before = shown[at - 1] if at else Piece()
                if not before.holds and not before.cite:
                    found.append(_OPEN)
                found.append(self.notes.mark(piece.cite))
                if not after.cite:
                    found.append(_CLOSE)
            else:
                opening = _OPEN if piece.holds and after.cite else _NOTHING
                found.append(_held(piece) + opening + piece.html)
        return joined(found)


def _held(piece: Piece) -> Markup:
    """What stands before a figure; its words part, if they must, among themselves."""
    if not piece.parts:
        return piece.before
    return Markup('<span class="held">{}</span>').format(piece.before)


def _edges(piece: Styled | Link) -> tuple[Markup, Markup]:
    match piece:
        case Styled(tag):
            return Markup("<{}>").format(tag), Markup("</{}>").format(tag)
        case Link(url=""):
            return Markup(""), Markup("")
        case Link(url=url):
            return Markup('<a href="{}">').format(url), Markup("</a>")
