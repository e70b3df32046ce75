"""The figures of a difference drawn beside each other, and how far apart they are."""

import pytest

from webref.content.tables import differences
from webref.web.scales import scale_of

FILE = "differences.toml"
CELLS = """
[[difference]]
id = "D01"
point = "First dose"
cells = [
    { label = "us", text = "{start.us}, as {start.us:usual} or {start.us:volume}." },
    { label = "ca", text = "{start.ca:1}." },
]
cautious = "The smaller one, {start.ca:1}."
pages = ["monograph/start"]
scale = [
    { name = "United States", figure = "start.us" },
    { name = "Canada", figure = "start.ca:1" },
]
"""


@pytest.fixture
def drawn(pack):
    pack.write(FILE, CELLS)
    return pack


def scale(pack):
    site = pack.site()
    return scale_of(site, site.rows(differences.ROWS)[0])


def test_figures_stand_on_one_axis_from_zero_with_their_factor(drawn):
    found = scale(drawn)
    rows = found.picture["rows"]
    assert [(row["name"], row["figure"].replace("\u00a0", " ")) for row in rows] == [
        ("United States", "50 mcg"), ("Canada", "25 mcg"),
    ]  # fmt: skip
    assert [row["point"] for row in rows] == ["97.0", "50.0"]  # of 3% to 97%
    assert found.factor == "2"


def test_a_factor_that_is_rounded_says_so(drawn):
    drawn.replace("facts/start.toml", "values = [25, 50]", "values = [30, 50]")
    assert scale(drawn).factor == "about 1.67"


def test_a_range_is_a_bar_and_has_no_factor(drawn):
    drawn.replace(FILE, 'figure = "start.us"', 'figure = "start.us:usual"')
    found = scale(drawn)
    assert found.factor == "" and found.picture["rows"][0]["spans"]


def test_a_difference_without_a_scale_has_no_picture(drawn):
    drawn.replace(FILE, CELLS[CELLS.index("scale") :], "")
    assert scale(drawn) is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'figure = "start.ca:1"', 'figure = "start.ca:2"',
            "start.ca:2 is drawn and stands in no cell: write it into one",
        ),
        (
            'figure = "start.us"', 'figure = "start.us:volume"',
            "its figures measure different things, which share no axis",
        ),
        (
            '    { name = "Canada", figure = "start.ca:1" },\n', "",
            "one figure has nothing beside it: write two or more",
        ),
    ],
)  # fmt: skip
def test_figures_that_cannot_be_drawn_are_refused(drawn, old, new, said):
    drawn.replace(FILE, old, new)
    assert drawn.problems() == [f"{FILE}: difference[D01].scale: {said}"]
