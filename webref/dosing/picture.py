"""A picture of an answer as data: what is drawn of it, in one of a closed list of ways."""

from dataclasses import dataclass
from typing import Literal, get_args

from webref.dosing.nodes import Node

PictureKind = Literal["scale", "parts", "day", "days", "level"]


@dataclass(frozen=True)
class PictureRow:
    """A line of a picture: its words, with names to be filled in, and the values that it draws.

    at: where a point stands, or a span begins. to: where a span ends; alone, one from zero on, or
    a part of the whole. level: how high a point stands on a line over days.
    """

    name: tuple[str | tuple[str], ...]
    at: str = ""
    to: str = ""
    level: str = ""


@dataclass(frozen=True)
class Picture:
    """What is drawn of an answer.

    kind: scale (from zero), parts (of a whole, end to end), day (from midnight to midnight), days
    (from the first time to the last), level (an amount over days).
    """

    id: str
    kind: PictureKind
    name: str
    rows: tuple[PictureRow, ...]
    when: Node | None = None

    def __post_init__(self) -> None:
        """ValueError where the kind is none of the closed list."""
        if self.kind not in get_args(PictureKind):
            raise ValueError(f"{self.kind} is none of {', '.join(get_args(PictureKind))}")
