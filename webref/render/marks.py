"""Which marks and tags of a run of words show, and what each mark holds on to.

Within a sentence, figures that share source and place share one mark, after the last of them,
and figures that share a tag show it once, before the first.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup, escape

from webref.content.facts.figures import Cite, Figure, Source
from webref.content.prose.tree import FactFigure, Inline, Link, Mark, Styled, Tag, TextRun
from webref.dosing.unit_patterns import PARTED

HOLD = "\u00a0"  # a figure stays with its tag and the words that qualify it: `US at least 24 h`

Edges = Callable[[Styled | Link], tuple[Markup, Markup]]  # what opens and closes such a piece

_NOTHING = Markup("")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_NO_WORDS = re.compile(r"[\s.,;:)]*")
_PIECES = re.compile(r"[ \n]+|[^ \n]+")


def joined(parts: Iterable[Markup]) -> Markup:
    """Pieces that are markup already, end to end: none is looked at again, which takes long."""
    return Markup("".join(parts))


@dataclass(frozen=True)
class Footnote:
    """A citation with its number on the page that shows it."""

    number: int
    source: Source
    place: str


class Footnotes:
    """The footnotes of one page (or one printed document), numbered in order of first mark.

    Show all prose of the page with the same object, then list it at the page's end.
    """

    def __init__(self) -> None:
        """Start with none."""
        self._numbers: dict[Cite, int] = {}

    def number(self, cite: Cite) -> int:
        """The number of a citation; the same source and place always get the same one."""
        return self._numbers.setdefault(cite, len(self._numbers) + 1)

    def __iter__(self) -> Iterator[Footnote]:
        """The footnotes marked so far, in order."""
        for cite, number in self._numbers.items():
            yield Footnote(number, cite.source, cite.place)

    def __len__(self) -> int:
        """How many there are so far."""
        return len(self._numbers)


@dataclass(frozen=True)
class Atom:
    """kind: word (text), figure (figure, cite, tag), mark (cite) or edge (html)."""

    kind: str
    text: str = ""
    figure: Figure | None = None
    cite: Cite | None = None
    tag: Tag | None = None
    html: Markup = _NOTHING


@dataclass(frozen=True)
class Piece:
    """A word, a space, a figure or an edge as HTML, or the citation of a mark.

    `before`: the tag and the qualifying words that are held before a figure.
    """

    html: Markup = _NOTHING
    cite: Cite | None = None
    holds: bool = False  # whether a mark may hold on to it
    is_word: bool = False
    before: Markup = _NOTHING
    parts: bool = False  # whether `before` may part among its words


def plain_edges(piece: Styled | Link) -> tuple[Markup, Markup]:
    """No edges, for words that are not marked up."""
    return _NOTHING, _NOTHING


def atoms_of(inner: Iterable[Inline], edges: Edges) -> Iterator[Atom]:
    """Inline content as atoms, marks and tags all there."""
    for piece in inner:
        match piece:
            case TextRun(text):
                yield Atom("word", text)
            case FactFigure(fact, _, figure, tag):
                yield Atom("figure", figure=figure, cite=fact.cite, tag=tag)
            case Mark(cite):
                yield Atom("mark", cite=cite)
            case Styled(inner=words) | Link(inner=words):
                opening, closing = edges(piece)
                yield Atom("edge", html=opening)
                yield from atoms_of(words, edges)
                yield Atom("edge", html=closing)


def plain_text(inner: Iterable[Inline]) -> str:
    """Inline content in plain words, tags among them, marks left out."""
    words = ""
    for atom in _without_repeated_tags(_adjacent(list(atoms_of(inner, plain_edges)))):
        text = atom.figure.text() if atom.figure else atom.text
        words += f"{atom.tag.short} {text}" if atom.tag else text
    return " ".join(words.replace("\u00a0", " ").split())


def pieces(inner: Iterable[Inline], edges: Edges) -> Iterator[Piece]:
    """Inline content as it is shown: words and spaces, figures, edges and marks in turn."""
    atoms = _without_repeated_marks(_adjacent(list(atoms_of(inner, edges))))
    for atom in _without_repeated_tags(atoms):
        if atom.figure:
            yield _figure_piece(atom.figure, atom.tag)
        elif atom.kind == "edge":
            yield Piece(atom.html)
        for word in _PIECES.findall(PARTED.sub("\u00a0", atom.text)):
            is_word = bool(word.strip())
            yield Piece(escape(word), holds=is_word, is_word=is_word)
        if atom.cite:
            yield Piece(cite=atom.cite)


def _figure_piece(figure: Figure, tag: Tag | None) -> Piece:
    lead = figure.words()
    before = [tag_html(tag)] * bool(tag) + [escape(lead)] * bool(lead)
    held = joined(part + HOLD for part in before)
    return Piece(quantity(figure), holds=True, before=held, parts=" " in lead)


def tag_html(tag: Tag | None) -> Markup:
    """A jurisdiction tag; nothing for none."""
    if tag is None:
        return _NOTHING
    html = Markup('<abbr class="tag" translate="no" title="{}">{}</abbr>')
    return html.format(tag.full, tag.short)


def caution_html(caution: str) -> Markup:
    """What must be read with a figure, in brackets after it; nothing for none."""
    if not caution:
        return _NOTHING
    words = PARTED.sub("\u00a0", caution)
    return Markup(' <small class="caution">({})</small>').format(words)


def quantity(figure: Figure) -> Markup:
    """Number and unit as HTML, never parted at a line end; words that qualify are not in it."""
    unit = figure.unit_shown()
    if unit in ("", "%"):
        inner = escape(figure.amount() + unit)
    else:
        inner = Markup('{}&nbsp;<span class="unit">{}</span>').format(figure.amount(), unit)
    return Markup('<span class="quantity" translate="no">{}</span>').format(inner)


def _adjacent(atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms without the space that stands before a mark in the text."""
    found = list(atoms)
    for at, (atom, after) in enumerate(pairwise(atoms)):
        if atom.kind == "word" and after.kind == "mark":
            found[at] = replace(atom, text=atom.text.rstrip())
    return found


def _without_repeated_marks(atoms: Sequence[Atom]) -> list[Atom]:
    found: list[Atom] = []
    for atom in reversed(atoms):
        if atom.kind == "figure" and atom.cite == _next_cite(found):
            atom = replace(atom, cite=None)
        found.append(atom)
    found.reverse()
    return list(_without_adjacent_duplicates(found))


def _next_cite(reversed_atoms: Sequence[Atom]) -> Cite | None:
    """The next citation in the same sentence; the atoms that follow are given last first."""
    for atom in reversed(reversed_atoms):
        if atom.cite:
            return atom.cite
        if atom.kind == "word" and _SENTENCE_END.search(atom.text):
            return None
    return None


def _without_adjacent_duplicates(atoms: Sequence[Atom]) -> Iterator[Atom]:
    """The atoms without a mark that repeats one beside it."""
    beside: set[Cite] = set()
    for atom in atoms:
        if atom.kind == "mark" and atom.cite in beside:
            continue
        if atom.kind == "figure" or not _NO_WORDS.fullmatch(atom.text):
            beside.clear()
        if atom.cite:
            beside.add(atom.cite)
        yield atom


def _without_repeated_tags(atoms: Iterable[Atom]) -> Iterator[Atom]:
    shown: Tag | None = None
    for atom in atoms:
        if atom.kind == "figure" and atom.tag:
            again = atom.tag == shown
            shown = atom.tag
            if again:
                atom = replace(atom, tag=None)
        elif _SENTENCE_END.search(atom.text):
            shown = None
        yield atom
