"""Printed documents as HTML: which there are, and how marks and links stand on paper."""

import re
import subprocess
import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import escape

from tests.packs import shipped
from webref.outputs.engine import engine_of, webref_version
from webref.outputs.pdf_edition import PLACE, stamp
from webref.outputs.pdfs import make_pdf
from webref.render.paper import SheetNotes
from webref.web.app import create_app
from webref.web.printed import documents, pdf_url
from webref.web.sheets import front, names, texts
from webref.web.wording import joined

ROOT = Path(__file__).parents[2]


def whole(app, site, document):
    """All that is laid out of a document."""
    first = [front(app, site, document, defaultdict(int))] if document.parts else []
    return "\n".join([*first, *texts(app, site, document).values()])


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
    bare = replace(site, tables={})
    document = next(one for one in documents(bare) if one.kind == "monograph")
    text = whole(app, bare, document)
    assert 'id="part-sources"' in text
    assert 'href="place:part-interactions"' not in text


def test_every_document_prints_its_version_and_engine(site, app):
    version, engine = f". webref {webref_version()}.\\A ", f"engine {engine_of(ROOT)[:12]}"
    for document in documents(site):
        for text in texts(app, site, document).values():
            assert version in text and engine in text, document.name


def test_no_digest_makes_the_foot_of_a_page_look_like_prose(site, app, tmp_path):
    """Running lines are artifacts, and a validator takes a long line of words there for lost text.

    A document of one page is the hard case: nothing recurs in it.
    """
    wordy = "ab1cd2ef3abc"  # as many runs of letters as figures of a digest can have
    document = next(one for one in documents(site) if one.name == "protocol-stopping")
    [text] = texts(app, site, document).values()
    engine = f"engine {engine_of(ROOT)[:12]}"
    assert engine in text
    made = make_pdf(text.replace(engine, f"engine {wordy}"))
    file = tmp_path / "sheet.pdf"
    file.write_bytes(stamp(made, (wordy * 6)[:64]))
    done = subprocess.run(
        [Path(sys.executable).with_name("outloud"), "--no-info", file],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "1 page" in done.stdout
    assert done.returncode == 0, done.stdout


def test_every_side_says_its_edition_its_review_date_and_that_it_is_uncontrolled(site, app):
    for document in documents(site):
        due = document.review_by
        status = f'content: "Edition {PLACE[:12]}, '
        for text in texts(app, site, document).values():
            foot = text[text.index(status) :].partition(";")[0]
            assert f"Review by {due.day} {due:%B %Y}." in foot, document.name
            assert ". Uncontrolled when printed" in foot, document.name


def test_every_link_within_a_document_has_its_place(site, app):
    for document in documents(site):
        text = whole(app, site, document)
        places = re.findall(r' id="([^"]+)"', text)
        links = set(re.findall(r'<a [^>]*href="(?:#|place:)([^"]+)"', text))
        assert not links - set(places), document.name
        assert len(places) == len(set(places)), document.name
        assert '<a href="/' not in text, document.name


def test_a_sheet_for_a_change_of_program_has_settings_before_and_after(site, app):
    program = site.pack.program
    for document in documents(site):
        item = document.more.get("guide") or document.more.get("protocol")
        (text, *_) = texts(app, site, document).values()
        told = [line in text for line in (program.title, *program.settings, *program.checks)]
        assert all(told) if item and item.program else not any(told), document.name


def test_a_sheet_with_the_steps_of_a_card_has_what_stands_below_them(site, app):
    cards = [
        site.cards[panel.card] for one in site.sheets.values() for panel in one.panels if panel.card
    ]
    assert cards and all(card.warnings for card in cards) and any(card.below for card in cards)
    for name in site.sheets:
        document = next(one for one in documents(site) if one.name == name)
        [text] = texts(app, site, document).values()
        for card in cards:
            for words in (*card.below, *card.warnings):
                assert plain_words(SheetNotes().told(words)) in plain_words(text), card.id


def plain_words(html):
    """The words of HTML, without tags and the numbers of sources."""
    return " ".join(
        re.sub(r"<[^>]+>", "", re.sub(r'<a class="mark"[^>]*>\d+</a>', "", html)).split()
    )


def test_every_side_of_a_filed_sheet_asks_whose_it_is(site, app):
    for document in documents(site):
        text = next(iter(texts(app, site, document).values()))
        filed = document.kind in ("worksheet", "protocol")
        assert (f"{site.words['paper.sticker']}: ____" in text) >= filed, document.name


def test_a_protocol_page_leads_to_its_sheet_on_each_paper(site, pages):
    made = {pdf_url(site, name) for name in names(site)}
    shown = [page for page in site.pages() if page.kind == "protocol"]
    assert shown
    for page in shown:
        found = set(re.findall(r'href="([^"]+/pdfs/protocol-[^"]+)"', pages[page.url]))
        assert len(found) == 2 and found <= made, page.id


def test_a_blank_worksheet_offers_every_unit_with_its_factor_and_heads_its_schedules(site, app):
    for document in documents(site):
        if document.kind != "worksheet":
            continue
        (text,) = texts(app, site, document).values()
        for item in document.more["calculator"].inputs:
            for unit in item.units[1:]:
                assert f"</span> {unit} ×" in text or f"</span> {unit} ÷" in text, item.id
        for table in document.more["calculator"].tables:
            assert all(f'<th scope="col">{column.name}' in text for column in table.columns)
        assert '<p class="line">' not in text, document.name


def test_every_page_begins_each_side_of_paper_with_its_drug_title_and_state(site, pages):
    for page in site.pages():
        [head] = re.findall(r'<div class="running".*?</div>', pages[page.url])
        for part in (site.pack.title, page.title, "data-edition-printed", "ot for patient care"):
            assert str(escape(part)) in head, page.id


def test_a_page_prints_the_settings_of_a_program_where_its_sheet_does(site, pages):
    for page in site.pages():
        item = site.guides.get(page.item.id) if page.kind == "calculator" else page.item
        if page.kind in ("calculator", "protocol"):
            told = [str(escape(line)) in pages[page.url] for line in site.pack.program.settings]
            assert all(told) == item.program, page.id
            assert pages[page.url].count('class="sticker"') == 1


@pytest.mark.parametrize("pack", sorted(one.name for one in (ROOT / "content").glob("*/")))
def test_a_figure_that_no_source_prints_is_told_once_on_page_and_sheet(pack):
    """A calculator's own constant and one of the pack's limits may be the same figure."""
    site = shipped(pack)
    app = create_app(site, ROOT)
    blank = [one for one in documents(site) if one.kind == "worksheet"]
    assert {one.page for one in blank} == {f"calculators/{name}" for name in site.calculators}
    for document in blank:
        name = document.name
        page = app.test_client().get(site.url(document.page)).text
        [sheet] = texts(app, site, document).values()
        for one in document.more["calculator"].constants:
            if one.reason:
                figure, reason = escape(joined(one.shown)), escape(joined(one.reason))
                assert page.count(f"<li>{figure}: {reason}</li>") == 1, (name, one.id)
                assert sheet.count(f"{figure} ({reason})") == 1, (name, one.id)
