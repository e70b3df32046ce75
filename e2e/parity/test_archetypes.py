"""Both engines give the same bytes for calculators of other kinds of drug."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from e2e.parity.engine import compare, static_files
from tests.archetypes.packs import NAMES, archetype
from tests.dosing.cases import (
    RANDOM_PER_CALCULATOR,
    example_cases,
    hostile_cases,
    random_cases,
    unit_cases,
)

SEED = 3
FEW = 20  # random forms of each in the suite


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Page]:
    with static_files() as address:
        page = browser.new_page()
        page.goto(address)
        yield page
        page.close()


@pytest.mark.parametrize("name", NAMES)
def test_its_worked_examples_and_some_random_forms_agree(engine: Page, name: str) -> None:
    for calculator in archetype(name).calculators.values():
        cases = [*example_cases(calculator), *random_cases(calculator, SEED, FEW)]
        statuses = compare(engine, calculator, cases)
        assert statuses["ok"] + statuses["warn"] > 0


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
        assert statuses["ok"] + statuses["warn"] > RANDOM_PER_CALCULATOR / 10
