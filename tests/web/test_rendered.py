"""What the pages show, read as rendered: nothing unseen, and no dose without its source."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from webref.content.reading.spelling import dosing_figures, invisible

VOID = {"br", "col", "hr", "img", "input", "link", "meta", "path", "use", "wbr"}
LINES = {"p", "li", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "caption", "summary", "label"}
# A figure rests on a mark in its line, or in what holds the line together with its source.
TOGETHER = {"tr", "li", "dl", "section", "article"}

# Where a figure stands without a mark: page, element that closes around it, its line; why.
WITHOUT_MARK = {
    ("protocols", "section", "li"): "a step that was walked, by its name; the step has the mark",
    ("calculators", "section", "li"): "a constant that no source prints, with its reason",
    ("without-scripts", "section", "p"): "a formula; its sources stand on the calculator's page",
    ("without-scripts", "section", "dt"): "the same",
    ("without-scripts", "section", "dd"): "the same",
    ("sources", "article", "p"): "an address, as it is",
}


@dataclass
class Open:
    """An element that is being read: its words, whether it holds a mark, figures without one."""

    tag: str
    words: str = ""
    marked: bool = False
    waiting: list[tuple[str, str]] = field(default_factory=list)


class Reader(HTMLParser):
    """Reads a page: what nobody sees in it, and the figures without a mark with where they are."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.unseen: list[str] = []
        self.bare: list[tuple[str, str, str]] = []
        self.open = [Open("page")]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            self.unseen += [f"{tag} {name} {message}" for _, message in invisible(value or "")]
        if "mark" in (dict(attrs).get("class") or "").split():
            for one in self.open:
                one.marked = True
        if tag not in VOID:
            self.open.append(Open(tag))

    def handle_data(self, data: str) -> None:
        if self.open[-1].tag in ("script", "style"):
            return
        self.unseen += [f"{data.strip()[:40]} {message}" for _, message in invisible(data)]
        for one in self.open:
            one.words += data

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1:
            closed = self.open.pop()
            self._leave(closed)
            if closed.tag == tag:
                break

    def _leave(self, closed: Open) -> None:
        waiting = closed.waiting
        if closed.tag in LINES and not closed.marked:
            waiting += [(closed.tag, figure) for figure in dosing_figures(closed.words)]
        if closed.tag in TOGETHER and closed.marked:
            return
        if closed.tag in ("section", "article", "main"):
            self.bare += [(closed.tag, line, figure) for line, figure in waiting]
        else:
            self.open[-1].waiting += waiting


def of_page(url: str) -> str:
    """The kind of page at an address."""
    parts = url.strip("/").split("/")
    return parts[min(1, len(parts) - 1)]


def test_no_page_holds_a_character_that_nobody_sees(pages):
    found = {url: Reader(html).unseen for url, html in pages.items()}
    assert not {url: unseen for url, unseen in found.items() if unseen}


def test_every_dose_on_a_page_stands_with_its_source(pages):
    bare = set(walk(pages))
    assert {place[:3] for place in bare} == set(WITHOUT_MARK)


def walk(pages: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for url, html in pages.items():
        for around, line, _ in Reader(html).bare:
            yield of_page(url), around, line


@pytest.mark.parametrize(
    ("html", "unseen", "bare"),
    [
        ("<section><p>Give 5\u00a0mg.</p></section>", 0, [("section", "p", "5 mg")]),
        ("<main><p>Give 5 mg.</p></main>", 0, [("main", "p", "5 mg")]),
        ("<main><p>Give 5 mg<button class='mark'>1</button>.</p></main>", 0, []),
        (
            "<section><table><tr><th>5 mg</th><td>x<a class='mark'>1</a></td></tr>"
            "<tr><th>6 mg</th><td>x</td></tr></table></section>",
            0,
            [],
        ),
        ("<main><p>Give 5\u200b mg</p></main>", 1, []),
        ("<main><input title='5\u202e mg'></main>", 1, []),
        ("<main><p>for 5 days</p></main>", 0, []),
    ],
)
def test_what_is_unseen_or_bare_is_found(html, unseen, bare):
    found = Reader(html)
    assert (len(found.unseen), found.bare) == (unseen, bare)


MIXED = re.compile(r"\d mcg/mL, [\d.,]+ mg/mL|\d mg/mL, [\d.,]+ mcg/mL")


def test_one_list_of_strengths_has_one_unit(pages):
    """Whoever compares the strengths of a list must not have to turn one unit into another."""
    for url, html in pages.items():
        said = re.sub(r"\s+", " ", re.sub("<[^>]+>", "", html).replace("&nbsp;", " "))
        assert not MIXED.search(said), url
