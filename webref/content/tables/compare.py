"""compare.toml: products and labels side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from webref.content.prose.builder import Builder
from webref.content.prose.tree import Prose
from webref.content.reading.records import Id, Record, Words
from webref.content.table import RowFile
from webref.errors import Problem, near


class RowRecord(Record):
    """A row of compare.toml."""

    id: Id
    name: Words


class ComparedColumnRecord(Record):
    """A column of compare.toml."""

    id: Id
    name: Words
    kind: Literal["label", "product"]
    cells: dict[Id, Words]


class CompareRecord(Record):
    """Products and labels as columns.

    `[[row]]` with `id`, `name`; `[[column]]` with `id`, `name`, `kind` (`label` or `product`),
    `cells` (row id to prose).
    """

    row: list[RowRecord]
    column: list[ComparedColumnRecord]


@dataclass(frozen=True)
class ComparedRow:
    """A row of the comparison."""

    id: str
    name: str


@dataclass(frozen=True)
class ComparedColumn:
    """A product or a label to compare; `cells` maps row ids to prose. kind: label or product."""

    id: str
    name: str
    kind: str
    cells: Mapping[str, Prose]


@dataclass(frozen=True)
class Comparison:
    """Products and labels side by side."""

    rows: tuple[ComparedRow, ...]
    columns: tuple[ComparedColumn, ...]


def build_compare(record: CompareRecord, builder: Builder) -> Comparison:
    """compare.toml."""
    rows = tuple(ComparedRow(row.id, row.name) for row in record.row)
    return Comparison(rows, tuple(_column(column, rows, builder) for column in record.column))


def _column(
    record: ComparedColumnRecord, rows: tuple[ComparedRow, ...], builder: Builder
) -> ComparedColumn:
    place = f"column[{record.id}].cells"
    cells = {}
    for name, text in record.cells.items():
        known = [row.id for row in rows]
        if name not in known:
            message = f"there is no such row{near(name, known)}"
            builder.problems.append(Problem("compare.toml", f"{place}.{name}", message))
        cells[name] = builder.prose(text, "compare.toml", f"{place}.{name}")
    return ComparedColumn(record.id, record.name, record.kind, cells)


def _ids(table: Comparison | None) -> Iterator[tuple[str, str]]:
    if table:
        yield from (("row", row.id) for row in table.rows)
        yield from (("column", column.id) for column in table.columns)


ROWS: RowFile[CompareRecord, Comparison | None] = RowFile(
    file="compare.toml",
    record=CompareRecord,
    build=build_compare,
    absent=lambda _: None,
    ids=_ids,
    called={
        "kind.comparison": "Comparison",
        "kind.comparedrow": "row",
        "kind.comparedcolumn": "column",
    },
)
