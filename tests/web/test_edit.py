"""`webref edit`: a pack's pages with what is wrong with them, or the problems alone."""

import contextlib
from pathlib import Path

import pytest

from tests.content.tiny import TinyPack
from tests.content.volume import FILE, write_volume
from webref.content.calculators import read
from webref.outputs.headers import POLICY
from webref.web.edit.live import Live, create_editor

ROOT = Path(__file__).parents[2]
START = "/examplin/monograph/start/"


@pytest.fixture
def pack(tmp_path):
    return TinyPack(tmp_path / "examplin")


@pytest.fixture
def told():
    """What the terminal was told: how many problems each reading had."""
    return []


@pytest.fixture
def live(pack, told):
    return Live(pack.root, ROOT, lambda reading: told.append(len(reading.problems)))


@pytest.fixture
def pages(live):
    return create_editor(live).test_client()


def main_of(answer):
    return answer.text.partition('<main id="main">')[2].partition("<footer")[0]


def test_a_pack_in_order_is_shown_with_no_word_of_problems(pages):
    answer = pages.get(START)
    assert answer.status_code == 200
    assert "edit-problems" not in answer.text
    assert "First dose" in main_of(answer)
    assert 'name="edit-version" content="1"' in answer.text


def test_no_page_saves_itself_and_what_an_edition_saved_is_dropped(pages):
    assert "data-saves" not in pages.get(START).text
    with contextlib.closing(pages.get("/sw.js")) as worker:
        assert "registration.unregister" in worker.text


def test_the_policy_stands_on_every_answer(pages, pack, live):
    for text in ("{start.uss}", "{start.us}"):  # with the pack in order, and without
        for address in ("/", START, "/edit/version", "/edit/edit.js", "/static/page.js", "/no/"):
            with contextlib.closing(pages.get(address)) as answer:
                assert answer.headers["Content-Security-Policy"] == POLICY
        assert "<style" not in pages.get(START).text
        assert "<script>" not in pages.get(START).text
        pack.body(f"Give {text}.")
        live.look()


def test_a_save_is_noticed_and_a_look_without_one_reads_nothing(pack, live, pages, told):
    assert (live.look(), told) == (False, [0])
    pack.replace("monograph/start.md", "Give {start.us}", "Begin with {start.us}")
    assert (live.look(), told) == (True, [0, 0])
    assert pages.get("/edit/version").text == "2"
    assert "Begin with" in pages.get(START).text


def test_the_examples_of_a_calculator_are_tried_again_where_it_changed(
    pack, live, told, monkeypatch
):
    tried = []
    read._proved.cache_clear()  # another test may have tried the same calculator
    check = read.check_examples
    monkeypatch.setattr(read, "check_examples", lambda *of: tried.append(of[1]) or check(*of))
    write_volume(pack)
    live.look()
    pack.replace("monograph/start.md", "Give {start.us}", "Begin with {start.us}")
    live.look()
    assert (tried, told) == ([FILE], [0, 0, 0])
    pack.replace(FILE, 'outputs = { volume = "0.1 mL" }', 'outputs = { volume = "0.2 mL" }')
    live.look()
    assert (tried, told) == ([FILE, FILE], [0, 0, 0, 1])
    pack.replace("facts/start.toml", "value = 80\n", "value = 81\n")  # its file is as it was
    live.look()
    assert tried == [FILE] * 3


def test_a_pack_that_does_not_load_shows_its_problems_and_none_of_its_figures(
    pack, live, pages, told
):
    pack.replace("monograph/start.md", "{start.us}", "{start.uss}")
    live.look()
    here, elsewhere = pages.get(START), pages.get("/examplin/emergency/overdose/")
    said = "there is no fact start.uss; did you mean start.us?"
    assert said in here.text.partition("On this page")[2].partition("</ul>")[0]
    assert "On this page" not in elsewhere.text
    assert said in elsewhere.text.partition("Elsewhere in the pack")[2]
    for answer in (here, elsewhere, pages.get("/")):
        assert "This pack does not load" in answer.text
        assert "50" not in main_of(answer)
    assert told == [0, 1]
    pack.replace("monograph/start.md", "{start.uss}", "{start.us}")
    live.look()
    assert "This pack does not load" not in pages.get(START).text


def test_a_warning_stands_on_the_page_that_it_concerns_and_is_counted_on_others(pack, live, pages):
    pack.replace("monograph/start.md", "review_by = 2027-05-22", "review_by = 2020-05-22")
    live.look()
    panel = pages.get(START).text.partition("On this page")[2].partition("</ul>")[0]
    assert "monograph/start.md: review_by" in panel
    assert "Warning: 2020-05-22 is past" in panel
    other = pages.get("/examplin/emergency/overdose/").text
    assert "On this page" not in other
    assert "Elsewhere in the pack: 1" in other


def test_a_problem_of_a_fact_stands_on_each_page_that_names_it(pack, live, pages):
    pack.replace("facts/start.toml", 'place = "Warnings"', 'place = "Warnings"\nplaice = "x"')
    live.look()
    card = pages.get("/examplin/emergency/overdose/").text
    assert "plaice" in card.partition("On this page")[2].partition("</ul>")[0]
    section = pages.get(START).text.partition("On this page")[2].partition("</ul>")[0]
    assert "plaice" not in section


@pytest.mark.parametrize("name", [".start.md.swp", "start.md~", ".#start.md"])
def test_what_an_editor_keeps_beside_a_file_is_no_problem(pack, live, told, name):
    (pack.root / "monograph" / name).write_bytes(b"\x00")
    live.look()
    assert told == [0, 0]


def test_a_pack_file_that_is_gone_or_unreadable_is_a_problem_and_no_traceback(pack, live, pages):
    (pack.root / "pack.toml").write_bytes(b"\xff")
    live.look()
    assert "pack.toml: file" in pages.get("/").text
    (pack.root / "pack.toml").unlink()
    live.look()
    assert "This pack does not load" in pages.get("/").text


def test_a_problem_is_shown_as_words(pack, live, pages):
    pack.replace("monograph/start.md", "{start.us}", "{start.us} <b onclick=x>5</b>")
    live.look()
    assert "<b onclick" not in pages.get(START).text


def test_live_answers_work_and_unknown_addresses_say_so(pages):
    assert pages.get("/search?q=dose").status_code == 200
    assert pages.get("/examplin/nothing/").status_code == 404
    assert pages.get("/edit/nothing").status_code == 404
    assert pages.get("/static/../pack.toml").status_code == 404
    assert pages.post(START).status_code == 405


def test_the_scripts_of_a_pack_being_edited_say_its_own_sentences(pages, pack, live):
    assert '"Calculate"' in pages.get("/static/wording.js").text
    pack.write("words.toml", 'signed = []\n[words]\nform.calculate = "Work out"\n')
    live.look()
    assert '["form.calculate", "Work out"]' in pages.get("/static/wording.js").text


def test_what_is_due_stands_on_a_page_of_its_own(pages, pack, live):
    answer = pages.get("/edit/review")
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store"
    assert "facts/start.toml: An editor; checked by nobody yet" in answer.text
    assert "US label, 2018. Compared with the label in force: never." in answer.text
    assert "Web page" not in answer.text
    pack.replace("monograph/start.md", "{start.us", "{start.uss")
    assert live.look()
    assert "This pack does not load" in pages.get("/edit/review").text
