"""The tree of a formula: its nodes, what they name, and the lists that the page reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never


@dataclass(frozen=True)
class Number:
    """A decimal literal, kept as its text."""

    text: str


@dataclass(frozen=True)
class Name:
    """An input, a fact, a constant, a step, a unit, `label`, `n` or `now`."""

    id: str


@dataclass(frozen=True)
class Text:
    """A quoted word: the id of an option or a label."""

    value: str


@dataclass(frozen=True)
class Binary:
    """`+ - * /` on two numbers."""

    op: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True)
class Compare:
    """`< <= > >= == !=` on two values of one kind."""

    op: str
    left: "Node"
    right: "Node"


@dataclass(frozen=True)
class Among:
    """A word that is one of several: `origin in ('a', 'b')`."""

    item: "Node"
    words: tuple[str, ...]


@dataclass(frozen=True)
class Logic:
    """`and` or `or`, evaluated from the left and no further than needed."""

    op: str
    parts: tuple["Node", ...]


@dataclass(frozen=True)
class Not:
    """The opposite of a truth."""

    part: "Node"


@dataclass(frozen=True)
class Given:
    """Whether an optional input was typed."""

    id: str


@dataclass(frozen=True)
class Choose:
    """`then if condition else other`; only the branch taken is evaluated."""

    condition: "Node"
    then: "Node"
    other: "Node"


@dataclass(frozen=True)
class Call:
    """A call of a function of webref.dosing.functions."""

    function: str
    arguments: tuple["Node", ...]


Node = Number | Name | Text | Binary | Compare | Among | Logic | Not | Given | Choose | Call


def parts_of(node: Node) -> tuple[Node, ...]:
    """The nodes directly below a node, in the order of the text."""
    match node:
        case Binary(left=left, right=right) | Compare(left=left, right=right):
            return (left, right)
        case Among(item=part) | Not(part=part):
            return (part,)
        case Logic(parts=parts) | Call(arguments=parts):
            return parts
        case Choose(condition=condition, then=then, other=other):
            return (then, condition, other)
        case Number() | Name() | Text() | Given():
            return ()
        case _:
            assert_never(node)


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it, in the order of the text."""
    yield node
    for part in parts_of(node):
        yield from walk(part)


def names_in(node: Node) -> set[str]:
    """Every name the formula reads."""
    return {one.id for one in walk(node) if isinstance(one, Name | Given)}


def to_json(node: Node) -> list[object]:
    """The tree as nested lists, each headed by its kind, for the page's engine."""
    match node:
        case Number(text=text):
            return ["number", str(Fraction(text))]
        case Name(id=name):
            return ["name", name]
        case Text(value=value):
            return ["text", value]
        case Binary(op=op, left=left, right=right):
            return ["binary", op, to_json(left), to_json(right)]
        case Compare(op=op, left=left, right=right):
            return ["compare", op, to_json(left), to_json(right)]
        case Among(item=item, words=words):
            return ["among", to_json(item), list(words)]
        case Logic(op=op, parts=parts):
            return ["logic", op, [to_json(part) for part in parts]]
        case Not(part=part):
            return ["not", to_json(part)]
        case Given(id=name):
            return ["given", name]
        case Choose(condition=condition, then=then, other=other):
            return ["choose", to_json(condition), to_json(then), to_json(other)]
        case Call(function=function, arguments=arguments):
            return ["call", function, [to_json(argument) for argument in arguments]]
        case _:
            assert_never(node)
