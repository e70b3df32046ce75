"""Everything of a site as rows: what each says by aspect, with a name that a reader knows it by.

The rows follow the values of the site by themselves: a field added to one of them is recorded,
unless it is left out by name in `LEFT_OUT`, and needs a word in webref/content/wording/changes.py.
"""

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from webref.content.facts.figures import Cite, Fact, Figure, Source
from webref.content.prose.tree import Prose
from webref.dosing import nodes
from webref.dosing.units import UnknownUnit, unit_of
from webref.dosing.words import UnknownWords, say
from webref.outputs.changes.values import (
    NameOf,
    figure_record,
    filled_lines,
    formula_text,
    text_lines,
)

NODES = get_args(nodes.Node)
PLAIN = (Figure, Fact, Source, Cite, Prose)  # dataclasses that are one value to a reader
# Fields that name the row, repeat what other rows say, or are not shown to anybody.
LEFT_OUT = {
    "Fact": ("id", "figures", "file"),
    "Pack": ("id",),
    "Calculator": ("drug", "cites", "labels", "refuse_after", "signed", "misread"),
    "Guide": ("cites", "editor", "checker", "review_by", "cautioned"),
    "Constant": ("value", "unit", "shown", "fact"),
    "Check": ("unsure", "of_limit"),
    "Column": ("limits",),
    "Example": ("status", "outputs", "checks"),
    "Lookup": ("steps",),
    "Walk": ("places",),
    "Middle": ("place",),
    "Dose": ("cautions",),
    "Limit": ("record", "op", "fact"),
}
# What names a thing to a reader: the first of these that it has.
NAMES = (
    "title",
    "name",
    "point",
    "claim",
    "instruction",
    "text",
    "system",
    "short",
    "words",
    "label",
)
TEMPLATES = {
    ("Check", "title"), ("Check", "text"), ("Limit", "title"), ("Limit", "text"),
    ("PictureRow", "name"),
}  # fmt: skip


@dataclass
class Row:
    """A thing of the site. order: ids of what it holds, where their order is shown."""

    id: str
    kind: str
    name: str
    says: dict[str, list[str]] = field(default_factory=dict)
    figures: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    order: dict[str, list[str]] = field(default_factory=dict)

    def record(self) -> dict[str, Any]:
        """The row as plain data, empty parts left out."""
        return {key: value for key, value in vars(self).items() if value}


def rows_of(
    row_id: str, item: Any, named: NameOf, more: Mapping[str, list[str]] = {}
) -> Iterator[Row]:
    """The row of a value and those of all that it holds; `more`: what it says besides."""
    kind = type(item).__name__
    row = Row(row_id, kind, _called(kind, item, named), dict(more))
    inner: list[Iterator[Row]] = []
    for one in dataclasses.fields(item):
        if one.name in LEFT_OUT.get(kind, ()) or one.name == "id":
            continue
        value = getattr(item, one.name)
        if kept := _held(value):
            ids = _ids(f"{row_id}/{one.name}", kept)
            if isinstance(value, tuple) and len(ids) > 1:
                row.order[one.name] = ids
            inner += [rows_of(name, held, named) for name, held in zip(ids, kept, strict=True)]
        elif isinstance(value, Mapping):
            for key, part in value.items():
                row.says[f"{one.name}:{key}"] = text_lines(part)
        elif lines := _lines(kind, one.name, value, named):
            row.says[one.name] = lines
    if isinstance(item, Fact):
        row.figures = {part: _figure(figure) for part, figure in item.figures.items()}
    yield row
    for rows in inner:
        yield from rows


def _held(value: object) -> list[Any]:
    """The values of their own that a field holds, none where it is plain."""
    many = value.values() if isinstance(value, Mapping) else value
    several = list(many) if isinstance(many, tuple | type({}.values())) else [value]
    return several if several and all(map(_is_row, several)) else []


def _is_row(value: object) -> bool:
    return dataclasses.is_dataclass(value) and not isinstance(value, (*PLAIN, *NODES))


def _ids(above: str, kept: list[Any]) -> list[str]:
    """An id for each: its own, or its first words; told apart by number where they are alike."""
    names = [_own_id(one) for one in kept]
    seen: Counter[str] = Counter()
    found = []
    for name in names:
        seen[name] += 1
        found.append(f"{above}/{name}" + (f"~{seen[name]}" if seen[name] > 1 else ""))
    return found


def _own_id(item: Any) -> str:
    for key in ("id", "page", "label"):
        if isinstance(own := getattr(item, key, None), str) and own:
            return own
    words = "".join(letter if letter.isalnum() or letter in ":." else " " for letter in _name(item))
    return "-".join(words.split()[:8]) or str(getattr(item, "to", ""))


def _name(item: Any, named: NameOf = str) -> str:
    """What a reader calls it, figures by name."""
    for key in NAMES:
        if value := getattr(item, key, None):
            template = (type(item).__name__, key) in TEMPLATES
            return (filled_lines(value, named) if template else text_lines(value))[0]
    return ""


def _called(kind: str, item: Any, named: NameOf) -> str:
    name = _name(item, named).rstrip(". ")
    word = worded(f"kind.{kind.lower()}")
    return say("changes.called", kind=word, name=name) if name else word


def worded(key: str) -> str:
    """A word of the table; the name itself where nobody wrote one yet, which a test refuses."""
    try:
        return say(key)
    except UnknownWords:
        return key.partition(".")[2]


def _lines(kind: str, name: str, value: Any, named: NameOf) -> list[str]:
    if (kind, name) in TEMPLATES:
        return filled_lines(value, named)
    if isinstance(value, NODES):
        return [formula_text(value, named)]
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):
        return [line for pair in value for line in _pair(pair, named)]
    return text_lines(value)


def _pair(pair: tuple[Any, ...], named: NameOf) -> list[str]:
    """A name with its formula or its words, as one line."""
    name, value = pair
    shown = formula_text(value, named) if isinstance(value, NODES) else " ".join(text_lines(value))
    return [f"{name} = {shown}"]


def _figure(figure: Figure) -> Mapping[str, Any]:
    try:
        ucum = unit_of(figure.unit).ucum
    except UnknownUnit:
        ucum = ""
    return figure_record(figure, ucum)
