"""Printed tables: what is refused of their rows, and what a sound one becomes."""

import pytest

from tests.content.nomogram import FILE, write_nomogram
from webref.dosing.cases import Case
from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.rules import rules
from webref.dosing.spec import Setting

BROKEN = {
    "a gap between rows": (
        """is = { patient = "adult" }
below = "table.third"
stop = "Not printed"
text = "The table leaves a gap above {first}."

[[lookup.row]]
is = { patient = "adult" }
gives""",
        """is = { patient = "adult" }
from = "table.third"
gives""",
        "lookup[by_level]: no row holds what lies between 20\u00a0mg and 21\u00a0mg: where the "
        "source leaves that gap, write a row with stop, or round the key first (Patient is Adult)",
    ),
    "an edge that no row holds": (
        'to = "table.second"\ngives = { change = "table.none" }\n\n[[lookup.row]]\n'
        'is = { patient = "adult" }\nbelow',
        'below = "table.second"\ngives = { change = "table.none" }\n\n[[lookup.row]]\n'
        'is = { patient = "adult" }\nabove = "table.second"\nbelow',
        "lookup[by_level]: no row holds 20\u00a0mg: where the source leaves that gap, write a "
        "row with stop, or round the key first (Patient is Adult)",
    ),
    "rows that both hold their edge": (
        'below = "table.third"', 'from = "table.second"\nbelow = "table.third"',
        "lookup[by_level]: rows 2 and 3 overlap: both hold 20\u00a0mg (Patient is Adult)",
    ),
    "rows that overlap": (
        'below = "table.third"', 'from = "first"\nbelow = "table.third"',
        "lookup[by_level]: rows 2 and 3 overlap: both hold 10\u00a0mg to 20\u00a0mg "
        "(Patient is Adult)",
    ),
    "rows in the wrong order": (
        'to = "table.second"\ngives = { change = "table.none" }\n\n[[lookup.row]]\n'
        'is = { patient = "adult" }\nbelow = "table.third"',
        'from = "table.second"\nbelow = "table.third"\ngives = { change = "table.none" }\n\n'
        '[[lookup.row]]\nis = { patient = "adult" }\nfrom = "first"\nbelow = "table.second"',
        "lookup[by_level]: rows 2 and 3 stand in the wrong order (Patient is Adult)",
    ),
    "nothing above the last row": (
        'gives = { change = "table.down" }',
        'to = "table.third"\ngives = { change = "table.down" }',
        "lookup[by_level]: nothing holds what lies above row 4: leave out its upper limit, "
        "or write a row with stop after it (Patient is Adult)",
    ),
    "nothing below the first row": (
        'below = "first"\ngives', 'from = "whole"\nbelow = "first"\ngives',
        "lookup[by_level]: nothing holds what lies below row 1: leave out its lower limit, "
        "or write a row with stop before it (Patient is Adult)",
    ),
    "a row that holds no number": (
        'to = "table.second"', 'from = "table.second"\nbelow = "first"',
        "lookup[by_level]: row 2 holds no number: from 20\u00a0mg, below 10\u00a0mg "
        "(Patient is Adult)",
    ),
    "a case without a row": (
        """
[[lookup.row]]
is = { patient = "child" }
gives = { change = "table.none" }
""",
        "",
        "lookup[by_level]: no row is for: Patient is Child",
    ),
    "a limit in another unit": (
        'to = "table.second"', 'to = "table.up"', "lookup[by_level].row[2]: 10% is not in mcg",
    ),
    "a figure of another unit than its column": (
        'gives = { change = "table.down" }', 'gives = { change = "table.third" }',
        "lookup[by_level].row[4]: 21\u00a0mg is not in plain number",
    ),
    "a figure that is no fact": (
        'gives = { change = "table.down" }', 'gives = { change = "table.gone" }',
        "lookup[by_level]: there is no fact table.gone",
    ),
    "a limit that is no name": (
        'below = "first"\ngives', 'below = "10"\ngives',
        "lookup[by_level]: 10 is no name of [facts] or [constants], nor a fact's figure",
    ),
    "a key that is not there": (
        'key = ["patient", "level"]', 'key = ["patient", "weight"]',
        "lookup[by_level].key: weight is no entry with a number or with choices, and no step",
    ),
    "an answer that the choice lacks": (
        'is = { patient = "child" }', 'is = { patient = "infant" }',
        "lookup[by_level].row[5]: infant is no answer of patient",
    ),
    "a column that is none": (
        'gives = { change = "table.down" }', 'gives = { chance = "table.down" }',
        "lookup[by_level].row[4]: gives chance, which is no column; did you mean change?",
    ),
    "a gap that says nothing": (
        'text = "The table leaves a gap above {first}."\n', "",
        "lookup[by_level].row[3]: a row with stop gives nothing, and says why in text",
    ),
    "words of a row that name an entry": (
        'text = "Ask again."', 'text = "Ask again at {level}."',
        "lookup[by_level].row[4]: {level} is no figure: a table is read before entries",
    ),
    "a row that no example reads": (
        'inputs = { patient = "adult", level = "9.9 mg" }\nstatus = "ok"\n'
        'outputs = { next = "10.89 mg" }',
        'inputs = { patient = "adult", level = "19 mg" }\nstatus = "ok"\n'
        'outputs = { next = "19 mg" }',
        "lookup[by_level].row[1]: no worked example reads this row: write one",
    ),
    "a limit that no example stands on": (
        'inputs = { patient = "adult", level = "20 mg" }\nstatus = "ok"\n'
        'outputs = { next = "20 mg" }',
        'inputs = { patient = "adult", level = "19 mg" }\nstatus = "ok"\n'
        'outputs = { next = "19 mg" }',
        "lookup[by_level].row[2]: no worked example stands on 20\u00a0mg: write one",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_table_is_told_where_and_what_to_write(pack, old, new, message):
    write_nomogram(pack)
    pack.replace(FILE, old, new)
    errors = [problem for problem in pack.problems() if "warning" not in problem]
    assert errors[0].startswith(f"{FILE}: {message}")
    assert all("lookup[by_level]" in error for error in errors)


def test_a_sound_table_loads(pack):
    write_nomogram(pack)
    assert pack.problems() == []


def answered(pack, **typed):
    calculator = pack.site().calculators["steps"]
    return evaluate(calculator, split_entries(calculator, typed), Setting())


@pytest.mark.parametrize(
    ("patient", "level", "row"),
    [("adult", "9.9", 0), ("adult", "10", 1), ("adult", "20", 1), ("adult", "21", 3),
     ("child", "9.9", 4), ("child", "20.5", 4)],
)  # fmt: skip
def test_the_row_that_gave_the_figure_is_the_one_that_is_marked(pack, patient, level, row):
    write_nomogram(pack)
    result = answered(pack, patient=patient, level=f"{level} mg")
    (read,) = result.lookups
    assert read.row is read.lookup.rows[row]
    assert sum(one.name == "Change" for one in result.working) == 1


def test_a_gap_that_the_source_leaves_is_a_stop_in_its_words(pack):
    write_nomogram(pack)
    result = answered(pack, patient="adult", level="20.5 mg")
    assert result.status == "stop" and not result.answers
    assert [(one.title, one.text) for one in result.messages] == [
        ("Not printed", "The table leaves a gap above 10\u00a0mg.")
    ]


def test_a_key_that_is_rounded_first_says_so_and_leaves_no_gap(pack):
    write_nomogram(pack)
    pack.replace(FILE, '"level"]', '"level"]\nround = "whole"')
    pack.replace(FILE, 'level = "9.9 mg"', 'level = "9.4 mg"')  # 9.9 is read as 10
    pack.replace(FILE, 'next = "10.89 mg"', 'next = "10.34 mg"')
    pack.replace(
        FILE,
        """below = "table.third"
stop = "Not printed"
text = "The table leaves a gap above {first}."

[[lookup.row]]
is = { patient = "adult" }
gives""",
        """from = "table.third"
gives""",
    )
    pack.replace(
        FILE,
        'status = "stop"\nchecks = ["by-level-3"]',
        'status = "ok"\noutputs = { next = "21.525 mg" }',
    )
    assert pack.problems() == []
    result = answered(pack, patient="adult", level="20.5 mg")
    assert result.lookups[0].row is result.lookups[0].lookup.rows[2]
    assert result.working[0].name == "Level, rounded"
    assert result.working[0].parts[-1] == "21\u00a0mg"


def test_a_blank_sheet_shows_the_table_and_sends_to_it(pack):
    write_nomogram(pack)
    calculator = pack.site().calculators["steps"]
    assert [row.cells for row in calculator.lookups[0].rows] == [
        ("Adult", "below 10\u00a0mg", "10%"),
        ("Adult", "10\u00a0mg to 20\u00a0mg", "0%"),
        ("Adult", "above 20\u00a0mg, below 21\u00a0mg", "none given"),
        ("Adult", "from 21\u00a0mg", "5%"),
        ("Child", "any", "0%"),
    ]
    change = next(rule for rule in rules(calculator) if rule.name == "Change")
    assert change.cases == (Case((), "read from the table: Change by level"),)
