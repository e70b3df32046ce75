"""limits.toml: limits of a quantity that stand once, and what is refused in it."""

import pytest

from tests.content.tiny import TODAY
from tests.content.volume import FILE, write_volume
from webref.content.load import read_site
from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.spec import Setting

LIMITS = """
[facts]
tried = "trial.largest"
usual_least = "start.us:usual:low"

[constants]
thousandfold = { value = "1000", reason = "a slip" }

[[quantity]]
id = "first-dose"
name = "First dose"
route = "oral"
unit = "mcg"

[[case]]
id = "age"
options = ["adult", "child"]

[[limit]]
id = "above-tried"
quantity = "first-dose"
level = "stop"
above = "tried"
title = "Above {tried}"
text = "Nobody was given more."
cites = ["trial.largest"]

[[limit]]
id = "below-usual"
quantity = "first-dose"
level = "warn"
below = "usual_least"
labels = ["us"]
when = "age == 'adult'"
title = "Below {usual_least}"
text = "Less than is usual in adults."
cites = ["start.us"]
"""


NAMED = 'quantity = "first-dose"'
PRESETS = f"{NAMED}\npresets"
SHARE = 'value = "dose / first"\nunit = ""'


@pytest.fixture
def limited(pack):
    """The tiny pack whose calculator names a limited quantity as entry and as column."""
    write_volume(pack)
    pack.write("limits.toml", LIMITS)
    pack.replace(FILE, "presets = [", 'quantity = "first-dose"\npresets = [')
    pack.replace(
        FILE,
        'value = "left", unit = "mcg" }',
        'value = "left", unit = "mcg", quantity = "first-dose" }',
    )
    return pack


def ask(pack, **typed):
    site, problems = read_site(pack.root, TODAY)
    assert site and all("example[" in str(problem) for problem in problems)  # judged without limits
    calculator = site.calculators["volume"]
    parameters = split_entries(calculator, {"label": "us", "strength": "100 mcg/mL", **typed})
    return evaluate(calculator, parameters, Setting())


def said(result):
    return [(one.id, one.level) for one in result.messages]


def test_a_limit_holds_where_its_quantity_is_typed(limited):
    assert ask(limited, dose="81 mcg").status == "stop"
    assert said(ask(limited, dose="81 mcg")) == [("above-tried", "stop")]
    assert said(ask(limited, dose="80 mcg", age="child")) == []


@pytest.mark.parametrize(
    ("label", "age", "level"), [("us", "adult", "warn"), ("us", "child", ""), ("ca", "adult", "")]
)
def test_a_limit_of_a_case_holds_in_that_case(limited, label, age, level):
    found = said(ask(limited, dose="29 mcg", label=label, age=age))
    assert found == ([("below-usual", level)] if level else [])


def test_where_the_case_is_left_open_the_widest_limit_warns_and_a_narrower_one_is_noted(limited):
    assert said(ask(limited, dose="29 mcg")) == [("below-usual", "warn")]
    text = (limited.root / "limits.toml").read_text(encoding="utf-8")
    wider = text[text.index('[[limit]]\nid = "below-usual"') :]
    wider = wider.replace("below-usual", "below-wider").replace("usual_least", "low")
    wider = wider.replace("'adult'", "'child'")
    text = text.replace("[constants]", 'low = "start.ca:1"\n[constants]')
    text = text.replace('when = "age', 'span = "usual"\nwhen = "age')
    limited.write("limits.toml", text + wider.replace('when = "age', 'span = "usual"\nwhen = "age'))
    found = said(ask(limited, dose="24 mcg"))
    assert found == [("below-usual", "info"), ("below-wider", "warn")]


def test_rows_that_pass_a_limit_hold_it(limited):
    [days] = ask(limited, dose="60 mcg", age="adult").schedules
    # 60, then 10: the first dose of the label is taken off each day
    assert [[one.id for one in row.passed] for row in days.rows] == [[], ["below-usual"]]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('above = "tried"', 'above = "tried"\nbelow = "tried"', "has one of above, below"),
        ('above = "tried"', 'above = "thousandfold"', "thousandfold is no fact"),
        ('above = "tried"', 'above = "other"', "other is no name of [facts] or [constants]"),
        (f'{NAMED}\nlevel', 'quantity = "dose"\nlevel', "dose is no quantity of this file"),
        ('unit = "mcg"', 'unit = "mL"', "tried is of another dimension"),
        ('unit = "mcg"', 'unit = "drops"', "no unit drops"),
        ('labels = ["us"]', 'labels = ["uk"]', "uk is no label that calculators may follow"),
        ("age == 'adult'", "age == 'old'", "'old' is none of adult, child"),
        ('options = ["adult", "child"]', "", "has either options or a unit of the table"),
        ("Nobody was given more.", "Nobody was given 90 mcg.", "the figure 90 mcg is no fact"),
        ('id = "below-usual"', 'id = "above-tried"', "defined twice"),
        ('cites = ["start.us"]', 'cites = ["start.uk"]', "there is no fact start.uk"),
    ],
)  # fmt: skip
def test_a_limit_that_cannot_be_held_is_refused(limited, old, new, message):
    limited.replace("limits.toml", old, new)
    assert message in "\n".join(limited.problems())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (PRESETS, "presets", f"write {NAMED}, or other ="),
        (PRESETS, f'other = "x"\n{PRESETS}', "leave one out"),
        (PRESETS, PRESETS.replace("first", "last"), "last-dose is no quantity of this route"),
        (f", {NAMED} }}", " }", "may be a limited quantity"),
        ('id = "child", name', 'id = "old", name', "limits.toml knows adult, child for age"),
        ('id = "strength"', 'id = "age"', "limits.toml knows adult, child for age"),
        ('id = "above"', 'id = "above-tried"', "is a limit of limits.toml"),
        ('seen = "trial', 'tried = "trial', "tried is a name of limits.toml"),
        (SHARE, f'value = "dose * 1"\nunit = "mcg"\n{NAMED}', "make it a step"),
        (SHARE, f"{SHARE}\nhypothetical = true", "only what names a quantity"),
    ],
)  # fmt: skip
def test_a_calculator_says_which_quantity_it_means(limited, old, new, message):
    limited.replace(FILE, old, new)
    assert message in "\n".join(limited.problems())


def test_a_case_is_asked_in_the_dimension_that_the_limits_read(limited):
    case = 'options = ["adult", "child"]'
    limited.replace("limits.toml", case, f'{case}\n\n[[case]]\nid = "strength"\nunit = "mL"')
    assert "limits.toml reads strength in another dimension" in "\n".join(limited.problems())


def test_a_note_that_may_not_hold_stays_a_note(limited):
    limited.replace("limits.toml", 'level = "warn"', 'level = "info"')
    result = ask(limited, dose="10 mcg")
    assert [one.level for one in result.messages if one.id.startswith("below-usual")] == ["info"]


def test_a_limit_of_a_label_that_the_calculator_lacks_never_holds(limited):
    limited.replace("limits.toml", 'labels = ["us"]', 'labels = ["ca"]')
    limited.replace(FILE, 'labels = ["us", "ca"]', 'labels = ["us"]')
    assert said(ask(limited, dose="10 mcg")) == []
