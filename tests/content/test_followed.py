"""A figure of a guideline sets nothing where another label, or none, is followed."""

import shutil

import pytest

from tests.archetypes.packs import HERE, TODAY
from tests.content.tiny import TinyPack
from webref.content.load import read_site

FILE = "calculators/area.toml"
VALUE = "\"min(clearance, most) if label == 'hill' else clearance\""
OUTPUT = '[[output]]\nid = "dose"'
TABLE = """[[table]]
id = "lower"
name = "Lower clearances"
most = 3
start = {{ left = "{start}" }}
next = {{ left = "left - other" }}
while = "left > other"
{when}columns = [{{ id = "left", name = "Clearance", value = "left", unit = "mL/min" }}]

"""


def found(folder, *bends):
    """What is said of the figures of the guideline once the calculator is bent."""
    pack = TinyPack.__new__(TinyPack)
    pack.root = folder / "exampcurve"
    shutil.copytree(HERE / "exampcurve", pack.root)
    for old, new in bends:
        pack.replace(FILE, old, new)
    return [str(one) for one in read_site(pack.root, TODAY)[1] if "sets this" in str(one)]


def wrong(place, under="xx is followed"):
    why = "most is a figure of the guideline hill and sets this where"
    return [f"{FILE}: {place}: {why} {under}: choose it by label == 'hill'"]


@pytest.mark.parametrize(
    "value",
    [
        "clearance if label != 'hill' else most",
        "clearance if 'hill' != label else most",
        "clearance if label in ('xx',) else most",
        "most if given(label) and label == 'hill' and clearance > most else clearance",
        "clearance if clearance <= other or not (label == 'hill') else most",
        "clearance if given(label) and label == 'xx' else most",
    ],
)
def test_a_branch_that_the_guideline_alone_takes_may_hold_its_figure(tmp_path, value):
    assert found(tmp_path, (VALUE, f'"{value}"')) == []


@pytest.mark.parametrize(
    "value",
    [
        "most if label != 'hill' else clearance",
        "clearance if clearance <= other or label == 'hill' else most",
        "most if not (label == 'hill') or clearance > other else clearance",
        "clearance if clearance > most else most",
    ],
)
def test_a_branch_that_another_label_may_take_may_not(tmp_path, value):
    assert found(tmp_path, (VALUE, f'"{value}"')) == wrong("output[dose].value")


def test_where_the_label_may_be_left_out_the_figure_asks_whether_it_was(tmp_path):
    optional = ('basis = "label"', 'basis = "label"\nlabel_optional = true')
    asked = "min(clearance, most) if given(label) and label == 'hill' else clearance"
    assert found(tmp_path / "asked", optional, (VALUE, f'"{asked}"')) == []
    assert found(tmp_path / "unasked", optional) == wrong(
        "output[dose].value", "nothing is followed"
    )


@pytest.mark.parametrize(
    ("when", "said"),
    [("", wrong("output[dose].value")), ("label == 'hill'", []), ("clearance > other", None)],
)
def test_a_step_is_read_where_its_condition_may_hold(tmp_path, when, said):
    bent = f'"most"\nwhen = "{when}"' if when else '"most"'
    expected = wrong("output[dose].value") if said is None else said
    assert found(tmp_path, (VALUE, bent)) == expected


def test_an_answer_that_stands_under_the_guideline_alone_may_be_its_figure(tmp_path):
    extra = '[[output]]\nid = "cap"\nname = "Cap"\nvalue = "most"\nunit = "mL/min"\n'
    alone = extra + "when = \"label == 'hill'\"\n\n"
    assert found(tmp_path / "alone", (OUTPUT, alone + OUTPUT)) == []
    assert found(tmp_path / "always", (OUTPUT, f"{extra}\n{OUTPUT}")) == wrong("output[cap].value")


def test_a_table_is_held_to_the_same(tmp_path):
    for start, when, said in (
        ("counted", "", []),
        ("most", "", wrong("table[lower]")),
        ("most", "when = \"label == 'hill'\"\n", []),
    ):
        table = TABLE.format(start=start, when=when)
        assert found(tmp_path / str(len(table)), (OUTPUT, table + OUTPUT)) == said
