"""Every printed document of the built edition, opened and read."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import pikepdf
import pytest

from e2e.running import WEBREF
from webref.content.load import load_site
from webref.content.prose.tree import Prose
from webref.content.reading.spelling import error_prone
from webref.content.site import Site
from webref.outputs.engine import engine_of
from webref.render.words import text_of
from webref.web.printed import documents

PACK = Path(__file__).parents[2] / "content/baclofen"
SIZES = {"a4": (595, 842), "a5": (420, 595), "letter": (612, 792)}
MARGIN = 9  # points: nothing is printed nearer to the edge of the paper
UNSIGNED = "Not clinically checked; not for patient care"


@dataclass(frozen=True)
class Opened:
    """A document as made: its file, and its text page by page as it is laid out."""

    path: Path

    @property
    def name(self) -> str:
        return self.path.stem

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(self.path)

    @cached_property
    def pages(self) -> list[str]:
        text = subprocess.run(
            ["pdftotext", "-layout", self.path, "-"], capture_output=True, text=True, check=True
        ).stdout
        return text.replace("\u00a0", " ").split("\f")[:-1]

    @cached_property
    def lines(self) -> list[str]:
        return [" ".join(line.split()) for page in self.pages for line in page.splitlines()]

    @cached_property
    def elements(self) -> list[pikepdf.Object]:
        return list(below(self.pdf.Root.StructTreeRoot))


def below(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The elements of the structure below one."""
    kids = node.get("/K", pikepdf.Array())
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from below(kid)


@pytest.fixture(scope="module")
def site() -> Site:
    return load_site(PACK, date(2026, 11, 22))


@pytest.fixture(scope="module")
def folder(built_edition: Path, site: Site) -> Path:
    return built_edition / site.pack.id / "pdfs"


@pytest.fixture(scope="module")
def opened(folder: Path) -> dict[str, Opened]:
    return {path.stem: Opened(path) for path in sorted(folder.glob("*.pdf"))}


@pytest.fixture(scope="module")
def edition(built_edition: Path) -> str:
    found: str = json.loads((built_edition / "edition.json").read_text("utf-8"))["edition"]
    return found


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


def test_every_document_passes_the_validator(folder: Path) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("outloud"), "--quiet", folder],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


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
    engine = engine_of(PACK.parents[1])
    for one in opened.values():
        for number, page in enumerate(one.pages, 1):
            words = " ".join(page.split())
            assert f"Edition {edition[:12]}, 22 November 2026. Review by" in words, one.name
            assert f"Page {number} of {len(one.pages)}" in words, one.name
            assert "Uncontrolled when printed" in words, one.name
            assert f"Engine {engine[:12]}" in words, one.name
            assert UNSIGNED in words, one.name


def test_sheets_and_cards_are_two_sides(opened: dict[str, Opened]) -> None:
    for one in opened.values():
        if one.name.startswith(("quick-reference", "emergency-")):
            assert len(one.pages) == 2, one.name


def test_bookmarks_and_links_lead_to_places_in_the_document(opened: dict[str, Opened]) -> None:
    for one in opened.values():
        pages = {page.objgen for page in one.pdf.pages}
        names = one.pdf.Root.get("/Names", {}).get("/Dests", {}).get("/Names", [])
        places = {str(names[at]): names[at + 1] for at in range(0, len(names), 2)}
        with one.pdf.open_outline() as outline:
            marks = list(outline.root)
            assert marks, one.name
            assert all(mark.destination[0].objgen in pages for mark in marks), one.name
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


def test_no_document_holds_an_error_prone_spelling(opened: dict[str, Opened]) -> None:
    found = {
        (one.name, message)
        for one in opened.values()
        for line in one.lines
        for message in error_prone(line)
    }
    assert not found


def test_no_text_is_clipped_or_printed_over_another(opened: dict[str, Opened]) -> None:
    word = re.compile(
        r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<'
    )
    for one in opened.values():
        boxes = subprocess.run(
            ["pdftotext", "-bbox", one.path, "-"], capture_output=True, text=True, check=True
        ).stdout.split("<page ")[1:]
        for page, box in zip(one.pdf.pages, boxes, strict=True):
            _, _, width, height = map(float, page.mediabox)
            words = sorted(
                (*map(float, match.groups()[:4]), match[5]) for match in word.finditer(box)
            )
            for at, (left, top, right, bottom, text) in enumerate(words):
                inside = (
                    left >= MARGIN and right <= width - MARGIN and top >= 0 and bottom <= height
                )
                assert inside, (one.name, text)
                for other in words[at + 1 :]:
                    if other[0] >= right:
                        break
                    wide = min(right, other[2]) - other[0]
                    high = min(bottom, other[3]) - max(top, other[1])
                    assert wide < 1.5 or high < 0.4 * (bottom - top), (one.name, text, other[4])


def test_the_command_writes_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    for name in ("quick-reference", "worksheet-dilution-letter"):
        file = tmp_path / f"{name}.pdf"
        subprocess.run([WEBREF, "pdf", name, "--out", file], check=True, capture_output=True)
        assert file.read_bytes() == (folder / file.name).read_bytes()


def test_the_command_lists_the_names_for_one_it_does_not_know(site: Site) -> None:
    done = subprocess.run([WEBREF, "pdf", "poster"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("webref: there is no document poster")
    listed = [line.strip() for line in done.stderr.splitlines() if line.startswith("  ")]
    assert listed == [one.name for one in documents(site)]


def test_an_origin_adds_the_address_in_words_and_as_a_code(
    site: Site, opened: dict[str, Opened], tmp_path: Path
) -> None:
    file = tmp_path / "card.pdf"
    card = next(iter(site.cards))
    subprocess.run(
        [WEBREF, "pdf", f"emergency-{card}", "--out", file, "--origin", "https://example.org"],
        check=True, capture_output=True,
    )  # fmt: skip
    address = f"https://example.org/{site.pack.id}/emergency/{card}/"
    one = Opened(file)
    assert any(address in line for line in one.lines)
    assert [str(kid.Alt) for kid in one.elements if kid.S == "/Figure"] == [
        f"QR code of the address {address}"
    ]
    plain = opened[f"emergency-{card}"]
    assert not any("https://" in line for line in plain.lines)
    assert not [kid for kid in plain.elements if kid.S == "/Figure"]


def test_the_steps_of_an_emergency_are_numbered_inside_its_box(
    opened: dict[str, Opened],
) -> None:
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "-f", "2", "-l", "2", opened["quick-reference"].path, "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    words = [
        (float(left), float(top), word)
        for left, top, word in re.findall(r'xMin="(.+?)" yMin="(.+?)".*?>(.*?)</word>', boxes)
    ]
    place = {word: (left, top) for left, top, word in words}
    heads = sorted([place["Withdrawal"], place["Overdose,"]])
    (_, top), (_, bottom) = heads[0], place["Sources"]
    numbers = [left for left, y, word in words if top < y < bottom and re.fullmatch(r"\d\.", word)]
    assert len(numbers) == 10
    # A number begins no further left than the heading of its own box.
    assert {round(left) for left in numbers} == {round(left) for left, _ in heads}
