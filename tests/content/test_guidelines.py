"""A guideline adopted by name: followed and tagged as what it is, and never as a label."""

import shutil

import pytest

from tests.archetypes.packs import HERE, TODAY, archetype
from tests.content.tiny import TinyPack
from webref.content.load import read_site
from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.present import copy_text, present
from webref.dosing.record import to_record
from webref.dosing.render import renderer
from webref.dosing.spec import Setting
from webref.dosing.words import say
from webref.web.app import create_app
from webref.web.fragments import read_fragment
from webref.web.printed import documents
from webref.web.sheets import texts

ROOT = HERE.parents[1]
ENTRIES = {"label": "hill", "area": "6 mg per mL/min", "clearance": "140 mL/min"}
CALCULATOR = "calculators/area.toml"
ADOPTED = (
    "guideline adopted by the drug committee of Hill Hospital, which does not exist, Sun 1 Mar 2026"
)


@pytest.fixture
def hill(tmp_path):
    """The archetype with a guideline, to be bent."""
    pack = TinyPack.__new__(TinyPack)
    pack.root = tmp_path / "exampcurve"
    shutil.copytree(HERE / "exampcurve", pack.root)
    return pack


@pytest.fixture(scope="module")
def site():
    return archetype("exampcurve")


def asked(site, **entries):
    calculator = site.calculators["area"]
    return evaluate(calculator, split_entries(calculator, entries), Setting())


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (
            "sources.toml",
            "adopted = 2026-03-01\n",
            "",
            "sources.toml: source[hill-guideline]: a guideline is adopted by name: write "
            "adopted_by (who adopted it) and adopted (the day)",
        ),
        (
            "sources.toml",
            'adopted_by = "the drug committee of Hill Hospital, which does not exist"',
            'adopted_by = " "',
            "sources.toml: source[hill-guideline]: a guideline is adopted by name: write "
            "adopted_by (who adopted it) and adopted (the day)",
        ),
        (
            "sources.toml",
            "tier = 2",
            "tier = 1",
            "sources.toml: source[hill-guideline]: a guideline is no label, leaflet or web page: "
            "write tier = 2",
        ),
        (
            "sources.toml",
            'kind = "guideline"\n',
            "",
            "sources.toml: source[hill-guideline]: adopted_by and adopted belong to a guideline: "
            'write kind = "guideline" too, or leave them out',
        ),
        (
            "sources.toml",
            'jurisdiction = "hill"',
            'jurisdiction = "xx"',
            "sources.toml: source[hill-guideline].jurisdiction: a guideline stands under the "
            "[[guideline]] of pack.toml that follows it: write the id of that",
        ),
        (
            "sources.toml",
            'jurisdiction = "hill"',
            'jurisdiction = "none"',
            "sources.toml: source[hill-guideline].jurisdiction: a guideline stands under the "
            "[[guideline]] of pack.toml that follows it: write the id of that",
        ),
        (
            "pack.toml",
            'source = "xx-sheet"',
            'source = "hill-guideline"',
            "pack.toml: label[xx]: hill-guideline is a guideline and no label: write [[guideline]] "
            "instead of [[label]]",
        ),
        (
            "pack.toml",
            'source = "hill-guideline"',
            'source = "xx-sheet"',
            'pack.toml: guideline[hill]: xx-sheet is no guideline: write kind = "guideline", '
            "adopted_by and adopted in sources.toml, or [[label]] here",
        ),
        (
            "sources.toml",
            'jurisdiction = "xx"',
            'jurisdiction = "hill"',
            "sources.toml: source[xx-sheet].jurisdiction: hill is a guideline, and this source is "
            "none",
        ),
        (
            "pack.toml",
            'id = "hill"',
            'id = "xx"',
            "pack.toml: guideline[xx]: 2 labels or guidelines have this id",
        ),
        (
            CALCULATOR,
            "min(clearance, most) if label == 'hill' else clearance",
            "min(clearance, most)",
            f"{CALCULATOR}: output[dose].value: most is a figure of the guideline hill and sets "
            "this where xx is followed: choose it by label == 'hill'",
        ),
        (
            CALCULATOR,
            "min(clearance, most) if label == 'hill' else clearance",
            "min(clearance, most) if not (label in ('hill', 'xx')) or label == 'xx' else clearance",
            f"{CALCULATOR}: output[dose].value: most is a figure of the guideline hill and sets "
            "this where xx is followed: choose it by label == 'hill'",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_guideline_is_told_with_what_to_write(hill, file, old, new, problem):
    hill.replace(file, old, new)
    assert problem in [str(one) for one in read_site(hill.root, TODAY)[1]]


def test_a_figure_of_a_guideline_that_nobody_follows_sets_no_value(hill):
    hill.replace(CALCULATOR, 'labels = ["xx", "hill"]', 'labels = ["xx"]')
    hill.replace(CALCULATOR, "min(clearance, most) if label == 'hill' else clearance", "most")
    message = (
        f"{CALCULATOR}: step[counted].value: most is a figure of the guideline hill, which nobody "
        "follows here: list hill in labels"
    )
    assert message in [str(one) for one in read_site(hill.root, TODAY)[1]]


def test_a_dose_of_a_protocol_follows_the_guideline_of_its_document_alone(hill):
    step = """
[[document]]
label = "{label}"

[[document.step]]
id = "first"
title = "First"
text = "As printed [@hill-guideline: Dose]."
dose = {{ sum = ["dose.hill"] }}
outcome = "go"
"""
    head = (
        'title = "Start"\nsummary = "Begin."\nkind = "tree"\nroute = "intravenous"\n'
        'population = "invented"\nuses = []\neditor = "An editor"\nchecker = ""\n'
        "review_by = 2027-05-22\n"
    )
    facts = (hill.root / "facts/figures.toml").read_text("utf-8")
    row = facts[facts.rindex("[[fact]]") :].replace("xx-sheet", "hill-guideline")
    row = row.replace("target.most", "dose.hill").replace("mg per mL/min", "mg")
    hill.write("facts/figures.toml", facts + "\n" + row)
    hill.write("protocols/start.toml", head + step.format(label="hill"))
    assert [str(one) for one in read_site(hill.root, TODAY)[1] if "dose.hill" in str(one)] == []
    hill.write("protocols/start.toml", head + step.format(label="xx"))
    assert [str(one) for one in read_site(hill.root, TODAY)[1] if "dose.hill" in str(one)] == [
        "protocols/start.toml: document[xx].step[first].dose: dose.hill is no figure of the label "
        "xx",
        "protocols/start.toml: document[xx].step[first].dose: dose.hill is of tier 2 and sets no "
        "dose",
    ]


def test_an_answer_names_the_guideline_as_one(site):
    result = asked(site, **ENTRIES)
    record = to_record(result, Setting())
    assert record["followed"] == {
        "id": "hill", "kind": "guideline", "name": "Hill Hospital", "dated": ADOPTED,
    }  # fmt: skip
    copied = copy_text(result, Setting()).splitlines()
    assert "Guideline: Hill Hospital" in copied and "Dose under the Nowhere label: 990 mg" in copied
    assert not any(line.startswith("Label") for line in copied)
    render = renderer(read_fragment(ROOT / "templates/fragments", "answer"))
    html = render(present(result, Setting()))
    assert f"Following the Hill Hospital guideline ({ADOPTED})." in html
    assert 'title="Hill Hospital guideline">Hill guideline</abbr>' in html
    assert 'title="Nowhere label">XX</abbr>' in html
    assert "Hill Hospital label" not in html
    context = present(result, Setting())
    assert context["lines"][0]["since"] == "Label or guideline is Hill Hospital"


def test_a_guideline_and_a_label_that_agree_are_both_named(site):
    answer = present(asked(site, **{**ENTRIES, "clearance": "75 mL/min"}), Setting())["answers"][0]
    (cell,) = answer["cells"]
    assert cell["agree"] == say("answer.agree-either")
    assert [tag["tag"] for tag in cell["tags"]] == ["XX", "Hill guideline"]


def test_what_is_missing_or_unknown_is_asked_for_as_a_label_or_guideline(site):
    missing = asked(site, area="6 mg per mL/min", clearance="1 mL/min")
    assert [one.missing for one in missing.entries if one.missing] == [say("entry.no-either")]
    unknown = asked(site, **{**ENTRIES, "label": "us"})
    assert unknown.entries[0].error == "The label or guideline is xx or hill."


def test_pages_and_paper_tag_it_as_a_guideline(site):
    app = create_app(site, ROOT, edition="3f9a1c2d" * 8)
    page = app.test_client().get("/exampcurve/calculators/area/").text
    assert "Follow which label or guideline?" in page and f"<small>{ADOPTED}</small>" in page
    assert '<abbr class="tag" translate="no" title="Hill Hospital">Hill guideline</abbr>' in page
    assert 'title="Hill Hospital guideline">Hill guideline</abbr>' in page  # beside its figure
    sources = app.test_client().get("/exampcurve/sources/").text
    assert "Guidelines adopted by name; no labels" in sources
    assert (
        "Guideline adopted by the drug committee of Hill Hospital, which does not exist, "
        "1 March 2026." in sources
    )
    sheet = next(one for one in documents(site) if one.kind == "worksheet")
    paper = "".join(texts(app, site, sheet).values())
    assert "Follow which label or guideline?" in paper and ADOPTED in paper
    assert "Label is" not in paper
