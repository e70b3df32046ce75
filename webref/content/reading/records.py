"""TOML and front matter read exactly, then held against a record: every problem with its place."""

import datetime
import re
import tomllib
from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)

from webref.errors import Problem, near


def _exact(value: object) -> object:
    """Whole numbers beside the decimals that the reader has already made exact."""
    if type(value) is not int:
        return value
    return _decimal(str(value))


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    return text


# As a schema tells it: a number as TOML has it, which is read as an exact fraction.
ExactNumber = Annotated[Fraction, BeforeValidator(_exact), WithJsonSchema({"type": "number"})]
Places = Annotated[int, Field(ge=0, le=9)]  # decimals that a figure is shown with
Words = Annotated[str, AfterValidator(_not_blank)]
ID_FORM = "lower case a to z and figures, words joined by hyphens"
_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_ROW_ID = r"^[A-Za-z0-9]+(-[a-z0-9]+)*$"
_FACT_ID = r"^[a-z0-9_]+(\.[a-z0-9_]+)+$"
_FIGURE_ID = r"^[a-z0-9_]+(\.[a-z0-9_]+)+(:[a-z0-9_]+)*$"
_NAME = r"^[a-z][a-z0-9_]*$"
Id = Annotated[str, StringConstraints(pattern=_ID)]
RowId = Annotated[str, StringConstraints(pattern=_ROW_ID)]
FactId = Annotated[str, StringConstraints(pattern=_FACT_ID)]
FigureId = Annotated[str, StringConstraints(pattern=_FIGURE_ID)]
FormulaName = Annotated[str, StringConstraints(pattern=_NAME)]
_FORMS = {
    _ID: ID_FORM,
    _ROW_ID: "letters and figures, words joined by hyphens",
    _FACT_ID: "two or more lower case words joined by points, as in start.us.dose",
    _FIGURE_ID: "a fact's id, and after a colon the figure meant, as in start.us.dose:volume",
    _NAME: "lower case a to z, figures and underscores, a letter first",
}
# What to write where a value is of the wrong kind.
_KINDS = {
    "bool_type": "write true or false",
    "date_type": "write a date without quotes, as in 2027-05-22",
    "dict_type": "write a table, in { } or under a heading in [ ]",
    "int_type": "write a whole number without quotes",
    "is_instance_of": "write a number without quotes",
    "list_type": "write a list, in [ ]",
    "model_type": "write a table, in { } or under a heading in [ ]",
    "string_type": "write words, in quotes",
}
_MOST_FIGURES = 20  # of a number in a pack; a dose has fewer


def is_id(text: str) -> bool:
    """Whether a text is lower case words or figures joined by hyphens."""
    return re.fullmatch(_ID[1:-1], text) is not None


class Record(BaseModel):
    """A table of a pack; an unknown key is refused."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


RecordType = TypeVar("RecordType", bound=Record)


def load_toml(text: str) -> dict[str, object]:
    """A TOML text, its decimals as exact fractions; ValueError where it is none."""
    try:
        return tomllib.loads(text, parse_float=_decimal)
    except RecursionError:
        raise ValueError("is nested too deep") from None
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"is no TOML: {_lowered(str(error))}") from None
    except ValueError as error:
        if "int_max_str_digits" in str(error):
            raise ValueError(f"a number has more than {_MOST_FIGURES} figures") from None
        raise


def check_record(
    kind: type[RecordType], data: Mapping[str, object], file: str
) -> tuple[RecordType | None, list[Problem]]:
    """A table as a record, or one Problem per key that is wrong, with the path to it."""
    try:
        return kind.model_validate(data), []
    except ValidationError as error:
        return None, [
            Problem(file, key_path(data, one["loc"]), _message(kind, one))
            for one in error.errors(include_url=False)
        ]


def key_path(data: object, keys: Sequence[str | int]) -> str:
    """Where in a table: `fact[screening.dose].unit`; an item without id by its number from 1."""
    path = ""
    for key in keys:
        if isinstance(key, int):
            data = data[key] if isinstance(data, list) and key < len(data) else None
            name = data.get("id") if isinstance(data, dict) else None
            path += f"[{name or key + 1}]"
        else:
            data = data.get(key) if isinstance(data, dict) else None
            path += f".{key}" if path else key
    return path or "file"


def _message(kind: type[Record], error: Mapping[str, Any]) -> str:
    match error["type"]:
        case "extra_forbidden":
            *path, key = error["loc"]
            return f"unknown key{near(str(key), _keys_at(kind, path))}"
        case "missing":
            return "is missing"
        case "value_error":
            return str(error["ctx"]["error"])
        case "too_short":
            return "must not be empty"
        case "string_pattern_mismatch":
            form = _FORMS[error["ctx"]["pattern"]]
            return f"{_quoted(error['input'])} is not in the form of an id: {form}"
        case "literal_error":
            wish = f"write {error['ctx']['expected']}"
        case "greater_than_equal":
            wish = f"write at least {error['ctx']['ge']}"
        case "less_than_equal":
            wish = f"write at most {error['ctx']['le']}"
        case kind:
            wish = _KINDS.get(kind) or _lowered(error["msg"])
    return f"{wish}, not {_quoted(error['input'])}"


def _keys_at(kind: object, path: Sequence[str | int]) -> list[str]:
    """The keys of the record that a path leads to; none where it leads to no record."""
    while get_origin(kind) in (Union, UnionType, Annotated):
        kind = get_args(kind)[0]
    if isinstance(kind, type) and issubclass(kind, Record):
        fields = {field.alias or name: field for name, field in kind.model_fields.items()}
        if not path:
            return list(fields)
        return _keys_at(fields[str(path[0])].annotation, path[1:])
    return _keys_at(get_args(kind)[-1], path[1:]) if path else []


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _quoted(value: object) -> str:
    """A value as it stands in a message, which stays short."""
    match value:
        case datetime.date() | datetime.time():
            text = value.isoformat()
        case Fraction():
            text = str(value)
        case _:
            text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"


def _decimal(text: str) -> Fraction:
    """A decimal as printed; no float on the way."""
    if not text.replace(".", "", 1).lstrip("+-").isdigit():
        raise ValueError(f"write the number {text} in plain figures")
    if len(text) > _MOST_FIGURES:
        raise ValueError(f"a number has more than {_MOST_FIGURES} figures")
    return Fraction(text)
