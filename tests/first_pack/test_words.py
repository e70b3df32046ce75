"""Words of the first pack: one spelling, no qualifier twice, none of a source lost."""

import re
import tomllib

import pytest

from tests.first_pack.blocks import PACK, blocks

COMPARED = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most"}
FIGURE = re.compile(
    r"([A-Za-z]+ )?([A-Za-z]+) \{([a-z0-9_]+(?:\.[a-z0-9_]+)+)(?::([a-z0-9_]+))?(?::[a-z0-9_]+)?\}"
)
AMERICAN = re.compile(
    r"\b(diarrhea|edema|paresthesias?|dyspnea|bradypnea|apnea|leukocytosis|feces|hemodialysis"
    r"|discoloration|sterili[z]\w+|an[e]sthe\w+|ampuls?|ampules?|pediatric|color\w*|tumor\w*)\b"
)
NOT_PROSE = re.compile(r"\[@[^\]]*\]|\{[^}]*\}|https?://\S+|www\.\S+")
SEARCHED = re.compile(r"^\s*(search|words|place|id|fact|cites|source)\s*=.*$", re.MULTILINE)


@pytest.fixture(scope="module")
def records():
    found = {}
    for path in sorted((PACK / "facts").glob("*.toml")):
        found |= {fact["id"]: fact for fact in tomllib.loads(path.read_text())["fact"]}
    return found


def qualifiers(fact, further):
    """The words that a figure brings along: about, at least and their like."""
    figure = fact["more"].get(further, fact) if further and "more" in fact else fact
    about = ["about"] if figure.get("about") else []
    return about + ([COMPARED[figure["comparator"]]] if "comparator" in figure else [])


def test_no_qualifier_is_said_twice(records):
    twice = []
    for file, block in blocks():
        for before, word, fact, further in FIGURE.findall(block):
            for qualifier in qualifiers(records[fact], further):
                if f"{before}{word}".lower().endswith(qualifier):
                    twice.append((file, qualifier, fact))
    assert twice == []


@pytest.mark.parametrize("path", sorted(PACK.rglob("*.*")), ids=lambda path: path.name)
def test_prose_is_spelled_in_one_way(path):
    if path.name in ("sources.toml", "synonyms.toml"):
        return  # titles as printed, and words as readers type them
    prose = NOT_PROSE.sub("", SEARCHED.sub("", path.read_text()))
    assert AMERICAN.findall(prose) == []


LOST_ONCE = {
    "emergency/withdrawal.md": [
        "Emergency. Usually begins within hours",
        "in most cases",
        "may prevent",
    ],
    "protocols/stopping.toml": ["usually appears within hours", "excepted from slowness"],
    "monograph/overdose-intrathecal.md": ["may begin within hours", "loss of consciousness"],
    "monograph/elderly.md": ["may start lower", "several patients"],
    "monograph/renal.md": [
        "cannot be excluded",
        "up to {renal.ckd.author_suggestion:1}",
        "usually {renal.bmc.onset}",
    ],
    "monograph/counselling-pump.md": [
        "light-headedness or dizziness",
        "nausea or vomiting",
        "loss of consciousness",
        "high fever, altered mental status",
    ],
    "monograph/counselling-oral.md": [
        "fainting or loss of consciousness",
        "slow or difficult breathing",
        "may take up to {oral.uk.onset:full}",
    ],
    "monograph/dynamics.md": ["May last {pd.it.bolus.duration}", "cardiovascular depression"],
    "monograph/pregnancy.md": ["what would be expected for their gestational age"],
}
ROWS = {
    "D07": ["{titration.ca.interval_fixed} is suggested"],
    "D27": ["some clinicians", "up to {oral.us.clinician_report}", "in some patients"],
    "D32": ["may start lower", "up to {renal.ckd.author_suggestion:1}", "cannot be excluded"],
    "D33": ["usually after {renal.bmc.onset}"],
    "D37": ["what would be expected for the gestational age"],
    "D38": ["may have convulsions"],
    "D49": ["may start lower", "several"],
}


@pytest.mark.parametrize(("file", "words"), LOST_ONCE.items())
def test_a_page_keeps_the_certainty_of_its_source(file, words):
    said = (PACK / file).read_text().lower()
    assert [one for one in words if one.lower() not in said] == []


@pytest.mark.parametrize(("row", "words"), ROWS.items())
def test_a_difference_keeps_the_certainty_of_its_source(row, words):
    rows = tomllib.loads((PACK / "differences.toml").read_text())["difference"]
    found = next(one for one in rows if one["id"] == row)
    said = " ".join([*(cell["text"] for cell in found["cells"]), found["cautious"]]).lower()
    assert [one for one in words if one.lower() not in said] == []


def test_respiratory_depression_is_not_called_slow_breathing():
    said = [file for file, block in blocks() if "slow breathing" in block.lower()]
    assert set(said) <= {"synonyms.toml"}  # as a reader may type it
