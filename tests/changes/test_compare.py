"""The cases of tests/vectors/changes/, said by Python; the page's twin says them too."""

import json

import pytest

from tests.changes.write_vectors import OLD, VECTORS, compared
from webref.content.wording.table import TABLE
from webref.dosing.words import speaking
from webref.outputs.changes.compare import compare
from webref.outputs.changes.files import unexplained

CASES = json.loads(VECTORS.read_text("utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_changed_is_said_as_in_the_vector(case):
    # After a change of a sentence: python -m tests.changes.write_vectors, and read the difference.
    assert compared(OLD, case["new"], case["code"]) == case["said"]


def test_in_a_library_the_record_and_the_scripts_of_a_pack_are_explained_too():
    old = {**OLD, "pages": {"home": "/xylo/", "monograph/start": "/xylo/monograph/start/"}}
    now = json.loads(json.dumps(old))
    next(row for row in now["rows"] if row["id"] == "monograph/start")["says"]["body"][2] = "Look."
    with speaking(TABLE):
        changes = compare(old, now)
    urls = ["/xylo/facts.json", "/xylo/search.json", "/xylo/monograph/start/", "/xylo/static/a.js"]
    assert unexplained(old, now, changes, urls) == urls[3:]
