"""Worked examples are worked out once, and anew where other sentences are said."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.content.tiny import TODAY
from webref.content.load import load_site
from webref.dosing import worked
from webref.dosing.words import WORDS, speaking
from webref.outputs.changes.record import record_bytes
from webref.outputs.machine import machine_bytes

PACK = Path(__file__).parents[2] / "content/tizanidine"


@pytest.fixture
def asked(monkeypatch):
    """What the engine is asked."""
    found = []
    evaluate = worked.evaluate
    monkeypatch.setattr(
        worked, "evaluate", lambda *given: (found.append(given), evaluate(*given))[1]
    )
    return found


def test_an_edition_tells_twice_what_loading_worked_out(asked):
    site = load_site(PACK, TODAY)
    examples = [one for calculator in site.calculators.values() for one in calculator.examples]
    with speaking(site.words):
        machine_bytes(site)
        record_bytes(site)
    assert 0 < len(asked) <= len(examples)


def test_other_sentences_are_another_answer(asked):
    calculator = next(iter(load_site(PACK, TODAY).calculators.values()))
    asked.clear()
    for _ in range(2):
        with speaking(dict(WORDS)):
            worked.work(calculator, calculator.examples[0])
    assert len(asked) == 2


def test_an_example_is_worked_out_at_its_own_time(asked):
    calculator = next(iter(load_site(PACK, TODAY).calculators.values()))
    worked.work(calculator, replace(calculator.examples[0], now="2026-02-28T23:59"))
    assert asked[-1][2].now == "2026-02-28T23:59"
