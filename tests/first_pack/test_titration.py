"""What titration says before a step is typed, and of a step that a label does not allow."""

from itertools import product

import pytest

from tests.packs import shipped
from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.spec import Setting

SITE = shipped()

# By hand, from the labels: least and largest step in per cent.
STEPS = {
    ("us", "adult", "spinal", "daily"): (10, 30),
    ("us", "adult", "cerebral", "daily"): (5, 15),
    ("us", "child", "spinal", "daily"): (5, 15),
    ("us", "child", "cerebral", "daily"): (5, 15),
    ("us", "adult", "spinal", "refill"): (10, 40),
    ("us", "adult", "cerebral", "refill"): (5, 20),
    ("us", "child", "spinal", "refill"): (10, 40),
    ("us", "child", "cerebral", "refill"): (5, 20),
    **{
        ("us", *case, "reduction"): (10, 20)
        for case in product(("adult", "child"), ("spinal", "cerebral"))
    },
    **{("ca", "adult", origin, "daily"): (10, 30) for origin in ("spinal", "cerebral")},
    **{("ca", "adult", origin, "refill"): (10, 30) for origin in ("spinal", "cerebral")},
    **{("ca", "adult", origin, "reduction"): (10, 20) for origin in ("spinal", "cerebral")},
}


def ask(case, **more):
    calculator = SITE.calculators["titration"]
    typed = dict(zip(("label", "population", "origin", "setting"), case, strict=True))
    typed |= {"age": "8 years"} if typed["population"] == "child" else {}
    typed |= {"current": "200 mcg/day", "pump": "programmable"} | more
    return evaluate(calculator, split_entries(calculator, typed), Setting())


@pytest.mark.parametrize("case", STEPS)
def test_what_the_label_allows_stands_before_a_step_is_typed(case):
    low, high = STEPS[case]
    shown = {one.output.id: one.shown.text for one in ask(case).answers}
    assert shown["allowed_step"] == f"{low} to {high}%"
    least, most = (
        (200 - 2 * high, 200 - 2 * low)
        if case[3] == "reduction"
        else (200 + 2 * low, 200 + 2 * high)
    )
    assert shown["allowed"] == f"{least} to {most}\u00a0mcg/day"
    assert "new_dose" not in shown


@pytest.mark.parametrize("case", STEPS)
def test_a_step_above_the_label_is_stopped_with_the_label_s_own_per_cents(case):
    low, high = STEPS[case]
    assert ask(case, step=f"{high} %").answered
    result = ask(case, step=f"{high}.01 %")
    assert result.status == "stop" and not result.answers
    [message] = result.messages
    assert f"{high}%" in message.title
    assert f"{low}% to {high}%" in message.text


def test_what_the_label_allows_is_headed_as_that_and_no_advice():
    outputs = SITE.calculators["titration"].outputs
    ranges = [one for one in outputs if one.to is not None]
    assert len(ranges) == 2
    assert all("allowed by the label, not advised" in one.name for one in ranges)
    assert not any(one.main for one in ranges)


def test_a_step_is_offered_and_none_is_chosen():
    step = next(one for one in SITE.calculators["titration"].inputs if one.id == "step")
    assert [preset.name for preset in step.presets] == ["5%", "10%", "15%", "20%", "30%"]
    assert step.optional and step.open


@pytest.mark.parametrize(
    ("age", "said", "figures"),
    [
        ("8 years", "child-under-twelve", ("274", "24", "1,199", "4\u00a0years")),
        ("13 years", "child-over-twelve", ("12", "2,003", "4\u00a0years")),
    ],
)
def test_for_a_child_mean_span_and_least_age_are_said(age, said, figures):
    result = ask(("us", "child", "spinal", "daily"), age=age)
    [message] = [one for one in result.messages if one.id == said]
    assert all(figure in f"{message.title} {message.text}" for figure in figures)
