"""The hazard log: every test that it names is there, and what takes a control out can be done."""

import re

import pytest

from e2e.offline.guarded import GUARDS
from tests.safety.hazards import ROOT, read_hazards
from tools.hazards import PAGE, TABLE, page, table

HAZARDS = read_hazards()
CONTROLS = [(one.id, control) for one in HAZARDS for control in one.control]
FEWEST = 35


def test_they_are_enough_numbered_in_order_and_each_says_what_is_left():
    assert len(HAZARDS) >= FEWEST
    assert [one.id for one in HAZARDS] == [f"H{n:02d}" for n in range(1, len(HAZARDS) + 1)]
    assert all(one.why for one in HAZARDS if one.left in ("medium", "high"))
    assert len({one.title for one in HAZARDS}) == len(HAZARDS)


@pytest.mark.parametrize(("hazard", "control"), CONTROLS, ids=lambda one: getattr(one, "says", one))
def test_every_test_that_a_control_names_is_there(hazard, control):
    assert control.out or control.guard  # it is taken out, and the first test fails then
    for named in control.tests:
        file, _, name = named.partition("::")
        text = (ROOT / file).read_text("utf-8")
        assert re.search(rf"^def {name + '[(]' if name else 'test_'}", text, re.MULTILINE), named


@pytest.mark.parametrize(
    ("hazard", "control"),
    [pair for pair in CONTROLS if pair[1].out],
    ids=lambda one: getattr(one, "says", one),
)
def test_what_is_taken_out_stands_there_once(hazard, control):
    """`python -m tests.safety.guards` takes it out and runs the test."""
    assert (ROOT / control.out.file).read_text("utf-8").count(control.out.old) == 1
    assert control.out.new != control.out.old


@pytest.mark.parametrize("name", [control.guard for _, control in CONTROLS if control.guard])
def test_a_guard_that_is_named_is_one_of_the_offline_suite(name):
    assert name in {guard.name for guard in GUARDS}


def test_page_and_table_are_made_from_the_log():
    # After a change: python -m tools.hazards
    assert PAGE.read_text("utf-8") == page(PAGE.read_text("utf-8"))
    assert TABLE.read_text("utf-8") == table()
