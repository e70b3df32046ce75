"""A value of the pack as lines of text, with figures and sources by name and not filled in.

`{fact:part}` is a figure, `[@fact:id]` and `[@source: place]` are marks, as an editor writes them:
a line changes where somebody changed it, and not where a figure that it names did.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, assert_never

from webref.content.facts.figures import Cite, Fact, Figure, Source
from webref.content.prose.tree import (
    Block,
    FactFigure,
    Heading,
    Inline,
    Line,
    Link,
    Listing,
    Mark,
    Paragraph,
    Prose,
    Styled,
    Table,
    TextRun,
    Warned,
)
from webref.dosing import nodes
from webref.dosing.numbers import exact_text, show

NameOf = Callable[[str], str]  # a name of a formula as the record writes it
WRAP = {"strong": "**", "em": "*"}


def text_lines(value: object) -> list[str]:
    """A plain value as lines: none where it is empty; TypeError for what holds values itself."""
    match value:
        case None | "" | False | ():
            return []
        case True:
            return ["yes"]
        case str():
            return [value]
        case Fraction():
            return [show(value)]
        case datetime.date():
            return [value.isoformat()]
        case int():
            return [str(value)]
        case Figure():
            return [value.text()]
        case Fact(id=name):
            return [f"[@fact:{name}]"]
        case Source(id=name):
            return [f"[@{name}]"]
        case Cite(source, place):
            return [f"[@{source.id}: {place}]"]
        case Prose(blocks):
            return list(prose_lines(blocks))
        case tuple():
            return [line for one in value for line in text_lines(one)]
    raise TypeError(f"{type(value).__name__} is no plain value")


def prose_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Prose as an editor writes it, a line for each paragraph, heading, item or row."""
    for block in blocks:
        match block:
            case Line(inner) | Paragraph(_, inner):
                yield _inline(inner)
            case Heading(_, inner):
                yield f"## {_inline(inner)}"
            case Listing(_, ordered, items):
                for at, item in enumerate(items, 1):
                    mark = f"{at}." if ordered else "-"
                    yield from (f"{mark} {line}" for line in prose_lines(item.blocks))
            case Warned(_, title, inner, rest):
                yield f"> **{_inline(title)}** {_inline(inner)}"
                yield from (f"> {line}" for line in prose_lines(rest))
            case Table(_, caption, head, rows):
                yield _inline(caption)
                for cells in (head, *(row.cells for row in rows)):
                    yield f"| {' | '.join(map(_inline, cells))} |"


def _inline(inner: Iterable[Inline]) -> str:
    return "".join(map(_piece, inner)).replace("\n", " ")


def _piece(piece: Inline) -> str:
    match piece:
        case TextRun(text):
            return text
        case FactFigure():
            return f"{{{piece.name}}}"
        case Mark(_, fact) if fact:
            return f"[@fact:{fact}]"
        case Mark(cite):
            return f"[@{cite.source.id}: {cite.place}]"
        case Styled(tag, inner):
            return f"{WRAP[tag]}{_inline(inner)}{WRAP[tag]}"
        case Link(page, inner):
            return f"[{_inline(inner)}]({page})"
    raise TypeError(f"{type(piece).__name__} is not looked up")


def filled_lines(template: tuple[str | tuple[str], ...], named: NameOf) -> list[str]:
    """The words of a check, with the names that are filled in."""
    text = "".join(part if isinstance(part, str) else named(part[0]) for part in template)
    return [text] if text else []


def formula_text(node: nodes.Node, named: NameOf) -> str:
    """A formula in one line, with a bracket around whatever a bracket may be asked of."""

    def part(one: nodes.Node) -> str:
        inner = formula_text(one, named)
        whole = isinstance(one, nodes.Number | nodes.Name | nodes.Text | nodes.Given | nodes.Call)
        return inner if whole else f"({inner})"

    match node:
        case nodes.Number(text):
            return text
        case nodes.Name(name):
            return named(name)
        case nodes.Text(word):
            return f"“{word}”"
        case nodes.Binary(op, left, right) | nodes.Compare(op, left, right):
            return f"{part(left)} {op} {part(right)}"
        case nodes.Among(item, words):
            return f"{part(item)} is {' or '.join(f'“{word}”' for word in words)}"
        case nodes.Logic(op, parts):
            return f" {op} ".join(map(part, parts))
        case nodes.Not(denied):
            return f"not {part(denied)}"
        case nodes.Given(name):
            return f"given({named(name)})"
        case nodes.Choose(condition, then, other):
            return f"{part(then)} if {part(condition)} else {part(other)}"
        case nodes.Call(function, arguments):
            inner = ", ".join(formula_text(one, named) for one in arguments)
            return f"{function}({inner})"
        case _:
            assert_never(node)


def figure_record(figure: Figure, ucum: str) -> Mapping[str, Any]:
    """A figure for other programs: numbers as fractions, the unit's UCUM code, the words."""
    return {
        "text": figure.text(),
        "words": figure.words(),
        "values": [exact_text(value) for value in figure.values],
        "form": figure.form,
        "unit": figure.unit,
        "ucum": ucum,
    }
