"""The cases of tests/vectors/changes/, said by Python; the page's twin says them too."""

import json

import pytest

from tests.changes.write_vectors import OLD, VECTORS, compared

CASES = json.loads(VECTORS.read_text("utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_changed_is_said_as_in_the_vector(case):
    # After a change of a sentence: python -m tests.changes.write_vectors, and read the difference.
    assert compared(OLD, case["new"], case["code"]) == case["said"]
