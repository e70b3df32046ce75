"""Which row of a printed table was read."""

from fractions import Fraction

import pytest

from tests.dosing.calculators import BANDED
from webref.dosing.lookups import rows_read, rows_unread

DOSES = {"5000": 1, "10000": 2, "20000": 2, "30000": 3}  # mcg, and the row of the adult's table


@pytest.mark.parametrize(("dose", "row"), DOSES.items())
def test_the_row_that_holds_the_entries_is_read(dose, row):
    constants = {one.id: one.value for one in BANDED.constants}
    [read] = rows_read(BANDED, {**constants, "dose": Fraction(dose), "population": "adult"})
    assert read.row is BANDED.lookups[0].rows[row]


def test_no_row_is_read_where_its_entry_was_left_out():
    [read] = rows_read(BANDED, {"dose": Fraction(5000), "population": None})
    assert read == rows_unread(BANDED)[0]
    assert read.row is None
