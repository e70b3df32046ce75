"""What must be said where the hand is: barred routes, equipment, the gap, the pump running."""

import tomllib

import pytest

from tests.first_pack.blocks import PACK, blocks, facts

ROUTES = ("intravenous", "intramuscular", "subcutaneous", "epidural")
BARRED = {"contraindication.us.routes", "contraindication.ca.routes"}
RUNNING = "evidence.pump_update"


def read(file):
    return tomllib.loads((PACK / file).read_text())


def notes(calculator):
    """The information that a calculator always shows, in one text."""
    checks = read(f"calculators/{calculator}.toml")["check"]
    return "\n".join(
        f"{one['title']} {one['text']} {one['cites']}" for one in checks if "cites" in one
    )


@pytest.mark.parametrize("calculator", ["test-dose-volume", "screening-times"])
def test_both_tools_of_the_test_bolus_bar_the_other_routes(calculator):
    said = notes(calculator)
    assert all(route in said for route in ROUTES)
    assert all(fact in said for fact in BARRED)
    assert "barbotage" in said and "screening.us.rate" in said
    assert "undiluted" in said and "esuscitation equipment at hand" in said


def test_every_dose_of_the_screening_protocol_bars_the_other_routes():
    for document in read("protocols/screening.toml")["document"]:
        for step in document["step"]:
            if "dose" in step:
                said = " ".join(figure["text"] for figure in step["figures"])
                assert all(route in said for route in ROUTES), step["id"]
                assert "barbotage" in said and "resuscitation equipment" in said, step["id"]


def test_the_sheet_and_the_section_bar_the_other_routes():
    for file in ("sheets/quick-reference.toml", "monograph/screening.md"):
        barred = [block for name, block in blocks() if name == file and set(facts(block)) >= BARRED]
        assert any(all(route in block for route in ROUTES) for block in barred), file


@pytest.mark.parametrize("file", [
    "protocols/refill-visit.toml",
    "protocols/pump-start.toml",
    "protocols/restart.toml",
    "protocols/emergency-withdrawal.toml",
    "monograph/refill.md",
])  # fmt: skip
def test_nobody_leaves_before_the_pump_is_seen_to_run(file):
    said = [block for name, block in blocks() if name == file and RUNNING in facts(block)]
    assert any("running" in block.lower() and "patient leaves" in block for block in said)


def test_the_checklist_of_a_refill_ends_with_the_pump_running():
    steps = read("protocols/refill-visit.toml")["document"][0]["step"]
    assert steps[-1]["title"] == "Before the patient goes"
    assert steps[-1]["items"][0].startswith("Pump running")


@pytest.mark.parametrize("calculator", [
    "starting-dose", "titration", "night-rate", "pump-rate", "refill", "concentration-change",
])  # fmt: skip
def test_every_tool_that_ends_in_a_program_asks_that_the_pump_is_running(calculator):
    said = notes(calculator)
    assert RUNNING in said and "pump is running" in said


@pytest.mark.parametrize(
    "file", ["monograph/precautions-patient.md", "monograph/interactions-overview.md"]
)
def test_surgery_and_interactions_do_not_stop_the_pump(file):
    said = [block for name, block in blocks() if name == file]
    assert any(
        "reason to stop the pump" in block and "withdrawal.it.sequelae" in block for block in said
    )
