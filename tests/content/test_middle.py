"""A tree that is entered in the middle, and a dose of it that is taken to a calculator."""

import json

import pytest

from tests.content.walk import FILE, STRENGTHS, WALK, wrong
from webref.outputs.carries import carries_text
from webref.render.words import text_of

MIDDLE = 'middle = [{ text = "{start.us} was given last", at = "ask.dose.end" }]\n'
RIGHT = 'note = "to the end [@us-label: Dosage]", to = "end"'
OVER = """
[[document.step]]
id = "over"
title = "Over"
text = "Nothing was given [@us-label: Dosage]."
outcome = "stop"
"""
CARRY = 'carry = [{ to = "volume", entry = "dose" }]\n'


@pytest.fixture
def onward(calc):
    """The walk beside a calculator, which takes the dose from the walk's end."""
    facts = (calc.root / "facts/start.toml").read_text(encoding="utf-8")
    calc.write("facts/start.toml", facts + STRENGTHS)
    text = WALK.replace(RIGHT, RIGHT.replace('"end"', '"over"')) + OVER
    calc.write(FILE, text.replace('outcome = "go"\n', f'outcome = "go"\n{CARRY}'))
    return calc


def test_a_place_in_the_middle_is_named_by_its_anchor(walk):
    walk.replace(FILE, 'label = "us"\n', f'label = "us"\n{MIDDLE}')
    assert wrong(walk) == []
    (one,) = walk.site().protocols["walk"].walks[0].middle
    assert text_of(one.text) == "50 mcg was given last"
    assert [text_of(passed.answer.text) for passed in one.place.path] == ["Left", "Enough"]


def test_a_place_that_does_not_exist_is_refused(walk):
    walk.replace(FILE, 'label = "us"\n', 'label = "us"\n' + MIDDLE.replace("dose.end", "dos.end"))
    assert "there is no step at ask.dos.end" in wrong(walk)[0]


def test_the_dose_given_last_goes_to_an_entry_of_a_calculator(onward):
    assert wrong(onward) == []
    place = onward.site().protocols["walk"].walks[0].places[2]
    assert (place.anchor, place.given.text()) == ("ask.dose.end", "50\u00a0mcg")
    (into,) = json.loads(carries_text(onward.site(), "volume"))["into"]
    assert into == {
        "from": "walk", "title": "Walk", "figure": "given", "entry": "dose", "groups": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('to = "volume"', 'to = "volumes"', "there is no calculator volumes; did you mean volume"),
        ('entry = "dose"', 'entry = "dos"', "dos is no entry of volume; did you mean dose"),
        ('entry = "dose"', 'entry = "strength"', "strength of volume takes no mcg"),
    ],
)
def test_a_dose_that_would_mislead_is_refused(onward, old, new, message):
    onward.replace(FILE, old, new)
    assert any(message in problem for problem in wrong(onward)), wrong(onward)


def test_a_calculator_that_does_not_follow_the_walks_label_takes_no_dose(onward):
    assert wrong(onward) == []
    file = onward.root / "calculators/volume.toml"
    text = file.read_text("utf-8")
    assert 'labels = ["us", "ca"]' in text
    onward.write(
        "calculators/volume.toml", text.replace('["us", "ca"]', '["ca"]').replace("'us'", "'ca'")
    )
    assert "carry[volume]: volume does not follow us" in " ".join(onward.problems())


def test_nothing_is_said_of_ways_to_calculators_that_could_not_be_read(onward):
    onward.replace(FILE, 'to = "volume"', 'to = "volumes"')
    assert "there is no calculator volumes" in " ".join(onward.problems())
    onward.write("calculators/other.toml", "x = [")
    assert "there is no calculator volumes" not in " ".join(onward.problems())


def test_a_way_without_a_dose_is_refused(onward):
    onward.replace(FILE, 'to = "over"', 'to = "end"')
    onward.replace(FILE, OVER, "")
    assert wrong(onward) == ["document[us].step[end].carry: no dose is given on the way ask.end"]


def test_only_an_outcome_that_goes_on_takes_a_dose_along(onward):
    onward.replace(FILE, 'outcome = "go"', 'outcome = "warn"')
    assert any("carry belongs to an outcome that goes on" in one for one in wrong(onward))
