"""A run of words, figures and marks: which marks and tags show, and what each mark holds on to."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from markupsafe import Markup, escape

from webref.content.prose import Cite

_NOTHING = Markup("")


@dataclass(frozen=True)
class Atom:
    """kind: word (text), figure (html, text, cite, tag, lead), mark (cite) or tag (html)."""

    kind: str
    html: Markup = _NOTHING
    text: str = ""
    cite: Cite | None = None
    tag: Markup = _NOTHING
    lead: str = ""  # words that qualify a figure: `at least`


_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_NO_WORDS = re.compile(r"[\s.,;:)]*")
_PIECES = re.compile(r"[ \n]+|[^ \n]+")

# A figure typed in words stays with its unit at a line end.
_NO_BREAK = re.compile(
    r"(?<=\d) (?=(?:mcg|mg|ng|g|kg|mL|L|min|h|hours?|days?|weeks?|months?|years?|°C|cm|mm)\b)"
)

# A figure stays with its tag and the words that qualify it: `US at least 24 h`.
_HOLD = "\u00a0"

_OPEN = Markup('<span class="cite">')
_CLOSE = Markup("</span>")


def run_text(atoms: Sequence[Atom]) -> str:
    """The atoms in plain words, tags among them, marks left out."""
    words = ""
    for atom in _without_repeated_tags(_hugged(atoms)):
        words += f"{atom.tag.striptags()} {atom.text}" if atom.tag else atom.text
    return " ".join(words.replace("\u00a0", " ").split())


def run_parts(atoms: Sequence[Atom]) -> Iterator[Markup | Cite]:
    """The atoms as markup and citations, each mark held to the word or figure before it.

    Within a sentence, figures that share source and place share one mark, after the last of
    them, and figures that share a tag show it once, before the first.
    """
    pieces = list(_pieces(_without_repeated_tags(_without_repeated_marks(_hugged(atoms)))))
    for at, (can_hold, piece) in enumerate(pieces):
        before = pieces[at - 1] if at else (False, _NOTHING)
        after = pieces[at + 1][1] if at + 1 < len(pieces) else _NOTHING
        if isinstance(piece, Cite):
            if not before[0] and not isinstance(before[1], Cite):
                yield _OPEN
            yield piece
            if not isinstance(after, Cite):
                yield _CLOSE
        else:
            if can_hold and isinstance(after, Cite):
                yield _OPEN
            yield piece


def _pieces(atoms: Iterable[Atom]) -> Iterator[tuple[bool, Markup | Cite]]:
    """Words and spaces, figures, tags and citations in turn, and whether each can hold a mark."""
    for atom in atoms:
        match atom.kind:
            case "word":
                yield from _words(_NO_BREAK.sub("\u00a0", atom.text))
            case "tag":
                yield False, atom.html
            case "figure":
                if atom.tag or atom.lead:
                    yield False, _held(atom)
                yield True, atom.html
        if atom.cite:
            yield False, atom.cite


def _held(atom: Atom) -> Markup:
    """The tag and the words before a figure; the words part, if they must, among themselves."""
    before = Markup("").join(part + _HOLD for part in (atom.tag, escape(atom.lead)) if part)
    return Markup('<span class="held">{}</span>').format(before) if " " in atom.lead else before


def _words(text: str) -> Iterator[tuple[bool, Markup | Cite]]:
    for word in _PIECES.findall(text):
        yield bool(word.strip()), escape(word)


def _hugged(atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms without the space that stands before a mark in the text."""
    found = list(atoms)
    for at, (atom, after) in enumerate(pairwise(atoms)):
        if atom.kind == "word" and after.kind == "mark":
            found[at] = replace(atom, text=atom.text.rstrip())
    return found


def _without_repeated_marks(atoms: list[Atom]) -> list[Atom]:
    found: list[Atom] = []
    for atom in reversed(atoms):
        coming = _coming_cite(found)
        if atom.kind == "figure" and atom.cite == coming:
            atom = replace(atom, cite=None)
        found.append(atom)
    found.reverse()
    return list(_without_twins(found))


def _coming_cite(reversed_atoms: Sequence[Atom]) -> Cite | None:
    """The next citation in the same sentence; the atoms that follow are given last first."""
    for atom in reversed(reversed_atoms):
        if atom.cite:
            return atom.cite
        if atom.kind == "word" and _SENTENCE_END.search(atom.text):
            return None
    return None


def _without_twins(atoms: Sequence[Atom]) -> Iterator[Atom]:
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


def _without_repeated_tags(atoms: Sequence[Atom]) -> Iterator[Atom]:
    shown = _NOTHING
    for atom in atoms:
        if atom.kind == "figure" and atom.tag:
            again = atom.tag == shown
            shown = atom.tag
            if again:
                atom = replace(atom, tag=_NOTHING)
        elif _SENTENCE_END.search(atom.text):
            shown = _NOTHING
        yield atom
