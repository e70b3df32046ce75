"""A result as a record of JSON: figures with their units, or the reason why there are none."""

import pytest

from tests.dosing.asking import NOW, RATE, ask
from tests.dosing.calculators import BARE, PLAN, RATES, SPANNING
from webref.dosing.record import to_record
from webref.dosing.words import say


def test_the_record_of_an_answer():
    record = to_record(ask(RATES, **RATE), NOW)
    assert (record["calculator"], record["status"], record["missing"]) == ("rates", "warn", [])
    assert record["edition"] == "0123456789abcdef"
    assert record["inputs"]["dose"] == "50\u00a0mcg"
    assert record["outputs"]["rate"] == {
        "value": "16.67\u00a0mcg/day",
        "exact": "50/3",
        "unit": "mcg/day",
        "ucum": "ug/d",
        "others": {"ca": "100\u00a0mcg/day", "uk": "16.67\u00a0mcg/day"},
    }
    assert record["outputs"]["bottles"]["others"] == {}
    assert record["checks"][0] == {
        "id": "short",
        "level": "warn",
        "message": "Title <short>. Typed 10\u00a0h.",
        "sources": ["A sheet: Page 1"],
        "field": "",
    }
    assert record["working"][-1] == (
        "Part = (Times to the nearest 5) × a third = (7\u00a0doses to the nearest 5) × a third"
        " × 100% = 166.7% (exactly 500/3%)"
    )
    assert record["working"][0] == "Factor = a third = 0.3333 (exactly 1/3)" + (
        " since Duration 10\u00a0h is more than 8\u00a0h and Label is United States;"
        " The origin was not given"
    )
    assert to_record(ask(BARE, dose="0.5mg"), NOW)["working"] == [
        "Twice = Dose + Dose = (0.5\u00a0mg + 0.5\u00a0mg) × 1,000\u00a0mcg per\u00a0mg"
        " = 1,000\u00a0mcg"
    ]
    plan = ask(PLAN, label="us", start="1mcg/day", target="1mcg/day", step="1%")
    rows = [["1", "1\u00a0mcg/day", "0.0417\u00a0mcg/h"]]
    assert to_record(plan, NOW)["tables"] == {"rows": rows}


def test_the_record_of_a_range_has_both_its_ends():
    record = to_record(ask(SPANNING, label="us", dose="3mg", low="0%", high="100%"), NOW)
    found = record["outputs"]["range"]
    assert (found["value"], found["exact"], found["to"]) == ("1 to 2\u00a0mg", "1", "2")
    assert "to" not in to_record(ask(RATES, **RATE), NOW)["outputs"]["rate"]


@pytest.mark.parametrize(
    "typed", [{"dose": "101mg"}, {"dose": "x"}, {"dose": "-1mg"}, {"label": "x"}]
)
def test_the_record_of_a_stop_has_no_outputs(typed):
    record = to_record(ask(RATES, **{**RATE, **typed}), NOW)
    assert record["outputs"] == record["tables"] == {}
    assert record["working"] == []
    assert record["status"] == "stop"
    assert bool(record["checks"]) == (record["status"] == "stop")


def test_the_record_of_a_refusal_names_the_entry_and_why():
    record = to_record(ask(BARE, dose=".5mg"), NOW)
    refusal = f"Dose: {say('number.point-first')}"
    assert record == {
        "drug": "Examplin",
        "calculator": "bare",
        "edition": "0123456789abcdef",
        "webref": "",
        "engine": "",
        "clinically_checked": False,
        "status": "stop",
        "followed": None,
        "inputs": {},
        "missing": [],
        "outputs": {},
        "tables": {},
        "lookups": {},
        "checks": [
            {"id": "dose", "level": "stop", "message": refusal, "sources": [], "field": "dose"}
        ],
        "working": [],
    }


def test_the_record_names_the_label_that_was_followed_and_its_kind():
    followed = to_record(ask(RATES, **RATE), NOW)["followed"]
    assert followed == {"id": "us", "kind": "label", "name": "United States", "dated": "Sheet 2018"}
