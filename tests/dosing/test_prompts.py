"""What is said while an entry is missing: it asks for the entry, and orders nothing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.dosing.calculators import CALCULATORS, RATES
from tests.dosing.cases import forms
from tests.packs import shipped
from webref.cli.calc import told
from webref.dosing.entries import read_entry
from webref.dosing.evaluate import evaluate
from webref.dosing.present import present
from webref.dosing.record import to_record
from webref.dosing.spec import Calculator, Input, Setting

OURS = shipped().calculators
ALL = {**CALCULATORS, **OURS}
ORDERS = (
    "Administer", "Bolus", "Book", "Change", "Choose", "Fill", "Give", "Halve", "Increase",
    "Infuse", "Inject", "Lower", "Pick", "Raise", "Reduce", "Repeat", "Round", "Select", "Set",
    "Start", "Stop", "Take", "Type",
)  # fmt: skip


def gaps(calculator: Calculator) -> list[dict[str, str]]:
    """A filled form with each parameter left out in turn, and with each left unintelligible."""
    form = forms(calculator)[0]
    without = [{key: text for key, text in form.items() if key != gone} for gone in form]
    return [{}, *without, *({**form, name: "?"} for name in form)]


@pytest.mark.parametrize("calculator", ALL.values(), ids=ALL.keys())
def test_no_word_about_a_gap_begins_with_an_order(calculator):
    names = [f"{item.name}: " for item in calculator.inputs] + ["Label: "]
    for form in gaps(calculator):
        result = evaluate(calculator, form, Setting())
        if result.answers or result.messages:
            continue
        shown = present(result, Setting())
        record = to_record(result, Setting())
        said = [shown["missing"], *(one["text"] for one in shown["refused"]), *record["missing"]]
        said += told(result, Setting()).splitlines()
        said += [one["message"] for one in record["checks"]]
        for words in filter(None, said):
            for name in names:
                words = words.removeprefix(name)
            assert words.split(" ")[0] not in ORDERS, words


@pytest.mark.parametrize("calculator", OURS.values(), ids=OURS.keys())
def test_what_is_missing_is_the_prompt_or_the_name(calculator):
    for item in calculator.inputs:
        wanted = item.prompt or f"{item.name} is not entered yet."
        assert read_entry(item, {}).missing == ("" if item.optional else wanted)


@given(
    some.text(min_size=1, max_size=20),
    some.sampled_from(["quantity", "number", "whole", "choice", "date", "moment", "clock"]),
)
def test_the_engine_has_one_neutral_sentence_for_every_kind(name, kind):
    item = Input("x", name, "", kind, ("mg",))
    assert read_entry(item, {}).missing == f"{name} is not entered yet."
    own = replace(item, prompt="Enter when it was given.")
    assert read_entry(own, {}).missing == "Enter when it was given."


def test_a_prompt_is_what_the_answer_says():
    first, *rest = RATES.inputs
    own = replace(RATES, inputs=(replace(first, prompt="Enter the dose that worked."), *rest))
    missing = present(evaluate(own, {"label": "us"}, Setting()), Setting())["missing"]
    assert missing == "Enter the dose that worked."
