"""Protocols as frozen values: the steps of each label, and the tree that they unroll to."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from webref.content.facts.figures import Cite, Figure
from webref.content.prose.tree import Prose


@dataclass(frozen=True)
class Dose:
    """A dose to give, its volume where one is known, and in words what of it is arithmetic.

    cautions: what must be read with the figures that it is the sum of, or is drawn up at.
    """

    figure: Figure
    volume: Figure | None
    arithmetic: str
    cites: tuple[Cite, ...]
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class NamedFigure:
    """A figure of a step with its name, such as how long to inject."""

    name: str
    text: Prose


@dataclass(frozen=True)
class Branch:
    """An answer to a step's question, and the id of the step that it leads to."""

    text: Prose
    note: Prose
    to: str

    @property
    def cites(self) -> tuple[Cite, ...]:
        """What the branch rests on, each once."""
        return tuple(dict.fromkeys((*self.text.cites, *self.note.cites)))


@dataclass(frozen=True)
class Onward:
    """An entry of a calculator that takes the dose given last on the way to a step."""

    to: str
    entry: str


@dataclass(frozen=True)
class ProtocolStep:
    """A step. It asks a question, or ends with an outcome: go, warn or stop.

    next: page ids that an outcome leads to; carry: where the dose given last may be taken;
    timed: whether the form for clock times stands below.
    """

    id: str
    title: str
    text: Prose
    items: tuple[Prose, ...]
    dose: Dose | None
    figures: tuple[NamedFigure, ...]
    question: Prose
    answers: tuple[Branch, ...]
    outcome: str
    next: tuple[str, ...]
    timed: bool
    carry: tuple[Onward, ...] = ()


@dataclass(frozen=True)
class Passed:
    """A step on the way to another: its anchor, and the answer given there."""

    anchor: str
    step: ProtocolStep
    answer: Branch


@dataclass(frozen=True)
class Way:
    """An answer, the anchor that it opens, and the number of the step there."""

    answer: Branch
    anchor: str
    number: int


@dataclass(frozen=True)
class Place:
    """A step as reached by one path; the anchor names the steps passed, joined by dots.

    number: that of the step, in the order in which steps first stand; again: whether it stands
    further up already, reached by another path.
    """

    anchor: str
    number: int
    step: ProtocolStep
    path: tuple[Passed, ...]
    ways: tuple[Way, ...]
    again: bool

    @property
    def given(self) -> Figure | None:
        """The dose given last on the way here."""
        doses = (passed.step.dose for passed in reversed(self.path))
        return next((dose.figure for dose in doses if dose), None)


@dataclass(frozen=True)
class Middle:
    """A place that may be opened at once, by its anchor, and what was done before it."""

    text: Prose
    anchor: str
    place: Place


@dataclass(frozen=True)
class Walk:
    """One document of a protocol: its steps by id, and every place in the order of the tree.

    label: the label followed, or empty where one document serves every label.
    """

    label: str
    steps: Mapping[str, ProtocolStep]
    places: tuple[Place, ...]
    middle: tuple[Middle, ...] = ()


@dataclass(frozen=True)
class Protocol:
    """A protocol. kind: tree or checklist; calculator: id of the one for clock times, or empty.

    program: whether its sheet has the settings of the patient's device, before and after.
    """

    id: str
    title: str
    summary: str
    kind: str
    route: str
    population: str
    uses: tuple[str, ...]
    calculator: str
    editor: str
    checker: str
    review_by: datetime.date
    walks: tuple[Walk, ...]
    program: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that have a document of their own."""
        return tuple(walk.label for walk in self.walks if walk.label)

    def walk(self, page: str) -> Walk:
        """The document that a page shows, by the page's id."""
        return next((walk for walk in self.walks if page.endswith(f"/{walk.label}")), self.walks[0])
