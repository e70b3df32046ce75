"""The language-neutral cases in tests/vectors/, run by Python; the page's engine runs them too."""

import json
from pathlib import Path

import pytest

from tests.dosing.calculators import CALCULATORS
from tests.dosing.write_vectors import shown
from webref.dosing.spec import Setting
from webref.outputs.trees import tree_text

ROOT = Path(__file__).parents[2]


def read(name):
    return json.loads((ROOT / f"tests/vectors/{name}.json").read_text("utf-8"))


CASES = [
    pytest.param(name, case, id=f"{name}: {case['name']}")
    for name in CALCULATORS
    for case in read(name)["cases"]
]


@pytest.mark.parametrize("name", CALCULATORS)
def test_the_vector_holds_the_calculator_s_tree(name):
    assert read(name)["calculator"] == json.loads(tree_text(CALCULATORS[name]))


@pytest.mark.parametrize(("name", "case"), CASES)
def test_what_is_shown_is_that_of_the_vector(name, case):
    found = shown(CALCULATORS[name], case["query"], Setting(**case["setting"]))
    # After a change of a template: python -m tests.dosing.write_vectors, and read the difference.
    assert found == {key: case[key] for key in ("status", "fragment", "notes", "copy")}
