"""Rules across the files of a pack."""

from datetime import date

import pytest

from tests.content.notices import HEAD
from webref.content.load import read_site
from webref.web.wording import Wording


def test_a_topic_that_lists_no_section_is_refused(pack):
    pack.replace("pack.toml", '["start"]', '["start", "stop"]')
    assert pack.problems() == ["pack.toml: topic[dosing].sections: there is no section stop"]


def test_a_section_listed_twice_is_refused(pack):
    pack.replace("pack.toml", '["start"]', '["start", "start"]')
    assert pack.problems() == ["pack.toml: topic: the section start is listed 2 times"]


def test_a_section_that_nothing_leads_to_is_refused(pack):
    text = (pack.root / "monograph/start.md").read_text()
    pack.write("monograph/stray.md", text)
    assert pack.problems() == [
        "monograph/stray.md: file: in no topic of pack.toml, so nothing leads to it"
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("pack.toml", '"monograph/start"', '"monograph/go"', "home[Read].keys"),
        ("monograph/start.md", "uses = []", 'uses = ["monograph/go"]', "uses"),
        ("emergency/overdose.md", "uses = []", 'uses = ["monograph/go"]', "uses"),
        ("differences.toml", '"monograph/start"', '"monograph/go"', "difference[D01].pages"),
    ],
)
def test_a_page_id_that_leads_nowhere_is_refused(pack, file, old, new, problem):
    pack.replace(file, old, new)
    assert pack.problems() == [f"{file}: {problem}: there is no page monograph/go"]


def test_a_page_id_may_lead_to_a_place_on_the_page(pack):
    pack.replace("differences.toml", '"monograph/start"', '"monograph/start#children"')
    assert pack.problems() == []


def test_refusals_and_notices_name_pages_that_exist(pack):
    pack.write(
        "refusals.toml",
        '[[refusal]]\nid = "renal"\ntitle = "Kidneys"\nwhy = "None [@us-label: K]."\n'
        'instead = ["monograph/go"]',
    )
    notice = '[[notice]]\nid = "{0}"\ndate = 2026-11-22\nlevel = "info"\nsubject = "{1}"\n'
    subjects = {"a": "monograph/go", "b": "edition/3f9a1c2", "c": ""}
    text = "".join(notice.format(*item) + 'text = "Read."\n' for item in subjects.items())
    pack.write("notices.toml", HEAD + text)
    assert pack.problems() == [
        "notices.toml: notice[a].subject: there is no page monograph/go",
        "refusals.toml: refusal[renal].instead: there is no page monograph/go",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        (
            "pack.toml",
            'source = "us-label"',
            'source = "fr-label"',
            "label[us].source: there is no source fr-label",
        ),
        (
            "sources.toml",
            'jurisdiction = "none"',
            'jurisdiction = "fr"',
            "source[web-page].jurisdiction: there is no label fr: write us, ca or none",
        ),
        (
            "monograph/start.md",
            'labels = ["us", "ca"]',
            'labels = ["fr"]',
            "labels: there is no label fr",
        ),
        (
            "differences.toml",
            'label = "us"',
            'label = "fr"',
            "difference[D01].cells: there is no label fr",
        ),
    ],
)
def test_a_label_that_the_pack_does_not_have_is_refused(pack, file, old, new, problem):
    pack.replace(file, old, new)
    assert pack.problems() == [f"{file}: {problem}"]


def test_evidence_may_stand_beside_the_labels(pack):
    pack.replace("differences.toml", 'label = "us"', 'label = "evidence"')
    assert pack.problems() == []


def test_a_conflict_that_names_no_row_is_refused(pack):
    pack.replace("differences.toml", 'id = "D01"', 'id = "D02"')
    assert pack.problems() == [
        "facts/start.toml: fact[start.ca].conflict: there is no row D01 in differences.toml",
        "facts/start.toml: fact[start.us].conflict: there is no row D01 in differences.toml",
    ]


TWICE = {
    "differences.toml": (
        "difference[D01]",
        '[[difference]]\nid = "D01"\npoint = "P"\npages = []\ncautious = "{start.us}"\n'
        'cells = [{ label = "us", text = "{start.us}" }]\n',
    ),
    "appraisal.toml": (
        "claim[T01]",
        '[[claim]]\nid = "T01"\nclaim = "C"\nsource = "web-page"\nwhy = "{start.us}"\n'
        "search = []\n",
    ),
    "refusals.toml": (
        "refusal[renal]",
        '[[refusal]]\nid = "renal"\ntitle = "T"\nwhy = "{start.us}"\ninstead = []\n',
    ),
    "interactions.toml": (
        "interaction[beer]",
        '[[interaction]]\nid = "beer"\nname = "Beer"\nclass = "C"\neffect = "{start.us}"\n'
        'action = "{start.us}"\nroute_seen = "oral"\nsearch = []\n',
    ),
    "notices.toml": (
        "notice[a]",
        '[[notice]]\nid = "a"\ndate = 2026-11-22\nlevel = "info"\nsubject = ""\ntext = "T"\n',
    ),
    "events.toml": (
        "event[sleep]",
        '[[event]]\nid = "sleep"\nname = "Sleep"\nsystem = "S"\nfact = "warning.signs"\n',
    ),
}


