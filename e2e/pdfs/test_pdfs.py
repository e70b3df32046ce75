"""Every printed document of the built edition, opened and read."""

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from e2e.pdfs.opened import Opened, destinations, place_of
from webref.content.prose.tree import Prose
from webref.content.reading.spelling import error_prone
from webref.content.site import Site
from webref.content.wording.table import TABLE
from webref.dosing.words import say
from webref.outputs.engine import engine_of, webref_version
from webref.outputs.pdf_edition import stamp
from webref.render.words import text_of
from webref.web.printed import documents

SIZES = {"a4": (595, 842), "letter": (612, 792)}
WORDY = ("ab1cd2ef3abc" * 6)[:64]  # as many runs of letters as figures of an edition can have
UNSIGNED = say("copy.unsigned")
# Calculators whose limits and sources take the back of their blank sheet, on either paper.
TWO_SIDES = {
    "night-rate", "oral-titration", "refill", "starting-dose", "step-from-doses", "titration",
    "titration-plan",
}  # fmt: skip
TWO_ON_LETTER = TWO_SIDES | {"concentration-change"}


def test_every_document_of_the_site_is_there_and_no_other(
    opened: dict[str, Opened], site: Site
) -> None:
    assert set(opened) == {one.name for one in documents(site)}
    assert {"quick-reference", "monograph", "emergency-withdrawal-letter"} <= set(opened)


def test_every_document_is_tagged_titled_and_in_its_language(
    opened: dict[str, Opened], site: Site
) -> None:
    for one in opened.values():
        root = one.pdf.Root
        assert root.MarkInfo.Marked, one.name
        assert str(root.Lang) == site.pack.language, one.name
        assert root.ViewerPreferences.DisplayDocTitle, one.name
        assert str(one.pdf.docinfo.Title).endswith(site.pack.title), one.name
        assert b"pdfuaid" in root.Metadata.read_bytes(), one.name


def validate(paths: Iterable[Path], folder: Path) -> None:
    """Hold documents to the validator, under an edition whose figures read like words."""
    for path in paths:
        (folder / path.name).write_bytes(stamp(path.read_bytes(), WORDY))
    done = subprocess.run(
        [Path(sys.executable).with_name("outloud"), "--quiet", folder],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_a_document_of_each_kind_passes_the_validator(
    folder: Path, site: Site, tmp_path: Path
) -> None:
    kinds = {one.kind: folder / f"{one.name}.pdf" for one in documents(site)}
    validate(kinds.values(), tmp_path)


@pytest.mark.nightly
def test_every_document_passes_the_validator(folder: Path, tmp_path: Path) -> None:
    validate(folder.glob("*.pdf"), tmp_path)


def test_every_header_cell_has_a_scope(opened: dict[str, Opened]) -> None:
    for one in opened.values():
        heads = [cell for cell in one.elements if cell.S == "/TH"]
        assert all(str(cell.A.Scope) in ("/Column", "/Row") for cell in heads), one.name
    assert any(str(cell.A.Scope) == "/Row" for cell in opened["quick-reference"].elements
               if cell.S == "/TH")  # fmt: skip


def test_every_font_is_embedded(opened: dict[str, Opened]) -> None:
    for one in opened.values():
        listed = subprocess.run(
            ["pdffonts", one.path], capture_output=True, text=True, check=True
        ).stdout.splitlines()[2:]
        assert listed, one.name
        assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in listed), one.name


def test_every_page_has_the_size_of_its_paper(opened: dict[str, Opened], site: Site) -> None:
    for document in documents(site):
        for page in opened[document.name].pdf.pages:
            size = tuple(round(float(side)) for side in page.mediabox[2:])
            assert size == SIZES[document.paper.id], document.name


def test_every_page_says_edition_date_review_number_and_what_it_is_not(
    opened: dict[str, Opened], site: Site, edition: str
) -> None:
    assert not site.pack.signed
    version, engine = webref_version(), engine_of(Path(__file__).parents[2])
    for one in opened.values():
        for number, page in enumerate(one.pages, 1):
            words = " ".join(page.split())
            assert f"Edition {edition[:12]}, 22 November 2026. webref {version}." in words, one.name
            due = re.search(r"Review by \d+ \w+ 20\d\d\. Uncontrolled when printed", words)
            assert due, one.name
            assert f"Page {number} of {len(one.pages)}" in words, one.name
            assert f"engine {engine[:12]}" in words, one.name
            assert UNSIGNED in words, one.name


