"""What the formulas of a calculator may name."""

import pytest

from tests.content.volume import FILE, write_volume


@pytest.mark.parametrize(
    ("value", "unit", "problem"),
    [
        ("now + 1 * day", "date", ""),
        ("now + 1 * day - now", "h", ""),
        ("now + 1 * mcg", "date", "moment + number has no meaning"),
        ("now + 1 * day", "clock", "comes out as moment, not as min: now + 1 * day"),
        ("dose * (1 * h / (1 * day))", "mcg", ""),
        ("doze", "moment", "doze is not known here"),
    ],
)
def test_units_are_quantities_and_the_moment_asked_is_a_moment(pack, value, unit, problem):
    write_volume(pack)
    more = f'[[output]]\nid = "more"\nname = "More"\nvalue = "{value}"\nunit = "{unit}"\n'
    pack.replace(FILE, "[[table]]", f"{more}\n[[table]]")
    found = pack.problems()
    place = f"{FILE}: output[more].value: "
    assert [one.startswith(place) for one in found] == [True] * bool(problem)
    assert problem in "".join(found)
