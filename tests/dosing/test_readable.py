"""No figure is shown that readers of the pack would take for another number."""

from dataclasses import replace

import pytest

from tests.dosing.asking import ask
from tests.dosing.calculators import BARE, LABELS, PLAN
from tests.dosing.parts import check
from webref.dosing.present import notes_of, present
from webref.dosing.readable import misread
from webref.dosing.record import to_record
from webref.dosing.spec import Setting

COMMA, BOTH = replace(BARE, misread=","), replace(BARE, misread=".,")


@pytest.mark.parametrize(
    ("text", "marks", "figure"),
    [
        ("about 1,000\u00a0mg", ",", "1,000"),
        ("0.5\u00a0mg", ".", "0.5"),
        ("0.5\u00a0mg", ",", ""),
        ("1,000.5", ".", "1,000.5"),
        ("250 mg, twice. Then 3", ".,", ""),
        ("2026-11-22T09:30", ".,", ""),
    ],
)
def test_a_figure_is_found_by_the_mark_that_it_holds(text, marks, figure):
    assert misread(text, marks) == figure


def test_an_answer_with_a_mark_that_is_read_otherwise_gives_no_figure_at_all():
    for calculator, dose in ((COMMA, "500mcg"), (BOTH, "0.2mcg"), (BOTH, "500mcg")):
        result = ask(calculator, dose=dose)
        assert (result.status, [one.id for one in result.messages]) == ("stop", ["figures"])
        record = to_record(result, Setting())
        assert (record["outputs"], record["working"], record["inputs"]) == ({}, [], {})
        assert notes_of(result) == []
        assert not any(one.isdigit() for one in str(present(result, Setting())["checks"]))


def test_whole_numbers_below_a_thousand_are_answered_in_every_language():
    shown = [
        [answer.shown.text for answer in ask(one, dose="300mcg").answers] for one in (BARE, BOTH)
    ]
    assert shown == [["600\u00a0mcg"]] * 2


def test_a_row_or_a_bound_that_is_read_otherwise_leaves_no_table():
    asked = {"label": "us", "start": "10mcg/day", "target": "20mcg/day", "step": "10%"}
    assert ask(PLAN, **asked).schedules
    assert ask(replace(PLAN, misread="."), **asked).schedules == ()


def test_a_label_that_gives_nothing_beside_hides_no_figure():
    compared = tuple(replace(output, compare=True) for output in BARE.outputs)
    stops = (check("none", "stop", "label == 'ca'"),)
    followed = replace(COMMA, labels=LABELS, outputs=compared, checks=stops)
    [answer] = ask(followed, label="us", dose="300mcg").answers
    assert [other.shown is None for other in answer.others] == [True, False]


def test_an_entry_in_another_unit_is_left_out_where_it_alone_would_be_misread():
    whole = (replace(BARE.outputs[0], unit="mg"),)
    plain, comma = (ask(replace(one, outputs=whole), dose="1.5mg") for one in (BARE, COMMA))
    assert [one.shown.text for one in (*plain.answers, *comma.answers)] == ["3\u00a0mg"] * 2
    assert [one.entries[0].shown for one in (plain, comma)] == ["1.5\u00a0mg"] * 2
    assert [one.entries[0].echo for one in (plain, comma)] == ["1,500\u00a0mcg", ""]