def test_sheets_and_cards_are_two_sides(opened: dict[str, Opened]) -> None:
    for one in opened.values():
        if one.name.startswith(("quick-reference", "emergency-")):
            assert len(one.pages) == 2, one.name


def test_a_blank_worksheet_has_one_side_or_its_form_on_the_front(opened: dict[str, Opened]) -> None:
    """What is filled in and signed stands on the front; limits and sources may need the back."""
    for one in opened.values():
        if one.name.startswith("worksheet-"):
            calculator = one.name.removeprefix("worksheet-").removesuffix("-letter")
            longer = TWO_ON_LETTER if one.name.endswith("-letter") else TWO_SIDES
            assert len(one.pages) == (2 if calculator in longer else 1), one.name
            assert TABLE["paper.second"] in one.pages[0], one.name


def test_a_protocol_has_one_side_but_the_screening_with_nineteen_steps(
    opened: dict[str, Opened],
) -> None:
    for one in opened.values():
        if one.name.startswith("protocol-"):
            sides = 2 if one.name.startswith("protocol-screening-ca") else 1
            assert len(one.pages) == sides, one.name


def test_bookmarks_and_links_lead_to_places_in_the_document(opened: dict[str, Opened]) -> None:
    for one in opened.values():
        pages = {page.objgen for page in one.pdf.pages}
        places = destinations(one.pdf)
        with one.pdf.open_outline() as outline:
            marks = list(outline.root)
            assert marks, one.name
            assert all(place_of(mark) in pages for mark in marks), one.name
        for page in one.pdf.pages:
            for link in page.get("/Annots", []):
                if "/Dest" in link:
                    assert places[str(link.Dest)][0].objgen in pages, one.name
                else:
                    assert str(link.A.URI).startswith("https://"), one.name


def told(site: Site, name: str) -> list[Prose]:
    """The prose that a document shows."""
    sheet, card = site.sheets.get(name), site.cards.get(name.removeprefix("emergency-"))
    if sheet:
        found = [
            cell for panel in sheet.panels for row in panel.rows for cell in row.cells.values()
        ]
        found += [panel.note for panel in sheet.panels]
        cards = [site.cards[panel.card] for panel in sheet.panels if panel.card]
        return found + [part for one in cards for act in one.actions
                        for part in (act.instruction, act.detail)]  # fmt: skip
    if card and name.startswith("emergency-"):
        return [
            card.body,
            *(part for act in card.actions for part in (act.instruction, act.detail)),
        ]
    if name == "monograph":
        return [section.body for section in site.sections.values()]
    return [
        item
        for protocol in site.protocols.values()
        for walk in protocol.walks
        for step in walk.steps.values()
        for item in step.items
        if name in (f"protocol-{protocol.id}", f"protocol-{protocol.id}-{walk.label}")
    ]


def test_every_fact_is_in_the_text_with_its_unit_on_its_line(
    opened: dict[str, Opened], site: Site
) -> None:
    seen = 0
    for one in opened.values():
        for prose in told(site, one.name.removesuffix("-letter")):
            for reference in prose.facts:
                name, _, part = reference.partition(":")
                fact = site.facts[name]
                figure = fact.figure(part) if part or "" in fact.figures else None
                amount = figure.text().removeprefix(figure.words()) if figure else ""
                shown = amount.replace("\u00a0", " ").strip()
                if not shown or shown not in text_of(prose):  # cited, and not shown
                    continue
                assert any(shown in line for line in one.lines), (one.name, reference, shown)
                seen += 1
    assert seen > 500


def test_no_document_holds_an_error_prone_spelling(opened: dict[str, Opened], edition: str) -> None:
    found = {
        (one.name, message)
        for one in opened.values()
        for line in one.lines
        for message in error_prone(line.replace(edition, "").replace(edition[:12], ""))
    }
    assert not found
