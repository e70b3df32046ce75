"""Which rows of a printed table the worked examples read."""

from dataclasses import replace

from tests.dosing.calculators import BANDED
from tests.dosing.parts import output
from webref.content.calculators.lookups.reached import check_reached
from webref.dosing.spec import Example


def test_an_example_that_leaves_an_entry_out_reads_no_row_by_it():
    example = Example("left out", (("dose", "5 mg"),), "ok", (), (), "", "A sheet")
    calculator = replace(
        BANDED, steps=(), outputs=(output("next", "dose", "mg"),), examples=(example,)
    )
    problems = list(check_reached(calculator, "x.toml"))
    assert [one.place for one in problems] == [f"lookup[by_dose].row[{n}]" for n in (1, 2, 3, 4)]
    adult = replace(example, inputs=(*example.inputs, ("population", "adult")))
    again = list(check_reached(replace(calculator, examples=(adult,)), "x.toml"))
    assert "no worked example reads this row: write one" not in [
        one.message for one in again if one.place.endswith("[2]")
    ]
