"""The first pack as blocks of words: what a reader takes in as one list, table or paragraph."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from webref.content.calculators.records import CalculatorRecord
from webref.content.calculators.solves import turned

PACK = Path(__file__).parents[2] / "content" / "baclofen"
FACT = re.compile(r"(?:@fact:|\{)([a-z0-9_]+(?:\.[a-z0-9_]+)+)")


def blocks() -> Iterator[tuple[str, str]]:
    """Each block with the file that it stands in: lists of lines joined, other text as it is."""
    for path in sorted(PACK.rglob("*.md")):
        body = path.read_text().split("+++", 2)[2]
        yield from ((place(path), block) for block in re.split(r"\n\s*\n", body))
    for path in sorted(PACK.rglob("*.toml")):
        if path.parent.name != "facts":
            yield from ((place(path), block) for block in texts(tomllib.loads(path.read_text())))


def place(path: Path) -> str:
    """The name of a file within the pack."""
    return path.relative_to(PACK).as_posix()


def texts(value: Any) -> Iterator[str]:
    """Every text of a table of TOML; a list of texts is one block."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and all(isinstance(one, str) for one in value):
        yield "\n".join(value)
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)


def facts(block: str) -> list[str]:
    """The facts that a block names, in its order."""
    return FACT.findall(block)


def calculators() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every calculator by its id as a table of TOML, with those that turn it round."""
    for path in sorted(PACK.glob("calculators/*.toml")):
        record = CalculatorRecord.model_validate(tomllib.loads(path.read_text()))
        every = {path.stem: record}
        every |= {solve.id: turned(record, solve) for solve in record.solve}
        for name, one in every.items():
            yield name, one.model_dump(by_alias=True, exclude_defaults=True)
