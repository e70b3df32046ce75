"""A calculator file of the tiny pack that reads a printed table by a number and by the label."""

from tests.content.tiny import TinyPack

FILE = "calculators/steps.toml"
FACTS = "facts/steps.toml"

TABLE = """editor = "An editor"
checker = ""
review_by = 2027-05-22
""" + "".join(
    f"""
[[fact]]
id = "table.{name}"
text = "From the table of the label."
value = {value}
unit = "{unit}"
population = "adult"
route = "oral"
source = "us-label"
place = "Table"
lines = "000:5"
"""
    for name, value, unit in (
        ("first", 10, "mg"),
        ("second", 20, "mg"),
        ("third", 21, "mg"),
        ("up", 10, "%"),
        ("none", 0, "%"),
        ("down", 5, "%"),
        ("whole", 1, "mg"),
    )
)

HEAD = """
title = "Next dose"
short = "Next"
answers = "The next dose after a level."
route = "oral"
labels = []
basis = "label"
about = "The label prints a table [@us-label: Table]."
editor = "An editor"
checker = ""
review_by = 2027-05-22

[facts]
first = "table.first"
whole = "table.whole"

[[input]]
id = "level"
name = "Level"
kind = "quantity"
units = ["mg"]

[[input]]
id = "patient"
name = "Patient"
kind = "choice"
options = [{ id = "adult", name = "Adult" }, { id = "child", name = "Child" }]

[[lookup]]
id = "by_level"
name = "Change by level"
key = ["patient", "level"]

[[lookup.column]]
id = "change"
name = "Change"
unit = "%"

[[lookup.row]]
is = { patient = "adult" }
below = "first"
gives = { change = "table.up" }

[[lookup.row]]
is = { patient = "adult" }
to = "table.second"
gives = { change = "table.none" }

[[lookup.row]]
is = { patient = "adult" }
below = "table.third"
stop = "Not printed"
text = "The table leaves a gap above {first}."

[[lookup.row]]
is = { patient = "adult" }
gives = { change = "table.down" }
text = "Ask again."

[[lookup.row]]
is = { patient = "child" }
gives = { change = "table.none" }

[[output]]
id = "next"
name = "Next dose"
value = "level * (1 + change)"
unit = "mg"
"""

# Patient and level, and the next dose worked out by hand; none where the table has a gap.
WORKED = (
    ("adult", "9.9", "10.89"),
    ("adult", "10", "10"),
    ("adult", "15", "15"),
    ("adult", "20", "20"),
    ("adult", "20.5", ""),
    ("adult", "21", "22.05"),
    ("adult", "30", "31.5"),
    ("child", "5", "5"),
    ("child", "20.5", "20.5"),
    ("child", "40", "40"),
)


def example(patient: str, level: str, wanted: str) -> str:
    """A worked example: the dose in mg that the table gives, or none where it has no row."""
    return f"""
[[example]]
name = "{patient}, {level}"
inputs = {{ patient = "{patient}", level = "{level} mg" }}
status = "{"ok" if wanted else "stop"}"
{f'outputs = {{ next = "{wanted} mg" }}' if wanted else 'checks = ["by-level-3"]'}
source = "US label: Table"
"""


def write_nomogram(pack: TinyPack) -> None:
    """Put the calculator and the figures of its table into a tiny pack."""
    pack.write(FACTS, TABLE)
    pack.write(FILE, HEAD + "".join(example(*one) for one in WORKED))
