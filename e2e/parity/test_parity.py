"""Python and the page's engine give the same bytes for the same query."""

import datetime

import pytest
from playwright.sync_api import Page

from e2e.parity.engine import ROOT, compare
from tests.dosing.calculators import CALCULATORS
from tests.dosing.cases import (
    RANDOM_PER_CALCULATOR,
    example_cases,
    hostile_cases,
    random_cases,
    unit_cases,
)
from webref.content.load import read_site
from webref.dosing.spec import Calculator

SEED = 1

PACK, _ = read_site(ROOT / "content/baclofen", datetime.date(2026, 11, 22))
assert PACK
ALL = {**CALCULATORS, **PACK.calculators}


@pytest.mark.parametrize("calculator", ALL.values(), ids=ALL.keys())
def test_every_entry_gives_the_same_bytes(
    engine: Page, calculator: Calculator, capsys: pytest.CaptureFixture[str]
) -> None:
    kinds = {
        "worked examples": list(example_cases(calculator)),
        "hostile": list(hostile_cases(calculator)),
        "with a unit": list(unit_cases(calculator)),
        "random": list(random_cases(calculator, SEED, RANDOM_PER_CALCULATOR)),
    }
    statuses = compare(engine, calculator, [case for cases in kinds.values() for case in cases])
    counts = ", ".join(f"{len(cases)} {kind}" for kind, cases in kinds.items())
    outcomes = ", ".join(f"{count} {status}" for status, count in sorted(statuses.items()))
    with capsys.disabled():
        print(f"\n{calculator.id}: {counts} agree ({outcomes})")
    assert statuses["ok"] + statuses["warn"] > RANDOM_PER_CALCULATOR / 20
