"""docs/safety/hazards.toml as records."""

import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs/safety/hazards.toml"


class Strict(BaseModel):
    """A record without further keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Out(Strict):
    """How a control is taken out: in a file, a text that stands there once, and another."""

    file: str
    old: str = Field(min_length=1)
    new: str


class Control(Strict):
    """What stands against a hazard, and the tests that prove it; the first fails without it.

    guard: the name by which `python -m e2e.offline.guards` takes it out.
    """

    says: str
    tests: list[str] = Field(min_length=1)
    out: Out | None = None
    guard: str = ""


class Hazard(Strict):
    """What could harm a patient, why, how badly, what stands against it, and what is left."""

    id: str = Field(pattern=r"^H[0-9]{2}$")
    title: str
    cause: str
    severity: Literal["minor", "considerable", "major", "catastrophic"]
    left: Literal["very low", "low", "medium", "high"]
    why: str = ""
    control: list[Control] = Field(min_length=1)


def read_hazards() -> list[Hazard]:
    """Every hazard, in order; pydantic's ValidationError where one has another form."""
    rows = tomllib.loads(FILE.read_text("utf-8"))["hazard"]
    return [Hazard(**row) for row in rows]
