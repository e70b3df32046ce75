"""differences.toml: the points on which labels differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from webref.content.prose.builder import Builder
from webref.content.prose.tree import Prose
from webref.content.reading.records import FigureId, Id, Record, RowId, Words
from webref.content.table import FoundRow, RowFile
from webref.dosing.units import UnknownUnit, unit_of
from webref.errors import Problem, near


class CellRecord(Record):
    """What one label, or the evidence, says."""

    label: Id
    text: Words


class ScaleRowRecord(Record):
    """A figure of a fact that is drawn beside others."""

    name: Words
    figure: FigureId


class DifferenceRecord(Record):
    """A row of differences.toml."""

    id: RowId
    point: Words
    cells: Annotated[list[CellRecord], Field(min_length=1)]
    cautious: Words
    pages: list[str]
    scale: list[ScaleRowRecord] = Field(default_factory=list)


class DifferencesRecord(Record):
    """Where labels differ, D01 and on."""

    difference: list[DifferenceRecord]


@dataclass(frozen=True)
class Cell:
    """What one label says; `label` is a label id or `evidence`."""

    label: str
    text: Prose


@dataclass(frozen=True)
class ScaleRow:
    """A figure of a fact drawn on the scale of a difference, by its name there."""

    name: str
    figure: str


@dataclass(frozen=True)
class Difference:
    """A point on which labels differ, with the more cautious reading and the pages concerned."""

    id: str
    point: str
    cells: tuple[Cell, ...]
    cautious: Prose
    pages: tuple[str, ...]
    scale: tuple[ScaleRow, ...] = ()


def build_differences(record: DifferencesRecord, builder: Builder) -> tuple[Difference, ...]:
    """differences.toml."""
    file = "differences.toml"
    found = []
    for row in record.difference:
        place = f"difference[{row.id}]"
        cells = tuple(
            Cell(
                cell.label,
                builder.prose(cell.text, file, f"{place}.cells[{cell.label}]", cell.label),
            )
            for cell in row.cells
        )
        cautious = builder.prose(row.cautious, file, f"{place}.cautious")
        scale = tuple(ScaleRow(one.name, one.figure) for one in row.scale)
        said = " ".join(cell.text for cell in row.cells)
        for problem in _unfit(scale, said, builder):
            builder.problems.append(Problem(file, f"{place}.scale", problem))
        builder.used |= {one.figure.partition(":")[0] for one in scale}
        found.append(Difference(row.id, row.point, cells, cautious, tuple(row.pages), scale))
    return tuple(found)


def _unfit(scale: tuple[ScaleRow, ...], said: str, builder: Builder) -> Iterator[str]:
    """Why the figures of a scale cannot be drawn beside each other."""
    if len(scale) == 1:
        yield "one figure has nothing beside it: write two or more"
    dimensions = set()
    for row in scale:
        name, _, part = row.figure.partition(":")
        fact = builder.references.facts.get(name)
        if f"{{{row.figure}}}" not in said:
            yield f"{row.figure} is drawn and stands in no cell: write it into one"
        if fact is None:
            continue  # the cell that names it says so
        try:
            dimensions.add(unit_of(fact.figure(part).unit).dimension)
        except KeyError:
            yield f"{name} has no figure {part or 'of its own'}{near(part, fact.figures)}"
        except UnknownUnit as unknown:
            yield f"{row.figure}: {unknown}"
    if len(dimensions) > 1:
        yield "its figures measure different things, which share no axis"


def _links(rows: tuple[Difference, ...]) -> Iterator[tuple[str, str]]:
    for row in rows:
        for page in row.pages:
            yield f"difference[{row.id}].pages", page


def _found(rows: tuple[Difference, ...]) -> Iterator[FoundRow]:
    for row in rows:
        yield FoundRow(
            row.id,
            row.point,
            says=(row.cautious,),
            words=tuple(cell.text for cell in row.cells),
            labels=tuple(cell.label for cell in row.cells),
        )


ROWS = RowFile(
    file="differences.toml",
    record=DifferencesRecord,
    build=build_differences,
    absent=lambda _: (),
    ids=lambda rows: (("difference", row.id) for row in rows),
    links=_links,
    found=_found,
    called={
        "kind.difference": "point",
        "kind.cell": "cell",
    },
)
