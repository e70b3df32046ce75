"""What to do in an overdose, in one order wherever the pack says it."""

import tomllib

import pytest

from tests.first_pack.blocks import PACK, blocks, facts

BREATHING, HOSPITAL, PUMP, CSF, CONVULSIONS = range(5)
STEPS = {
    "overdose.it.breathing": BREATHING,
    "overdose.it.support": BREATHING,
    "overdose.oral.support": BREATHING,
    "overdose.it.us_hospital": HOSPITAL,
    "overdose.ca.poison_centre": HOSPITAL,
    "overdose.oral.uk": HOSPITAL,
    "overdose.oral.au": HOSPITAL,
    "overdose.it.us_empty": PUMP,
    "overdose.it.empty": PUMP,
    "overdose.it.csf": CSF,
    "overdose.it.convulsions": CONVULSIONS,
}
INTRATHECAL = [BREATHING, HOSPITAL, PUMP, CSF, CONVULSIONS]
ORAL = [BREATHING, HOSPITAL, CONVULSIONS]
WHOLE = {
    "emergency/overdose.md": [INTRATHECAL, ORAL],
    "protocols/emergency-overdose.toml": [INTRATHECAL, ORAL],
    "monograph/overdose-intrathecal.md": [INTRATHECAL, INTRATHECAL],
    "differences.toml": [INTRATHECAL, INTRATHECAL],
}


def order(block):
    """The steps of a block in the order in which they are first named."""
    return list(dict.fromkeys(STEPS[fact] for fact in facts(block) if fact in STEPS))


def test_no_block_names_a_later_step_before_an_earlier_one():
    wrong = [(file, block) for file, block in blocks() if order(block) != sorted(order(block))]
    assert wrong == []


@pytest.mark.parametrize(("file", "lists"), WHOLE.items())
def test_every_step_stands_on_the_cards_the_checklist_the_section_and_the_difference(file, lists):
    found = [order(block) for name, block in blocks() if name == file]
    assert [one for one in found if CONVULSIONS in one and len(one) > 1] == lists


def test_a_call_to_the_poison_centre_holds_up_nobody_who_acts():
    """Where breathing comes first, hospital comes before the centre, which someone else calls."""
    for file, block in blocks():
        steps = order(block)
        sent = {"overdose.it.us_hospital", "overdose.oral.uk"} & set(facts(block))
        if steps[:2] == [BREATHING, HOSPITAL] and sent and "oison centre" in block:
            if block.startswith("Table:"):
                continue  # what each label says, beside each other
            assert block.index("ospital at once") < block.index("oison centre"), file
            assert "omeone else" in block, file


@pytest.mark.parametrize("file", WHOLE)
def test_the_order_is_said_to_be_the_editors(file):
    assert (
        "editors' order" in (PACK / file).read_text()
        or "order is the editors'" in (PACK / file).read_text()
    )


def test_the_sheet_takes_its_steps_from_the_card():
    sheet = tomllib.loads((PACK / "sheets/quick-reference.toml").read_text())
    assert "overdose" in [panel.get("card") for panel in sheet["panel"]]
