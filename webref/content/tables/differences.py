"""differences.toml: the points on which labels differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from webref.content.prose.builder import Builder
from webref.content.prose.tree import Prose
from webref.content.reading.records import Id, Record, RowId, Words
from webref.content.table import FoundRow, RowFile


class CellRecord(Record):
    """What one label, or the evidence, says."""

    label: Id
    text: Words


class DifferenceRecord(Record):
    """A row of differences.toml."""

    id: RowId
    point: Words
    cells: Annotated[list[CellRecord], Field(min_length=1)]
    cautious: Words
    pages: list[str]


class DifferencesRecord(Record):
    """differences.toml."""

    difference: list[DifferenceRecord]


@dataclass(frozen=True)
class Cell:
    """What one label says; `label` is a label id or `evidence`."""

    label: str
    text: Prose


@dataclass(frozen=True)
class Difference:
    """A point on which labels differ, with the more cautious reading and the pages concerned."""

    id: str
    point: str
    cells: tuple[Cell, ...]
    cautious: Prose
    pages: tuple[str, ...]


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
        found.append(Difference(row.id, row.point, cells, cautious, tuple(row.pages)))
    return tuple(found)


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


TABLE = RowFile(
    file="differences.toml",
    field="differences",
    record=DifferencesRecord,
    build=build_differences,
    absent=lambda _: (),
    ids=lambda rows: (("difference", row.id) for row in rows),
    links=_links,
    found=_found,
)
