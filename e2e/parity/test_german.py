"""Both engines say the sentences of a pack's own, and refuse the same figures, byte for byte."""

from itertools import islice

import pytest
from playwright.sync_api import Browser

from e2e.parity.engine import compare, static_files
from tests.dosing.cases import example_cases, hostile_cases, random_cases, unit_cases
from tests.german.packs import german

SEED = 5
FEW = 200
EACH = 11  # of entries with a unit typed, one in so many


@pytest.mark.parametrize("name", german().calculators)
def test_a_calculator_in_german_gives_the_same_bytes(browser: Browser, name: str) -> None:
    calculator, words = german().calculators[name], german().words
    cases = [*example_cases(calculator), *hostile_cases(calculator)]
    cases += [*islice(unit_cases(calculator), 0, None, EACH), *random_cases(calculator, SEED, FEW)]
    with static_files(words) as address:
        page = browser.new_page()
        page.goto(address)
        statuses = compare(page, calculator, cases, words)
        page.close()
    assert all(statuses[status] for status in ("ok", "warn", "stop", "incomplete"))
