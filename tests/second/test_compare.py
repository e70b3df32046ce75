"""What a second check says: where two sides differ, the words of a side, what a display shows."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest

from tests.packs import shipped
from tests.second.slips import EDITION, answered_forms, asked
from webref.content.wording.second import LISTED, SECOND

BACLOFEN = shipped()
DILUTION, TITRATION, PUMP = (
    BACLOFEN.calculators[one] for one in ("dilution", "titration", "pump-rate")
)
RIGHT = {
    "label": "us", "stock": "0.5", "stock_unit": "mg/mL",
    "target": "200", "target_unit": "mcg/mL", "volume": "20", "volume_unit": "mL",
}  # fmt: skip
OTHER = "ba9876543210"


def said(second, first=RIGHT, editions=(EDITION, EDITION), trees=(DILUTION, DILUTION)):
    pair = [
        [at, urlencode(form), edition]
        for at, (form, edition) in enumerate(zip((first, second), editions, strict=True))
    ]
    return asked(trees, [pair])["checked"][0]


def lines(*given, **more):
    return [one["text"] for one in said(*given, **more)["differences"]]


def test_the_same_entries_agree_and_have_the_same_four_words():
    found = said(RIGHT)
    assert found["agree"]
    assert found["same"] == []
    one, other = found["words"]
    assert one == other
    assert len(one.split()) == 4
    assert len(set(one.split())) > 1  # each byte has its own
    assert set(one.split()) <= set(SECOND["second.list"].split())


def test_another_unit_of_the_same_amount_agrees_and_is_said():
    found = said({**RIGHT, "stock": "500", "stock_unit": "mcg/mL"})
    assert found["agree"]
    assert found["same"] == ["Stock: 0.5\u00a0mg/mL and 500\u00a0mcg/mL are the same."]
    assert found["words"][0] == found["words"][1]


@pytest.mark.parametrize(
    ("number", "times"),
    [
        ("2", "The first is a hundred times the second."),
        ("2000", "The second is ten times the first."),
        ("800", "The second is 4 times the first."),
    ],
)
def test_the_field_that_differs_is_named_with_both_entries_and_how_many_times(number, times):
    shown = f"{int(number):,}"
    found = lines({**RIGHT, "target": number})
    assert found[0] == (f"Target: first 200\u00a0mcg/mL, second {shown}\u00a0mcg/mL. {times}")


def test_answers_that_differ_are_named_without_their_figures():
    found = lines({**RIGHT, "volume": "40"})
    assert found[0].startswith("Final volume: first 20\u00a0mL, second 40\u00a0mL.")
    assert len(found) > 1
    for line in found[1:]:
        assert "answers differ" in line
        assert " mL" not in line.replace("\u00a0", " ")


def test_no_times_are_said_where_they_are_not_whole():
    found = lines({**RIGHT, "target": "300"})
    assert found[0] == "Target: first 200\u00a0mcg/mL, second 300\u00a0mcg/mL."


STEP = {
    "label": "us", "population": "adult", "origin": "spinal", "setting": "daily",
    "current": "200", "current_unit": "mcg/day", "step": "10", "step_unit": "%",
}  # fmt: skip


def answers_apart(calculator, first, second):
    """The answers and schedules that are named, by id."""
    found = said(second, first, trees=(calculator, calculator))["differences"]
    return {one["id"]: one["text"] for one in found if one["kind"] == "answer"}


def test_a_range_differs_where_its_upper_end_does():
    # An adult with spasticity of the spine: 10% to 30% a day, 10% to 40% at a refill.
    assert "allowed" in answers_apart(TITRATION, STEP, {**STEP, "setting": "refill"})


def test_no_times_are_said_of_a_range_or_of_a_time_of_day():
    twice = answers_apart(TITRATION, STEP, {**STEP, "current": "400"})
    assert "twice" in twice["new_dose"] or "2 times" in twice["new_dose"]
    assert "times" not in twice["allowed"]
    night = BACLOFEN.calculators["night-rate"]
    form = next(one for one in answered_forms(night) if one["relief"] == "22:00")
    late = said({**form, "relief": "11:00"}, form, trees=(night, night))["differences"]
    assert "times" not in next(one["text"] for one in late if one["id"] == "relief")


def test_a_table_of_doses_differs_where_one_of_its_rows_does():
    taper = BACLOFEN.calculators["oral-taper"]
    form = answered_forms(taper)[0]
    assert "taper" in answers_apart(taper, form, {**form, "begin": "2026-11-23"})


def test_exchanged_entries_are_said_to_be():
    found = lines({**RIGHT, "target": "20", "volume": "200"})
    assert "Target and Final volume may be exchanged." in found


VOLUME = DILUTION.outputs[0]


def test_another_label_is_named_and_has_other_words_though_the_answer_is_the_same():
    short = replace(DILUTION, outputs=(VOLUME,))
    found = said({**RIGHT, "label": "ca"}, trees=(short, short))
    assert [one["kind"] for one in found["differences"]] == ["entry"]
    assert "label" in found["differences"][0]["text"].lower()
    assert found["words"][0] != found["words"][1]


def test_another_answer_to_the_same_entries_is_named_and_has_other_words():
    other = replace(VOLUME, value=DILUTION.outputs[1].value)
    bent = replace(DILUTION, outputs=(other, *DILUTION.outputs[1:]))
    found = said(RIGHT, trees=(DILUTION, bent))
    assert [(one["kind"], one["id"]) for one in found["differences"]] == [("answer", VOLUME.id)]
    assert found["words"][0] != found["words"][1]


def test_a_side_without_an_answer_says_why():
    [differs, none] = lines({**RIGHT, "target": "900"})
    assert differs.startswith("Target: first 200")
    assert none.startswith("The second entries have no answer: ")


def test_an_entry_that_only_one_made_is_named():
    found = said({key: text for key, text in RIGHT.items() if key != "volume"})
    assert not found["agree"]
    assert "Final volume: first 20\u00a0mL, second nothing." in [
        one["text"] for one in found["differences"]
    ]


def test_another_edition_and_another_calculator_are_named_and_change_the_words():
    found = said(RIGHT, editions=(EDITION, OTHER))
    assert [one["text"] for one in found["differences"]] == [
        f"Another edition: first {EDITION}, second {OTHER}."
    ]
    assert found["words"][0] != found["words"][1]
    titration = answered_forms(TITRATION)[0]
    kinds = {one["kind"] for one in said(titration, trees=(DILUTION, TITRATION))["differences"]}
    assert "calculator" in kinds


def test_another_drug_is_named():
    other = next(iter(shipped("dantrolene").calculators.values()))
    found = said(answered_forms(other)[0], trees=(DILUTION, other))
    assert found["differences"][0]["text"].startswith("Another drug or calculator: first ")


@pytest.mark.parametrize(
    ("change", "named"),
    [({"drug": "Examplin"}, "Examplin, Dilution"), ({"title": "Thinning"}, "Baclofen, Thinning")],
)
def test_another_drug_or_title_alone_is_named_and_has_other_words(change, named):
    found = said(RIGHT, trees=(DILUTION, replace(DILUTION, **change)))
    assert [one["text"] for one in found["differences"]] == [
        f"Another drug or calculator: first Baclofen, Dilution, second {named}."
    ]
    assert found["words"][0] != found["words"][1]


def test_what_only_the_second_entered_is_named():
    other = answered_forms(TITRATION)[0]
    found = said(other, trees=(DILUTION, TITRATION))
    named = {one["id"] for one in found["differences"] if one["kind"] == "entry"}
    assert {item.id for item in TITRATION.inputs if other.get(item.id)} <= named


def test_the_words_are_a_list_of_eight_bits_each():
    words = SECOND["second.list"].split(" ")
    assert len(words) == len(set(words)) == LISTED == 256


def displayed(read, unit=""):
    [found] = asked([DILUTION], [], [[[0, urlencode(RIGHT), EDITION], "stock_volume", read, unit]])[
        "shown"
    ]
    return found


@pytest.mark.parametrize(
    ("read", "unit", "state", "text"),
    [
        ("8", "", "same", "8\u00a0mL, the same."),
        ("8.0", "", "same", "8.0\u00a0mL, the same."),
        ("80", "", "differs", "It shows ten times as much."),
        ("0.8", "", "differs", "What was worked out is ten times as much."),
        ("8.1", "", "differs", "which is not what was worked out."),
        ("", "", "left", "not compared."),
        ("8,0", "", "refused", "comma"),
    ],
)
def test_a_display_is_compared_at_the_places_that_it_shows(read, unit, state, text):
    found = displayed(read, unit)
    assert found["state"] == state
    assert text in found["text"]
    if state == "differs":
        assert "8\u00a0mL" not in found["text"].replace(f"{read}\u00a0mL", "")


@pytest.mark.parametrize(
    ("read", "unit", "state", "text"),
    [
        ("0.4", "", "same", "the same."),
        ("0.0167", "mL/h", "same", "the same."),
        ("0.01667", "mL/h", "same", "the same."),
        ("0.02", "mL/h", "differs", "which is not"),  # rounded so far that a slip may hide
        ("0.4", "mL/h", "differs", "which is not"),
        ("0.0004", "mL/h", "differs", "which is not"),
        ("16.7", "mL/h", "differs", "which is not"),
    ],
)
def test_a_display_may_show_another_unit_of_the_same_kind(read, unit, state, text):
    dose = {"dose": "800", "dose_unit": "mcg/day", "concentration": "2"}
    entries = urlencode({**dose, "concentration_unit": "mg/mL"})
    [found] = asked([PUMP], [], [[[0, entries, EDITION], "flow", read, unit]])["shown"]
    assert found["units"] == ["mL/day", "mL/h"]
    assert (found["state"], text in found["text"]) == (state, True), found


def test_a_display_that_rounds_further_agrees_with_three_figures_and_says_so():
    entries = urlencode(
        {"dose": "800", "dose_unit": "mcg/day", "concentration": "2", "concentration_unit": "mg/mL"}
    )
    side = [0, entries, EDITION]
    found = asked([PUMP], [], [[side, "dose_hourly", read, ""] for read in ("33.3", "33", "33.4")])
    assert [one["state"] for one in found["shown"]] == ["same", "differs", "differs"]
    assert found["shown"][0]["text"].endswith("the same at the places that the device shows.")


@pytest.mark.parametrize(
    ("read", "state"),
    [("219", "differs"), ("220", "same"), ("240", "same"), ("260", "same"), ("261", "differs")],
)
def test_a_display_agrees_with_a_range_within_both_its_ends(read, state):
    side = [0, urlencode(STEP), EDITION]
    [found] = asked([TITRATION], [], [[side, "allowed", read, ""]])["shown"]
    assert found["state"] == state


@pytest.mark.parametrize(("read", "state"), [("2026-12-06", "same"), ("2026-12-07", "differs")])
def test_a_day_on_a_display_is_the_day_of_the_answer(read, state):
    taper = BACLOFEN.calculators["oral-taper"]
    form = {"current": "60", "current_unit": "mg/day", "duration": "14", "duration_unit": "days"}
    form |= {"piece": "5", "piece_unit": "mg", "begin": "2026-11-22"}
    side = [0, urlencode(form), EDITION]
    [found] = asked([taper], [], [[side, "nothing_from", read, ""]])["shown"]
    assert found["state"] == state
