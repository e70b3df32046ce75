"""Writes the JSON Schema of every kind of file of a pack, and of the records of an edition.

Run as `python -m tools.schemas` from the root of the project.

An editor with the language server taplo then completes keys and marks what no pack holds.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import CoreSchema

from webref.content.facts.records import SourcesRecord
from webref.content.kinds import TABLES
from webref.content.load import FOLDER_KINDS
from webref.content.pack.records import PackRecord
from webref.content.reading.files import FOLDERS
from webref.content.reading.records import Record
from webref.content.wording.read import FILE as WORDS_FILE
from webref.content.wording.read import WordsRecord
from webref.outputs.machine_records import CalculatorsFile, FactsFile

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs/schemas"
EDITOR = ROOT / ".taplo.toml"
EDITION: dict[str, type[BaseModel]] = {
    "edition-facts": FactsFile,
    "edition-calculators": CalculatorsFile,
}


class Plain(GenerateJsonSchema):
    """Schemas without the titles that pydantic makes of names."""

    def generate(self, schema: CoreSchema, mode: Any = "validation") -> JsonSchemaValue:
        """The schema of a record, for readers."""
        found = super().generate(schema, mode)
        return {"$schema": self.schema_dialect, **_plain(found)}


def kinds() -> Iterator[tuple[str, str, type[Record]]]:
    """The name of each schema, the files of a pack that it is of, and their record."""
    yield "pack", "pack.toml", PackRecord
    yield "sources", "sources.toml", SourcesRecord
    for folder, record in FOLDER_KINDS.items():
        yield folder, f"{folder}/*{FOLDERS[folder]}", record
    yield "words", WORDS_FILE, WordsRecord
    for table in TABLES:
        yield table.file.removesuffix(".toml"), table.file, table.record


def texts() -> dict[Path, str]:
    """What stands in every file that this writes."""
    found = {}
    rules = [
        "# Which schema an editor holds a file of a pack against; written by tools/schemas.py.",
        "[formatting]",
        "column_width = 100",
    ]
    for name, files, record in kinds():
        schema = record.model_json_schema(schema_generator=Plain)
        text = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True)
        found[FOLDER / f"{name}.json"] = text + "\n"
        if files.endswith(".toml"):
            rules += ["", "[[rule]]", f'include = ["content/*/{files}"]']
            rules += ["[rule.schema]", f'path = "docs/schemas/{name}.json"']
    for name, model in EDITION.items():
        schema = model.model_json_schema(schema_generator=Plain)
        text = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True)
        found[FOLDER / f"{name}.json"] = text + "\n"
    return {**found, EDITOR: "\n".join(rules) + "\n"}


def _plain(schema: Any) -> Any:
    """A schema without titles and nulls; a key of a record that is called title is kept."""
    if isinstance(schema, list):
        return [_plain(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if isinstance(choices := schema.get("anyOf"), list):  # TOML knows no null: a key is left out
        choices = [one for one in choices if one != {"type": "null"}]
        schema = {**schema, **choices[0]} if len(choices) == 1 else schema
        schema = {key: value for key, value in schema.items() if key not in ("anyOf", "default")}
    return {
        key: {name: _plain(one) for name, one in value.items()}
        if key in ("properties", "$defs", "patternProperties")
        else _plain(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str))
    }


def main() -> None:
    """Write them, and take away those of kinds that are no more."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for file, text in texts().items():
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
