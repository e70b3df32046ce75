"""Rows of a printed table that a check of the file stops."""

import pytest

from tests.content.nomogram import FILE, write_nomogram
from tests.content.test_lookups import answered

STOPPED = """
[[check]]
id = "not-a-child"
level = "stop"
when = "patient == 'child'"
title = "The table is for adults"
text = "The label prints none for a child."
cites = ["@us-label: Table"]

[[check]]
id = "no-change"
level = "info"
when = "change == 0"
title = "As before"
text = "The dose stays."
"""


def write_stopped(pack):
    """The table with a case that a check of the file stops, and a check that reads its figure."""
    write_nomogram(pack)
    row = 'is = { patient = "child" }\n'
    pack.replace(
        FILE, f'{row}gives = {{ change = "table.none" }}', f'{row}stopped_by = "not-a-child"'
    )
    text = (pack.root / FILE).read_text(encoding="utf-8")
    for level in ("5", "20.5", "40"):
        text = text.replace(
            f'inputs = {{ patient = "child", level = "{level} mg" }}\nstatus = "ok"\n'
            f'outputs = {{ next = "{level} mg" }}',
            f'inputs = {{ patient = "child", level = "{level} mg" }}\nstatus = "stop"\n'
            'checks = ["not-a-child"]',
        )
    pack.write(FILE, text + STOPPED)


def test_a_check_of_the_file_may_stop_a_row_and_is_said_in_it(pack):
    write_stopped(pack)
    assert pack.problems() == []
    result = answered(pack, patient="child", level="15 mg")
    assert [message.id for message in result.messages] == ["not-a-child"]
    row = result.calculator.lookups[0].rows[-1]
    assert (row.said, row.cells[-1]) == ("The table is for adults", "none given")


def test_what_reads_a_figure_does_not_hide_the_stop_of_its_gap(pack):
    write_stopped(pack)
    result = answered(pack, patient="adult", level="20.5 mg")
    assert [message.id for message in result.messages] == ["by-level-3"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('not-a-child"\n', 'not-an-id"\n', "not-an-id is no check that stops"),
        (
            'not-a-child"\n',
            'not-a-child"\ntext = "No."\n',
            "a row with stopped_by has nothing else",
        ),
    ],
)
def test_a_row_stopped_by_what_does_not_stop_is_refused(pack, old, new, message):
    write_stopped(pack)
    pack.replace(FILE, f'stopped_by = "{old}', f'stopped_by = "{new}')
    assert f"{FILE}: lookup[by_level].row[5]: {message}" in pack.problems()


@pytest.mark.parametrize("key", ["by choices", "by a number"])
def test_a_stop_may_name_a_figure_that_choices_alone_find(pack, key):
    write_stopped(pack)
    pack.replace(FILE, 'text = "The label prints none for a child."', 'text = "Not {kept}."')
    table = """
[[lookup]]
id = "by_patient"
name = "Kept"
key = ["patient"]
column = [{ id = "kept", name = "Kept", unit = "mg" }]
row = [
    { is = { patient = "adult" }, gives = { kept = "table.first" } },
    { is = { patient = "child" }, gives = { kept = "table.second" } },
]
"""
    if key == "by a number":
        table = table.replace('["patient"]', '["level"]')
        table = table.replace('is = { patient = "adult" }', 'to = "table.first"')
        table = table.replace('is = { patient = "child" }, ', "")
    pack.write(FILE, (pack.root / FILE).read_text(encoding="utf-8") + table)
    found = [one for one in pack.problems() if "kept" in one]
    assert bool(found) == (key == "by a number")
