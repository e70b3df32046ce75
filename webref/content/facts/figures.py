"""Sources and the places in them, exact figures with their units, the facts that hold both."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from webref.dosing.numbers import show
from webref.dosing.units import beside, with_unit
from webref.dosing.words import say

UNVETTED = 4  # the tier of pages that nobody vetted
# Keys by which a label is known elsewhere, and what each is called.
CODES = {
    "set_id": "SPL set id",
    "version": "version",
    "atc": "ATC",
    "rxnorm": "RxNorm",
    "unii": "UNII",
}
# What a source of each tier is called beside its jurisdiction.
CALLED = {1: "label", 2: "paper", 3: "leaflet", UNVETTED: "web page"}


@dataclass(frozen=True)
class Source:
    """An entry of the bibliography. tier: 1 label, 2 paper or notice, 3 leaflet, 4 unvetted."""

    id: str
    title: str
    short: str
    issuer: str
    jurisdiction: str  # id of a label, or `none` for an international paper
    date: str
    tier: int
    audience: str
    good_for: str
    copy: str
    address: str = ""
    kind: str = ""  # `guideline`, or empty
    adopted_by: str = ""  # who adopted a guideline, and when
    adopted: datetime.date | None = None
    set_id: str = ""  # by what a label is known elsewhere, as it was read in it
    version: str = ""
    atc: str = ""
    rxnorm: str = ""
    unii: str = ""
    compared: datetime.date | None = None  # when it was last held against the label in force

    @property
    def is_label(self) -> bool:
        """Whether it is a label, which another one may have taken the place of."""
        return self.tier == 1

    @property
    def codes(self) -> dict[str, str]:
        """By what a label is known elsewhere: the name of each code that was read, and the code."""
        return {name: getattr(self, key) for key, name in CODES.items() if getattr(self, key)}

    @property
    def is_guideline(self) -> bool:
        """Whether somebody adopted it by name as what is followed there; it is no label."""
        return self.kind == "guideline"

    @property
    def called(self) -> str:
        """What it is in a word: label, guideline, paper, leaflet, web page."""
        return self.kind or CALLED[self.tier]

    def may_set(self, followed: Collection[str]) -> bool:
        """Whether its figures may set a value: those of a label, or of a guideline followed.

        followed: ids of the labels and guidelines that one may follow there.
        """
        return self.tier == 1 or (self.is_guideline and self.jurisdiction in followed)


@dataclass(frozen=True)
class Cite:
    """A place in a source."""

    source: Source
    place: str


@dataclass(frozen=True)
class Figure:
    """One value, the two ends of a range, or a list, in one unit."""

    values: tuple[Fraction, ...]
    form: Literal["one", "range", "list"]
    unit: str
    comparator: str = ""  # >, >=, <, <= or none
    about: bool = False
    join: str = "and"

    def part(self, name: str) -> "Figure":
        """One end of a range (`low`, `high`) or one item of a list (`1`, `2`); else KeyError."""
        if self.form == "range" and name in ("low", "high"):
            value = self.values[0 if name == "low" else 1]
        elif self.form == "list" and name in [str(n + 1) for n in range(len(self.values))]:
            value = self.values[int(name) - 1]
        else:
            raise KeyError(name)
        return Figure((value,), "one", self.unit)

    def words(self) -> str:
        """What stands before the figure: `about`, `at least`, `more than`, or nothing."""
        keys = ["about"] * self.about + [self.comparator] * bool(self.comparator)
        return " ".join(say(f"figure.{key}") for key in keys)

    def amount(self) -> str:
        """The number or numbers without unit: `5 to 15`, `50, 75 and 100`."""
        shown = [show(value) for value in self.values]
        if self.form == "range":
            return say("range.span", low=shown[0], high=shown[1])
        return say(f"join.{self.join}").join(filter(None, (", ".join(shown[:-1]), shown[-1])))

    def unit_shown(self) -> str:
        """The unit beside these numbers: a counted word loses its s after a lone 1."""
        one = self.values == (Fraction(1),)
        known = beside(self.unit, "1" if one else "")
        counted = self.unit.isalpha() and len(self.unit) > 3 and self.unit.endswith("s")
        return self.unit[:-1] if one and counted and known == self.unit else known

    def bare(self) -> str:
        """Number and unit without the words before them, typed with plain spaces: `24 h`."""
        return with_unit(self.amount(), self.unit_shown()).replace("\u00a0", " ")

    def text(self) -> str:
        """The figure in plain text: `at least 24 h`."""
        figure = with_unit(self.amount(), self.unit_shown())
        return " ".join(filter(None, (self.words(), figure)))


@dataclass(frozen=True)
class Fact:
    """A statement of one source at one place, with the figures it holds.

    `figures` maps part names to figures; the main figure is under the empty name.
    """

    id: str
    text: str
    source: Source
    place: str
    lines: str
    population: str
    route: str
    editor: str
    checker: str
    review_by: datetime.date
    figures: Mapping[str, Figure] = field(default_factory=dict)
    conflict: str = ""  # row of differences.toml
    caution: str = ""
    read_by_hand: Mapping[str, str] = field(default_factory=dict)  # figure without words: why
    file: str = ""  # where it is defined, relative to the pack

    def figure(self, part: str = "") -> Figure:
        """The main figure, a further one by name, or an end or item of the main one.

        A named figure's own end follows a second colon, as in `usual:low`. KeyError if absent.
        """
        if part in self.figures:
            return self.figures[part]
        name, _, rest = part.rpartition(":")
        if name not in self.figures:
            raise KeyError(part)
        return self.figures[name].part(rest)

    @property
    def cite(self) -> Cite:
        """The place in the source that states it."""
        return Cite(self.source, self.place)
