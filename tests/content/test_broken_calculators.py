"""A calculator broken in one place: what is said of it, and nothing that only follows from it."""

import pytest

from tests.content.volume import FILE, write_volume
from webref.dosing.words import say

CALCULATOR = {
    "an input that goes by the unit of another": (
        'id = "age"', 'id = "dose_unit"',
        "input[dose_unit].id: dose_unit goes with dose, a quantity: choose another id",
    ),
    "an input that goes by the unit that another was typed with": (
        'id = "age"', 'id = "strength_typed"',
        "input[strength_typed].id: strength_typed goes with strength, a quantity: "
        "choose another id",
    ),
    "an amount in a volume where the field is no strength": (
        'id = "dose"', 'id = "dose"\nprinted = "mg"',
        "input[dose].printed: the field is in no mg/mL: leave it out, or offer that unit",
    ),
    "an amount in a volume that is no unit": (
        'id = "strength"', 'id = "strength"\nprinted = "drops"',
        "input[strength].printed: the field is in no drops/mL: leave it out, or offer that unit",
    ),
    "an entry that is not optional and never folded": (
        'id = "dose"', 'id = "dose"\nopen = true',
        "input[dose].open: only an optional entry may be folded away: leave it out",
    ),
    "an input that goes by the paper of a worksheet": (
        'id = "age"', 'id = "paper"',
        "input[paper].id: paper is a name of the page itself: choose another id",
    ),
    "an input that hides what scripts ask of a form": (
        'id = "age"', 'id = "dataset"',
        "input[dataset].id: dataset is a name of the page itself: choose another id",
    ),
    "two entries of one name": (
        'name = "Strength"', 'name = "Dose"',
        "input: two entries are called Dose, so that no formula tells which it means",
    ),
    "an input that goes by the clock": ('id = "age"', 'id = "now"',
        "input[now]: now is defined twice",
    ),
    "a name that reads as an order while its entry is missing": (
        'name = "Dose"', 'name = "Give the dose"',
        'input[dose].prompt: is missing: "Give the dose is not entered yet." reads as an order; '
        'write a sentence of its own, as in prompt = "Enter when it was given."',
    ),
    "a prompt that orders": (
        'name = "Dose"', 'name = "Dose"\nprompt = "Give the dose."',
        "input[dose].prompt: write one sentence that begins with Enter and ends with a full stop",
    ),
    "a prompt of two sentences": (
        'name = "Dose"', 'name = "Dose"\nprompt = "Enter it. Give it."',
        "input[dose].prompt: write one sentence that begins with Enter and ends with a full stop",
    ),
    "an input that is a word of formulas": (
        'id = "age"', 'id = "if"', "input[if]: if is a word of formulas: choose another id",
    ),
    "an amount in a calendar": (
        'id = "volume"\nname = "Volume"', 'id = "volume"\nname = "Volume"\ncalendar = "Day"',
        "output[volume].calendar: only one date or moment goes into a calendar",
    ),
    "a check beside no input": (
        'id = "slip"',
        'id = "slip"\nfield = "doze"',
        "check[slip].field: doze is no input; did you mean dose?",
    ),
    "an entry that applies with no choice": (
        "optional = true", 'optional = true\napplies = { dose = ["us"] }',
        "input[age].applies: dose is no choice that stands before it",
    ),
    "an entry that applies with no option": (
        "optional = true", 'optional = true\ndepends = ["label"]\napplies = { label = ["uk"] }',
        "input[age].applies: label has no uk",
    ),
    "an entry that outlives its choice": (
        "optional = true", 'optional = true\napplies = { label = ["us"] }',
        "input[age].applies: write label into depends too: another choice clears the entry",
    ),
    "an entry asked for that does not always apply": (
        'depends = ["dose", "label"]', 'depends = ["label"]\napplies = { label = ["us"] }',
        "input[strength].applies: an entry that does not always apply is optional",
    ),
    "an input without a name": (
        'name = "Dose"', 'name = ""', "input[dose].name: must not be empty",
    ),
    "one unit twice": (
        'units = ["mcg", "mg"]', 'units = ["mcg", "mg", "mg"]',
        "input[dose].units: mg is listed twice",
    ),
    "one option twice": (
        'id = "child"', 'id = "adult"', "input[age].options: adult is listed twice",
    ),
    "a choice that may be zero": (
        "optional = true", "zero = true", "input[age].zero: a choice has none",
    ),
    "options of a quantity": (
        "depends = [", 'options = [{ id = "a", name = "A" }]\ndepends = [',
        "input[strength].options: a quantity has none: options belong to a choice",
    ),
    "one column twice": (
        '{ id = "day",', '{ id = "left",', "table[days].columns: left is listed twice",
    ),
    "one label twice": (
        'labels = ["us", "ca"]', 'labels = ["us", "us", "ca"]', "labels: us is listed twice",
    ),
    "two examples of one name": (
        'name = "20"', 'name = "10"', "example[10]: defined twice",
    ),
    "more decimals than are shown": (
        'unit = "mL"\nmain = true', 'unit = "mL"\nplaces = 10\nmain = true',
        "output[volume].places: write at most 9, not 10",
    ),
    "a constant that would never be worked out": (
        '"1000"', '"1e999999999"',
        f"constants.slip: 1e999999999 is not read. {say('number.exponent')}",
    ),
    "a constant over zero": (
        '"1000"', '"1/0"',
        f"constants.slip: 1/0 is not read. {say('number.alone')}",
    ),
    "a preset over zero": (
        'value = "50", unit', 'value = "50/0", unit',
        "input[dose]: the preset First names no figure: start.us",
    ),
    "the id of a fact where a name is filled in": (
        "You typed {dose}.", "Below {start.us}.",
        "check[slip].text: {start.us} would be shown as it stands: braces here hold a name of "
        "[facts] or of an entry, as in {least_age}",
    ),
    "a brace in a name": (
        'title = "Volume to give"', 'title = "Volume of {us_dose}"',
        "title: a brace would be shown as it stands: only prose names facts",
    ),
    "a preset of a fact in another unit": (
        'unit = "mcg", fact = "start.us"', 'unit = "mcg", fact = "trial.largest:doses"',
        "input[dose]: trial.largest:doses and its preset: no unit drops",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "problem"), CALCULATOR.values(), ids=CALCULATOR.keys())
