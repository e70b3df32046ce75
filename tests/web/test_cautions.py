"""What must be read with a figure stands wherever the figure does."""

import html
from dataclasses import fields, is_dataclass

import pytest

from tests.web.reading import elements, parse, words
from webref.content.kinds import KINDS, SHOWN
from webref.content.prose.tree import FactFigure, Prose, pieces_of
from webref.outputs.search_entries import list_entries
from webref.render.screen import ScreenNotes
from webref.render.words import text_of
from webref.web import sheets
from webref.web.printed import documents


def proses(item):
    """Every piece of prose within a value of the pack."""
    if isinstance(item, Prose):
        yield item
    elif isinstance(item, tuple | list):
        for one in item:
            yield from proses(one)
    elif isinstance(item, dict):
        yield from proses(tuple(item.values()))
    elif is_dataclass(item):
        for field in fields(item):
            yield from proses(getattr(item, field.name))


def cautions_in(item):
    """The cautions of the facts whose figures stand in a value of the pack."""
    pieces = (piece for prose in proses(item) for piece in pieces_of(prose.blocks))
    found = {piece.fact.caution for piece in pieces if isinstance(piece, FactFigure)}
    return found - {""}


def said(text):
    """The words of HTML with every space alike."""
    return " ".join(html.unescape(text).split())


def shown(site):
    """(page id, caution) for each figure with a caution that a page shows."""
    for page in site.pages():
        match page.kind:
            case "section" | "card":
                item = page.item
            case "protocol":
                item = page.item.walk(page.id)
                for place in item.places:
                    for caution in place.step.dose.cautions if place.step.dose else ():
                        yield page, caution
            case "calculator":
                item = site.guides[page.item.id]
            case kind if table := KINDS[kind].table:
                item = site.rows(table)
            case _:
                item = None
        for event in item.events if page.kind == "events" else ():
            if event.fact.caution:
                yield page, event.fact.caution
        for caution in cautions_in(item):
            yield page, caution


def test_every_caution_of_the_pack_is_a_sentence_and_reaches_a_page(site, pages):
    cautions = {fact.caution for fact in site.facts.values() if fact.caution}
    reached = {caution for _, caution in shown(site)}
    assert len(cautions) > 10
    # The one fact whose figures no page shows.
    assert cautions - reached <= {site.facts["presentation.mpr.supply"].caution}
    assert all(caution.endswith(".") for caution in cautions)


def test_a_page_that_shows_a_figure_shows_its_caution(site, pages):
    missing = [
        (page.id, caution)
        for page, caution in shown(site)
        if caution not in said(words(next(elements(parse(pages[page.url]), "body"))))
    ]
    assert not missing


@pytest.mark.parametrize(
    ("calculator", "fact"),
    [
        ("starting-dose", "screening.us.child.dose1_small"),
        ("test-dose-volume", "screening.us.child.dose1_small"),
        ("titration", "maintenance.us.child_under12"),
        ("oral-taper", "oral.us.clinician_report"),
        ("supply", "oral.us.clinician_report"),
    ],
)
def test_a_calculator_that_rests_on_a_figure_shows_its_caution(site, pages, calculator, fact):
    page = said(words(parse(pages[site.url(f"calculators/{calculator}")])))
    assert site.facts[fact].caution in page


def test_a_caution_stands_once_in_a_piece_of_prose_and_in_plain_words(site):
    body = site.sections["screening"].body
    caution = site.facts["screening.us.child.dose1_small"].caution
    assert ScreenNotes().html(body).count(caution) == 1
    assert f"({caution})" in text_of(body)


def test_a_figure_found_by_search_brings_its_caution(site):
    fact = site.facts["screening.us.child.dose1_small"]
    hits = [one.says for one in list_entries(site) if one.says.endswith(f"({fact.caution})")]
    assert hits


def test_a_printed_document_that_shows_a_figure_shows_its_caution(site, app):
    missing, count = [], 0
    for document in documents(site):
        items = document.more.get("sheet"), document.more.get("card"), document.more.get("guide")
        wanted = cautions_in((items, document.more.get("walk")))
        if document.kind == "monograph":
            wanted = cautions_in((tuple(site.sections.values()), *map(site.rows, SHOWN)))
        pieces = sheets.texts(app, site, document).values()
        text = " ".join(said(words(parse(piece))) for piece in pieces)
        missing += [(document.name, caution) for caution in wanted if caution not in text]
        count += len(wanted)
    assert count > 10
    assert not missing
