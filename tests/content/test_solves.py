"""A calculator turned round: a page of its own, proved against the one that it comes from."""

from fractions import Fraction
from random import Random

import pytest

from tests.content.volume import FILE, WORKED, write_volume
from webref.content.calculators.solves import leads_back
from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.formula import parse_formula
from webref.dosing.spec import Setting

SOLVE = """
[[solve]]
id = "dose-from-volume"
title = "Dose in a volume"
short = "Dose"
answers = "The dose that a volume holds."
given = "volume"
units = ["mL"]
find = "dose"
value = "volume * strength"
unit = "mcg"
places = 2
"""


def solved(dose, volume):
    return f"""
[[solve.example]]
name = "{volume} mL"
inputs = {{ label = "us", volume = "{volume} mL", strength = "100 mcg/mL" }}
status = "{"warn" if dose > 80 else "ok"}"
outputs = {{ dose = "{dose} mcg" }}
checks = [{'"above"' if dose > 80 else ""}]
source = "US label: Dosage"
"""


def write_solve(pack):
    """The calculator of the tiny pack with itself turned round."""
    write_volume(pack)
    pack.replace(FILE, 'text = "You typed {dose}."', 'text = "Check both entries."')
    text = (pack.root / FILE).read_text(encoding="utf-8")
    pack.write(FILE, text + SOLVE + "".join(solved(*pair) for pair in WORKED.items()))


def answered(calculator, **typed):
    return evaluate(calculator, split_entries(calculator, typed), Setting())


def test_a_calculator_turned_round_is_a_page_that_answers_the_entry(pack):
    write_solve(pack)
    assert pack.problems() == []
    site = pack.site()
    turned = site.calculators["dose-from-volume"]
    assert [item.id for item in turned.inputs] == ["volume", "strength", "age"]
    assert [output.id for output in turned.outputs] == ["dose", "share"]
    assert any(page.url.endswith("/dose-from-volume/") for page in site.pages())


def test_pages_of_one_sum_lead_to_each_other_and_may_be_linked_to(pack):
    write_solve(pack)
    text = (pack.root / "pack.toml").read_text(encoding="utf-8")
    key = '{ page = "calculators/dose-from-volume", name = "Dose", hint = "in a volume" }'
    pack.write("pack.toml", f'{text}\n[[home]]\ntitle = "Back"\nkeys = [{key}]\n')
    pack.replace(
        FILE, "{start.ca}.", "{start.ca}; see [the other way](calculators/dose-from-volume)."
    )
    assert pack.problems() == []
    guides = pack.site().guides
    assert guides["volume"].turned == ("dose-from-volume",)
    assert guides["dose-from-volume"].turned == ("volume",)


def test_its_checks_hold_and_lead_to_what_is_entered(pack):
    write_solve(pack)
    pack.replace(FILE, 'level = "warn"', 'level = "warn"\nfield = "dose"')
    result = answered(
        pack.site().calculators["dose-from-volume"], label="us", volume="2 mL", strength="90 mcg/mL"
    )
    assert [(one.id, one.field) for one in result.messages] == [("above", "volume")]
    assert result.answers[0].shown.text == "180\u00a0mcg"


def test_random_entries_lead_back_exactly(pack):
    write_solve(pack)
    site, random = pack.site(), Random(1)
    forward, turned = site.calculators["volume"], site.calculators["dose-from-volume"]
    there, back = parse_formula("volume * strength"), parse_formula("dose / strength")
    for _ in range(200):
        one, two = (str(random.randint(1, 10**6) / Fraction(8)) for _ in range(2))
        one, two = (f"{float(Fraction(text)):.3f}" for text in (one, two))
        strength = {"label": "us", "strength": f"{two} mcg/mL"}
        first = answered(forward, dose=f"{one} mcg", **strength)
        second = answered(turned, volume=f"{one} mL", **strength)
        for result, node, name, shown in (
            (first, there, "dose", "volume"),
            (second, back, "volume", "dose"),
        ):
            if result.status in ("ok", "warn"):
                assert leads_back(result, Setting(), node, name, shown)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('value = "volume * strength"', 'value = "volume * strength * 1"', ""),
        ('value = "volume * strength"', 'value = "volume * strength + volume * strength"',
         "solve[dose-from-volume].example[0.1 mL]: dose is 20 mcg, not 10 mcg"),
        ('find = "dose"', 'find = "age"',
         "solve[dose-from-volume]: find: age is no entry with a number and a unit"),
        ('given = "volume"', 'given = "first"',
         "solve[dose-from-volume]: given: first is no single answer that always stands"),
        ('value = "volume * strength"', 'value = "volume *"',
         "solve[dose-from-volume]: value: not an expression: volume *"),
        ('value = "volume * strength"', 'value = "dose"',
         "solve[dose-from-volume].step[dose].value: dose is not known here"),
        ('value = "volume * strength"', 'value = "volume / strength"',
         "solve[dose-from-volume].step[dose].value: comes out as "),
        ('id = "dose-from-volume"', 'id = "volume"',
         "solve[volume]: another calculator has this id"),
    ],
)  # fmt: skip
def test_a_solve_that_is_none_is_told_where_and_why(pack, old, new, message):
    write_solve(pack)
    pack.replace(FILE, old, new)
    found = pack.problems()
    if not message:
        assert not found
    else:
        assert any(one.startswith(f"{FILE}: {message}") for one in found)


def test_a_slip_that_its_own_examples_do_not_meet_does_not_lead_back(pack):
    write_solve(pack)
    pack.replace(
        FILE,
        'name = "10"\ninputs = { label = "us",',
        'name = "10"\ninputs = { label = "us", age = "child",',
    )
    pack.replace(
        FILE,
        'value = "volume * strength"',
        'value = "(volume + volume if given(age) else volume) * strength"',
    )
    assert pack.problems() == [
        f"{FILE}: solve[dose-from-volume]: does not lead back: from 10, volume put into dose "
        "gives another figure than was entered"
    ]


def test_without_an_answer_there_is_nothing_to_lead_back_from(pack):
    write_solve(pack)
    result = answered(pack.site().calculators["volume"], label="us", dose="10 mcg",
                      strength="100 mcg/mL")  # fmt: skip
    assert leads_back(result, Setting(), parse_formula("dose"), "dose", "nosuch") is None
    assert leads_back(result, Setting(), parse_formula("dose"), "dose", "volume") is True
    assert leads_back(result, Setting(), parse_formula("age"), "dose", "volume") is False
