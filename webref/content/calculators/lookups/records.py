"""A printed table of a calculator file as validated records."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from webref.content.reading.records import FormulaName, Places, Record, Words


def _listed(value: object) -> object:
    """One word beside lists of words."""
    return [value] if isinstance(value, str) else value


def _each_listed(value: object) -> object:
    return {k: _listed(one) for k, one in value.items()} if isinstance(value, dict) else value


class LookupColumnRecord(Record):
    """A figure that each row gives; formulas name it by its id."""

    id: FormulaName
    name: Words
    unit: str = ""
    places: Places = 4


class LookupRowRecord(Record):
    """A row: the choices and the numbers that it is for, and what it gives, or why it does not."""

    is_: Annotated[
        dict[FormulaName, list[str]],
        BeforeValidator(_each_listed, json_schema_input_type=dict[FormulaName, str | list[str]]),
    ] = Field(default_factory=dict, alias="is")
    above: str = ""
    from_: str = Field(default="", alias="from")
    to: str = ""
    below: str = ""
    gives: dict[FormulaName, str] = Field(default_factory=dict)
    text: str = ""
    stop: str = ""
    stopped_by: str = ""


class LookupRecord(Record):
    """A table that a source prints, read by an entry, a step or choices."""

    id: FormulaName
    name: Words
    key: Annotated[list[str], BeforeValidator(_listed, json_schema_input_type=str | list[str])] = (
        Field(min_length=1)
    )
    round: str = ""
    column: list[LookupColumnRecord] = Field(min_length=1)
    row: list[LookupRowRecord] = Field(min_length=2)


def figures_in(record: LookupRecord) -> list[str]:
    """Every name and figure that the rows read, in their order."""
    rows = [[one.above, one.from_, one.to, one.below, *one.gives.values()] for one in record.row]
    return list(dict.fromkeys(name for row in rows for name in row if name))
