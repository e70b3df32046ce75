"""Printed tables that are read by too much, or whose rows say too little."""

import pytest

from tests.content.nomogram import FILE, write_nomogram

KEYS = 'key = ["patient", "level"]'
TABLE = '[[lookup]]\nid = "by_level"\nname = "Change by level"\n'
BROKEN = {
    "two numbers": (
        TABLE + KEYS,
        '[[input]]\nid = "weight"\nname = "Weight"\nkind = "quantity"\nunits = ["kg"]\n\n'
        + TABLE + 'key = ["patient", "level", "weight"]',
        ": is read by one number, not by level and weight",
    ),
    "no number to round": (
        KEYS, 'key = ["patient"]\nround = "whole"',
        ": rounds no number: it is read by choices alone",
    ),
    "a limit of no number": (KEYS, 'key = ["patient"]', ".row[1]: has a limit, and no number is"),
    "two lower limits": (
        'below = "table.third"', 'above = "first"\nfrom = "first"\nbelow = "table.third"',
        ".row[3]: has one lower and one upper limit at most",
    ),
    "two upper limits": (
        'below = "table.third"', 'to = "table.second"\nbelow = "table.third"',
        ".row[3]: has one lower and one upper limit at most",
    ),
    "a row that gives and says nothing": (
        'is = { patient = "child" }\ngives = { change = "table.none" }\n',
        'is = { patient = "child" }\n',
        ".row[5]: gives nothing and says nothing",
    ),
    "an unknown unit": ('name = "Change"\nunit = "%"', 'name = "Change"\nunit = "drops"',
                        ": no unit drops"),
    "rows without a limit between them": (
        'to = "table.second"\n', "", ": rows 2 and 3 overlap: row 2 has no upper limit (Patient",
    ),
    "two rows of one case": (
        'is = { patient = "child" }\ngives',
        'is = { patient = "child" }\ntext = "See the other row."\n\n[[lookup.row]]\n'
        'is = { patient = "child" }\ngives',
        ": rows 5 and 6 overlap: row 5 has no upper limit (Patient is Child)",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_a_table_is_refused_for(pack, old, new, message):
    write_nomogram(pack)
    pack.replace(FILE, old, new)
    errors = [problem for problem in pack.problems() if "warning" not in problem]
    assert errors[0].startswith(f"{FILE}: lookup[by_level]{message}"), errors


def test_a_table_of_choices_has_one_row_for_each(pack):
    write_nomogram(pack)
    pack.replace(FILE, KEYS, 'key = ["patient"]')
    for limit in ('below = "first"\n', 'to = "table.second"\n', 'below = "table.third"\n'):
        pack.replace(FILE, limit, "")
    errors = [problem for problem in pack.problems() if "warning" not in problem]
    assert errors[0] == f"{FILE}: lookup[by_level]: rows 1 and 2 both hold: Patient is Adult"
