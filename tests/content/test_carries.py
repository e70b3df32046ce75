"""A figure is carried to an entry that means the same, in a unit and under labels known there."""

import json
import shutil

import pytest

from tests.archetypes.packs import HERE, TODAY, archetype
from tests.content.tiny import TinyPack
from webref.content.load import read_site
from webref.outputs.carries import carries_text

START = "calculators/start.toml"
STEPS = '[[carry]]\nfigure = "start"\nto = "by-steps"\nentry = "current"\n'
PLACE = f"{START}: carry[start to by-steps]: "


@pytest.fixture
def ladder(tmp_path):
    """The archetype that carries a dose to two tapers, to be bent."""
    pack = TinyPack.__new__(TinyPack)
    pack.root = tmp_path / "exampladder"
    shutil.copytree(HERE / "exampladder", pack.root)
    return pack


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (
            START,
            STEPS,
            STEPS.replace('"current"', '"piece"'),
            f"{PLACE}entry: start is daily-dose, and piece of by-steps is how much is taken off "
            "the daily dose: a figure goes to an entry that means the same, so give both one "
            "quantity of limits.toml, or name another entry",
        ),
        (
            START,
            STEPS,
            STEPS.replace('"start"', '"weight"'),
            f"{START}: carry[weight to by-steps]: entry: weight is no quantity, and current of "
            "by-steps is daily-dose: a figure goes to an entry that means the same, so give both "
            "one quantity of limits.toml, or name another entry",
        ),
        (
            START,
            STEPS,
            STEPS.replace('"start"', '"stort"'),
            f"{START}: carry[stort to by-steps]: figure: stort is no answer or entry of this "
            "calculator; did you mean start?",
        ),
        (
            START,
            STEPS,
            STEPS.replace('"by-steps"', '"by-stepz"'),
            f"{START}: carry[start to by-stepz]: to: by-stepz is no other calculator; did you mean "
            "by-steps?",
        ),
        (
            START,
            STEPS,
            STEPS.replace('"by-steps"', '"start"'),
            f"{START}: carry[start to start]: to: start is no other calculator",
        ),
        (
            START,
            STEPS,
            STEPS.replace('"current"', '"curent"'),
            f"{PLACE}entry: curent is no entry of by-steps; did you mean current?",
        ),
        (START, STEPS, STEPS + "\n" + STEPS, f"{PLACE}defined twice"),
        (
            "calculators/by-steps.toml",
            'units = ["mg/day"]\nquantity',
            'units = ["g/day"]\nquantity',
            f"{PLACE}entry: current takes no mg/day: add it to its units, or leave this out",
        ),
        (
            START,
            "main = true\nquantity",
            "main = true\nhypothetical = true\nquantity",
            f"{PLACE}figure: start is a range or what nobody has chosen: carry one answer",
        ),
    ],
)
def test_a_carry_that_would_mislead_is_refused_with_what_to_write(ladder, file, old, new, problem):
    ladder.replace(file, old, new)
    assert problem in [str(one) for one in read_site(ladder.root, TODAY)[1]]


def test_a_figure_of_one_label_goes_to_no_calculator_of_another(ladder):
    ladder.replace(
        "pack.toml",
        "[[label]]",
        '[[label]]\nid = "yy"\ntag = "YY"\nname = "Elsewhere"\nsource = "yy-sheet"\n'
        'dated = "invented"\nfollowed = true\n\n[[label]]',
    )
    sheet = (ladder.root / "sources.toml").read_text("utf-8")
    ladder.write("sources.toml", sheet + "\n" + sheet.replace("xx", "yy"))
    ladder.replace(START, "labels = []", 'labels = ["xx", "yy"]')
    ladder.replace("calculators/by-steps.toml", "labels = []", 'labels = ["xx"]')
    found = [str(one) for one in read_site(ladder.root, TODAY)[1]]
    assert (
        f"{PLACE}to: by-steps does not follow yy, which this calculator may: a figure goes to no "
        "other label" in found
    )


def test_a_page_knows_what_it_gives_and_takes_and_what_goes_with_it():
    site = archetype("exampladder")
    data = json.loads(carries_text(site, "start"))
    assert (data["pack"], data["into"]) == ("exampladder", [])
    assert data["out"][0] == {
        "figure": "start",
        "typed": False,
        "title": "Taper by steps",
        "address": "/exampladder/calculators/by-steps/",
        "groups": ["patient"],
    }
    taken = json.loads(carries_text(site, "by-share"))
    assert taken["out"] == []
    assert taken["into"] == [
        {
            "from": "by-steps",
            "title": "Taper by steps",
            "figure": "current",
            "entry": "current",
            "groups": ["patient"],
        },
        {
            "from": "start",
            "title": "Start by weight",
            "figure": "start",
            "entry": "current",
            "groups": ["patient"],
        },
    ]
    (typed,) = json.loads(carries_text(site, "by-steps"))["out"]
    assert (typed["figure"], typed["typed"]) == ("current", True)
    assert carries_text(archetype("exampnomo"), "clotting-time") == ""
