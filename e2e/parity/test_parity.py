"""Python and the page's engine give the same bytes for the same query."""

from collections.abc import Mapping
from itertools import islice

import pytest
from playwright.sync_api import Page

from e2e.parity.engine import compare
from tests.dosing.calculators import CALCULATORS
from tests.dosing.cases import (
    RANDOM_PER_CALCULATOR,
    Case,
    example_cases,
    hostile_cases,
    random_cases,
    unit_cases,
)
from tests.packs import shipped
from webref.dosing.spec import Calculator

SEED = 1
# By day every hostile text goes into every field of these, which have a field of each kind, and one
# in so many into those of the others; so do numbers with a unit.
WHOLE = ("rates", "dates", "infusion")
EACH = 12

ALL = {**CALCULATORS, **shipped().calculators}


def every_case(calculator: Calculator) -> dict[str, list[Case]]:
    """All cases of a calculator, by kind."""
    return {
        "worked examples": list(example_cases(calculator)),
        "hostile": list(hostile_cases(calculator)),
        "with a unit": list(unit_cases(calculator)),
        "random": list(random_cases(calculator, SEED, RANDOM_PER_CALCULATOR)),
    }


def cases_by_day(calculator: Calculator) -> dict[str, list[Case]]:
    """What a day's run compares; each calculator's share of the rest begins elsewhere."""
    start = list(ALL.values()).index(calculator) % EACH
    cases = every_case(calculator)
    for kind in ("with a unit",) if calculator.id in WHOLE else ("hostile", "with a unit"):
        cases[kind] = list(islice(cases[kind], start, None, EACH))
    return cases


def agree(
    engine: Page,
    calculator: Calculator,
    kinds: Mapping[str, list[Case]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Assert that both engines agree in all cases, and say how many there were."""
    statuses = compare(engine, calculator, [case for cases in kinds.values() for case in cases])
    counts = ", ".join(f"{len(cases)} {kind}" for kind, cases in kinds.items())
    outcomes = ", ".join(f"{count} {status}" for status, count in sorted(statuses.items()))
    with capsys.disabled():
        print(f"\n{calculator.id}: {counts} agree ({outcomes})")
    assert statuses["ok"] + statuses["warn"] > RANDOM_PER_CALCULATOR / 20


@pytest.mark.parametrize("calculator", ALL.values(), ids=ALL.keys())
def test_entries_of_every_kind_give_the_same_bytes(
    engine: Page, calculator: Calculator, capsys: pytest.CaptureFixture[str]
) -> None:
    agree(engine, calculator, cases_by_day(calculator), capsys)


def test_the_day_tries_every_hostile_text_in_a_field_of_each_kind() -> None:
    kinds = {item.kind for name in ALL for item in ALL[name].inputs}
    assert {item.kind for name in WHOLE for item in ALL[name].inputs} == kinds
    for name in WHOLE:
        assert cases_by_day(ALL[name])["hostile"] == list(hostile_cases(ALL[name]))


@pytest.mark.nightly
@pytest.mark.parametrize("calculator", ALL.values(), ids=ALL.keys())
def test_every_entry_gives_the_same_bytes(
    engine: Page, calculator: Calculator, capsys: pytest.CaptureFixture[str]
) -> None:
    agree(engine, calculator, every_case(calculator), capsys)
