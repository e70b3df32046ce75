"""TOML and front matter read exactly, then held against a record: every problem with its place."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from webref.errors import Problem


def _exact(value: object) -> object:
    """Whole numbers beside the decimals that the reader has already made exact."""
    return Fraction(value) if type(value) is int else value


Number = Annotated[Fraction, BeforeValidator(_exact)]
Words = Annotated[str, StringConstraints(min_length=1)]
_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=_ID)]
RowId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[a-z0-9]+)*$")]
FactId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)+$")]
FigureId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)+(:[a-z0-9_]+)*$")]
Part = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


def is_id(text: str) -> bool:
    """Whether a text is lower case words or figures joined by hyphens."""
    return re.fullmatch(_ID[1:-1], text) is not None


class Record(BaseModel):
    """A table of a pack; an unknown key is refused."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Kind = TypeVar("Kind", bound=Record)


def load_toml(text: str) -> dict[str, object]:
    """A TOML text, its decimals as exact fractions; ValueError where it is none."""
    return tomllib.loads(text, parse_float=_decimal)


def check_record(
    kind: type[Kind], data: Mapping[str, object], file: str
) -> tuple[Kind | None, list[Problem]]:
    """A table as a record, or one Problem per key that is wrong, with the path to it."""
    try:
        return kind.model_validate(data), []
    except ValidationError as error:
        return None, [
            Problem(file, key_path(data, one["loc"]), _message(one))
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


def _message(error: Mapping[str, Any]) -> str:
    match error["type"]:
        case "extra_forbidden":
            return "unknown key"
        case "missing":
            return "is missing"
        case "string_too_short":
            return "must not be empty"
        case "value_error":
            return str(error["ctx"]["error"])
        case "string_pattern_mismatch":
            return f"{error['input']!r} is not in the form of an id"
    return f"{error['msg'][:1].lower()}{error['msg'][1:]}, not {error['input']!r}"


def _decimal(text: str) -> Fraction:
    """A decimal as printed; no float on the way."""
    if not text.replace(".", "", 1).lstrip("+-").isdigit():
        raise ValueError(f"write the number {text} in plain figures")
    return Fraction(text)
