"""Marks and links as paper has them: numbers that lead to a list, links within one document."""

import re
from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup

from webref.content.prose import Cite, Footnotes, Prose
from webref.web.wording import sentence

_LINK = re.compile(r'<a href="(/[^"#]*)(#[^"]*)?">(.*?)</a>', re.DOTALL)
_LONE = re.compile(r"\A<p>((?:(?!<p>).)*)</p>\Z", re.DOTALL)  # one paragraph and nothing else
_LAST_WORD = re.compile(r"(?<=\s)[^\s<>]+\Z")
_TRAILING = re.compile(r"\s+(?=(?:</\w+>)*\Z)")
_RUN = re.compile(r'<a class="mark"[^>]*>\d+</a>(?:\s*<a class="mark"[^>]*>\d+</a>)+')
_MARK = re.compile(r"<a.*?</a>")

_SPAN = re.compile(r"<span\b[^>]*>|</span>")
_HOLDS = ('<span class="cite">', '<span class="held">')
_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_ROW_HEAD = re.compile(r'<th role="rowheader"[^>]*>(.*?)</th>', re.DOTALL)
_HEADING = re.compile(r"(</?)h2\b")


class PrintNotes(Footnotes):
    """Footnotes whose marks lead to a numbered list at the end of the document."""

    def mark(self, cite: Cite) -> Markup:
        """The number of a citation, linked to its place in the list."""
        number = self.number(cite)
        return Markup('<a class="mark" href="#source-{0}">{0}</a>').format(number)

    def html(self, prose: Prose, anchors: Mapping[str, str]) -> Markup:
        """Prose with its marks, its links led within the document as `relink` does."""
        words = _TABLE.sub(_plain_rows, _RUN.sub(_each_once, _loosened(str(prose.html(self)))))
        return relink(Markup(words), anchors)


class SheetNotes(PrintNotes):
    """The same with one number for each source: on a sheet, places are left to the screen."""

    def number(self, cite: Cite) -> int:
        """The number of a citation's source."""
        return super().number(replace(cite, place=""))

    def told(self, prose: Prose, begins: bool = True) -> Markup:
        """The words of a cell, their last held to a mark for each source that they rest on.

        Words that begin the cell have a capital at the front.
        """
        words = _loosened("".join(part for part in prose.parts if isinstance(part, Markup)))
        words = _TRAILING.sub("", _LONE.sub(r"\1", words))
        numbered = {self.number(cite): self.mark(cite) for cite in prose.cites()}
        marks = Markup("\u00a0").join(mark for _, mark in sorted(numbered.items()))
        told = relink(Markup(sentence(words) if begins else words), {})
        last = _LAST_WORD.search(told)
        if not marks or not last:
            return told + marks
        return told[: last.start()] + Markup('<span class="held">{}{}</span>').format(
            Markup(last[0]), marks
        )


def _loosened(words: str) -> str:
    """The words without the spans that hold a mark, or a tag, to what is beside it.

    No breaking space stands between the two, so they keep together anyway, and the renderer
    breaks a line after its first word where such a span does not fit at its end.
    """
    open_spans: list[bool] = []

    def keep(match: re.Match[str]) -> str:
        if match[0] != "</span>":
            open_spans.append(match[0] in _HOLDS)
            return "" if open_spans[-1] else match[0]
        return "" if open_spans.pop() else match[0]

    return _SPAN.sub(keep, words)


def _each_once(run: re.Match[str]) -> str:
    """Marks that follow each other, none of them twice; they stay on one line."""
    return "\u00a0".join(dict.fromkeys(_MARK.findall(run[0])))


def _plain_rows(table: re.Match[str]) -> str:
    """A small table without row headings where headings would outnumber what they head."""
    columns, rows = (table[0].count(f'scope="{scope}"') for scope in ("col", "row"))
    if columns + rows <= rows * (columns - 1):
        return table[0]
    return _ROW_HEAD.sub(r'<td class="name">\1</td>', table[0])


def lowered(words: Markup) -> Markup:
    """The words of a section, with headings that stand below the section's own."""
    return Markup(_HEADING.sub(r"\1h4", str(words)))


def relink(words: Markup, anchors: Mapping[str, str]) -> Markup:
    """The words with links to addresses of the site led to anchors of the same document.

    A link to what the document does not hold keeps its words alone: paper has nowhere to go.
    """

    def follow(match: re.Match[str]) -> str:
        anchor = anchors.get(match[1])
        if anchor is None:
            return match[3]
        return f'<a href="{match[2] or "#" + anchor}">{match[3]}</a>'

    return Markup(_LINK.sub(follow, str(words)))
