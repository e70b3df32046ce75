"""The printed documents of a site: each with its name, its paper and what its template needs."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby

from webref.content.protocols.model import Protocol, Walk
from webref.content.sheets import Panel, Sheet
from webref.content.site import Site, address
from webref.dosing.limits import ShownLimit, limits
from webref.dosing.lookups import rows_unread
from webref.dosing.other_units import other_units
from webref.dosing.present import Context, present_lookup
from webref.dosing.rules import Rule, rules
from webref.dosing.spec import Calculator
from webref.render.paper import SheetNotes
from webref.web.monograph import MonographPart, parts, shared


@dataclass(frozen=True)
class Paper:
    """A size of paper: as CSS names it, as readers do, and as it ends a document's name."""

    id: str
    size: str
    name: str
    ending: str


A4 = Paper("a4", "A4", "A4", "")
LETTER = Paper("letter", "letter", "US Letter", "-letter")
FILED = (A4, LETTER)  # papers of the sheets that are filed


@dataclass(frozen=True)
class PrintedDocument:
    """A printed document. page: id of the page that shows the same; more: for its template.

    One with `parts` is laid out part by part; its front is made last, with their page numbers.
    """

    name: str
    kind: str
    group: str
    title: str
    summary: str
    page: str
    review_by: date
    paper: Paper
    more: Context = field(default_factory=dict)
    parts: tuple[MonographPart, ...] = ()


@dataclass(frozen=True)
class Blank:
    """What a blank worksheet shows of its calculator, worked out once it is printed."""

    calculator: Calculator

    @cached_property
    def lookups(self) -> list[Context]:
        """The tables that it reads, row by row."""
        return [present_lookup(read) for read in rows_unread(self.calculator)]

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """Its formulas with every factor."""
        return rules(self.calculator)

    @cached_property
    def checks(self) -> tuple[ShownLimit, ...]:
        """Its limits in words."""
        return limits(self.calculator)

    other_units = staticmethod(other_units)


def documents(site: Site) -> tuple[PrintedDocument, ...]:
    """Every printed document of a site, in the order of the PDFs page.

    A pack without some part has no document of it.
    """
    return (*_sheets(site), *_cards(site), *_monograph(site), *_worksheets(site), *_protocols(site))


def pdf_url(site: Site, name: str) -> str:
    """The address of a document within an edition."""
    return f"{address(site.pack.id, 'pdfs')}{name}.pdf"


def sheet_groups(site: Site) -> Iterator[tuple[str, list[list[PrintedDocument]]]]:
    """The documents by group, and within it those that are the same on other paper together."""
    for group, found in groupby(documents(site), key=lambda one: one.group):
        yield group, [list(same) for _, same in groupby(found, key=lambda one: one.title)]


def _sheets(site: Site) -> Iterator[PrintedDocument]:
    for sheet in site.sheets.values():
        for paper in (A4, LETTER):
            yield PrintedDocument(
                name=f"{sheet.id}{paper.ending}",
                kind="sheet",
                group=site.words["paper.sheets"],
                title=sheet.title,
                summary=sheet.summary,
                page="pdfs",
                review_by=sheet.review_by,
                paper=paper,
                more={"sheet": sheet, "sides": sides(sheet), "notes": SheetNotes()},
            )


def sides(sheet: Sheet) -> list[list[list[Panel]]]:
    """The panels of each side; panels of cards that follow each other stand side by side."""
    return [
        [
            group
            for is_card, panels in groupby(side, key=lambda panel: bool(panel.card))
            for group in ([list(panels)] if is_card else [[panel] for panel in panels])
        ]
        for _, side in groupby(sheet.panels, key=lambda panel: panel.side)
    ]


def _cards(site: Site) -> Iterator[PrintedDocument]:
    for card in site.cards.values():
        for paper in (A4, LETTER):
            yield PrintedDocument(
                name=f"emergency-{card.id}{paper.ending}",
                kind="card",
                group=site.words["paper.cards"],
                title=card.title,
                summary=card.summary,
                page=f"emergency/{card.id}",
                review_by=card.review_by,
                paper=paper,
                more={"card": card, "notes": SheetNotes()},
            )


def _monograph(site: Site) -> Iterator[PrintedDocument]:
    if not site.sections:
        return
    yield PrintedDocument(
        name="monograph",
        kind="monograph",
        group=site.words["title.monograph"],
        title=site.words["title.monograph"],
        summary=site.pack.summary,
        page="monograph",
        review_by=site.pack.review_by,
        paper=A4,
        more=shared(site),
        parts=parts(site),
    )


def _worksheets(site: Site) -> Iterator[PrintedDocument]:
    for calculator in site.calculators.values():
        blank = Blank(calculator)
        for paper in (A4, LETTER):
            yield _worksheet(site, calculator, paper, {"filled": None, "blank": blank})


def filled_worksheet(
    site: Site, calculator: Calculator, paper: Paper, filled: object
) -> PrintedDocument:
    """The worksheet of a calculator with what was `filled` in for its template."""
    return _worksheet(site, calculator, paper, {"filled": filled, "blank": None})


def worksheet_name(calculator: Calculator, paper: Paper) -> str:
    """The name of the worksheet of a calculator."""
    return f"worksheet-{calculator.id}{paper.ending}"


def _worksheet(site: Site, calculator: Calculator, paper: Paper, more: Context) -> PrintedDocument:
    return PrintedDocument(
        name=worksheet_name(calculator, paper),
        kind="worksheet",
        group=site.words["paper.worksheets"],
        title=calculator.title,
        summary=calculator.answers,
        page=f"calculators/{calculator.id}",
        review_by=date.fromisoformat(calculator.review_by),
        paper=paper,
        more={
            "calculator": calculator,
            "guide": site.guides[calculator.id],
            **more,
        },
    )


def protocol_name(protocol: Protocol, walk: Walk, paper: Paper) -> str:
    """The name of the sheet of a protocol under one label, or under all of them."""
    return "-".join(filter(None, ("protocol", protocol.id, walk.label))) + paper.ending


def _protocols(site: Site) -> Iterator[PrintedDocument]:
    for protocol in site.protocols.values():
        for walk in protocol.walks:
            label = site.pack.labels.get(walk.label)
            for paper in FILED:
                yield PrintedDocument(
                    name=protocol_name(protocol, walk, paper),
                    kind="protocol",
                    group=site.words["title.protocols"],
                    title=f"{protocol.title}, {label.name}" if label else protocol.title,
                    summary=protocol.summary,
                    page=f"protocols/{protocol.id}",
                    review_by=protocol.review_by,
                    paper=paper,
                    more={
                        "protocol": protocol,
                        "walk": walk,
                        "label": label,
                        "notes": SheetNotes(),
                    },
                )
