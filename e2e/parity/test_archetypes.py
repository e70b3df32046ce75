"""Both engines give the same bytes for calculators of other kinds of drug."""

from itertools import islice

import pytest
from playwright.sync_api import Page

from e2e.parity.engine import TEMPLATE, compare
from tests.archetypes.packs import NAMES, archetype
from tests.dosing.cases import (
    RANDOM_PER_CALCULATOR,
    example_cases,
    hostile_cases,
    random_cases,
    unit_cases,
)
from webref.outputs.trees import tree_text

SEED = 3
FEW = 20  # random forms of each in the suite
EACH = 11  # of entries with a unit typed, one in so many

_SPOKEN = """async ([tree, template, query]) => {
    const { answer, readTree } = await import("/static/answers/answer.js");
    const { wordsOf } = await import("/static/form/said.js");
    const setting = { edition: "", now: "", withdrawn: "", signed: false };
    return wordsOf(answer(readTree(tree), template, query, setting).context);
}"""


@pytest.mark.parametrize("name", NAMES)
def test_its_worked_examples_and_some_random_forms_agree(engine: Page, name: str) -> None:
    for calculator in archetype(name).calculators.values():
        cases = [*example_cases(calculator), *random_cases(calculator, SEED, FEW)]
        statuses = compare(engine, calculator, cases)
        assert statuses["ok"] + statuses["warn"] > 0


@pytest.mark.parametrize("name", NAMES)
def test_a_unit_typed_with_a_number_is_refused_alike(engine: Page, name: str) -> None:
    for calculator in archetype(name).calculators.values():
        cases = list(islice(unit_cases(calculator), 0, None, EACH))
        statuses = compare(engine, calculator, cases)
        assert dict(statuses) == {"stop": len(cases)}


@pytest.mark.nightly
@pytest.mark.parametrize("name", NAMES)
def test_every_entry_of_it_gives_the_same_bytes(engine: Page, name: str) -> None:
    for calculator in archetype(name).calculators.values():
        cases = [
            *example_cases(calculator),
            *hostile_cases(calculator),
            *unit_cases(calculator),
            *random_cases(calculator, SEED, RANDOM_PER_CALCULATOR),
        ]
        statuses = compare(engine, calculator, cases)
        assert statuses["ok"] + statuses["warn"] > RANDOM_PER_CALCULATOR / 20


@pytest.mark.parametrize(
    ("clearance", "said"),
    [
        ("75", ["Exampcurve", "XX Hill guideline Dose; labels and guidelines agree: 500\u00a0mg"]),
        ("140", [
            "Exampcurve",
            "Warning: A clearance above 125\u00a0mL/min",
            "XX Dose under the Nowhere label: 825\u00a0mg",
            "Hill guideline Dose: 750\u00a0mg",
        ]),
    ],
)  # fmt: skip
def test_a_guideline_is_spoken_of_as_one(engine: Page, clearance: str, said: list[str]) -> None:
    calculator = archetype("exampcurve").calculators["area"]
    query = (
        f"label=hill&area=5&area_unit=mg+per+mL%2Fmin&clearance={clearance}&clearance_unit=mL%2Fmin"
    )
    assert engine.evaluate(_SPOKEN, [tree_text(calculator), TEMPLATE, query]) == said
