"""`webref examples`: entries on the edges, answered by the engine and checked by nobody."""

import re
import tomllib

import pytest

from tests.content.volume import FILE, write_volume
from webref.cli.command import main
from webref.cli.examples import UNCHECKED

FILLED = 'source = "US label: Dosage"'


@pytest.fixture
def proposed(pack, capsys):
    """The rows that are proposed for the calculator of the tiny pack."""
    write_volume(pack)
    assert main(["examples", "volume", "--pack", str(pack.root)]) == 0
    return capsys.readouterr().out


def inputs_of(text):
    return [row["inputs"] for row in tomllib.loads(text)["example"]]


def test_each_limit_is_met_from_both_sides_and_on_it(proposed):
    doses = {row["dose"] for row in inputs_of(proposed) if row["label"] == "us"}
    # 80 mcg is the most that was given; dose * 1,000 < 50 mcg is a slip of units.
    assert {"79.9 mcg", "80.1 mcg", "0.05 mcg", "0.049 mcg", "0.051 mcg"} <= doses


def test_every_label_option_and_preset_is_tried(proposed):
    rows = inputs_of(proposed)
    assert {row["label"] for row in rows} == {"us", "ca"}
    assert {row.get("age") for row in rows} == {None, "adult", "child"}


def test_each_edge_is_met_once_however_many_examples_there_are(pack, proposed, capsys):
    text = (pack.root / FILE).read_text("utf-8")
    rows = inputs_of(proposed)
    assert len({row["dose"] for row in rows}) >= len(rows) - 4  # labels and options stand once
    pack.write(FILE, text + re.sub(r'^source = ""$', FILLED, proposed, flags=re.MULTILINE))
    assert main(["examples", "volume", "--pack", str(pack.root)]) == 0
    assert "[[example]]" not in capsys.readouterr().out


def test_what_an_example_has_already_is_not_proposed_again(pack, proposed):
    had = inputs_of((pack.root / FILE).read_text("utf-8"))
    assert not [row for row in inputs_of(proposed) if row in had]


def test_a_row_says_that_nobody_checked_it_and_is_refused_until_a_place_is_written(pack, proposed):
    rows = tomllib.loads(proposed)["example"]
    assert proposed.count(UNCHECKED) == len(rows) > 0
    text = (pack.root / FILE).read_text("utf-8")
    pack.write(FILE, text + proposed)
    refused = [line for line in pack.problems() if line.endswith(".source: must not be empty")]
    assert len(refused) == len(rows)


def test_rows_load_as_they_were_proposed_once_their_place_is_written(pack, proposed):
    text = (pack.root / FILE).read_text("utf-8")
    pack.write(FILE, text + re.sub(r'^source = ""$', FILLED, proposed, flags=re.MULTILINE))
    assert pack.problems() == []


def test_a_row_whose_answer_was_changed_is_refused(pack, proposed):
    row = proposed.index('outputs = { volume = "')
    bent = proposed[:row] + proposed[row:].replace('volume = "', 'volume = "9', 1)
    text = (pack.root / FILE).read_text("utf-8")
    pack.write(FILE, text + bent.replace('source = ""', FILLED))
    assert any("volume is " in line for line in pack.problems())


def test_a_calculator_that_is_not_there_is_said_and_those_that_are_listed(pack, capsys):
    write_volume(pack)
    assert main(["examples", "volum", "--pack", str(pack.root)]) == 1
    said = capsys.readouterr().err
    assert "there is no calculator volum; did you mean volume?" in said
    assert said.endswith("webref examples ID\n  volume\n")
