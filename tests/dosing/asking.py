"""What tests of answers ask, and when."""

from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.result import Result
from webref.dosing.spec import Calculator, Setting

NOW = Setting("0123456789abcdef", "2026-11-22T09:30")
RATE = {"label": "us", "dose": "50mcg", "duration": "10h", "times": "7", "population": "adult"}


def ask(calculator: Calculator, setting: Setting = NOW, **typed: str) -> Result:
    """What a calculator answers to what was typed, a unit with its number."""
    return evaluate(calculator, split_entries(calculator, typed), setting)
