"""The page's engine refuses what its closed lists lack: when a tree loads, and when it is run."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.dosing.calculators import RATES
from webref.outputs.trees import tree

_LOAD = """async (tree) => {
    const { readTree } = await import("/static/answers/answer.js");
    try { readTree(tree); return "read"; } catch (error) { return error.message; }
}"""

_RUN = """async (node) => {
    const { run } = await import("/static/answers/run.js");
    try { return String(run(node, new Map())); } catch (error) { return error.message; }
}"""


def value(node: Any) -> Callable[[Any], None]:
    return lambda tree: tree["outputs"][0].update(value=node)


SEVEN, FOUR = ["number", "7"], ["number", "4"]
BENT = {
    "nothing": (lambda tree: None, "read"),
    "a function": (value(["call", "mean", [SEVEN, FOUR]]), "mean with 2 arguments is not known"),
    "a function of a prototype": (
        value(["call", "constructor", [SEVEN]]), "constructor with 1 arguments is not known",
    ),
    "arguments": (value(["call", "min", [SEVEN]]), "min with 1 arguments is not known"),
    "a function far inside": (
        value(["not", ["logic", "or", [["compare", "<", SEVEN, ["call", "mean", [FOUR]]]]]]),
        "mean with 1 arguments is not known",
    ),
    "a function in a choice": (
        value(["choose", ["given", "dose"], SEVEN, ["call", "mean", [FOUR]]]),
        "mean with 1 arguments is not known",
    ),
    "a sign": (value(["binary", "%", SEVEN, FOUR]), "% is none of +, -, *, /"),
    "a comparison": (
        value(["compare", "<>", SEVEN, FOUR]), "<> is none of <, <=, >, >=, ==, !=",
    ),
    "a joining word": (value(["logic", "xor", []]), "xor is none of and, or"),
    "a node": (value(["power", SEVEN, FOUR]), "no such node: power"),
    "a level": (
        lambda tree: tree["checks"][0].update(level="danger"),
        "danger is none of stop, warn, info",
    ),
    "a rounding": (
        lambda tree: tree["outputs"][0].update(round="even"), "even is none of half-up, down, up",
    ),
    "a kind": (
        lambda tree: tree["inputs"][0].update(kind="colour"),
        "colour is none of quantity, number, whole, choice, date, moment, clock",
    ),
    "a picture": (
        lambda tree: tree.update(pictures=[{"kind": "pie", "when": None}]),
        "pie is none of scale, parts, day, days, level",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("bend", "said"), BENT.values(), ids=BENT.keys())
def test_a_tree_with_something_unknown_is_not_read(
    engine: Page, bend: Callable[[Any], None], said: str
) -> None:
    bent = json.loads(json.dumps(tree(RATES)))
    bend(bent)
    assert engine.evaluate(_LOAD, json.dumps(bent)) == said


def test_a_tree_with_an_unknown_unit_is_not_read(engine: Page) -> None:
    bent = json.loads(json.dumps(tree(RATES)))
    bent["outputs"][0]["unit"] = "stone"
    assert engine.evaluate(_LOAD, json.dumps(bent)).startswith("stone is none of ")


@pytest.mark.parametrize(
    ("node", "said"),
    [
        (["call", "min", [SEVEN, FOUR]], "4"),
        (["call", "mean", [SEVEN, FOUR]], "mean with 2 arguments is not known"),
        (["binary", "%", SEVEN, FOUR], "no such sign: %"),
        (["compare", "<>", SEVEN, FOUR], "no such sign: <>"),
        (["logic", "xor", []], "no such sign: xor"),
        (["power", SEVEN, FOUR], "no such node: power"),
    ],
)
def test_a_formula_with_something_unknown_has_no_value(engine: Page, node: Any, said: str) -> None:
    assert engine.evaluate(_RUN, node) == said
