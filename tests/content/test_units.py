"""Units of a pack: compounds by rule, near names, entries of two systems, plain numbers."""

import re
from fractions import Fraction

import pytest

from tests.content.volume import FILE, write_volume
from webref.dosing.evaluate import evaluate
from webref.dosing.record import to_record
from webref.dosing.spec import Setting

TURN = """
[[fact]]
id = "turn.mass"
text = "What turns a mass into an amount."
value = 88.4
unit = "micromol/L per mg/dL"
population = "adult"
route = "oral"
source = "us-label"
place = "Dosage"
lines = "001:1"
"""
ENTRY = """
[[input]]
id = "creatinine"
name = "Creatinine"
kind = "quantity"
units = ["micromol/L", "mg/dL"]
convert = "turn"
optional = true

[[input]]
id = "ratio"
name = "Ratio"
kind = "number"
optional = true

[[step]]
"""


@pytest.fixture
def calc(pack):
    """The tiny pack with a calculator that takes an entry in two systems, and a plain number."""
    write_volume(pack)
    facts = (pack.root / "facts/start.toml").read_text("utf-8")
    source = re.search(r'^source = "([^"]+)"', facts, re.MULTILINE)[1]
    pack.write("facts/start.toml", facts + TURN.replace("us-label", source))
    pack.replace(FILE, "\n[[step]]\n", ENTRY)
    pack.replace(FILE, "[facts]\n", '[facts]\nturn = "turn.mass"\n')
    pack.replace(
        FILE, "\n[[table]]",
        '\n[[output]]\nid = "level"\nname = "Level"\nvalue = "creatinine * ratio"\n'
        'unit = "micromol/L"\nplaces = 3\n\n[[table]]',
    )  # fmt: skip
    return pack


def answered(calc, **typed):
    form = {
        "label": "us", "dose": "50", "dose_unit": "mcg", "strength": "100",
        "strength_unit": "mcg/mL", **typed,
    }  # fmt: skip
    return evaluate(calc.site().calculators["volume"], form, Setting())


def test_an_entry_in_another_system_is_turned_by_the_fact_and_the_line_says_so(calc):
    assert calc.problems() == []
    result = answered(calc, creatinine="1.2", creatinine_unit="mg/dL", ratio="1.05")
    [level] = [one.shown for one in result.answers if one.output.id == "level"]
    assert level.exact == Fraction("1.2") * Fraction("88.4") * Fraction("1.05")
    line, *_, last = result.working
    assert line.parts == (
        "Creatinine × 88.4\u00a0micromol/L per mg/dL",
        "1.2\u00a0mg/dL × 88.4\u00a0micromol/L per mg/dL",
        "106.08\u00a0micromol/L",
    )
    assert last.parts[1] == "106.08\u00a0micromol/L × 1.05"
    [entry] = [one for one in result.entries if one.id == "creatinine"]
    assert (entry.shown, entry.echo) == ("1.2\u00a0mg/dL", "106.08\u00a0micromol/L")


def test_the_first_system_is_taken_as_it_is(calc):
    result = answered(calc, creatinine="106.08", creatinine_unit="micromol/L", ratio="1")
    [level] = [one.shown for one in result.answers if one.output.id == "level"]
    assert level.exact == Fraction("106.08")
    [entry] = [one for one in result.entries if one.id == "creatinine"]
    assert entry.echo == "1.2\u00a0mg/dL"


def test_a_fact_the_other_way_round_divides(calc):
    calc.replace("facts/start.toml", "micromol/L per mg/dL", "mg/dL per micromol/L")
    result = answered(calc, creatinine="884", creatinine_unit="mg/dL", ratio="1")
    [level] = [one.shown for one in result.answers if one.output.id == "level"]
    assert level.exact == 10


def test_the_record_has_the_code_of_each_unit(calc):
    result = answered(calc, creatinine="1.2", creatinine_unit="mg/dL", ratio="1.05")
    outputs = to_record(result, Setting())["outputs"]
    assert {name: one["ucum"] for name, one in outputs.items()} == {
        "volume": "mL", "share": "1", "level": "umol/L",
    }  # fmt: skip


def test_a_plain_number_has_no_unit_and_may_have_decimals(calc):
    result = answered(calc, creatinine="1", creatinine_unit="mg/dL", ratio="2.5")
    [entry] = [one for one in result.entries if one.id == "ratio"]
    assert (entry.value, entry.shown, entry.unit) == (Fraction("2.5"), "2.5", "")
    refused = answered(calc, creatinine="1", creatinine_unit="mg/dL", ratio="2.5 mg")
    [entry] = [one for one in refused.entries if one.id == "ratio"]
    assert (refused.status, entry.error) == (
        "stop", "This field has no unit, but mg is typed. Check what is asked.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('units = ["mcg", "mg"]', 'units = ["mcg/kg/mn"]',
         "input[dose].units: no unit mcg/kg/mn; did you mean mcg/kg/min?"),
        ('unit = "mL"', 'unit = "mg/mcg"',
         "output[volume].value: no unit mg/mcg: mg and mcg measure the same"),
        ('convert = "turn"', 'convert = "slip"', "input[creatinine].convert: slip is no name of"),
        ('convert = "turn"', 'convert = "us_dose"',
         "input[creatinine].convert: 50\u00a0mcg turns no mg/dL into micromol/L"),
        ('convert = "turn"', 'convert = "seen"', "seen is of tier 2 and sets a value"),
        ('convert = "turn"\n', "", "a fact that turns them: convert ="),
        ('"micromol/L", "mg/dL"]', '"micromol/L", "mmol/L"]',
         "input[creatinine].convert: all units measure the same: there is nothing to convert"),
        ('"micromol/L", "mg/dL"]', '"micromol/L", "h"]',
         "input[creatinine].convert: 88.4\u00a0micromol/L per mg/dL turns no h into micromol/L"),
        ('kind = "number"\n', 'kind = "number"\nunits = ["mg"]\n',
         "input[ratio].units: a number has none"),
        ('kind = "number"\n', 'kind = "quantity"\n',
         'input[ratio].units: a quantity has units; a plain number is kind = "number"'),
        ('kind = "number"\n', 'kind = "whole"\nconvert = "turn"\n',
         "input[ratio].convert: a whole has none"),
        ("creatinine * ratio", "creatinine * dose", "comes out as mcg micromol/mL"),
    ],
)  # fmt: skip
def test_a_unit_that_does_not_fit_is_refused_with_what_to_write(calc, old, new, problem):
    assert calc.problems() == []
    calc.replace(FILE, old, new)
    assert problem in "\n".join(calc.problems())


def test_a_fact_whose_unit_differs_in_letter_case_alone_is_refused(calc):
    calc.replace("facts/start.toml", "micromol/L per mg/dL", "micromol/l per mg/dl")
    assert (
        "fact[turn.mass].unit: the unit micromol/l per mg/dl is written micromol/L per mg/dL"
        in ("\n".join(calc.problems()))
    )
