"""Marks and links as paper has them: numbers that lead to a list, links within one document."""

import re
from collections.abc import Mapping

from markupsafe import Markup

from webref.content.prose import Cite, Footnotes, Prose, Source
from webref.web.wording import sentence

_LINK = re.compile(r'<a href="(/[^"#]*)(#[^"]*)?">(.*?)</a>', re.DOTALL)
_LONE = re.compile(r"\A<p>((?:(?!<p>).)*)</p>\Z", re.DOTALL)  # one paragraph and nothing else
_TRAILING = re.compile(r"\s+(?=(?:</\w+>)*\Z)")


class PrintNotes(Footnotes):
    """Footnotes whose marks lead to a numbered list at the end of the document."""

    def mark(self, cite: Cite) -> Markup:
        """The number of a citation, linked to its place in the list."""
        return _mark(self.number(cite))


class SheetNotes:
    """The documents behind a sheet, numbered in order of first mark; places stay on the screen.

    The tag beside a cell says whose label speaks, so a mark at its end is enough.
    """

    def __init__(self) -> None:
        """Start with none."""
        self._sources: dict[str, Source] = {}

    def told(self, prose: Prose) -> Markup:
        """The words, with a mark at the end for each document that they rest on."""
        words = "".join(part for part in prose.parts if isinstance(part, Markup))
        numbers = sorted({self._number(cite.source) for cite in prose.cites()})
        marks = Markup(" ").join(_mark(number) for number in numbers)
        words = _TRAILING.sub("", _LONE.sub(r"\1", words))
        return relink(Markup(sentence(words)), {}) + marks

    def sources(self) -> tuple[Source, ...]:
        """The documents marked so far, in order."""
        return tuple(self._sources.values())

    def _number(self, source: Source) -> int:
        self._sources.setdefault(source.id, source)
        return list(self._sources).index(source.id) + 1


def relink(words: Markup, anchors: Mapping[str, str]) -> Markup:
    """The words with links to addresses of the site led to anchors of the same document.

    A link to what the document does not hold keeps its words alone: paper has nowhere to go.
    """

    def follow(match: re.Match[str]) -> str:
        anchor = anchors.get(match[1])
        if anchor is None:
            return match[3]
        return f'<a href="{match[2] or "#" + anchor}">{match[3]}</a>'

    return Markup(_LINK.sub(follow, words))


def _mark(number: int) -> Markup:
    return Markup('<a class="mark" href="#source-{0}">{0}</a>').format(number)
