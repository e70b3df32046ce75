"""The schemas that editors hold a pack's files against are those of the records."""

import json

import pytest

from tools.schemas import EDITOR, FOLDER, kinds, texts
from webref.content.kinds import TABLES
from webref.content.load import REQUIRED
from webref.content.reading.files import FOLDERS
from webref.content.wording.read import FILE as WORDS

WRITE = "run `python -m tools.schemas` and read the difference"


@pytest.mark.parametrize("file", sorted(texts()), ids=lambda file: file.name)
def test_a_schema_is_that_of_its_record(file):
    assert file.read_text(encoding="utf-8") == texts()[file], WRITE


def test_no_schema_is_left_of_a_kind_that_is_no_more():
    assert {*FOLDER.iterdir(), EDITOR} == texts().keys()


def test_every_kind_of_file_has_one():
    files = [file for _, file, _ in kinds()]
    folders = [f"{name}/*{ending}" for name, ending in FOLDERS.items()]
    tables = (table.file for table in TABLES)
    assert sorted(files) == sorted((*REQUIRED, WORDS, *folders, *tables))


def test_a_schema_knows_each_key_and_no_other():
    facts = json.loads((FOLDER / "facts.json").read_text(encoding="utf-8"))
    fact = facts["$defs"]["FactRecord"]
    assert fact["additionalProperties"] is False
    assert {"id", "text", "source", "place"} <= set(fact["required"])
    assert fact["properties"]["value"] == {"type": "number"}
    # A key by its name in the file, also where the record calls it otherwise.
    table = json.loads((FOLDER / "calculators.json").read_text(encoding="utf-8"))["$defs"]
    assert "while" in table["TableRecord"]["properties"]
    sources = json.loads((FOLDER / "sources.json").read_text(encoding="utf-8"))["$defs"]
    assert {"copy", "title"} <= set(sources["SourceRecord"]["properties"])


def test_a_schema_names_the_words_that_a_key_may_hold():
    table = json.loads((FOLDER / "calculators.json").read_text(encoding="utf-8"))["$defs"]
    kind = table["InputRecord"]["properties"]["kind"]
    assert {"quantity", "whole", "choice"} <= set(kind["enum"])
