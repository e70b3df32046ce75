"""A calculator and typed entries to a result, or to the reason why there is none."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.dosing.calculators import BARE, CALCULATORS, DATES, LABELS, PLAN, RATES, check, f, output
from tests.dosing.cases import hostile_cases, random_cases
from webref.dosing.entries import parameter_names, split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.numbers import show
from webref.dosing.query import Malformed, parse_query
from webref.dosing.result import Message
from webref.dosing.spec import Check, Setting

NOW = Setting("", "2026-11-22T09:30")
RATE = {"label": "us", "dose": "50mcg", "duration": "10h", "times": "7", "population": "adult"}


def ask(calculator, setting=NOW, **typed):
    return evaluate(calculator, split_entries(calculator, typed), setting)


def shown(result):
    return {one.output.id: one.shown.text.replace("\u00a0", " ") for one in result.answers}


def test_a_complete_form_is_answered():
    result = ask(RATES, **RATE)
    # 50 mcg x 1/3; 50 mcg / 2 mL; ceil(7/3) - floor(7/7); 5 x 1/3; 1000 never typed.
    assert shown(result) == {
        "rate": "16.67 mcg/day",
        "hourly": "0.6944 mcg/h",
        "bottles": "2 bottles",
        "part": "166.7%",
    }
    assert result.status == "warn"
    assert [message.id for message in result.messages] == ["short", "low"]


@pytest.mark.parametrize(
    ("hours", "label", "rate"),
    [("8", "us", "100"), ("8.1", "us", "16.67"), ("8.1", "ca", "100"), ("8", "uk", "16.67")],
)
def test_a_rule_turns_at_its_limit_under_its_label(hours, label, rate):
    result = ask(RATES, **{**RATE, "duration": f"{hours}h", "label": label})
    assert shown(result)["rate"] == f"{rate} mcg/day"


@given(some.integers(1, 10**9), some.sampled_from(["us", "ca", "uk"]))
def test_the_same_dose_in_another_unit_gives_the_same_answers(nanograms, label):
    def answers(text):
        result = ask(RATES, **{**RATE, "label": label, "dose": text})
        others = [other.shown for one in result.answers for other in one.others]
        return result.status, result.messages and result.messages[0].id, shown(result), others

    def decimal(places):
        text = f"{nanograms:0{places + 1}d}"
        return f"{text[:-places]}.{text[-places:]}".rstrip("0").rstrip(".")

    wanted = answers(f"{nanograms}ng") if nanograms < 10**9 else answers(f"{decimal(3)}mcg")
    assert answers(f"{decimal(3)}mcg") == answers(f"{decimal(6)}mg") == wanted


@given(some.fractions(1, 10**4, max_denominator=1000), some.fractions(1, 10**4, max_denominator=8))
def test_a_larger_dose_never_gives_a_smaller_rate(one, other):
    def rate(dose):
        text = show(dose, 3).replace(",", "")
        return ask(RATES, **{**RATE, "dose": f"{text}mcg"}).answers[0].shown.exact

    low, high = sorted((one, other))
    assert rate(low) <= rate(high)


def test_every_other_label_stands_beside_an_answer_to_be_compared():
    answers = {one.output.id: one for one in ask(RATES, **RATE).answers}
    others = {one.label.id: one.shown.text for one in answers["rate"].others}
    assert others == {"ca": "100\u00a0mcg/day", "uk": "16.67\u00a0mcg/day"}
    assert answers["bottles"].others == ()


def test_a_label_that_stops_gives_no_answer_and_never_that_of_the_label_followed():
    result = ask(RATES, **{**RATE, "population": "child", "times": "8"})
    assert result.status == "warn"
    [uk] = [one for one in result.answers[0].others if one.label.id == "uk"]
    assert uk.shown is None and uk.stop


def test_a_check_that_names_the_label_does_not_silence_the_others():
    naming = replace(RATES, checks=(check("named", "info", "1 > 0", "Under ", ("label",), "."),))
    result = ask(naming, **RATE)
    assert [one.text for one in result.messages] == ["Under United States."]
    others = {one.label.id: one.shown.text for one in result.answers[0].others}
    assert others == {"ca": "100\u00a0mcg/day", "uk": "16.67\u00a0mcg/day"}


def test_a_title_is_filled_in_like_a_text():
    title = Check("big", "warn", f("dose > 5 * mcg"), ("Above ", ("dose",)), ("Text.",), (1,))
    [message] = ask(replace(BARE, checks=(title,)), dose="6mcg").messages
    assert message == Message("big", "warn", "Above 6\u00a0mcg", "Text.", (1,))


def test_a_stop_leaves_nothing_but_its_reason():
    result = ask(RATES, **{**RATE, "dose": "101mg"})
    assert result.status == "stop"
    assert [message.text for message in result.messages] == ["Typed 101\u00a0mg, above 100\u00a0mg"]
    assert (result.answers, result.working, result.schedules) == ((), (), ())


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ({"dose": ""}, "incomplete"),
        ({"dose": "5"}, "incomplete"),
        ({"label": ""}, "incomplete"),
        ({"dose": "-5mg"}, "stop"),
        ({"label": "fr"}, "stop"),
        ({"dose": "", "duration": ".5h"}, "stop"),
        ({"volume": "0mL"}, "stop"),
        ({"times": "5", "more": "1"}, "stop"),
    ],
)
def test_a_gap_or_a_refusal_yields_no_value(typed, status):
    result = ask(RATES, **{**RATE, **typed})
    assert result.status == status
    assert (result.answers, result.working, result.schedules) == ((), (), ())


def test_a_division_by_zero_is_said_to_have_no_answer():
    for typed in ({"volume": "0mL"}, {"times": "5", "more": "1"}):
        assert [one.id for one in ask(RATES, **{**RATE, **typed}).messages] == ["no-answer"]


def test_what_hangs_on_an_input_left_out_is_left_out():
    assert "strongest" not in shown(ask(RATES, **RATE))
    assert shown(ask(RATES, **RATE, volume="2mL"))["strongest"] == "25 mcg/mL"
    outputs = shown(ask(RATES, **{**RATE, "times": "3"}, more="3"))
    assert ("part" in outputs, "rest" in outputs) == (False, True)


def test_a_message_that_would_have_a_hole_is_not_shown():
    result = ask(RATES, **{**RATE, "population": "child"})
    assert [message.id for message in result.messages] == ["no-answer"]
    result = ask(RATES, **{**RATE, "population": "child"}, volume="2mL")
    assert "2\u00a0mL" in [message.text for message in result.messages]


def test_a_message_naming_a_step_that_does_not_apply_is_not_shown():
    named = replace(RATES, checks=(check("weak", "info", "times > 1", ("strength",)),))
    assert [message.id for message in ask(named, **RATE).messages] == ["no-answer"]
    result = ask(named, **RATE, volume="2mL")
    assert [message.text for message in result.messages] == ["25\u00a0mcg/mL"]


@pytest.mark.parametrize(("mode", "figure"), [("down", "1"), ("half-up", "2"), ("up", "2")])
def test_an_answer_is_rounded_as_its_output_says(mode, figure):
    thirds = output("thirds", "dose / (3 * mcg)", "", 0, round=mode)
    [answer] = ask(replace(BARE, outputs=(thirds,)), dose="5mcg").answers
    assert (answer.shown.figure, answer.shown.exact) == (figure, Fraction(5, 3))
    lower = ask(replace(BARE, outputs=(thirds,)), dose="4mcg").answers[0]
    assert lower.shown.figure == ("2" if mode == "up" else "1")


def test_no_output_at_all_is_no_answer():
    silent = replace(BARE, outputs=(output("twice", "dose", "mcg", when="dose > 5 * mcg"),))
    nothing = ask(silent, dose="5mcg")
    assert (nothing.status, [one.id for one in nothing.messages]) == ("stop", ["no-answer"])
    assert ask(silent, dose="6mcg").status == "ok"
    assert ask(silent, dose="6mcg").working == ()


@pytest.mark.parametrize("calculator", CALCULATORS.values(), ids=CALCULATORS.keys())
def test_an_empty_form_is_incomplete(calculator):
    assert evaluate(calculator, {}, NOW).status == "incomplete"
    optional = replace(calculator, labels=(), inputs=(RATES.inputs[2],))
    assert evaluate(optional, {}, NOW).status == "incomplete"


def test_checks_are_worst_first_by_level_only():
    levels = replace(
        BARE,
        checks=(
            check("note", "info", "dose > 1 * mcg", "note"),
            check("warning", "warn", "dose > 2 * mcg", "warning"),
            check("stop", "stop", "dose > 3 * mcg", "stop"),
        ),
    )
    found = {text: ask(levels, dose=f"{text}mcg") for text in "1234"}
    assert [one.status for one in found.values()] == ["ok", "ok", "warn", "stop"]
    assert [len(one.messages) for one in found.values()] == [0, 1, 2, 1]


def test_an_expired_calculator_refuses_from_its_day_on():
    last, first = Setting("", "2027-11-21T23:59"), Setting("", "2027-11-22T00:00")
    assert ask(BARE, last, dose="5mcg").status == "ok"
    expired = ask(BARE, first, dose="5mcg")
    assert (expired.status, expired.messages[0].id, expired.answers) == ("stop", "expired", ())
    assert "before Mon 22 Nov 2027" in expired.messages[0].text


def test_a_withdrawn_calculator_says_why_before_anything_else():
    withdrawn = ask(BARE, Setting("", "", "A wrong figure."), dose="x")
    assert withdrawn.messages == (Message("withdrawn", "stop", "Withdrawn", "A wrong figure."),)
    assert (withdrawn.status, withdrawn.answers) == ("stop", ())


@pytest.mark.parametrize("now", ["1970-01-01T00:00", "2100-01-01T00:00", "2026-11-22", "soon"])
def test_a_clock_that_cannot_be_right_is_said_to_be_wrong(now):
    result = ask(BARE, Setting("", now), dose="5mcg")
    assert (result.status, result.messages[0].id, result.answers) == ("stop", "clock", ())


def test_dates_and_times_of_day():
    typed = {"filled": "2026-11-20", "wait": "30h", "given_at": "2026-11-22T09:30"}
    result = ask(DATES, **typed, clock="00:30")
    assert shown(result) == {
        "next": "Sat 21 Nov 2026",
        "dose_at": "Mon 23 Nov 2026, 09:30",
        "time": "20:12",
        "age": "2 days",
        "half": "15 h",
    }
    assert result.messages[0].text == "Now Sun 22 Nov 2026, 09:30 is late."
    early = ask(DATES, Setting("", ""), filled="2026-11-20", wait="30h")
    assert [one.id for one in early.messages] == ["no-answer"]


def test_a_date_beyond_the_calendar_is_no_answer():
    result = ask(DATES, filled="2099-12-31", wait="1days")
    assert [one.id for one in result.messages] == ["no-date"]
    assert "outside 2000 to 2099" in result.messages[0].text


def test_without_a_label_only_what_follows_none_is_answered():
    typed = {"start": "100mcg/day", "target": "130mcg/day", "step": "10%", "begun": "2026-11-22"}
    assert set(shown(ask(PLAN, **typed))) == {"change"}
    assert set(shown(ask(PLAN, **typed, label="us"))) == {"change", "ends"}
    assert ask(PLAN, **typed).label is None
    assert ask(PLAN, **typed, label="fr").status == "stop"


def test_a_schedule_runs_while_its_condition_holds():
    result = ask(PLAN, label="us", start="100mcg/day", target="130mcg/day", step="10%")
    [rows] = result.schedules
    assert [row.cells for row in rows.rows] == [
        ("1", "100\u00a0mcg/day", "4.167\u00a0mcg/h"),
        ("2", "110\u00a0mcg/day", "0.417\u00a0mcg/h"),
        ("3", "121\u00a0mcg/day", "0.458\u00a0mcg/h"),
    ]
    assert ([row.bar for row in rows.rows], rows.capped) == ([8264, 9090, 10000], False)


def test_a_schedule_is_cut_at_its_most_and_says_so():
    result = ask(PLAN, label="us", start="1mcg/day", target="1000mcg/day", step="1%")
    assert (len(result.schedules[0].rows), result.schedules[0].capped) == (12, True)
    # 1.1 to the power of 11 is below 2.86 and to the power of 12 above it.
    result = ask(PLAN, label="us", start="1mcg/day", target="2.86mcg/day", step="10%")
    assert (len(result.schedules[0].rows), result.schedules[0].capped) == (12, False)


def test_a_schedule_without_a_row_is_left_out_and_bars_never_point_below_zero():
    falling = {"label": "us", "start": "100mcg/day", "target": "40mcg/day", "step": "5%"}
    assert ask(PLAN, **falling).schedules == ()
    [falling_rows] = ask(PLAN, **falling, begun="2026-11-22").schedules
    assert falling_rows.table.id == "falling"
    assert [row.bar for row in falling_rows.rows] == [0, 0, 0]
    assert falling_rows.rows[0].cells[0] == "\u221260\u00a0mcg/day"


def test_a_table_alone_is_an_answer():
    table = replace(PLAN.tables[0], go_on=f("n < 2"))
    calculator = replace(PLAN, outputs=(), tables=(table,))
    result = ask(calculator, label="us", start="1mcg/day", target="2mcg/day", step="1%")
    assert (result.status, len(result.schedules[0].rows)) == ("ok", 2)


@pytest.mark.parametrize("calculator", CALCULATORS.values(), ids=CALCULATORS.keys())
def test_no_entry_does_more_than_be_answered_or_refused(calculator):
    """Nothing hostile raises, and only ok and warn carry a value."""
    names = parameter_names(calculator)
    for case in (*hostile_cases(calculator), *random_cases(calculator, 2, 200)):
        try:
            parameters = parse_query(case.query, names)
        except Malformed:
            continue
        result = evaluate(calculator, parameters, case.setting)
        answered = bool(result.answers or result.schedules)
        assert answered == (result.status in ("ok", "warn"))
        assert all(type(one.shown.exact) is Fraction for one in result.answers)
        assert {label.id for label in LABELS} >= {result.label.id if result.label else "us"}
