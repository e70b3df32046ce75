"""Formulas in words before anything is typed."""

import re
from dataclasses import replace

import pytest

from tests.dosing.bare import BARE
from tests.dosing.calculators import DATES, PLAN, RATES
from tests.dosing.parts import output, quantity, step
from webref.dosing.cases import Case, blank_names, cases, condition
from webref.dosing.formula import parse_formula
from webref.dosing.limits import limits
from webref.dosing.rules import rules
from webref.dosing.working import Names

NAMES = blank_names(RATES)


def said(text, unit="", names=NAMES):
    return [(one.formula, one.conditions) for one in cases(parse_formula(text), names, unit)]


def test_a_formula_without_choices_has_one_case():
    assert said("dose * 2 / day", "mcg/day") == [("Dose × 2 ÷ 1\u00a0day", ())]


def test_each_branch_is_a_case_with_its_condition():
    assert said("dose if duration <= limit else volume", "mcg") == [
        ("Dose", ("Duration is at most 8\u00a0h",)),
        ("Volume", ("Duration is more than 8\u00a0h",)),
    ]


def test_a_choice_met_twice_is_decided_once():
    assert said("(1 if times > 3 else 2) + (5 if times > 3 else 6)") == [
        ("1 + 5", ("Times is more than 3",)),
        ("2 + 6", ("Times is at most 3",)),
    ]


def test_answers_of_one_choice_become_one_condition():
    text = "1 if label == 'us' else (2 if label == 'ca' else 3)"
    assert said(text) == [
        ("1", ("Label is United States",)),
        ("2", ("Label is Canada",)),
        ("3", ("Label is United Kingdom",)),
    ]


def test_answers_that_come_to_the_same_are_one_case():
    text = "1 if label == 'us' else (2 if label == 'ca' else 1)"
    assert said(text) == [
        ("2", ("Label is Canada",)),
        ("1", ("Label is United States or United Kingdom",)),
    ]
    assert said(f"({text}) if times > 3 else 2") == [
        ("2", ("Times is more than 3", "Label is Canada")),
        ("1", ("Times is more than 3", "Label is United States or United Kingdom")),
        ("2", ("Times is at most 3",)),
    ]
    assert said("1 if label == 'us' else (1 if label == 'ca' else 1)") == [("1", ())]
    # A comparison is no choice: what holds on one side of it is told.
    assert len(said("1 if times > 3 else 1")) == 2


def test_a_case_that_cannot_be_met_is_left_out():
    text = "(1 if label == 'us' else 2) * (3 if label in ('us', 'ca') else 4)"
    assert said(text) == [
        ("1 × 3", ("Label is United States",)),
        ("2 × 3", ("Label is Canada",)),
        ("2 × 4", ("Label is United Kingdom",)),
    ]


@pytest.mark.parametrize(
    ("text", "holds", "words"),
    [
        ("dose > ceiling", True, "Dose is more than 100\u00a0mg × 1,000\u00a0mcg per\u00a0mg"),
        ("dose > ceiling", False, "Dose is at most 100\u00a0mg × 1,000\u00a0mcg per\u00a0mg"),
        ("given(volume)", False, "Volume is not given"),
        ("not given(volume)", True, "Volume is not given"),
        ("population == 'adult'", False, "The population is Child"),
        ("label != 'us'", True, "Label is not United States"),
        ("label in ('us', 'ca')", False, "Label is United Kingdom"),
        ("times > 1 and (more > 2 or dose > ceiling)", True,
         "Times is more than 1 and (More is more than 2"
         " or Dose is more than 100\u00a0mg × 1,000\u00a0mcg per\u00a0mg)"),
        ("times > 1 and (more > 2 or dose > ceiling)", False,
         "Times is at most 1 or (More is at most 2"
         " and Dose is at most 100\u00a0mg × 1,000\u00a0mcg per\u00a0mg)"),
        ("times > 1 and not (more > 2 and more < 5)", True,
         "Times is more than 1 and (More is at most 2 or More is at least 5)"),
        ("times > (1 if label == 'us' else 2)", True,
         "Times is more than 1 (Label is United States); 2 (Label is Canada or United Kingdom)"),
        ("times > 1 or times > 1", True, "Times is more than 1"),
        ("times > 1 if given(more) else times > 2", True,
         "(Times is more than 1 where More is given, else Times is more than 2)"),
    ],
)  # fmt: skip
def test_a_condition_reads_as_words(text, holds, words):
    assert condition(parse_formula(text), NAMES, holds) == words


