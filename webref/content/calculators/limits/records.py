"""limits.toml as validated records: quantities, what their limits depend on, and the limits."""

from typing import Literal

from pydantic import Field

from webref.content.calculators.records import ConstantRecord
from webref.content.reading.records import FigureId, FormulaName, Id, Record, Words


class QuantityRecord(Record):
    """A quantity that calculators share; `unit` gives its dimension."""

    id: Id
    name: Words
    route: Words
    unit: str


class CaseRecord(Record):
    """What a limit may depend on: an input that calculators have under this id."""

    id: FormulaName
    options: list[Id] = Field(default_factory=list)
    unit: str = ""


class LimitRecord(Record):
    """A limit of a quantity: passed `above` a figure, `below` it, or `at_most` that much.

    One that is `typed` judges entries alone, such as a slip of units.
    """

    id: Id
    quantity: Id
    level: Literal["stop", "warn", "info"]
    above: FormulaName | None = None
    below: FormulaName | None = None
    at_most: FormulaName | None = None
    times: FormulaName | None = None
    typed: bool = False
    labels: list[str] = Field(default_factory=list)
    when: str = ""
    span: str = ""
    title: Words
    text: Words
    cites: list[str] = Field(min_length=1)


class LimitsRecord(Record):
    """Limits of quantities that calculators share."""

    facts: dict[FormulaName, FigureId] = Field(default_factory=dict)
    constants: dict[FormulaName, ConstantRecord] = Field(default_factory=dict)
    quantity: list[QuantityRecord] = Field(min_length=1)
    case: list[CaseRecord] = Field(default_factory=list)
    limit: list[LimitRecord] = Field(min_length=1)

    @property
    def labels(self) -> list[str]:
        """Every label that a limit names."""
        return sorted({label for limit in self.limit for label in limit.labels})
