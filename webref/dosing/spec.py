"""A calculator as data: inputs, steps, checks, outputs and worked examples, all frozen."""

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal, get_args

from webref.dosing.followed import FollowedLabel
from webref.dosing.nodes import Node
from webref.dosing.picture import Picture
from webref.dosing.words import say

Level = Literal["stop", "warn", "info"]
InputKind = Literal["quantity", "number", "whole", "choice", "date", "moment", "clock"]
Rounding = Literal["half-up", "down", "up"]
Status = Literal["ok", "warn", "stop", "incomplete"]
ANSWERED: tuple[Status, ...] = ("ok", "warn")
Template = tuple[str | tuple[str], ...]  # text, and names to be filled in as one-tuples


def _need_one_of(word: str, words: tuple[str, ...]) -> None:
    """A word that nothing reads would be passed over in silence."""
    if word not in words:
        raise ValueError(f"{word} is none of {', '.join(words)}")


@dataclass(frozen=True)
class NumberedCite:
    """A footnote of the calculator's page, by number."""

    number: int
    tag: str
    title: str
    place: str


@dataclass(frozen=True)
class Constant:
    """A figure that formulas name: a fact, or a constant with its reason; value in base units.

    fact: the fact's id, with the part of it that this is, as in `titration.us.child:low`.
    """

    id: str
    value: Fraction
    unit: str
    shown: str
    reason: str = ""  # why a figure that no source prints stands there; none for a fact
    fact: str = ""


@dataclass(frozen=True)
class Preset:
    """A real product beside a field: its name, and the number and unit it fills in."""

    name: str
    value: str
    unit: str


@dataclass(frozen=True)
class Option:
    """One answer of a choice."""

    id: str
    name: str


@dataclass(frozen=True)
class Turn:
    """How a unit that measures something else than the first of a field becomes the first one.

    A value in it, times `factor` or over it (`op`), is one of the first kind, all in base units;
    the constant `by` holds the factor, which a source states.
    """

    unit: str
    by: str
    op: Literal["*", "/"]
    factor: Fraction

    def turned(self, value: Fraction) -> Fraction:
        """A value of this kind as one of the first."""
        return value * self.factor if self.op == "*" else value / self.factor

    def back(self, value: Fraction) -> Fraction:
        """A value of the first kind as one of this."""
        return value / self.factor if self.op == "*" else value * self.factor


@dataclass(frozen=True)
class Input:
    """What the reader types or chooses.

    kind: quantity (a number with a unit), number (one without, as a score), whole, choice, date,
    moment, clock. open: optional, and never folded away. printed: the unit of an amount that may
    be entered with the volume which holds it. applies: shown once every choice named has one of its
    options; the engine takes it as any optional entry.
    """

    id: str
    name: str
    note: str
    kind: InputKind
    units: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    presets: tuple[Preset, ...] = ()
    depends: tuple[str, ...] = ()
    optional: bool = False
    zero: bool = False
    turns: tuple[Turn, ...] = ()
    prompt: str = ""  # what is said while it is empty, instead of the engine's own words
    open: bool = False
    printed: str = ""
    applies: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __post_init__(self) -> None:
        """ValueError where the kind is none of the closed list."""
        _need_one_of(self.kind, get_args(InputKind))

    @property
    def offered(self) -> tuple[str, ...]:
        """The units that may be chosen beside a number: its own, and an amount in mL."""
        printed = (say("entry.printed", amount=self.printed),) if self.printed else ()
        return (*self.units, *printed)


@dataclass(frozen=True)
class Step:
    """An intermediate value, never rounded; `places` and `unit` are for showing it."""

    id: str
    name: str
    value: Node
    unit: str
    places: int
    when: Node | None = None


@dataclass(frozen=True)
class Check:
    """A limit: `stop` takes the place of every answer, `warn` and `info` stand above it.

    Several checks may share an id: what one limit says in several places, the first that holds.
    """

    id: str
    level: Level
    when: Node
    title: Template
    text: Template
    cites: tuple[int, ...]
    field: str = ""
    unsure: bool = False  # whether it holds only where another of its id cannot be ruled out
    of_limit: bool = False  # whether a limit of limits.toml made it, and not its calculator

    def __post_init__(self) -> None:
        """ValueError where the level is none of the closed list."""
        _need_one_of(self.level, get_args(Level))


