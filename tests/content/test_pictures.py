"""Pictures of a calculator file: what is said of one that cannot be drawn."""

import pytest

from tests.content.volume import FILE, write_volume

PICTURE = """
[[picture]]
id = "doses"
kind = "scale"
name = "The dose beside the first dose"
row = [
    { name = "First dose", to = "us_dose" },
    { name = "Typed, {dose}", at = "dose" },
]
"""

BENT = {
    "a key that the kind has not": (
        'at = "dose"', 'at = "dose", level = "dose"',
        "row[2]: a row of a scale has at, or to, or at and to",
    ),
    "a row that draws nothing": (
        ', at = "dose"', "", "row[2]: a row of a scale has at, or to, or at and to",
    ),
    "a name of nothing": (
        'at = "dose"', 'at = "doze"',
        "row[2]: doze is no entry, no name of [facts] and no step; did you mean dose?",
    ),
    "a constant, which no source prints": (
        'at = "dose"', 'at = "slip"',
        "row[2]: slip is no entry, no name of [facts] and no step",
    ),
    "a choice": (
        'at = "dose"', 'at = "age"', "row[2]: age is a choice, which has no place on an axis",
    ),
    "values that share no axis": (
        'at = "dose"', 'at = "strength"',
        "row[2]: strength is mcg/mL, the axis mcg",
    ),
    "an amount on an axis of days": (
        'kind = "scale"', 'kind = "days"', "row[1]: a row of a days has at, or at and to",
    ),
    "words with a name of nothing": (
        "Typed, {dose}", "Typed, {doze}", "row[2]: {doze} is not known here; did you mean dose?",
    ),
}  # fmt: skip


@pytest.fixture
def drawn(pack):
    write_volume(pack)
    pack.replace(FILE, "\n[[table]]", PICTURE + "\n[[table]]")
    return pack


def test_a_picture_is_built_with_its_rows(drawn):
    (picture,) = drawn.site().calculators["volume"].pictures
    assert [row.at or row.to for row in picture.rows] == ["us_dose", "dose"]
    assert picture.rows[1].name == ("Typed, ", ("dose",))


@pytest.mark.parametrize(("old", "new", "said"), BENT.values(), ids=BENT)
def test_a_picture_that_cannot_be_drawn_is_refused_with_its_row(drawn, old, new, said):
    drawn.replace(FILE, old, new)
    assert f"{FILE}: picture[doses].{said}" in drawn.problems()


def test_one_picture_of_an_id(drawn):
    drawn.replace(FILE, "\n[[table]]", PICTURE + "\n[[table]]")
    assert f"{FILE}: picture[doses]: defined twice" in drawn.problems()


def test_a_figure_in_its_words_is_a_fact(drawn):
    drawn.replace(FILE, 'name = "First dose", to', 'name = "First dose of 50 mcg", to')
    assert f"{FILE}: picture[doses].row[1].name: the figure 50 mcg is no fact" in drawn.problems()


def test_a_picture_that_no_example_draws_is_refused(drawn):
    drawn.replace(FILE, 'kind = "scale"', 'kind = "scale"\nwhen = "dose > 100 * us_dose"')
    why = "no worked example draws it: add one that does"
    assert drawn.problems() == [f"{FILE}: picture[doses]: {why}"]
