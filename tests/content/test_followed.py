"""Where the figures of a guideline may set a value: under that guideline alone."""

from dataclasses import replace

import pytest

from tests.dosing.calculators import PLAN, RATES
from tests.dosing.parts import constant, f, output, step
from webref.content.calculators.followed import check_followed

OF_CA = {"figure": "ca"}
FIGURE = constant("figure", "2", "", "2")


def refused(calculator):
    """Under which label each place is refused."""
    return {
        (one.place, one.message.partition(" sets this where ")[2].partition(":")[0])
        for one in check_followed(calculator, OF_CA, "x.toml")
    }


def calculator(value, *steps, when=""):
    return replace(
        RATES,
        constants=(FIGURE,),
        steps=steps,
        outputs=(output("rate", value, "mcg", when=when),),
    )


@pytest.mark.parametrize(
    "condition",
    [
        "label == 'ca'",
        "'ca' == label",
        "not label != 'ca'",
        "label in ('ca',)",
        "given(label) and label == 'ca'",
        "times > 3 and label == 'ca'",
        "not (label == 'us' or label == 'uk')",
    ],
)
def test_a_figure_is_chosen_by_the_guideline_that_it_is_of(condition):
    assert refused(calculator(f"dose * figure if {condition} else dose")) == set()


@pytest.mark.parametrize(
    "condition",
    ["times > 3", "label != 'ca' or times > 3", "not times > 3", "given(label)", "label == 'us'"],
)
def test_a_figure_is_refused_under_another_label(condition):
    found = refused(calculator(f"dose * figure if {condition} else dose"))
    assert ("output[rate].value", "us is followed") in found
    assert not any("ca is" in under for _, under in found)


def test_an_answer_of_that_guideline_alone_may_use_it():
    assert refused(calculator("dose * figure", when="label == 'ca'")) == set()


def test_a_figure_that_a_step_brings_is_refused_too():
    bring = step("bring", "dose * figure", "mcg")
    assert len(refused(calculator("bring + dose", bring))) == 2  # us and uk
    held = step("bring", "dose * figure", "mcg", when="label == 'ca'")
    assert refused(calculator("bring if given(times) else dose", held)) == set()
    open_ = step("bring", "dose * figure", "mcg", when="times > 3")
    assert len(refused(calculator("bring + dose", open_))) == 2


def test_a_table_is_held_too():
    table = PLAN.tables[0]
    columns = tuple(replace(one, value=f("figure * state")) for one in table.columns)
    bent = replace(PLAN, constants=(*PLAN.constants, FIGURE), label_optional=True)
    open_ = replace(bent, tables=(replace(table, columns=columns, when=None),))
    assert refused(open_) == {
        (f"table[{table.id}]", under) for under in ("us is followed", "nothing is followed")
    }
    held = replace(bent, tables=(replace(table, columns=columns, when=f("label == 'ca'")),))
    assert refused(held) == {(f"table[{table.id}]", "nothing is followed")}


def test_nothing_is_asked_where_there_is_no_guideline():
    assert list(check_followed(RATES, {}, "x.toml")) == []
