"""The published criteria for dose calculators, asked of every calculator of every real pack.

docs/safety/self-score.md is the table of them; each row that says "met" names a test.
"""

import re

import pytest

from tests.packs import shipped
from tests.safety.hazards import ROOT
from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.numbers import show_exact
from webref.dosing.spec import ANSWERED, Setting
from webref.dosing.units import with_unit

PAGE = (ROOT / "docs/safety/self-score.md").read_text("utf-8")
PACKS = ("baclofen", "dantrolene", "tizanidine")
MALFORMED = ("abc", "-5", "1e3", "NaN", "1,5", ".5", "5.", "5 5", "½")
NUMBERS = ("quantity", "number", "whole")


ALL = [(pack, name) for pack in PACKS for name in shipped(pack).calculators]


@pytest.fixture(params=ALL, ids=lambda one: "/".join(one))
def calculator(request):
    pack, name = request.param
    return shipped(pack).calculators[name]


def answered(calculator):
    """Every worked example that has an answer, with its entries."""
    examples = [one for one in calculator.examples if one.status in ANSWERED]
    found = [(one, split_entries(calculator, dict(one.inputs))) for one in examples]
    assert found and ask(calculator, found[0][1], found[0][0]).answered
    return found


def ask(calculator, entries, example):
    return evaluate(calculator, entries, Setting(now=example.now))


def test_every_number_is_validated(calculator):
    example, entries = answered(calculator)[0]
    for item in calculator.inputs:
        if item.kind in NUMBERS and entries.get(item.id):
            for text in MALFORMED:
                result = ask(calculator, {**entries, item.id: text}, example)
                assert result.status == "stop" and not result.answers, (item.id, text)
                assert next(one for one in result.entries if one.id == item.id).error


def test_nothing_is_computed_while_an_entry_is_missing(calculator):
    for example, entries in answered(calculator):
        for item in calculator.inputs:
            if not item.optional and entries.get(item.id):
                result = ask(calculator, {**entries, item.id: ""}, example)
                assert not (result.answers or result.schedules), (example.name, item.id)


def test_no_answer_and_no_entry_is_without_its_unit(calculator):
    for item in calculator.inputs:
        assert item.kind != "quantity" or item.units, item.id
    for example, entries in answered(calculator):
        for one in ask(calculator, entries, example).answers:
            if one.output.unit not in ("", "date", "moment", "clock"):
                assert re.search(r"\d(\u00a0[a-zA-Z]|%)", one.shown.text), one.shown.text


def test_what_is_rounded_says_so_and_keeps_the_exact_value_in_the_working(calculator):
    for example, entries in answered(calculator):
        result = ask(calculator, entries, example)
        exact = {line.exact for line in result.working}
        for one in result.answers:
            whole = with_unit(show_exact(one.shown.exact), one.shown.unit)
            assert not one.shown.rounded or whole in exact, (example.name, whole)


def test_an_answer_follows_its_entries_and_nothing_before_them(calculator):
    found = answered(calculator)
    alone = [ask(calculator, entries, example) for example, entries in found]
    backwards = [ask(calculator, entries, example) for example, entries in reversed(found)]
    assert alone == backwards[::-1]
    told = {pair for example, _ in found for pair in example.outputs}
    said = {(one.output.id, one.shown.text) for each in alone for one in each.answers}
    assert len(said) >= len(told)  # which one answer to all of them could not be


def test_every_calculator_shows_its_formula_and_cites_what_it_stands_on(calculator):
    for example, entries in answered(calculator):
        assert all(line.parts for line in ask(calculator, entries, example).working)
        assert example.source


@pytest.mark.parametrize(("pack", "name"), ALL, ids=lambda one: one)
def test_every_calculator_names_its_editor_and_its_sources(pack, name):
    guide = shipped(pack).guides[name]
    assert guide.editor and guide.cites


def test_figures_are_written_as_ismp_asks(calculator):
    for example, entries in answered(calculator):
        for one in ask(calculator, entries, example).answers:
            text = one.shown.text
            assert not re.search(r"(?<![\d.,])\.\d", text), f"{text}: a zero before the point"
            assert not re.search(r"\.\d*0(?!\d)", text), f"{text}: no trailing zero"
            if one.output.unit not in ("date", "moment"):  # a year has no comma
                assert not re.search(r"(?<![\d.,])\d{4,}", text), f"{text}: a comma"
            assert not re.search(r"\d[a-zA-Z]", text), f"{text}: a space before the unit"
            assert not re.search(r"\b(µg|ug|ml|IU|cc)\b", text), f"{text}: mcg, mL, units"


def test_each_row_says_whether_it_is_met_and_names_a_test_that_is_there_or_why_none():
    rows = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| ")]
    head, *rows = rows
    assert head == ["Criterion", "From", "Met", "Held by, or what is lacking"]
    assert len(rows) >= 20
    for criterion, _, met, held in rows:
        tests = re.findall(r"`((?:tests|e2e)/[\w/]+\.py)(?:::(\w+))?`", held)
        assert met in ("yes", "in part", "no"), criterion
        assert (met == "yes") <= bool(tests), criterion
        assert met == "yes" or ":" in held, f"{criterion}: what is lacking"
        for file, name in tests:
            text = (ROOT / file).read_text("utf-8")
            assert re.search(rf"^def {name + '[(]' if name else 'test_'}", text, re.MULTILINE), (
                criterion,
                name,
            )
