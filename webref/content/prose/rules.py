"""Rules on a piece of prose: every block cites, and a dosing figure is a fact."""

import re
from collections.abc import Iterator, Mapping, Sequence

from webref.content.facts.figures import UNVETTED, Source
from webref.content.pack.model import Label
from webref.content.prose.references import References
from webref.content.prose.tree import (
    Block,
    CiteRef,
    FactCite,
    FactRef,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Quote,
    Styled,
    Table,
    TextRun,
    flattened,
    stretches_of,
)
from webref.content.reading.spelling import dosing_figures, error_prone, invisible

_CITED = "\x01"  # stands for a fact or citation in flattened words
_SENTENCE_END = re.compile(rf"([.!?](?:\s*{_CITED})*)\s+(?!{_CITED})")  # marks may follow it

FoundOnLine = Iterator[tuple[int, str]]


def check_citations(blocks: Sequence[Block]) -> FoundOnLine:
    """Every paragraph, list item, table row and block quote holds a citation or a fact."""
    for block in blocks:
        match block:
            case Paragraph(line, inner) if _CITED not in flat(inner):
                yield line, "a paragraph without a citation"
            case Listing(_, _, items):
                for item in items:
                    if not _cites(item.blocks):
                        yield item.line, "a list item without a citation"
            case Table(_, _, _, rows):
                for row in rows:
                    if not any(_CITED in flat(cell) for cell in row.cells):
                        yield row.line, "a table row without a citation"
            case Quote(line, inside) if not _cites(inside):
                yield line, "a block quote without a citation"


def check_figures(blocks: Sequence[Block], cited: bool) -> FoundOnLine:
    """An amount, concentration, rate or volume is a fact; where `cited`, a cited one may stand.

    It is cited when its sentence, or its table row, holds a citation or a fact.
    """
    for line, words, is_row in _stretches(blocks):
        whole = is_row or not cited
        for stretch in [words] if whole else _sentences(words):
            if cited and _CITED in stretch:
                continue
            for figure in dosing_figures(stretch):
                wish = "has no citation in its sentence" if cited else "is no fact"
                yield line, f"the figure {figure} {wish}"


def check_whose(blocks: Sequence[Block], references: References) -> FoundOnLine:
    """Beside figures of several labels, one in words of its own says whose it is.

    A fact has its tag there; the sentence of another figure names each label that it cites, by
    its name or its tag.
    """
    for line, inner in stretches_of(blocks):
        cited = _cited(inner, references)
        if len(set(filter(None, cited))) < 2:
            continue
        for sentence in _sentences(flat(inner)):
            here, cited = cited[: sentence.count(_CITED)], cited[sentence.count(_CITED) :]
            unnamed = [one for one in filter(None, here) if not _names(sentence, one)]
            for figure in dosing_figures(sentence) if unnamed else ():
                yield line, f"whose is {figure}? Name {unnamed[0].name}, or make it a fact"


def _cited(inner: Sequence[Inline], references: References) -> list[Label | None]:
    """The label of each source that is named, in order; None for a paper of no one place."""
    sources: list[Source | None] = []
    for piece in flattened(inner):
        match piece:
            case FactRef(name) | FactCite(name):
                fact = references.facts.get(name)
                sources.append(fact.source if fact else None)
            case CiteRef(name):
                sources.append(references.sources.get(name))
    return [references.labels.get(one.jurisdiction) if one else None for one in sources]


def _names(words: str, label: Label) -> bool:
    """Whether words name a label, by its name or its tag."""
    found = (re.search(rf"(?<!\w){re.escape(one)}(?!\w)", words) for one in (label.name, label.tag))
    return any(found)


def _sentences(words: str) -> list[str]:
    return _SENTENCE_END.sub(r"\1\n", words).split("\n")


def check_words(blocks: Sequence[Block], typed: str) -> FoundOnLine:
    """The words as shown, entities read, hold nothing unseen and nothing error-prone.

    What stands in the text as `typed` too is left out, since that is searched line by line.
    """
    known = set(error_prone(typed))
    for line, words, _ in _stretches(blocks):
        shown = words.replace(_CITED, " ")
        for _, message in invisible(shown):
            yield line, message
        for message in error_prone(shown):
            if message not in known:
                yield line, message


def check_tiers(blocks: Sequence[Block], sources: Mapping[str, Source]) -> FoundOnLine:
    """A page that nobody vetted is cited in appraisal.toml alone."""
    for line, inner in stretches_of(blocks):
        for piece in flattened(inner):
            source = sources.get(piece.source) if isinstance(piece, CiteRef) else None
            if source and source.tier == UNVETTED:
                yield line, f"{source.id} is tier {UNVETTED}: cited in appraisal.toml alone"


def flat(inner: Sequence[Inline]) -> str:
    """Inline content as words, each fact or citation one control character."""
    found = ""
    for piece in inner:
        match piece:
            case TextRun(text):
                found += text
            case Styled(_, words) | Link(_, words):
                found += flat(words)
            case FactRef() | FactCite() | CiteRef():
                found += _CITED
    return found


def _cites(blocks: Sequence[Block]) -> bool:
    return any(_CITED in words for _, words, _ in _stretches(blocks))


def _stretches(blocks: Sequence[Block]) -> Iterator[tuple[int, str, bool]]:
    """Every paragraph, heading, row and caption as flat words: line, words, whether a row."""
    for block in blocks:
        match block:
            case Paragraph(line, inner) | Heading(line, inner):
                yield line, flat(inner), False
            case Listing(_, _, items):
                for item in items:
                    yield from _stretches(item.blocks)
            case Quote(_, inside):
                yield from _stretches(inside)
            case Table(line, caption, head, rows):
                yield line, " | ".join(map(flat, (caption, *head))), False
                for row in rows:
                    yield row.line, " | ".join(map(flat, row.cells)), True