def test_a_break_of_a_calculator_is_one_problem(pack, old, new, problem):
    write_volume(pack)
    pack.replace(FILE, old, new)
    assert pack.problems() == [f"{FILE}: {problem}"]


def test_what_uses_a_fact_that_is_not_there_is_not_reported_too(pack):
    write_volume(pack)
    pack.replace(FILE, 'us_dose = "start.us"', 'us_dose = "start.uk"')
    assert pack.problems() == [f"{FILE}: facts.us_dose: there is no fact start.uk"]


def test_a_formula_names_no_label_where_none_is_followed(pack):
    write_volume(pack)
    pack.replace(FILE, 'labels = ["us", "ca"]', "labels = []")
    assert f"{FILE}: step[first].value: label is not known here" in pack.problems()


STOP = """
[[check]]
id = "none"
level = "stop"
when = "dose > 3 * seen"
title = "Far above what was tried"
text = "Type a smaller dose."
"""


@pytest.mark.parametrize(("basis", "is_refused"), [("", True), ("arithmetic", False)])
def test_a_stop_without_source_reason_or_example_is_refused(pack, basis, is_refused):
    write_volume(pack)
    pack.replace(FILE, 'basis = "label"', 'basis = "arithmetic"')
    text = STOP + (f'basis = "{basis}"\n' if basis else "")
    pack.replace(FILE, '\n[[output]]\nid = "volume"', f'{text}\n[[output]]\nid = "volume"')
    why = "cites no source and no example reaches it: write cites, or basis and an example"
    said = f"{FILE}: check[none]: a stop that {why}"
    assert (said in pack.problems()) == is_refused