@pytest.mark.parametrize("file", TWICE)
def test_two_rows_with_one_id_are_refused(pack, file):
    place, row = TWICE[file]
    head = HEAD if file == "notices.toml" else ""
    pack.write(file, head + row * 2)
    assert [str(problem) for problem in pack.found() if not problem.warning] == [
        f"{file}: {place}: 2 rows have this id"
    ]


def test_two_topics_rows_or_columns_with_one_id_are_refused(pack):
    topic = '[[topic]]\nid = "dosing"\ntitle = "T"\nsections = ["start"]\n'
    pack.replace("pack.toml", "[[home]]", topic + "[[home]]")
    row = '[[row]]\nid = "dose"\nname = "Dose"\n'
    column = '[[column]]\nid = "us"\nname = "US"\nkind = "label"\ncells = {}\n'
    pack.write("compare.toml", row * 2 + column * 2)
    assert pack.problems() == [
        "compare.toml: column[us]: 2 rows have this id",
        "compare.toml: row[dose]: 2 rows have this id",
        "pack.toml: topic: the section start is listed 2 times",
        "pack.toml: topic[dosing]: 2 rows have this id",
    ]


def test_a_fact_that_nothing_uses_is_a_warning(pack):
    pack.replace("emergency/overdose.md", "[@fact:warning.signs]", "[@ca-label: Warnings]")
    (problem,) = pack.found()
    assert str(problem) == "facts/start.toml: fact[warning.signs]: warning: nothing uses this fact"
    assert problem.warning


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("pack.toml", "review_by"),
        ("facts/start.toml", "review_by"),
        ("monograph/start.md", "review_by"),
        ("emergency/overdose.md", "review_by"),
    ],
)
def test_a_review_date_that_is_past_is_a_warning(pack, file, place):
    pack.replace("pack.toml", "date = 2026-11-22", "date = 2026-05-22")
    pack.replace(file, "review_by = 2027-05-22", "review_by = 2026-11-21")
    (problem,) = pack.found()
    assert str(problem) == f"{file}: {place}: warning: 2026-11-21 is past"


def test_the_review_day_itself_is_not_past(pack):
    assert read_site(pack.root, date(2027, 5, 22))[1] == []
    assert len(read_site(pack.root, date(2027, 5, 23))[1]) == 4


def test_the_hard_date_is_a_warning_once_past(pack):
    found = read_site(pack.root, date(2027, 11, 23))[1]
    assert any(problem.place == "refuse_after" for problem in found)


NO_ROUTE = "there is no route oraly in pack.toml: write oral, intrathecal or any"


@pytest.mark.parametrize(
    ("file", "old", "place"),
    [
        ("monograph/start.md", 'route = "oral"', "route"),
        ("emergency/overdose.md", 'route = "any"', "route"),
        ("facts/start.toml", 'route = "any"', "fact[warning.signs].route"),
    ],
)
def test_a_route_that_the_pack_does_not_have_is_refused(pack, file, old, place):
    pack.replace(file, old, 'route = "oraly"')
    assert pack.problems() == [f"{file}: {place}: {NO_ROUTE}"]


def test_any_route_is_said_as_every_route_of_the_pack(pack):
    pack.replace(
        "pack.toml", 'routes = ["oral", "intrathecal"]', 'routes = ["nasal", "rectal", "oral"]'
    )
    found = pack.site()
    said = Wording(found.words).routes
    routes = found.pack.routes
    assert [said(routes, "any"), said(routes, "oral")] == ["Nasal, rectal and oral", "Oral"]


def test_a_typed_signature_is_refused_and_takes_no_line_off(pack):
    signed = 'signed = [{ name = "A. Name", role = "pharmacist", date = 2026-11-22 }]'
    pack.replace("pack.toml", "signed = []", f'{signed}\nsigning_roles = ["pharmacist"]')
    assert pack.problems() == [
        "pack.toml: signed: a name that is typed signs nothing, and the line of the draft stays: "
        "leave it empty, list each person as a [[person]], and have them run `webref sign`"
    ]


@pytest.mark.parametrize(
    ("made", "file"), [("calc", "calculators/volume.toml"), ("walk", "protocols/walk.toml")]
)
def test_a_sheet_with_settings_asks_the_pack_for_them(request, made, file):
    pack = request.getfixturevalue(made)
    pack.replace(file, 'checker = ""', 'checker = ""\nprogram = true')
    message = "program: pack.toml lists no settings: write its [program] first"
    assert f"{file}: {message}" in pack.problems()
    program = '[program]\ntitle = "Pump"\nsettings = ["Dose in a day"]\nchecks = []\n'
    pack.write("pack.toml", (pack.root / "pack.toml").read_text() + program)
    assert [one for one in pack.problems() if "program" in one] == []
