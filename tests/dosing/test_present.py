"""A result as finished strings, rendered: nothing misleading is ever shown."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.dosing.asking import NOW, RATE, ask
from tests.dosing.calculators import BARE, CALCULATORS, PLAN, RATES, quantity
from tests.dosing.cases import hostile_cases, random_cases
from webref.dosing.entries import parameter_names
from webref.dosing.evaluate import evaluate
from webref.dosing.present import present, present_refusal
from webref.dosing.query import Malformed, parse_query
from webref.dosing.record import to_record
from webref.dosing.render import renderer, with_words
from webref.dosing.spec import Setting
from webref.dosing.words import say
from webref.web.fragments import read_fragment

TEMPLATES = Path(__file__).parents[2] / "templates/fragments"
render = renderer(with_words(read_fragment(TEMPLATES, "answer")))


def context(calculator, setting=NOW, **typed):
    return present(ask(calculator, setting, **typed), setting)


def tags(cell):
    return [(tag["tag"], tag["followed"]) for tag in cell["tags"]]


def test_labels_that_differ_stand_side_by_side_in_the_order_of_the_pack():
    cells = context(RATES, **{**RATE, "label": "ca"})["answers"][0]["cells"]
    found = [(tags(cell), cell["figure"], cell["followed"], cell["large"]) for cell in cells]
    assert found == [
        ([("US", False)], "16.67", False, False),
        ([("CA", True)], "100", True, True),
        ([("UK", False)], "16.67", False, False),
    ]
    assert not any(cell["agree"] for cell in cells)


@pytest.mark.parametrize("label", ["us", "ca"])
def test_labels_that_agree_are_named_beside_one_figure_in_the_order_of_the_pack(label):
    [cell] = context(PLAN, label=label, start="100mcg/day", target="130mcg/day", step="10%")[
        "answers"
    ][0]["cells"]
    assert (cell["figure"], cell["unit"], cell["closed"]) == ("30", "%", True)
    assert (cell["agree"], cell["followed"]) == ("the labels agree", True)
    assert tags(cell) == [("US", label == "us"), ("CA", label == "ca")]
    assert [tag["title"] for tag in cell["tags"]] == ["United States label", "Canada label"]


def test_an_answer_without_a_label_has_no_tag():
    [answer] = context(BARE, dose="0.5mg")["answers"]
    assert answer == {
        "id": "twice",
        "cells": [
            {
                "answer": "Twice",
                "large": False,
                "tags": [],
                "agree": "",
                "followed": True,
                "figure": "1,000",
                "unit": "mcg",
                "closed": False,
                "none": "",
                "exact": "",
            }
        ],
    }


def test_a_check_carries_its_level_its_word_and_its_marks():
    typed = {**RATE, "population": "adult"}
    short, low = context(RATES, **typed)["checks"]
    assert short == {
        "level": "warn",
        "is_stop": False,
        "is_warn": True,
        "is_info": False,
        "word": "Warning",
        "title": "Title <short>",
        "text": "Typed 10\u00a0h.",
        "marks": [{"number": "1"}],
        "field": "",
        "entry": "",
    }
    assert (low["level"], low["word"], low["is_warn"], low["is_info"]) == (
        ("info", "Note", False, True)
    )
    [stop] = context(RATES, **{**RATE, "dose": "101mg"})["checks"]
    assert (stop["level"], stop["word"], stop["is_stop"], stop["is_warn"]) == (
        ("stop", "Stop", True, False)
    )


def test_a_check_that_is_tied_to_an_entry_leads_there():
    checks = tuple(replace(one, field="dose") for one in RATES.checks)
    tied = replace(RATES, checks=checks)
    for typed in ({**RATE, "dose": "101mg"}, {**RATE, "population": "adult"}):
        found = context(tied, **typed)
        assert {(one["field"], one["entry"]) for one in found["checks"]} == {("dose", "Dose")}
        fragment = render(found)
        assert fragment.count('<a href="#in-dose">Entry: Dose</a>') == len(found["checks"])
        record = to_record(ask(tied, **typed), NOW)
        assert {one["field"] for one in record["checks"]} == {"dose"}
    assert "Entry:" not in render(context(RATES, **{**RATE, "dose": "101mg"}))


def test_a_schedule_names_its_columns_in_its_head_and_in_every_row():
    typed = {"label": "us", "start": "100mcg/day", "target": "105mcg/day", "step": "10%"}
    [rows] = context(PLAN, **typed)["schedules"]
    assert rows == {
        "name": "If the <response> is inadequate",
        "heads": [{"name": "Step"}, {"name": "Dose"}, {"name": "Rise"}],
        "rows": [
            {
                "first": "1",
                "cells": [
                    {"head": "Dose", "text": "100\u00a0mcg/day"},
                    {"head": "Rise", "text": "4.167\u00a0mcg/h"},
                ],
                "passed": [],
                "bar": "10000",
                "charted": True,
            }
        ],
        "capped": "",
        "charted": True,
    }
    long = context(PLAN, **{**typed, "target": "1000mcg/day"})["schedules"][0]
    assert (long["capped"], len(long["rows"])) == ("Cut at twelve rows.", 12)
    plain = replace(PLAN, tables=(replace(PLAN.tables[0], chart=""),))
    [rows] = context(plain, **typed)["schedules"]
    assert (rows["charted"], rows["rows"][0]["charted"]) == (False, False)


def test_the_status_leads_the_context():
    assert context(RATES)["status"] == "incomplete"
    assert context(RATES, **RATE)["status"] == "warn"
    assert context(BARE, dose="5mg")["status"] == "ok"
    assert context(BARE, dose="5")["status"] == "incomplete"
    assert context(BARE, dose=".5mg")["status"] == "stop"


def test_a_form_of_optional_inputs_that_is_empty_says_so():
    optional = replace(BARE, inputs=(quantity("dose", ("mcg",), optional=True),))
    assert context(optional)["missing"] == say("entry.nothing")


def test_a_label_without_an_answer_is_shown_as_such():
    typed = {**RATE, "population": "child", "times": "8"}
    cell = context(RATES, **typed)["answers"][0]["cells"][2]
    none = "No answer under the United Kingdom label: Title <uk>"
    assert (tags(cell), cell["none"], cell["figure"]) == ([("UK", False)], none, "")
    assert cell["unit"] == ""


def test_a_rounded_figure_carries_the_exact_one():
    cells = context(RATES, **RATE)["answers"][0]["cells"]
    assert [cell["exact"] for cell in cells] == ["50/3\u00a0mcg/day", "", "50/3\u00a0mcg/day"]


def test_notes_echo_the_entries_and_refusals_take_their_place():
    found = context(BARE, dose="0.5mg")
    assert found["notes"] == [
        {
            "field": "dose",
            "name": "Dose",
            "text": "0.5\u00a0mg = 500\u00a0mcg",
            "number": "",
            "offered": "",
            "error": False,
        }
    ]
    found = context(BARE, dose=".5mg")
    refusal = say("number.point-first")
    note = {"field": "dose", "name": "Dose", "text": refusal, "number": "", "offered": ""}
    assert found["notes"] == [{**note, "error": True}]
    assert found["refused"] == found["notes"]
    assert (found["is_refused"], found["missing"], found["is_answer"]) == (True, "", False)


def test_the_first_gap_is_named_unless_something_is_refused():
    assert context(RATES)["missing"] == say("entry.no-label")
    assert context(RATES, label="us")["missing"] == say("entry.missing", name="Dose")
    assert context(RATES, label="us", duration="x1")["missing"] == ""
    assert context(BARE, dose="5mg")["missing"] == ""
    assert present_refusal("Because.") == {"missing": "Because."}


@pytest.mark.parametrize(("now", "due"), [("2027-05-21T23:59", False), ("2027-05-22T00:00", True)])
def test_a_review_date_is_due_from_its_day_on(now, due):
    assert context(BARE, Setting("", now), dose="5mg")["due"] is due
    assert context(BARE, Setting("", ""), dose="5mg")["due"] is False


def test_the_text_to_copy_holds_entries_answers_checks_label_and_edition():
    assert context(RATES, **RATE)["copy"].split("\n") == [
        'Examplin: Rates & "limits" of <doses>',
        "Label: United States",
        "Dose: 50 mcg",
        "Duration: 10 h",
        "Times: 7 doses",
        "The population: Adult",
        "Rate: 16.67 mcg/day",
        "Rate under the Canada label: 100 mcg/day",
        "Rate under the United Kingdom label: 16.67 mcg/day",
        "Hourly: 0.6944 mcg/h",
        "Hourly under the Canada label: 4.1667 mcg/h",
        "Hourly under the United Kingdom label: 0.6944 mcg/h",
        "Bottles: 2 bottles",
        "Part: 166.7%",
        "Warning: Title <short>. Typed 10 h.",
        "Note: Title <low>. The factor is 0.3333.",
        "Edition: 0123456789ab",
        say("copy.unsigned"),
    ]
    assert context(RATES, **{**RATE, "dose": "101mg"})["copy"] == ""
    signed = replace(BARE, signed=True)
    wanted = "Examplin: Bare\nDose: 0.5 mg\nTwice: 1,000 mcg"
    assert context(signed, Setting("", ""), dose="0.5mg")["copy"] == wanted


def test_the_text_to_copy_names_other_labels_only_where_they_differ():
    typed = {**RATE, "population": "child", "times": "8"}
    copied = context(RATES, **typed)["copy"]
    assert "Rate: No answer under the United Kingdom label: " in copied
    assert "Rate under the Canada label: " in copied
    step = {"label": "us", "start": "100mcg/day", "target": "130mcg/day", "step": "10%"}
    copied = context(PLAN, **step)["copy"]
    assert "Change: 30%" in copied
    assert "Canada" not in copied


ODD = re.compile(
    r"NaN|Infinity|inf\b|undefined|null|None\b|object|Fraction|[0-9]e[+-]?[0-9]|"
    r"\u22120(?![.0-9])|\{\{|[0-9]\.[0-9]*0(?![0-9])|(?<![0-9.,/])0[0-9]"
)
DATE = re.compile(r"[0-9]{2}:[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}|0123456789ab")


@pytest.mark.parametrize("calculator", CALCULATORS.values(), ids=CALCULATORS.keys())
def test_nothing_odd_is_ever_shown(calculator):
    """No mark of a float, no negative or trailing zero, and typed markup never as markup."""
    names = parameter_names(calculator)
    for case in (*hostile_cases(calculator), *random_cases(calculator, 3, 300)):
        try:
            parameters = parse_query(case.query, names)
        except Malformed:
            continue
        result = evaluate(calculator, parameters, case.setting)
        fragment = render(present(result, case.setting))
        text = re.sub(r"<[^>]*>|&[a-z#0-9]+;", " ", fragment)
        refused = [entry.error for entry in result.entries if entry.error]
        if not refused:  # a refusal may quote what was typed
            assert not ODD.search(DATE.sub(" ", text)), (case, text)
        assert "<b>5" not in fragment
        assert "</script" not in fragment
