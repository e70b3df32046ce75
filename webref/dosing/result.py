"""What a calculator says: the answers to its entries, or the reason why there are none."""

from dataclasses import dataclass

from webref.dosing.drawn import Drawn
from webref.dosing.entries import Entry
from webref.dosing.followed import FollowedLabel
from webref.dosing.lookups import Read
from webref.dosing.schedule import Schedule
from webref.dosing.shown import Shown
from webref.dosing.spec import ANSWERED, Calculator, Level, Output, Status
from webref.dosing.working import WorkingLine


@dataclass(frozen=True)
class Message:
    """A check that fired, or a refusal."""

    id: str
    level: Level
    title: str
    text: str
    cites: tuple[int, ...] = ()
    field: str = ""  # the input that it is tied to


@dataclass(frozen=True)
class Other:
    """What another label gives for the same entries: a value, or None and the stop's title."""

    label: FollowedLabel
    shown: Shown | None
    stop: str = ""  # empty where the label gives none without a stop


@dataclass(frozen=True)
class Answer:
    """An output: its value, and what each other label would give."""

    output: Output
    shown: Shown
    others: tuple[Other, ...] = ()


@dataclass(frozen=True)
class Result:
    """What a calculator says. status: ok, warn, stop or incomplete; only ok and warn answer."""

    calculator: Calculator
    status: Status
    label: FollowedLabel | None
    entries: tuple[Entry, ...]
    messages: tuple[Message, ...] = ()
    answers: tuple[Answer, ...] = ()
    working: tuple[WorkingLine, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    lookups: tuple[Read, ...] = ()
    pictures: tuple[Drawn, ...] = ()

    @property
    def answered(self) -> bool:
        """Whether it has answers."""
        return self.status in ANSWERED
