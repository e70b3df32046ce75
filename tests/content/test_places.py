"""How many decimals a step is shown with: those of the answer that it becomes, or its own."""

import pytest

from tests.content.volume import FILE, write_volume

STEP = '[[step]]\nid = "drawn"\nname = "Drawn up"\nvalue = "dose / strength"\nunit = "mL"\n'
CHECK = '[[check]]\nid = "slip"'
ANSWER = 'value = "dose / strength"\nunit = "mL"\n'


@pytest.mark.parametrize(
    ("own", "answer", "places"),
    [("", "drawn", 1), ("places = 3\n", "drawn", 3), ("", "drawn * 1", 4)],
    ids=["as its answer", "its own", "another answer"],
)
def test_a_step_is_shown_as_the_answer_that_it_becomes(pack, own, answer, places):
    write_volume(pack)
    pack.replace(FILE, ANSWER, f'value = "{answer}"\nunit = "mL"\nplaces = 1\n')
    pack.replace(FILE, CHECK, f"{STEP}{own}\n{CHECK}")
    steps = {one.id: one.places for one in pack.site().calculators["volume"].steps}
    assert steps["drawn"] == places
