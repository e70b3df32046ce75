"""Words of the first pack: one spelling, no qualifier twice, none of a source lost."""

import re
import tomllib

import pytest

from tests.first_pack.blocks import PACK, blocks
from tests.packs import shipped

COMPARED = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most"}
FIGURE = re.compile(
    r"([A-Za-z]+ )?([A-Za-z]+) \{([a-z0-9_]+(?:\.[a-z0-9_]+)+)(?::([a-z0-9_]+))?(?::[a-z0-9_]+)?\}"
)
AMERICAN = re.compile(
    r"\b(?:diarrhea\w*|edema\w*|anesthe\w+|esophag\w+|feces|fecal|tumor\w*|pediatric\w*"
    r"|hem(?:o(?:dialysis|globin|ly\w+|rrhag\w+|static|perfusion)|at[ou]\w+)|leuk(?:o|em)\w+"
    r"|anemi\w+|\w+(?:xem|glycem|calcem|kalem|natrem|volem|erem|rem|chem)i[ac]"
    r"|(?:brady|tachy|dys|hypo|hyper)?a?pneas?|par?esthesias?|orthopedic\w*|gynecolog\w+"
    r"|(?:dis)?color\w*|behavior\w*|(?:lab|fav|flav|vap|od|hum|neighb|hon|harb)or(?:s|ed|able|ing)?"
    r"|centers?|(?:milli|micro|centi)?(?:liter|meter)s?|fibers?|titers?|ampules?|ampuls?|aluminum"
    r"|sulfur\w*|judgment|aging|skillful|fulfill|enroll|defense|offense|maneuver\w*|catalog|analog"
    r"|(?:label|signal|channel|travel|cancel|model)(?:ed|ing)|(?:dia|ana|para|cata|hydro)lyz\w+"
    r"|\w{3,}iz(?:e[ds]?|ing|ation\w*))\b",
    re.IGNORECASE,
)
SPELLED_WITH_Z = re.compile(r"\b(?:sized?|sizes|sizing|seize[ds]?|prizes?|maize)\b", re.IGNORECASE)
QUOTED = re.compile(r"“[^”]*”")
NOT_PROSE = re.compile(r"\[@[^\]]*\]|\{[^}]*\}|https?://\S+|www\.\S+")
SEARCHED = re.compile(r"^\s*(search|words|place|id|fact|cites|source)\s*=.*$", re.MULTILINE)


@pytest.fixture(scope="module")
def site():
    return shipped()


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


def american(text):
    """The American spellings in a text, outside citations, figures, addresses and quotations."""
    prose = text
    for other in (SEARCHED, NOT_PROSE, QUOTED, SPELLED_WITH_Z):
        prose = other.sub("", prose)
    return AMERICAN.findall(prose)


@pytest.mark.parametrize("path", sorted(PACK.rglob("*.*")), ids=lambda path: path.name)
def test_prose_is_spelled_in_one_way(path):
    if path.name in ("sources.toml", "synonyms.toml"):
        return  # titles as printed, and words as readers type them
    assert american(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("word", [
    "diarrhea", "edema", "anesthesia", "hemodialysis", "hematoma", "leukemia", "hypoxemia", "apnea",
    "bradypnea", "discoloration", "behavior", "center", "milliliter", "ampule", "labeled", "aging",
    "stabilize", "sterilization", "dialyzed", "paresthesia", "pediatric", "odor",
])  # fmt: skip
def test_an_american_spelling_is_noticed(word):
    assert american(f"In {word}, watch.") == [word]


@pytest.mark.parametrize("word", [
    "diarrhoea", "oedema", "anaesthesia", "haemodialysis", "haematoma", "leukaemia", "hypoxaemia",
    "apnoea", "bradypnoea", "discolouration", "behaviour", "centre", "millilitre", "ampoule",
    "labelled", "ageing", "stabilise", "sterilisation", "dialysed", "paraesthesia", "paediatric",
    "seized", "size", "schizophrenia", "parameter", "program", "Metered", "serum", "extremis",
])  # fmt: skip
def test_a_british_spelling_passes(word):
    assert american(f"In {word}, watch; “edema” is quoted.") == []


LOST_ONCE = {
    "emergency/withdrawal.md": [
        "Emergency. Usually begins within hours",
        "in most cases",
        "may prevent",
        "in some cases human error may",
        "potentially at risk",
        "may resemble",
    ],
    "emergency/overdose.md": [
        "may appear suddenly",
        "May present as coma",
        "May present with drowsiness",
        "should generally be undertaken",
    ],
    "monograph/screening.md": ["Usually lumbar puncture", "Usually {screening.ca.first_dose}"],
    "protocols/stopping.toml": ["usually appears within hours", "to reduce slowly does not apply"],
    "protocols/pump-start.toml": ["the monograph recommends a very cautious schedule"],
    "monograph/withdrawal-intrathecal.md": [
        "potentially at risk",
        "in some cases may have caused",
        "the suggested treatment",
    ],
    "monograph/kinetics.md": ["data suggest slower absorption"],
    "monograph/overdose-intrathecal.md": ["may begin within hours", "loss of consciousness"],
    "monograph/elderly.md": ["may start lower", "several patients", "data suggest slower"],
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
BARE = {"It", "It's", "There", "They", "Them", "Neither", "One", "Enough", "Falls", "Younger"}
ROWS = {
    "D07": ["{titration.ca.interval_fixed} is suggested"],
    "D09": ["as necessary, up to {refill.us.spinal}", "may be raised gradually"],
    "D27": ["some clinicians", "up to {oral.us.clinician_report}", "in some patients"],
    "D32": ["may start lower", "up to {renal.ckd.author_suggestion:1}", "cannot be excluded"],
    "D33": ["usually after {renal.bmc.onset}"],
    "D37": ["what would be expected for the gestational age"],
    "D38": ["may have convulsions"],
    "D49": ["may start lower", "several", "is recommended"],
    "D54": ["the suggested treatment"],
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


def test_the_branches_of_a_protocol_say_what_they_are_about():
    """A branch is read alone: "It can", "Younger" and "Enough" say nothing."""
    bare = [
        (path.name, step["id"], branch["text"])
        for path in sorted((PACK / "protocols").glob("*.toml"))
        for document in tomllib.loads(path.read_text(encoding="utf-8"))["document"]
        for step in document["step"]
        for branch in step.get("answers", [])
        if branch["text"].split()[0].rstrip(",") in BARE
    ]
    assert bare == []


@pytest.mark.parametrize(
    "path", sorted((PACK / "calculators").glob("*.toml")), ids=lambda p: p.stem
)
def test_what_a_check_says_names_what_it_is_about(path):
    """A check is read out of its place: no text of one begins with a pronoun."""
    rows = tomllib.loads(path.read_text(encoding="utf-8")).get("check", [])
    assert [
        one["id"] for one in rows if one["text"].split()[0] in (BARE - {"One"}) | {"Its", "Their"}
    ] == []


def test_respiratory_depression_is_not_called_slow_breathing():
    said = [file for file, block in blocks() if "slow breathing" in block.lower()]
    assert set(said) <= {"synonyms.toml"}  # as a reader may type it


def test_home_calls_each_page_by_its_own_title(site):
    titles = {page.id: page.title for page in site.pages()}
    groups = tomllib.loads((PACK / "pack.toml").read_text(encoding="utf-8"))["home"]
    keys = [key for group in groups for key in group["keys"]]
    assert [(key["page"], key["name"]) for key in keys] == [
        (key["page"], titles[key["page"]]) for key in keys
    ]
