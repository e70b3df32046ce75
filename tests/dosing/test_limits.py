"""Limits that several places of a calculator may pass: said once, rows marked."""

from dataclasses import replace

import pytest

from tests.dosing.calculators import BARE, PLAN, RATES, check
from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.limits import limits
from webref.dosing.other_units import other_units
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


def test_on_paper_a_limit_of_several_places_is_one_line_with_all_that_may_pass_it():
    entry = check("far", "warn", "label == 'us' and start > percent * mcg / day")
    change = check("far", "warn", "label == 'us' and given(rise) and rise > percent * mcg / day")
    unsure = replace(check("far", "info", "start > percent * mcg / day"), unsure=True)
    own = check("own", "warn", "start > target", "Of one place.")
    calculator = replace(PLAN, checks=(entry, change, unsure, own))
    far, alone = limits(calculator)
    assert (far.level, alone.level) == ("warn", "warn")
    assert [label.id for label in far.labels] == ["us"]
    assert (far.subject, far.when) == ("Start or Rise", "")
    twice = limits(replace(PLAN, checks=(entry, change, entry)))
    assert [one.subject for one in twice] == ["Start or Rise"]
    third = check("far", "warn", "label == 'us' and target > percent * mcg / day")
    assert (
        limits(replace(PLAN, checks=(entry, third, change)))[0].subject == "Start, Target or Rise"
    )
    assert far.limit.startswith("is more than ")


def test_on_paper_what_may_hold_is_listed_where_nothing_is_sure():
    unsure = replace(check("far", "info", "start > target", "Perhaps."), unsure=True)
    [line] = limits(replace(PLAN, checks=(unsure,)))
    assert (line.level, line.title) == ("info", "Title <far>")


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
        ("label == 'us'", "label == 'us' and dose > ceiling", ""),
    ],
)  # fmt: skip
def test_conditions_that_pass_no_one_figure_are_said_each(first, second, said):
    [line] = limits(
        replace(
            RATES, checks=(check("x", "stop", first, "Said."), check("x", "stop", second, "Said."))
        )
    )
    assert line.when.replace("\u00a0", " ") == said


def test_conditions_of_a_limit_are_joined_by_the_words_of_the_pack():
    both = "rise > percent and step > percent"
    passed = [check("far", "stop", f"{both} and {name} > percent * mcg / day")
              for name in ("start", "target")]  # fmt: skip
    plan = replace(PLAN, checks=tuple(passed))
    with speaking({**WORDS, "join.and": " und ", "join.or": " oder "}):
        [far] = limits(plan)
    assert far.subject == "Start oder Target"
    assert "und" in far.when and " and " not in far.when


@pytest.mark.parametrize(
    ("level", "condition", "subject", "when"),
    [
        # What another part compares is given; what a title prints is not printed twice.
        ("stop", "given(rise) and rise > percent", "Rise", ""),
        ("stop", "start > target", "", "Start is more than Target"),
        # A short line of a warning says for whom, and leaves the sum to its title.
        ("warn", "label == 'us' and start > target", "", ""),
        ("warn", "label in ('us', 'ca') or start > target", "", ""),
    ],
)
def test_a_check_is_a_short_line(level, condition, subject, when):
    [line] = limits(replace(PLAN, checks=(check("x", level, condition),)))
    assert (line.subject, line.when) == (subject, when)


def test_a_figure_that_the_title_prints_is_not_printed_twice():
    high = replace(check("x", "stop", "duration > 8 * h"), title=("Above 8\u00a0h",))
    [line] = limits(replace(RATES, checks=(high,)))
    assert (line.subject, line.limit) == ("Duration", "")


def test_a_title_prints_the_figures_that_it_names():
    high = replace(check("x", "stop", "duration > 8 * h"), title=("Above ", ("ceiling",)))
    [line] = limits(replace(RATES, checks=(high,)))
    assert line.title == "Above 100\u00a0mg"


def test_another_unit_of_an_entry_stands_with_what_takes_it_to_the_first():
    entry = next(item for item in RATES.inputs if len(item.units) > 1)
    others = entry.units[1:]
    found = other_units(replace(entry, units=("mcg/day", "mg/day", "mcg/h"), printed=""))
    assert [(one.name, one.factors) for one in found] == [
        ("mg/day", "× 1,000\u00a0mcg per\u00a0mg"),
        ("mcg/h", "× 24\u00a0h per\u00a0day"),
    ]
    [_, held] = other_units(replace(entry, units=("mcg/mL", "mg/mL"), printed="mg"))
    assert (held.name, held.factors, held.in_volume) == ("mg", "× 1,000\u00a0mcg per\u00a0mg", True)
    assert tuple(one.name for one in other_units(entry)) == others
