"""Controls of the safety case that stand in the words of the pack alone."""

from itertools import product

import pytest

from tests.first_pack.blocks import PACK, blocks, facts
from tests.first_pack.test_hand import read
from tests.packs import shipped
from webref.dosing.evaluate import evaluate
from webref.dosing.spec import Setting

REPORT = "screening.ca.sensitive_patient"  # coma after the low bolus


def checks(calculator, level):
    return [one for one in read(f"calculators/{calculator}.toml")["check"] if one["level"] == level]


@pytest.mark.parametrize("calculator", ["starting-dose", "titration", "pump-rate", "night-rate"])
def test_a_tool_whose_answer_is_programmed_asks_for_it_to_be_read_back(calculator):
    said = [one for one in checks(calculator, "info") if "read back with its unit" in one["text"]]
    assert said


def test_a_timed_rate_is_kept_apart_from_a_dose_of_a_day():
    said = "\n".join(one["text"] for one in checks("night-rate", "info"))
    assert "set per hour instead of per day" in said
    said = "\n".join(one["text"] for one in checks("pump-rate", "info"))
    assert "hourly figure is for checking only" in said


@pytest.mark.parametrize("calculator", ["starting-dose", "titration"])
def test_a_dose_to_be_programmed_is_answered_per_day_and_never_per_hour(calculator):
    outputs = read(f"calculators/{calculator}.toml")["output"]
    per_day = [one for one in outputs if one["unit"].endswith("/day")]
    assert per_day
    assert any(one.get("main") for one in per_day)
    assert not [one["id"] for one in outputs if one["unit"].endswith("/h")]


@pytest.mark.parametrize(
    ("protocol", "unit"),
    [
        ("refill-visit", "read back with their units"),
        ("emergency-overdose", "read back with their units"),
        ("loss-of-effect", "read back with its unit, per day and not per hour"),
    ],
)
def test_a_protocol_that_programs_asks_for_reading_back(protocol, unit):
    items = [
        item
        for document in read(f"protocols/{protocol}.toml")["document"]
        for step in document["step"]
        for item in step.get("items", [])
    ]
    assert any(unit in item for item in items)


@pytest.mark.parametrize(
    "file",
    [
        "monograph/screening.md",
        "monograph/overdose-intrathecal.md",
        "emergency/overdose.md",
        "protocols/screening.toml",
        "differences.toml",
        "sheets/quick-reference.toml",
    ],
)
def test_the_report_of_coma_stands_beside_the_low_bolus(file):
    said = [block for name, block in blocks() if name == file and REPORT in facts(block)]
    assert any("coma" in block.lower() for block in said)


def test_the_screening_protocol_says_it_at_the_choice_and_at_the_reaction():
    (document,) = [
        one for one in read("protocols/screening.toml")["document"] if one["label"] == "ca"
    ]
    steps = [step for step in document["step"] if REPORT in step.get("text", "")]
    assert len(steps) == 2
    assert all("oma " in step["text"] for step in steps)


def test_the_tool_of_the_test_bolus_says_that_a_low_dose_is_not_free_of_risk():
    (check,) = [
        one
        for one in read("calculators/test-dose-volume.toml")["check"]
        if one["id"] == "low-not-free"
    ]
    assert REPORT in check["cites"]
    assert "oma" in f"{check['title']} {check['text']}"


def stops():
    """(calculator, stop, checks that some worked example reaches)."""
    for path in sorted((PACK / "calculators").glob("*.toml")):
        data = read(f"calculators/{path.name}")
        worked = [
            *data["example"],
            *(one for solve in data.get("solve", []) for one in solve["example"]),
        ]
        reached = {name for one in worked for name in one.get("checks", [])}
        for one in data["check"]:
            if one["level"] == "stop":
                yield path.stem, one, reached


def test_every_stop_says_what_it_rests_on_and_has_an_example_that_reaches_it():
    found = list(stops())
    assert len(found) > 30
    assert not [
        (name, one["id"]) for name, one, _ in found if not (one.get("cites") or one.get("basis"))
    ]
    assert not [(name, one["id"]) for name, one, reached in found if one["id"] not in reached]


def test_no_hour_to_judge_a_bolus_is_answered_under_a_label_that_prints_none():
    calculator = shipped().calculators["screening-times"]
    one, two = {"before": "2026-11-22T09:30"}, {"first": "2026-11-21T09:30"}
    for clocks, given in product(("no", "forward", "back"), ({}, one, one | two)):
        entries = {"bolus": "2026-11-23T09:30", "clocks": clocks, **given}
        canada = evaluate(calculator, {"label": "ca", **entries}, Setting())
        assert [answer.output.id for answer in canada.answers] == ["next_bolus"]
        assert "13:30" not in str(canada) and "17:30" not in str(canada)
        assert "names no hour at which to judge it" in str(canada.messages)
        states = evaluate(calculator, {"label": "us", **entries}, Setting())
        assert ("13:30" in str(states.answers)) == (clocks == "no")
