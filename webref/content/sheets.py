"""Printed sheets: what stands on each, as rows of prose in panels and the actions of cards."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from pydantic import Field

from webref.content.pack.model import Pack
from webref.content.prose.builder import Builder
from webref.content.prose.tree import Prose
from webref.content.reading.files import Files
from webref.content.reading.records import Id, Record, Words
from webref.content.reading.spelling import dosing_figures
from webref.errors import Problem, near


@dataclass(frozen=True)
class SheetRow:
    """A row of a panel: its name, and what each label says, by label id."""

    name: str
    cells: Mapping[str, Prose]


@dataclass(frozen=True)
class Panel:
    """A titled part of a sheet: rows under labels, or the actions of the card with this id."""

    id: str
    title: str
    side: int
    labels: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    note: Prose
    card: str


@dataclass(frozen=True)
class Sheet:
    """A sheet to print, panel by panel, on as many sides as its panels name."""

    id: str
    title: str
    summary: str
    lead: str
    route: str
    editor: str
    checker: str
    review_by: datetime.date
    panels: tuple[Panel, ...]


class SheetRowRecord(Record):
    """A row of a panel."""

    name: Words
    cells: dict[Id, Words]


class PanelRecord(Record):
    """A panel; it has rows or names a card."""

    id: Id
    title: Words
    side: Annotated[int, Field(ge=1)]
    labels: list[Id] = Field(default_factory=list)
    rows: list[SheetRowRecord] = Field(default_factory=list)
    note: str = ""
    card: str = ""


class SheetRecord(Record):
    """sheets/*.toml."""

    title: Words
    summary: Words
    lead: Words
    route: Words
    editor: Words
    checker: str
    review_by: datetime.date
    panel: Annotated[list[PanelRecord], Field(min_length=1)]


def read_sheets(files: Files, builder: Builder, pack: Pack) -> dict[str, Sheet]:
    """The sheets of a pack by id; problems are kept by `files` and `builder`."""
    cards = files.names("emergency")
    sheets = {}
    for file, record in files.tables(SheetRecord, "sheets").items():
        name = file.removeprefix("sheets/").removesuffix(".toml")
        for place, message in _problems(record, pack, cards):
            builder.problems.append(Problem(file, place, message))
        sheets[name] = _sheet(name, file, record, builder)
    return sheets


def _problems(record: SheetRecord, pack: Pack, cards: list[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with a sheet as a whole: place and message."""
    for key in ("title", "summary", "lead"):
        for figure in dosing_figures(getattr(record, key)):
            yield key, f"the figure {figure} is no fact"
    sides = [side for side, _ in groupby(panel.side for panel in record.panel)]
    if sides != [*range(1, len(sides) + 1)]:
        yield "panel", "panels come in the order of their sides, which are 1, 2 and so on"
    for name, times in Counter(panel.id for panel in record.panel).items():
        if times > 1:
            yield f"panel[{name}]", f"{times} panels have this id"
    for panel in record.panel:
        place = f"panel[{panel.id}]"
        if bool(panel.card) == bool(panel.rows):
            yield place, "has rows, or names a card, and not both"
        if panel.card and panel.card not in cards:
            yield f"{place}.card", f"there is no card {panel.card}{near(panel.card, cards)}"
        for label in panel.labels:
            if label not in pack.labels:
                yield f"{place}.labels", f"there is no label {label}{near(label, pack.labels)}"
        for row in panel.rows:
            if list(row.cells) != panel.labels:
                yield f"{place}.rows[{row.name}]", "has one cell for each label of its panel"
            for figure in dosing_figures(row.name):
                yield f"{place}.rows[{row.name}]", f"the figure {figure} is no fact"


def _sheet(name: str, file: str, record: SheetRecord, builder: Builder) -> Sheet:
    values = record.model_dump(exclude={"panel"})
    panels = tuple(_panel(panel, file, builder) for panel in record.panel)
    return Sheet(id=name, panels=panels, **values)


def _panel(record: PanelRecord, file: str, builder: Builder) -> Panel:
    place = f"panel[{record.id}]"
    rows = tuple(
        SheetRow(
            row.name,
            {
                label: builder.prose(text, file, f"{place}.rows[{row.name}].{label}", label)
                for label, text in row.cells.items()
            },
        )
        for row in record.rows
    )
    note = builder.prose(record.note, file, f"{place}.note") if record.note else Prose()
    return Panel(
        record.id,
        record.title,
        record.side,
        tuple(record.labels),
        rows,
        note,
        record.card,
    )
