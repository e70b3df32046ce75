"""The drug in an answer comes from facts and entries alone; each way round that is refused."""

import pytest

from tests.content.volume import FILE, write_volume

INVENTED = 'invented = { value = "37", unit = "mg", reason = "because" }\n[[input]]\nid = "dose"'
PLAIN = 'factor = { value = "37", reason = "because" }\n[[input]]\nid = "dose"'
DOSE = '[[input]]\nid = "dose"'
VALUE = 'value = "dose / strength"'
FIRST = "value = \"us_dose if label == 'us' else ca_low\""
INSTEAD = (
    "whose drug comes from facts and entries alone:"
    " make it a fact with its source, or keep it to checks and rounding"
)
CONSTANT = "the constant invented (37\u00a0mg)"

HOLES = {
    "a constant": (VALUE, 'value = "invented / strength"',
                   "output[volume].value", CONSTANT, "the answer volume"),
    "through a sum": (VALUE, 'value = "(dose + invented) / strength"',
                      "output[volume].value", CONSTANT, "the answer volume"),
    "through a list": (VALUE, 'value = "min(dose, invented) / strength"',
                       "output[volume].value", CONSTANT, "the answer volume"),
    "through a branch": (VALUE, 'value = "(dose if given(age) else invented) / strength"',
                         "output[volume].value", CONSTANT, "the answer volume"),
    "through the condition of a branch": (
        VALUE, 'value = "(dose if dose < invented else us_dose) / strength"',
        "output[volume].value", CONSTANT, "the answer volume"),
    "through what is rounded": (VALUE, 'value = "round_to(invented, us_dose) / strength"',
                                "output[volume].value", CONSTANT, "the answer volume"),
    "through a step": (FIRST, 'value = "invented"',
                       "step[first].value", CONSTANT, "the answer share"),
    "through when an answer stands": (
        'unit = "mL"\nmain = true', 'unit = "mL"\nmain = true\nwhen = "dose < invented"',
        "output[volume].when", CONSTANT, "the answer volume"),
    "through the start of a table": ('start = { left = "dose" }', 'start = { left = "invented" }',
                                     "table[days].start", CONSTANT, "the table days"),
    "through the next row": (
        'next = { left = "left - first" }', 'next = { left = "left - invented" }',
                             "table[days].next", CONSTANT, "the table days"),
    "through the end of a table": ('while = "left > 0"', 'while = "left > invented"',
                                   "table[days].while", CONSTANT, "the table days"),
    "through a column": ('value = "left", unit', 'value = "left + invented", unit',
                         "table[days].columns", CONSTANT, "the table days"),
    "a unit with a literal": (VALUE, 'value = "100 * mg / strength"',
                              "output[volume].value", "the unit mg", "the answer volume"),
    "a unit alone": (VALUE, 'value = "mcg / strength"',
                     "output[volume].value", "the unit mcg", "the answer volume"),
    "a unit that turns a number to drug": (
        VALUE, 'value = "dose / us_dose * mg / strength"',
        "output[volume].value", "the unit mg", "the answer volume"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "place", "figure", "answer"), HOLES.values(), ids=HOLES.keys()
)
def test_an_amount_of_drug_from_the_file_reaches_no_answer(pack, old, new, place, figure, answer):
    write_volume(pack)
    pack.replace(FILE, DOSE, INVENTED)
    pack.replace(FILE, old, new)
    assert f"{FILE}: {place}: {figure} reaches {answer}, {INSTEAD}" in pack.problems()


@pytest.mark.parametrize(
    ("value", "figure"),
    [
        ("dose * factor / strength", "the constant factor (37)"),
        ("dose * 100 / strength", "the literal 100"),
        ("dose / strength + dose * 0 / strength if factor > 1 else dose / strength",
         "the constant factor (37)"),
    ],
)  # fmt: skip
def test_no_figure_of_the_file_scales_a_label_s_answer(pack, value, figure):
    write_volume(pack)
    pack.replace(FILE, DOSE, PLAIN)
    pack.replace(FILE, VALUE, f'value = "{value}"')
    assert f"{FILE}: output[volume].value: {figure} reaches the answer volume, {INSTEAD}" in (
        pack.problems()
    )


def test_arithmetic_may_have_a_plain_factor_whose_reason_is_shown(pack):
    write_volume(pack)
    pack.replace(FILE, DOSE, PLAIN)
    pack.replace(FILE, 'basis = "label"', 'basis = "arithmetic"')
    pack.replace(FILE, VALUE, 'value = "dose * factor / factor / strength"')
    assert pack.problems() == []
    constants = pack.site().calculators["volume"].constants
    assert [(one.shown, one.reason) for one in constants if one.reason] == [
        ("1,000", "mg taken for mcg"), ("37", "because"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('when = "dose > seen"', 'when = "dose > seen or dose > invented"'),
        (VALUE, 'value = "round_to(dose / strength, invented / strength / factor)"'),
    ],
    ids=["checks", "rounding"],
)
def test_an_amount_of_the_file_may_stand_in_checks_and_rounding(pack, old, new):
    write_volume(pack)
    pack.replace(FILE, DOSE, INVENTED.replace("37", "0.001"))
    pack.replace(FILE, "[constants]", '[constants]\nfactor = { value = "1000", reason = "small" }')
    if "dose > seen" in old:
        new = new.replace("dose > invented", "dose > invented * factor * factor")
    pack.replace(FILE, old, new)
    assert [one for one in pack.problems() if "reaches" in one] == []


LESSER = "seen is of tier 2 and sets a value"


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (VALUE, 'value = "seen / strength"', "output[volume].value"),
        (FIRST, 'value = "seen"', "step[first].value"),
        ('start = { left = "dose" }', 'start = { left = "seen" }', "table[days]"),
        ('next = { left = "left - first" }', 'next = { left = "left - seen" }', "table[days]"),
        ('while = "left > 0"', 'while = "left > seen"', "table[days]"),
        ('unit = "mL"\nmain = true', 'unit = "mL"\nmain = true\nwhen = "dose < seen"',
         "output[volume].when"),
    ],
)  # fmt: skip
def test_a_lesser_source_sets_no_value_by_any_way(pack, old, new, place):
    write_volume(pack)
    pack.replace(FILE, old, new)
    assert f"{FILE}: {place}: {LESSER}" in pack.problems()
