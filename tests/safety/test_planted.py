"""What the random reader has to find can be planted: each edit stands once where it is made."""

import pytest

from e2e.reader.library import MARKS
from e2e.reader.planted import FAULTS
from tests.safety.hazards import ROOT


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_planted_stands_there_once(name):
    edit = FAULTS[name].edit
    assert (ROOT / edit.file).read_text("utf-8").count(edit.old) == 1
    assert edit.new != edit.old


def test_they_are_ten_at_least_and_editions_can_be_marked():
    assert len(FAULTS) >= 10
    for name, (old, _) in MARKS.items():
        assert old in (ROOT / name).read_text("utf-8"), name
