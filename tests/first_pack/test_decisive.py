"""Lines that decide stand where the reader looks first, and beside the question they answer."""

import tomllib
from pathlib import Path

import pytest

PACK = Path(__file__).parents[2] / "content/baclofen"


def prose(name):
    """The words of a section or card, without its front matter."""
    return (PACK / name).read_text(encoding="utf-8").split("+++\n")[2]


def before(name, heading):
    """What stands above a heading."""
    text = prose(name)
    assert f"## {heading}" in text
    return text[: text.index(f"## {heading}")]


@pytest.mark.parametrize("fact", [
    "renal.ckd.min_daily:3", "renal.bmc.cited", "renal.ckd.cited_dialysis_cap",
    "renal.ckd.cited_severe", "renal.ckd.cited_middle_band",
])  # fmt: skip
def test_whoever_opens_kidney_first_meets_the_figures_and_why_they_are_not_followed(fact):
    assert f"{{{fact}}}" in before("monograph/renal.md", "How baclofen leaves the body")


def test_the_figures_for_failing_kidneys_carry_the_names_of_their_authors():
    first = before("monograph/renal.md", "How baclofen leaves the body")
    for name in ("Roberts", "Hadjiyannacos", "Vlovonou", "Su and others; El-Husseini"):
        assert f"| {name}" in first


def test_the_average_of_children_stands_first_and_is_called_no_starting_dose():
    first = before("monograph/children.md", "Intrathecal, US only").split("\n\n")[0]
    assert "not a starting dose" in first and "{maintenance.us.child_under12}" in first


def test_what_withdrawal_is_mistaken_for_follows_the_steps_of_the_card():
    steps = before("emergency/withdrawal.md", "Mistaken for")
    assert "## " not in steps and "Find the break" in steps


@pytest.mark.parametrize(
    "fact", ["titration.us.limited_experience", "titration.ca.limited_experience"]
)
def test_limited_experience_is_told_where_a_lost_effect_is_handled(fact):
    steps = tomllib.loads((PACK / "protocols/loss-of-effect.toml").read_text())["document"][0][
        "step"
    ]
    sudden = next(step for step in steps if step["id"] == "sudden")
    assert f"{{{fact}}}" in sudden["text"]


@pytest.mark.parametrize("name", [
    "monograph/missed-dose.md", "monograph/counselling-oral.md", "monograph/counselling-pump.md",
])  # fmt: skip
def test_ibuprofen_is_named_with_the_kidney_wherever_patients_are_told(name):
    said = prose(name).lower()
    assert "ibuprofen" in said and "kidney" in said


def test_a_dialysed_patient_s_recovery_is_told_wherever_dialysis_is_advised():
    for name in ("emergency/overdose.md", "monograph/overdose-oral.md", "monograph/renal.md"):
        assert "{overdose.oral.hd_case:improved}" in prose(name)
        assert "{overdose.oral.hd_case}" in prose(name)


def test_a_rejected_claim_names_the_page_it_was_met_on():
    claims = tomllib.loads((PACK / "appraisal.toml").read_text(encoding="utf-8"))["claim"]
    sources = tomllib.loads((PACK / "sources.toml").read_text(encoding="utf-8"))["source"]
    short = {one["id"]: one["short"] for one in sources}
    tiers = {one["id"]: one["tier"] for one in sources}
    met = [claim for claim in claims if tiers[claim["source"]] == 4]
    assert met
    for claim in met:
        assert "web" in short[claim["source"]], claim["id"]
