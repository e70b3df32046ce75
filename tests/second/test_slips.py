"""Slips of one person are named by a second check; those of both are counted under a reason."""

import pytest

from tests.second.slips import KINDS, NAMED, NONE, SAME, UNNOTICED, WARNED, table

SEED = 1
BY_DAY = 280
BY_NIGHT = 10_000


def holds(found):
    """Every slip is caught, or counted under a reason why it cannot be."""
    assert {outcome for both, _, outcome in found if not both} <= {NAMED, NONE, SAME}
    assert {outcome for both, _, outcome in found if both} <= {NONE, WARNED, UNNOTICED}
    assert {kind for both, kind, outcome in found if outcome == NAMED} == set(KINDS)
    assert any(outcome == UNNOTICED for _, _, outcome in found)  # as the page says


def test_a_slip_of_one_person_is_named_and_one_of_both_is_counted():
    found = table(SEED, BY_DAY)
    assert found.total() == BY_DAY
    holds(found)


@pytest.mark.nightly
def test_ten_thousand_slips():
    found = table(SEED, BY_NIGHT)
    assert found.total() == BY_NIGHT
    holds(found)
