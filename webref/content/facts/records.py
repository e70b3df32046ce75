"""Sources and facts as validated records."""

import datetime
import re
from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from webref.content.reading.records import ExactNumber, FactId, FormulaName, Id, Record, Words

_LABEL = 1  # the tier of a label
_GUIDELINE = 2  # the tier of a guideline that somebody adopted
# Of each code by which a label is known elsewhere: its form, and an example of it.
_CODES = {
    "set_id": (
        r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        "01234567-89ab-cdef-0123-456789abcdef",
    ),
    "atc": (r"[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}", "A00AA00"),
    "rxnorm": (r"[0-9]{1,8}", "1234"),
    "unii": (r"[0-9A-Z]{10}", "0A1B2C3D4E"),
}


def _form(key: str) -> Callable[[str], str]:
    """What refuses a code of another form than its own."""
    form, example = _CODES[key]

    def held(text: str) -> str:
        if not re.fullmatch(form, text):
            raise ValueError(f"{text or 'nothing'} is no {key}, which looks like {example}")
        return text

    return held


class SourceRecord(Record):
    """An entry of the bibliography."""

    id: Id
    title: Words
    short: Words
    issuer: Words
    jurisdiction: Id
    date: Words
    tier: Literal[1, 2, 3, 4]
    audience: Words
    good_for: Words
    read_from: Annotated[Words, Field(alias="copy")]  # `copy` is a method of every record
    address: str = ""
    kind: Literal["", "guideline"] = ""
    adopted_by: str = ""
    adopted: datetime.date | None = None
    set_id: Annotated[str, AfterValidator(_form("set_id"))] = ""
    version: str = ""
    atc: Annotated[str, AfterValidator(_form("atc"))] = ""
    rxnorm: Annotated[str, AfterValidator(_form("rxnorm"))] = ""
    unii: Annotated[str, AfterValidator(_form("unii"))] = ""
    compared: datetime.date | None = None

    @model_validator(mode="after")
    def _adopted(self) -> "SourceRecord":
        named = bool(self.adopted_by.strip()) and self.adopted is not None
        if self.kind and not named:
            raise ValueError(
                "a guideline is adopted by name: write adopted_by (who adopted it) and adopted "
                "(the day)"
            )
        if self.kind and self.tier != _GUIDELINE:
            raise ValueError(
                f"a guideline is no label, leaflet or web page: write tier = {_GUIDELINE}"
            )
        if not self.kind and (self.adopted_by or self.adopted):
            raise ValueError(
                'adopted_by and adopted belong to a guideline: write kind = "guideline" too, or '
                "leave them out"
            )
        codes = (self.set_id, self.version, self.atc, self.rxnorm, self.unii, self.compared)
        if self.tier != _LABEL and any(codes):
            raise ValueError(
                f"set_id, version, atc, rxnorm, unii and compared belong to a label: leave them "
                f"out, or write tier = {_LABEL}"
            )
        return self


class SourcesRecord(Record):
    """sources.toml."""

    source: list[SourceRecord]


class FigureRecord(Record):
    """A value, the ends of a range or a list, with one unit."""

    value: ExactNumber | None = None
    low: ExactNumber | None = None
    high: ExactNumber | None = None
    values: list[ExactNumber] | None = None
    unit: str | None = None
    comparator: Literal[">", ">=", "<", "<=", ""] = ""
    about: bool = False
    join: Literal["and", "or"] = "and"

    @property
    def is_given(self) -> bool:
        """Whether there is a figure at all; a fact may be in words."""
        return any(part is not None for part in (self.value, self.low, self.high, self.values))

    @model_validator(mode="after")
    def _one_form(self) -> "FigureRecord":
        forms = (self.value is not None, self.low is not None, self.values is not None)
        if (self.low is None) != (self.high is None):
            raise ValueError("a range has both low and high")
        if sum(forms) > 1:
            raise ValueError("a figure is a value, or low and high, or values: one of them")
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise ValueError("low is below high")
        if self.values is not None and len(self.values) < 2:
            raise ValueError("values lists at least two")
        if self.is_given and self.unit is None:
            raise ValueError('a figure has a unit; a plain number has unit = ""')
        if not self.is_given and (self.unit is not None or self.comparator or self.about):
            raise ValueError("unit, comparator and about belong to a figure, and there is none")
        return self


class FurtherFigureRecord(FigureRecord):
    """A further figure of a fact, under `more`."""

    @model_validator(mode="after")
    def _is_figure(self) -> "FurtherFigureRecord":
        if not self.is_given:
            raise ValueError("a further figure has a value, or low and high, or values")
        return self


class FactRecord(FigureRecord):
    """A fact."""

    id: FactId
    text: Words
    more: dict[FormulaName, FurtherFigureRecord] = Field(default_factory=dict)
    population: Words
    route: Words
    source: Id
    place: Words
    lines: str = ""
    conflict: str = ""
    caution: str = ""
    read_by_hand: dict[str, Words] = Field(default_factory=dict)


class FactsRecord(Record):
    """A file of facts/."""

    editor: Words
    checker: str
    review_by: datetime.date
    fact: list[FactRecord]
