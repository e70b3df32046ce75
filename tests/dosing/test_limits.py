"""Limits that several places of a calculator may pass: said once, rows marked."""

from dataclasses import replace

import pytest

from tests.dosing.calculators import BARE, PLAN, RATES, check
from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.limits import PLACE_ENDS, limits
from webref.dosing.present import present
from webref.dosing.spec import Setting
from webref.dosing.words import WORDS, speaking

NOW = Setting("", "2026-11-22T09:30")


def ask(calculator, **typed):
    return evaluate(calculator, split_entries(calculator, typed), NOW)


def test_a_limit_that_rows_pass_is_said_once_unless_a_check_has_said_it():
    typed = {"start": "10 mcg/day", "target": "40 mcg/day", "step": "50 %"}
    result = ask(PLAN, **typed)
    [plan] = result.schedules
    # 10, 15, 22.5 and 33.75: above twice from the third on, above three times the fourth.
    passed = [[limit.id for limit in row.passed] for row in plan.rows]
    assert passed == [[], [], ["twice"], ["twice", "thrice"]]
    assert [message.id for message in result.messages] == ["twice", "thrice"]
    assert result.status == "warn"
    rows = present(result, NOW)["schedules"][0]["rows"]
    assert [row["passed"] for row in rows][1:3] == [[], [{"text": "Title <twice>"}]]


def test_of_checks_under_one_id_the_first_that_holds_speaks():
    first = check("limit", "warn", "dose > 10 * mcg", "The entry.")
    second = check("limit", "info", "dose > 5 * mcg", "Perhaps.")
    calculator = replace(BARE, checks=(first, second))
    said = [ask(calculator, dose=f"{dose} mcg").messages for dose in ("5", "6", "11")]
    assert [[one.text for one in messages] for messages in said] == [
        [],
        ["Perhaps."],
        ["The entry."],
    ]


def test_on_paper_a_limit_of_several_places_is_one_line_with_any_of_its_conditions():
    entry = replace(
        check("far", "warn", "label == 'us' and start > percent * mcg / day"),
        text=("Start: ", ("start",), PLACE_ENDS, "Too much."),
    )
    change = replace(
        check("far", "warn", "label == 'us' and given(rise) and rise > percent * mcg / day"),
        text=("Rise: ", ("rise",), PLACE_ENDS, "Too much."),
    )
    unsure = replace(check("far", "info", "start > percent * mcg / day"), unsure=True)
    own = check("own", "warn", "start > target", "Of one place.")
    calculator = replace(PLAN, checks=(entry, change, unsure, own))
    far, alone = limits(calculator)
    assert (far.level, far.text, alone.text) == ("warn", "Too much.", "Of one place.")
    assert far.when.startswith("Label is United States and (Start or Rise is more than ")
    assert "given" not in far.when


def test_on_paper_what_may_hold_is_listed_where_nothing_is_sure():
    unsure = replace(check("far", "info", "start > target", "Perhaps."), unsure=True)
    [line] = limits(replace(PLAN, checks=(unsure,)))
    assert (line.level, line.text) == ("info", "Perhaps.")


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (
            "dose > ceiling", "duration < 8 * h",
            "Dose is more than 100 mg × 1,000 mcg per mg or Duration is less than 8 h",
        ),
        (
            "given(volume)", "dose > ceiling",
            "Volume is given or Dose is more than 100 mg × 1,000 mcg per mg",
        ),
        ("label == 'us'", "label == 'us' and dose > ceiling", "Label is United States"),
    ],
)  # fmt: skip
def test_conditions_that_pass_no_one_figure_are_said_each(first, second, said):
    [line] = limits(
        replace(
            RATES, checks=(check("x", "warn", first, "Said."), check("x", "warn", second, "Said."))
        )
    )
    assert line.when.replace("\u00a0", " ") == said


def test_conditions_of_a_limit_are_joined_by_the_words_of_the_pack():
    passed = [check("far", "warn", f"label == 'us' and {name} > percent * mcg / day")
              for name in ("start", "target")]  # fmt: skip
    plan = replace(PLAN, checks=tuple(passed))
    with speaking({**WORDS, "join.and": " und ", "join.or": " oder "}):
        [far] = limits(plan)
    assert " und (Start oder " in far.when and " and " not in far.when
