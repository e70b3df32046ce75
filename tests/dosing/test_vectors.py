"""The language-neutral cases in tests/vectors/, run by Python; the page's engine runs them too."""

import json
from pathlib import Path

import pytest

from tests.dosing.calculators import CALCULATORS
from webref.dosing.entries import parameter_names
from webref.dosing.evaluate import evaluate
from webref.dosing.present import present, present_refusal
from webref.dosing.query import Malformed, parse_query
from webref.dosing.render import renderer
from webref.dosing.spec import Setting
from webref.outputs.trees import tree_text

ROOT = Path(__file__).parents[2]
render = renderer((ROOT / "templates/fragments/answer.mustache").read_text("utf-8"))


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
def test_status_and_fragment_are_those_of_the_vector(name, case):
    calculator, setting = CALCULATORS[name], Setting(**case["setting"])
    try:
        result = evaluate(
            calculator, parse_query(case["query"], parameter_names(calculator)), setting
        )
        status, context = result.status, present(result, setting)
    except Malformed as malformed:
        status, context = "malformed", present_refusal(str(malformed))
    assert status == case["status"]
    # After a change of the template: python -m tests.dosing.write_vectors, and read the difference.
    assert render(context).split("\n") == case["fragment"]