@dataclass(frozen=True)
class Output:
    """An answer: its unit, most decimals shown, rounding for show; `to` is a range's upper end."""

    id: str
    name: str
    value: Node
    unit: str
    places: int
    round: Rounding = "half-up"
    main: bool = False
    compare: bool = False
    when: Node | None = None
    to: Node | None = None
    calendar: str = ""  # what it is in a calendar, of a date or moment that may go into one

    def __post_init__(self) -> None:
        """ValueError where the rounding is none of the closed list."""
        _need_one_of(self.round, get_args(Rounding))


@dataclass(frozen=True)
class Column:
    """A column of a schedule; `limits` mark the rows that pass them."""

    id: str
    name: str
    value: Node
    unit: str
    places: int
    limits: tuple[Check, ...] = ()


@dataclass(frozen=True)
class ScheduleTable:
    """A bounded schedule: `state` starts at `start` and becomes `next` while `go_on` holds."""

    id: str
    name: str
    most: int
    start: tuple[tuple[str, Node], ...]
    next: tuple[tuple[str, Node], ...]
    go_on: Node
    columns: tuple[Column, ...]
    capped: str = ""
    chart: str = ""
    when: Node | None = None


@dataclass(frozen=True)
class LookupRow:
    """A row of a printed table: its cells as shown, what it adds in words, and when it is read.

    stop: the check that stops where the row is read, if it gives no figure.
    """

    cells: tuple[str, ...]
    said: str
    cites: tuple[int, ...]
    when: Node
    stop: str = ""


@dataclass(frozen=True)
class Lookup:
    """A table that a source prints, as readers see it; `steps` hold the figures of the row read.

    The figures themselves are steps, whose formulas choose among the same rows.
    """

    id: str
    name: str
    heads: tuple[str, ...]
    rows: tuple[LookupRow, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """A worked example: typed inputs, and what must come out."""

    name: str
    inputs: tuple[tuple[str, str], ...]
    status: Status
    outputs: tuple[tuple[str, str], ...]
    checks: tuple[str, ...]
    now: str
    source: str


@dataclass(frozen=True)
class Calculator:
    """A calculator, ready to be evaluated."""

    id: str
    drug: str  # what the pack is about, as readers call it
    title: str
    short: str
    answers: str
    route: str
    basis: str
    labels: tuple[FollowedLabel, ...]
    label_optional: bool  # only some of the answers follow a label
    constants: tuple[Constant, ...]
    inputs: tuple[Input, ...]
    steps: tuple[Step, ...]
    checks: tuple[Check, ...]
    outputs: tuple[Output, ...]
    tables: tuple[ScheduleTable, ...]
    cites: tuple[NumberedCite, ...]
    examples: tuple[Example, ...] = field(repr=False)
    review_by: str
    refuse_after: str
    signed: bool
    lookups: tuple[Lookup, ...] = ()
    pictures: tuple[Picture, ...] = ()
    misread: str = ""  # of the point and the comma in figures, those that readers read otherwise

    @cached_property
    def worked(self) -> dict[Example, Any]:
        """What was answered to its examples, kept here by `worked.work` alone."""
        return {}


@dataclass(frozen=True)
class Setting:
    """What stands around an evaluation: edition, the moment asked, a recall. No clock is read."""

    edition: str = ""
    now: str = ""  # `2026-11-22T09:30`, or empty
    withdrawn: str = ""  # why this calculator has been withdrawn, or empty
    engine: str = ""  # the digest of the code that computes
    version: str = ""  # of webref
    signed: bool = False  # enough people have signed the edition, and that was verified

    def is_checked(self, calculator: Calculator) -> bool:
        """Whether clinicians have checked a calculator, as its pack or the edition's keys say."""
        return calculator.signed or self.signed
