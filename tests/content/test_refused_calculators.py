"""What a calculator file is refused for."""

import pytest

from tests.content.volume import FILE
from webref.dosing.words import say

BENT = {
    "an unknown key": ('note = "on the bottle"', 'hint = "x"', "input[strength].hint: unknown key"),
    "an id with a capital": ('id = "first"', 'id = "First"', "'First' is not in the form of an id"),
    "an id with an end of line": ('id = "first"', 'id = "first\\n"', "is not in the form of an id"),
    "an option's id with a space": ('id = "adult"', 'id = "an adult"', "form of an id"),
    "a fact's name with a hyphen": ("seen = ", "seen-most = ", "form of an id"),
    "a constant's name with a capital": ("slip = {", "Slip = {", "form of an id"),
    "units that do not match": (
        '"dose / strength"', '"dose * strength"',
        "output[volume].value: comes out as mcg^2/mL, not as mL: dose * strength",
    ),
    "units that do not add": (
        '"dose / strength"', '"dose + strength"', "value: units do not match: mcg and",
    ),
    "no expression": ('"dose / strength"', '"dose /"', "output[volume].value: not an expression"),
    "a name that is not known": (
        '"dose / strength"', '"doze / strength"', "output[volume].value: doze is not known here",
    ),
    "a name that comes later": (
        '"us_dose if', '"share * us_dose if', "step[first].value: share is not known here",
    ),
    "a unit that is not in the table": ('unit = "mL"', 'unit = "drops"', "no unit drops"),
    "a literal that is neither fact nor constant": (
        '"dose / strength"', '"dose / strength * 2"',
        "output[volume].value: 2 is a figure: declare it in [facts] or [constants]",
    ),
    "a fact that is not there": (
        '"start.ca:1"', '"start.uk"', "facts.ca_low: there is no fact start.uk",
    ),
    "a part that is not there": (
        '"start.ca:1"', '"start.ca:3"', "facts.ca_low: start.ca has no figure 3",
    ),
    "a fact of several figures": (
        '"start.ca:1"', '"start.ca"',
        "facts.ca_low: start.ca is several figures: name one of them, as in start.ca:1",
    ),
    "a range": ('"start.ca:1"', '"start.us:usual"', "start.us:usual is several figures"),
    "a fact in a unit that formulas do not know": (
        '"start.ca:1"', '"trial.largest:doses"', "facts.ca_low: trial.largest:doses: no unit drops",
    ),
    "a constant that is no number": (
        '"1000"', '"many"', "constants.slip: many is not read. One number alone",
    ),
    "a constant in no unit": (
        'value = "1000", unit = ""', 'value = "1000", unit = "drops"',
        "constants.slip: no unit drops",
    ),
    "a label that no calculator may follow": (
        'labels = ["us", "ca"]', 'labels = ["us", "au"]', "labels: au is no label",
    ),
    "a word that is no label": ("label == 'us'", "label == 'uk'", "'uk' is none of us"),
    "a stop that names a step": (
        "You typed {dose}.", "You typed {first}.",
        "a stop shows no computed value, so not {first}",
    ),
    "a stop's title that names a step": (
        "Below {us_dose}", "Below {first}", "a stop shows no computed value",
    ),
    "a text that names nothing": ("{seen} was", "{scene} was", "{scene} is not known"),
    "a text that names a unit": ("{seen} was", "{mcg} was", "{mcg} is not known here"),
    "a text that names the moment": ("{seen} was", "{now} was", "{now} is not known"),
    "a lesser source that sets a value": (
        '"dose / strength"', '"min(dose, seen) / strength"',
        "output[volume].value: seen is of tier 2 and sets a value",
    ),
    "a lesser source that sets a step": (
        '"us_dose if', '"seen if', "step[first].value: seen is of tier 2 and sets a value",
    ),
    "a lesser source in a table": (
        'value = "left"', 'value = "min(left, seen)"',
        "table[days]: seen is of tier 2 and sets a value",
    ),
    "a route that the pack does not have": (
        'route = "oral"', 'route = "oraly"', "route: there is no route oraly in pack.toml",
    ),
    "a limit without a citation": (
        'cites = ["start.us"]', "cites = []",
        "check[slip].cites: a limit without a citation: cite a fact or `@source: place`; in an "
        "arithmetic calculator `basis` may say instead what a limit rests on",
    ),
    "a citation of no fact": ('["start.us"]', '["start.uk"]', "there is no fact start.uk"),
    "a citation of no source": (
        '"@ca-label: Dosage"', '"@uk-label: Dosage"', "@uk-label: Dosage cites no source and place",
    ),
    "a citation without a place": (
        '"@ca-label: Dosage"', '"@ca-label: "', "cites no source and place",
    ),
    "a name that is defined twice": (
        "slip = {", "dose = {", "input[dose]: dose is defined twice",
    ),
    "a name that stands for a row": ('id = "first"', 'id = "n"', "step[n]: n is defined twice"),
    "a name that is a unit": ('id = "first"', 'id = "mg"', "step[mg]: mg is defined twice"),
    "two outputs of one name": ('id = "share"', 'id = "volume"', "output[volume]: defined twice"),
    "two checks of one name": ('id = "above"', 'id = "slip"', "check[slip]: defined twice"),
    "a preset that is not what its fact says": (
        'value = "50"', 'value = "51"', "input[dose]: the preset First is not what start.us says",
    ),
    "a preset in a unit that shifts it": (
        'unit = "mcg", fact', 'unit = "mg", fact', "the preset First is not what start.us says",
    ),
    "a preset of a unit that is not offered": (
        'value = "50", unit = "mcg", fact', 'value = "50000", unit = "ng", fact',
        "input[dose]: the preset First has a unit that is not offered",
    ),
    "a preset of no fact": (
        'fact = "start.us"', 'fact = "start.uk"', "the preset First names no figure: start.uk",
    ),
    "a preset that is no number": (
        'value = "50"', 'value = "fifty"', "the preset First names no figure: start.us",
    ),
    "units of two dimensions": (
        'units = ["mcg", "mg"]', 'units = ["mcg", "mL"]', "a quantity has units, all",
    ),
    "a unit of an input that is not in the table": (
        'units = ["mcg", "mg"]', 'units = ["mcg", "mg", "drops"]',
        "input[dose].units: no unit drops",
    ),
    "a choice with one option": (
        ', { id = "child", name = "Child" }', "", "input[age]: a choice has two or more options",
    ),
    "a choice with units": (
        'kind = "choice"', 'kind = "choice"\nunits = ["mg"]', "input[age]: a choice has two or",
    ),
    "a whole number with two units": (
        'kind = "quantity"\nunits = ["mcg", "mg"]', 'kind = "whole"\nunits = ["doses", "days"]',
        "input[dose].units: a whole number has one unit at most",
    ),
    "a whole number in a unit that is not in the table": (
        'kind = "quantity"\nunits = ["mcg", "mg"]', 'kind = "whole"\nunits = ["drops"]',
        "input[dose].units: no unit drops",
    ),
    "an input that depends on none": (
        'depends = ["dose", "label"]', 'depends = ["first"]',
        "input[strength].depends: depends on first, which is no input",
    ),
    "a table that loses what it started with": (
        'next = { left', 'next = { more', "table[days]: start and next name the same things",
    ),
    "a table that changes its unit": (
        '"left - first"', '"left / first"', "table[days]: comes out as plain number, not as mcg",
    ),
    "a table that starts from nothing": (
        'start = { left = "dose" }', 'start = { left = "doze" }', "table[days]: doze is not known",
    ),
    "a chart of no column": ('chart = "left"', 'chart = "right"', "right is no column to draw"),
    "a condition that is a number": (
        '"dose > seen"', '"dose"', "check[above].when: comes out as mcg, not as truth: dose",
    ),
    "a figure in words": (
        "Above what was tried", "Above 80 mcg", "check[above]: the figure 80 mcg is no fact",
    ),
    "a figure in the title": ('"Volume to give"', '"First 5 mg"', "title: the figure 5 mg is"),
    "a figure in what it answers": (
        "What to draw up for the first dose.", "The first 5 mg.",
        "answers: the figure 5 mg is no fact",
    ),
    "a figure beside an input": ("on the bottle", "often 1 mg/mL", "input[strength]: the figure 1"),
    "a figure in the name of an output": (
        'name = "Share"', 'name = "Per 5 mL"', "output[share]: the figure 5 mL is no fact",
    ),
    "a figure in the name of a step": (
        'name = "First dose"', 'name = "Per 5 mL"', "step[first]: the figure 5 mL is no fact",
    ),
    "a figure in the name of a table": (
        'name = "By day"', 'name = "By 5 mL"', "table[days]: the figure 5 mL is no fact",
    ),
    "an example that comes out otherwise": (
        '"0.25 mL"', '"0.2 mL"', "example[25]: volume is 0.25 mL, not 0.2 mL",
    ),
    "an example of another status": (
        'name = "25"\ninputs', 'name = "25"\nnow = "2027-11-22T00:00"\ninputs',
        "example[25]: status is stop, not ok; it says: stop expired",
    ),
    "an example with an input that is not there": (
        'dose = "25 mcg", strength', 'dose = "25 mcg", weight = "5", strength',
        "example[25]: unknown inputs: weight",
    ),
    "an example with several inputs that are not there": (
        'dose = "25 mcg", strength', 'weight = "5", height = "5", strength',
        "example[25]: unknown inputs: height, weight",
    ),
    "an example with gaps": (
        'dose = "25 mcg", strength = "100 mcg/mL"', 'age = "adult"',
        "example[25]: status is incomplete, not ok; it says: Dose is not entered yet.; "
        "Strength is not entered yet.",
    ),
    "an example that is refused and expired": (
        'dose = "25 mcg", strength = "100 mcg/mL" }', 'dose = ".5mg" }\nnow = "2027-11-22T00:00"',
        f"it says: {say('number.point-first')}; {say('entry.missing', name='Strength')}; "
        "stop expired",
    ),
    "an example with a warning that names no output": (
        'outputs = { volume = "0.9 mL" }', "outputs = {}", "example[90]: no output is named",
    ),
    "an example whose check does not fire": (
        'outputs = { volume = "0.25 mL" }\nchecks = []',
        'outputs = { volume = "0.25 mL" }\nchecks = ["above"]',
        "example[25]: the check above does not fire; it says: nothing",
    ),
    "an example of an output that is not there": (
        '{ volume = "0.25 mL" }', '{ rate = "1 mL" }', "there is no output rate",
    ),
    "an example that names no output": (
        'outputs = { volume = "0.25 mL" }', "outputs = {}", "example[25]: no output is named",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), BENT.values(), ids=BENT.keys())
def test_a_calculator_is_refused_for(calc, old, new, message):
    calc.replace(FILE, old, new)
    found = calc.problems()
    assert any(one.startswith(f"{FILE}: ") and message in one for one in found), found
