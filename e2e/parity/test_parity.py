"""Python and the page's engine give the same bytes for the same query."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from e2e.parity.engine import compare, static_files
from tests.dosing.calculators import CALCULATORS
from tests.dosing.cases import RANDOM_PER_CALCULATOR, hostile_cases, random_cases

SEED = 1


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Page]:
    with static_files() as address:
        page = browser.new_page()
        page.goto(address)
        yield page
        page.close()


@pytest.mark.parametrize("calculator", CALCULATORS.values(), ids=lambda one: one.id)
def test_hostile_entries_give_the_same_bytes(engine, calculator, capsys):
    count = compare(engine, calculator, hostile_cases(calculator))
    with capsys.disabled():
        print(f" {count} hostile cases of {calculator.id} agree")


@pytest.mark.parametrize("calculator", CALCULATORS.values(), ids=lambda one: one.id)
def test_random_entries_give_the_same_bytes(engine, calculator, capsys):
    count = compare(engine, calculator, random_cases(calculator, SEED, RANDOM_PER_CALCULATOR))
    with capsys.disabled():
        print(f" {count} random cases of {calculator.id} agree")
