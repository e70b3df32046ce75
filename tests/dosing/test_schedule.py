"""A calculator's tables carried out row by row."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.dosing.calculators import check, f
from webref.dosing.run import Absent
from webref.dosing.schedule import ScheduleRow, schedules
from webref.dosing.spec import Column, ScheduleTable

FALLING = ScheduleTable(
    "falling",
    "Falling",
    4,
    (("left", f("dose")),),
    (("left", f("left - step")),),
    f("left >= 0"),
    (
        Column("n", "Row", f("n"), "", 0),
        Column("left", "Left", f("left"), "mcg", 1),
        Column("all", "All", f("dose + step"), "mcg", 1),
    ),
    chart="left",
)


def rows(table, **values):
    found = schedules((table,), {name: Fraction(value) for name, value in values.items()})
    return found[0].rows if found else ()


def test_rows_count_from_zero_and_each_starts_where_the_last_led():
    assert rows(FALLING, dose=3, step=1) == (
        ScheduleRow(("0", "3\u00a0mcg", "4\u00a0mcg"), 10000),
        ScheduleRow(("1", "2\u00a0mcg", "4\u00a0mcg"), 6666),
        ScheduleRow(("2", "1\u00a0mcg", "4\u00a0mcg"), 3333),
        ScheduleRow(("3", "0\u00a0mcg", "4\u00a0mcg"), 0),
    )


@pytest.mark.parametrize(("dose", "count", "capped"), [(2, 3, False), (3, 4, False), (4, 4, True)])
def test_a_table_is_cut_only_where_a_further_row_is_due(dose, count, capped):
    [found] = schedules((FALLING,), {"dose": Fraction(dose), "step": Fraction(1)})
    assert (len(found.rows), found.capped) == (count, capped)


def test_a_row_holds_the_limits_that_it_passes():
    low = check("low", "warn", "left < 2", "Low.")
    [row, left, everything] = FALLING.columns
    table = replace(FALLING, columns=(row, replace(left, limits=(low,)), everything))
    assert [row.passed for row in rows(table, dose=3, step=1)] == [(), (), (low,), (low,)]


def test_a_table_without_a_chart_has_no_bars():
    assert [row.bar for row in rows(replace(FALLING, chart=""), dose=3, step=1)] == [0, 0, 0, 0]


def test_a_chart_of_zeros_has_bars_of_none():
    assert [row.bar for row in rows(FALLING, dose=0, step=0)] == [0, 0, 0, 0]


def test_a_table_without_a_row_or_without_its_condition_is_left_out():
    assert rows(FALLING, dose=-1, step=1) == ()
    conditional = replace(FALLING, when=f("dose > 2"))
    assert rows(conditional, dose=2, step=1) == ()
    assert len(rows(conditional, dose=3, step=1)) == 4


def test_a_column_that_reads_what_was_not_typed_has_no_row():
    with pytest.raises(Absent):
        rows(FALLING, dose=3)
