"""The lists of docs/pack-format.md that the records make: files, keys, kinds of page."""

import inspect
from collections.abc import Iterator
from typing import get_args, get_origin

from tools.schemas import kinds
from webref.content.kinds import KINDS, TABLES, Kind
from webref.content.reading.records import Record

# Of the files that are not made of rows.
_HOLDS = {
    "pack.toml": "name, labels, people, dates, table of contents, home page",
    "sources.toml": "bibliography with tiers",
    "facts/*.toml": "the figures, each defined once",
    "monograph/*.md": "sections",
    "emergency/*.md": "the cards",
    "calculators/*.toml": "inputs, formulas, limits, worked examples",
    "protocols/*.toml": "decision trees and checklists",
    "sheets/*.toml": "what stands on a printed sheet",
}


def file_list() -> str:
    """Every file and folder of a pack, with a few words on what it holds."""
    rows = ((table.file, _told(table.record)[0]) for table in TABLES)
    held = {**_HOLDS, **{file: f"{words[0].lower()}{words[1:-1]}" for file, words in rows}}
    lines = "".join(f"    {file:21} {words}\n" for file, words in held.items())
    return f"```\ncontent/PACK/\n{lines}```\n"


def row_list() -> str:
    """What the keys of each file of rows mean, where its record says so."""
    told = ((table.file, _told(table.record)[1]) for table in TABLES)
    return "\n".join(f"`{file}`: {keys}\n" for file, keys in told if keys)


def _told(record: type[Record]) -> tuple[str, str]:
    """What a file holds, and what its keys mean, as its record says."""
    holds, _, keys = inspect.cleandoc(record.__doc__ or "").partition("\n\n")
    return holds, " ".join(keys.split())


def key_list() -> str:
    """Every table of every file of a pack with its keys, those that may be left out apart."""
    head = "| File | Table | Keys | May be left out |\n|---|---|---|---|\n"
    return head + "".join(
        f"| `{files}` | {table} | {_named(record, True)} | {_named(record, False)} |\n"
        for _, files, whole in kinds()
        for table, record in _tables(whole)
    )


def _named(record: type[Record], required: bool) -> str:
    fields = record.model_fields.items()
    names = (one.alias or name for name, one in fields if one.is_required() == required)
    return ", ".join(f"`{name}`" for name in names)


def _tables(record: type[Record], path: str = "") -> Iterator[tuple[str, type[Record]]]:
    """A record and those within it, each with the header that TOML has for it."""
    yield (path and f"`{path}`") or "", record
    inner = path.strip("[]")
    for name, field in record.model_fields.items():
        key = f"{inner}.{field.alias or name}".lstrip(".")
        for brackets, within in _records(field.annotation):
            yield from _tables(within, brackets.format(key))


def _records(kind: object, brackets: str = "[{}]") -> Iterator[tuple[str, type[Record]]]:
    """The records that a key may hold: itself, those of a list, those under names of one's own."""
    if isinstance(kind, type) and issubclass(kind, Record):
        yield brackets, kind
        return
    match get_origin(kind):
        case origin if origin in (tuple, list):
            brackets = "[[{}]]"
        case origin if origin is dict:
            brackets = "[{}.NAME]"
    for part in get_args(kind):
        yield from _records(part, brackets)


def kind_list() -> str:
    """Every kind of page: its page id, its title, the file of rows that makes it, and what for."""
    head = "| Page id | Title | Made from | What stands there |\n|---|---|---|---|\n"
    return head + "".join(_kind(kind) for kind in KINDS.values() if kind.title)


def _kind(kind: Kind) -> str:
    made = f"`{kind.table.file}`" if kind.table else "always" if kind.always else "the pages of it"
    return f"| `{kind.id}` | {kind.title} | {made} | {kind.summary} |\n"
