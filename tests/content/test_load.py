"""A pack becomes a site whole, or not at all with every reason."""

from datetime import date

import pytest

from webref.content.load import load_site, read_site
from webref.errors import ContentError, Problem
from webref.render.words import text_of

TODAY = date(2026, 11, 22)


def test_a_sound_pack_is_a_site(pack):
    site = pack.site()
    assert site.pack.title == "Examplin"
    assert list(site.facts) == ["start.us", "start.ca", "warning.signs"]


def test_every_problem_is_reported_at_once(pack):
    pack.replace("facts/start.toml", 'conflict = "D01"', 'conflict = "D09"')
    pack.body("Nothing is cited.")
    pack.replace("pack.toml", '"start"]', '"strat"]')
    with pytest.raises(ContentError) as caught:
        pack.site()
    assert {problem.file for problem in caught.value.problems} == {
        "facts/start.toml",
        "monograph/start.md",
        "pack.toml",
    }
    assert len(str(caught.value).splitlines()) == len(caught.value.problems) == 5


def test_a_problem_is_one_line_of_file_place_and_message():
    assert str(Problem("a.toml", "fact[x]", "is missing")) == "a.toml: fact[x]: is missing"
    assert str(Problem("a.toml", "x", "is past", warning=True)) == "a.toml: x: warning: is past"


def test_problems_come_in_the_order_of_lines():
    problems = [Problem("a.md", f"line {line}", "x") for line in (10, 9, 100)]
    assert [problem.place for problem in ContentError(problems).problems] == [
        "line 9",
        "line 10",
        "line 100",
    ]


def test_warnings_do_not_stop_a_site_and_stay_with_it(pack):
    pack.replace("monograph/start.md", "review_by = 2027-05-22", "review_by = 2026-11-21")
    assert [str(warning) for warning in pack.site().warnings] == [
        "monograph/start.md: review_by: warning: 2026-11-21 is past"
    ]


def test_a_warning_beside_an_error_stops_the_site_and_is_reported(pack):
    pack.body("Nothing is cited.")
    pack.replace("monograph/start.md", "review_by = 2027-05-22", "review_by = 2026-11-21")
    with pytest.raises(ContentError) as caught:
        pack.site()
    assert len(caught.value.problems) == 2


def test_a_pack_that_is_not_there_is_a_problem(tmp_path):
    with pytest.raises(ContentError, match="there is no such pack folder"):
        load_site(tmp_path / "nowhere", TODAY)


@pytest.mark.parametrize("file", ["pack.toml", "sources.toml"])
def test_the_first_files_are_required(pack, file):
    (pack.root / file).unlink()
    site, problems = read_site(pack.root, TODAY)
    assert site is None
    assert [problem.file for problem in problems] == [file]


def test_two_facts_with_one_id_are_refused(pack):
    pack.replace("facts/start.toml", 'id = "start.ca"', 'id = "start.us"')
    assert (
        "facts/start.toml: fact[start.us]: start.us is defined in facts/start.toml too"
        in pack.problems()
    )


def test_a_fact_from_no_source_is_refused(pack):
    pack.replace("facts/start.toml", 'source = "us-label"', 'source = "us-labl"')
    said = "fact[start.us].source: there is no source us-labl; did you mean us-label?"
    assert f"facts/start.toml: {said}" in pack.problems()


def test_an_unvetted_page_stands_behind_no_fact(pack):
    pack.replace("facts/start.toml", 'source = "us-label"', 'source = "web-page"')
    assert (
        "facts/start.toml: fact[start.us].source: web-page is tier 4 and can stand behind no fact"
        in pack.problems()
    )


@pytest.mark.parametrize(("unit", "right"), [("ml", "mL"), ("MCG", "mcg"), ("mcg/ml", "mcg/mL")])
def test_a_unit_in_the_wrong_letter_case_is_refused(pack, unit, right):
    pack.replace("facts/start.toml", '0.5, unit = "mL"', f'0.5, unit = "{unit}"')
    assert any(p.endswith(f"the unit {unit} is written {right}") for p in pack.problems())


def test_a_card_opens_with_what_to_do(pack):
    pack.replace("emergency/overdose.md", "1. **Call for help** At once. ", "")
    assert (
        "emergency/overdose.md: line 17: a card opens with an ordered list: what to do now"
        in pack.problems()
    )


def test_an_action_begins_with_its_instruction(pack):
    pack.replace("emergency/overdose.md", "**Call for help** At once.", "Call for help.")
    assert (
        "emergency/overdose.md: line 18: an item of the list is `**Instruction** detail`"
        in pack.problems()
    )


def test_the_actions_of_a_card_stand_apart_from_its_body(pack):
    card = pack.site().cards["overdose"]
    assert [text_of(action.instruction) for action in card.actions] == ["Call for help"]
    assert text_of(card.actions[0].detail) == "At once."
    assert text_of(card.body) == "Watch closely."


def test_sections_follow_the_table_of_contents(pack):
    head, _, body = (pack.root / "monograph/start.md").read_text().rpartition("+++\n")
    pack.write("monograph/alpha.md", head + "+++\n" + body)
    pack.replace("pack.toml", '["start"]', '["start", "alpha"]')
    assert list(pack.site().sections) == ["start", "alpha"]
