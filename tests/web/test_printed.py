"""Printed documents as HTML: which there are, and how marks and links stand on paper."""

import re
from dataclasses import replace

import pytest
from markupsafe import Markup

from webref.content.prose import Cite, Prose
from webref.web.print_notes import PrintNotes, SheetNotes, lowered, relink
from webref.web.printed import documents
from webref.web.sheets import html, names


@pytest.fixture(scope="module")
def sources(site):
    return [site.sources[name] for name in ("us-ahfs", "ca-pm")]


def marks(*numbers):
    return "\u00a0".join(f'<a class="mark" href="#source-{n}">{n}</a>' for n in numbers)


def test_names_are_unique_and_each_paper_has_its_own(site):
    assert len(set(names(site))) == len(names(site))
    for name in ("quick-reference", "emergency-overdose", "worksheet-dilution"):
        assert {name, f"{name}-letter"} <= set(names(site))


@pytest.mark.parametrize(
    ("without", "kinds"),
    [
        ({"sheets": {}}, {"card", "monograph", "worksheet", "protocol"}),
        ({"cards": {}, "sheets": {}}, {"monograph", "worksheet", "protocol"}),
        ({"sections": {}}, {"sheet", "card", "worksheet", "protocol"}),
        ({"calculators": {}, "protocols": {}}, {"sheet", "card", "monograph"}),
    ],
)
def test_a_pack_without_some_part_still_has_the_rest(site, without, kinds):
    assert {one.kind for one in documents(replace(site, **without))} == kinds


def test_a_monograph_is_made_of_the_parts_that_there_are(site, app):
    bare = replace(site, interactions=(), events=None, differences=(), compare=None, appraisal=())
    document = next(one for one in documents(bare) if one.kind == "monograph")
    text = html(app, bare, document, "0" * 64, "")
    assert 'id="sources"' in text
    assert 'href="#interactions"' not in text


def test_every_link_within_a_document_has_its_place(site, app):
    for document in documents(site):
        text = html(app, site, document, "0" * 64, "")
        places = set(re.findall(r' id="([^"]+)"', text))
        links = set(re.findall(r'<a [^>]*href="#([^"]+)"', text))
        assert not links - places, document.name
        assert '<a href="/' not in text, document.name


def test_places_of_one_source_have_one_number_on_a_sheet(sources):
    us, ca = sources
    cell = Prose((Markup("<p>Give "), Cite(us, "a"), Markup(" now "), Cite(us, "b"),
                  Cite(ca, "c"), Markup("</p>")))  # fmt: skip
    assert SheetNotes().told(cell) == f'Give  <span class="held">now{marks(1, 2)}</span>'


def test_marks_that_follow_each_other_stand_once_and_apart(sources):
    us, ca = sources
    notes = SheetNotes()
    words = Prose((Markup('<p><span class="cite">x'), Cite(us, "a"), Cite(ca, "b"), Cite(us, "c"),
                   Markup("</span>, y</p>")))  # fmt: skip
    assert notes.html(words, {}) == f"<p>x{marks(1, 2)}, y</p>"


def test_a_monograph_numbers_every_place(sources):
    us, _ = sources
    notes = PrintNotes()
    notes.html(Prose((Markup("x"), Cite(us, "a"), Cite(us, "b"))), {})
    assert [note.place for note in notes] == ["a", "b"]


def test_a_cell_begins_with_a_capital_unless_it_goes_on(sources):
    cell = Prose((Markup("at least 24 h"),))
    assert SheetNotes().told(cell) == "At least 24 h"
    assert SheetNotes().told(cell, begins=False) == "at least 24 h"
    held = Prose((Markup('<span class="held">at least </span>24 h'),))
    assert SheetNotes().told(held) == "At least 24 h"


def test_links_lead_within_the_document_or_nowhere():
    words = Markup('<a href="/x/a/">A</a>, <a href="/x/a/#b">B</a>, <a href="/x/c/">C &amp; D</a>')
    assert relink(words, {"/x/a/": "a"}) == '<a href="#a">A</a>, <a href="#b">B</a>, C &amp; D'


def test_small_tables_have_no_row_headings_that_outnumber_their_cells():
    def table(columns, rows):
        head = '<th scope="col">h</th>' * columns
        row = '<tr><th role="rowheader" scope="row">r</th>' + "<td>d</td>" * (columns - 1) + "</tr>"
        return Prose((Markup(f"<table><tr>{head}</tr>{row * rows}</table>"),))

    def heads(prose):
        return PrintNotes().html(prose, {}).count("rowheader")

    assert heads(table(2, 9)) == 0
    assert heads(table(3, 2)) == 0
    assert heads(table(3, 4)) == 4


def test_headings_of_a_section_stand_below_its_own():
    assert lowered(Markup('<h2 id="a">&lt;</h2><p>h2</p>')) == '<h4 id="a">&lt;</h4><p>h2</p>'