def test_rules_give_every_value_with_its_unit_and_what_it_needs():
    found = {rule.name: rule for rule in rules(RATES)}
    assert found["Strength"].conditions == ("Volume is given",)
    assert found["Strength"].cases == (Case((), "Dose ÷ Volume"),)
    assert found["Hourly"].unit == "mcg/h"
    assert len(found["Factor"].cases) == 4


def test_an_output_that_only_shows_a_step_of_the_same_name_is_no_rule():
    names = [rule.name for rule in rules(DATES)]
    assert names == ["Due", "Next", "Dose_at", "Time", "Age", "Half"]


@pytest.mark.parametrize("nothing", ["0 * dose", "dose * 0", "0"])
def test_a_sum_on_paper_says_what_is_left_out_where_it_is_not_given(nothing):
    summed = replace(
        BARE,
        inputs=(quantity("dose", ("mcg",)), *(quantity(x, ("mcg",), optional=True) for x in "bc")),
        outputs=(output("sum", f"(dose + (b if given(b) else {nothing})"
                               f" + (c if given(c) else {nothing})) / 2", "mcg"),),
    )  # fmt: skip
    [rule] = rules(summed)
    assert [case.formula for case in rule.cases] == ["(Dose + B + C) ÷ 2"]
    assert (rule.cases[0].conditions, rule.left_out) == ((), ("B", "C"))


@pytest.mark.parametrize(
    "other",
    [
        "dose + (b if given(b) else dose)",
        "dose - (b if given(b) else 0)",
        "dose + (b if given(c) else 0)",
    ],
)
def test_what_counts_otherwise_keeps_its_cases(other):
    calculator = replace(
        BARE,
        inputs=(quantity("dose", ("mcg",)), *(quantity(x, ("mcg",), optional=True) for x in "bc")),
        outputs=(output("sum", other, "mcg"),),
    )
    [rule] = rules(calculator)
    assert len(rule.cases) == 2 and not rule.left_out


def test_an_answer_that_shows_an_earlier_value_stands_in_its_row():
    shown = replace(
        BARE,
        steps=(step("flow", "dose / 2", "mcg"),
               step("rate", "dose / 4", "mcg", when="dose > dose")),
        outputs=(output("given", "flow", "mcg", main=True),
                 output("again", "flow", "mcg", main=True),
                 output("flow", "flow", "mcg", main=True), output("aside", "flow", "mcg"),
                 output("late", "rate", "mcg", main=True), output("other", "flow", "mg"),
                 output("seldom", "flow", "mcg", main=True, when="dose > dose"),
                 output("rate", "rate", "mcg", main=True, when="dose > 2 * dose")),
    )  # fmt: skip
    assert [rule.name for rule in rules(shown)] == [
        "Flow (Given, Again)", "Rate (Late)", "Other", "Seldom",
    ]  # fmt: skip


def test_a_check_names_what_is_not_typed_yet_in_brackets():
    high, short, low, uk, _ = limits(RATES)
    assert (high.level, high.title) == ("stop", "Title <high>")
    assert (high.subject, high.when) == ("Dose", "")
    assert high.limit == "is more than 100\u00a0mg × 1,000\u00a0mcg per\u00a0mg"
    assert (short.subject, short.limit) == ("Duration", "is less than 24\u00a0h")
    assert [label.id for label in uk.labels] == ["uk"]
    assert uk.when == "The population is Child"
    assert low.cites == (1,)


@pytest.mark.parametrize("calculator", [RATES, DATES, PLAN])
def test_no_number_stands_in_a_blank_sheet_but_constants(calculator):
    words = [case.formula for rule in rules(calculator) for case in rule.cases]
    assert words and not [
        text for text in words if "None" in text or re.search("(?<![0-9])0\u00a0mcg", text)
    ]


def test_a_number_is_no_condition():
    with pytest.raises(TypeError, match="no condition"):
        condition(parse_formula("1 + 2"), Names.of(RATES, ()))
