"""Prose on paper: how marks, links, heads and rows stand there."""

import re
from pathlib import Path

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure import boxes

from webref.content.facts.figures import Cite, Source
from webref.content.prose.tree import (
    Heading,
    Line,
    Link,
    Mark,
    Paragraph,
    Prose,
    Styled,
    Table,
    TableRow,
    TextRun,
    Warned,
)
from webref.render.paper import PaperNotes, SheetNotes

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture
def us():
    return Source("us", "A", "A", "Maker", "us", "2024", 1, "professional", "dosing", "a:1-9")


@pytest.fixture
def ca():
    return Source("ca", "B", "B", "Maker", "ca", "2024", 1, "professional", "dosing", "b:1-9")


def marks(*numbers):
    return "\u00a0".join(f'<a class="mark" href="#source-{n}">{n}</a>' for n in numbers)


def said(*inner):
    return Prose((Paragraph(1, inner),))


def cite(source, place):
    return Mark(Cite(source, place))


def test_places_of_one_source_have_one_number_on_a_sheet(us, ca):
    cell = said(TextRun("Give"), cite(us, "a"), TextRun(" now "), cite(us, "b"), cite(ca, "c"))
    assert SheetNotes().told(cell) == f"Give now{marks(1, 2)}"


def test_the_marks_of_several_blocks_stand_after_them(us):
    cell = Prose((Paragraph(1, (TextRun("One."),)), Paragraph(3, (TextRun("Two."), cite(us, "a")))))
    assert SheetNotes().told(cell) == f"<p>One.</p><p>Two.</p>{marks(1)}"


def test_marks_that_follow_each_other_stand_once_and_apart(us, ca):
    words = said(TextRun("x"), cite(us, "a"), cite(ca, "b"), cite(us, "c"), TextRun(", y"))
    assert SheetNotes().html(words, {}) == f"<p>x{marks(1, 2)}, y</p>"


@pytest.mark.parametrize("pause", [".", ",", ":", ";", "?"])
def test_a_word_with_its_point_is_held_to_the_marks_behind_it(us, ca, pause):
    words = said(TextRun(f"x y{pause}"), cite(us, "a"), cite(ca, "b"), TextRun(" z"), cite(us, "c"))
    held = f"y{pause}\u2060{marks(1, 2)}"
    assert PaperNotes().html(words, {}) == f"<p>x {held} z{marks(3)}</p>"


def test_no_line_of_print_begins_with_the_marks_of_the_line_before(us, ca):
    words = said(
        TextRun("alpha beta gamma delta."), cite(us, "a"), cite(ca, "b"), TextRun(" Epsilon.")
    )
    style = (TEMPLATES / "print/print.css").read_text("utf-8")
    shown = PaperNotes().html(words, {})
    begun = set()
    for width in range(40, 300, 2):
        page = f"@page {{ size: {width}pt 300pt; margin: 0 }} a, p {{ text-decoration: none }}"
        pages = HTML(string=f"<style>{page}{marks_alone(style)}</style>{shown}").render().pages
        begun |= {line[:1] for one in pages for line in lines(one._page_box)}
    assert begun <= set("abgdE")


def marks_alone(style):
    """The rules of the style sheet about marks and what holds them."""
    return "".join(re.findall(r"^\.mark(?:ed)? {[^}]*}", style, re.MULTILINE))


def lines(box):
    """The text of every line that was laid out."""
    if isinstance(box, boxes.LineBox):
        yield "".join(one.text for one in box.descendants() if isinstance(one, boxes.TextBox))
        return
    for one in getattr(box, "children", ()):
        yield from lines(one)


def test_a_monograph_numbers_every_place(us):
    notes = PaperNotes()
    notes.html(said(TextRun("x"), cite(us, "a"), cite(us, "b")), {})
    assert [note.place for note in notes] == ["a", "b"]


def test_a_cell_begins_with_a_capital_unless_it_goes_on():
    cell = Prose((Line((TextRun("at least 24 h"),)),))
    assert SheetNotes().told(cell) == "At least 24\u00a0h"
    assert SheetNotes().told(cell, begins=False) == "at least 24\u00a0h"


def test_links_lead_within_the_document_or_nowhere():
    links = [
        Link(page, (TextRun(words),), url)
        for page, words, url in (
            ("a", "A", "/x/a/"), ("a#b", "B", "/x/a/#b"), ("c", "C & D", "/x/c/"),
        )
    ]  # fmt: skip
    found = PaperNotes().html(Prose((Line((links[0], links[1], links[2])),)), {"/x/a/": "a"})
    assert found == '<a href="#a">A</a><a href="#b">B</a>C &amp; D'


def test_small_tables_have_no_row_headings_that_outnumber_their_cells():
    def heads(columns, rows):
        cells = tuple((TextRun("d"),) for _ in range(columns))
        table = Table(1, (), cells, (TableRow(1, cells),) * rows, (None,) * columns)
        return PaperNotes().html(Prose((table,)), {}).count("rowheader")

    assert heads(2, 9) == 0
    assert heads(3, 2) == 0
    assert heads(3, 4) == 4


def test_a_table_whose_rows_have_long_names_says_so():
    def shown(name):
        cells = ((TextRun(name),), (TextRun("d"),))
        table = Table(1, (), cells, (TableRow(1, cells),), (None, None))
        return PaperNotes().html(Prose((table,)), {})

    assert 'class="figures long-names"' in shown("a sign, " * 11)
    assert 'class="figures"' in shown("a sign, " * 10)


@pytest.mark.parametrize("title", ["Do not wait", "Do not wait."])
def test_a_warning_that_goes_on_in_its_line_has_a_full_stop(title):
    warned = Warned(1, (TextRun(title),), (TextRun(" Signs creep in."),), ())
    shown = PaperNotes().html(Prose((warned,)), {})
    assert "<b>Do not wait.</b> Signs creep in." in shown


def test_headings_of_a_section_stand_below_its_own():
    prose = Prose(
        (Heading(1, (TextRun("<"),), "a"), Paragraph(2, (Styled("em", (TextRun("h2"),)),)))
    )
    shown = PaperNotes().html(prose, {}, "h4")
    assert shown == '<h4 id="a">&lt;</h4><p><em>h2</em></p>'
