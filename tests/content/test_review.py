"""What is due in a pack, by whom and since when, and by what its labels are known elsewhere."""

import re
from datetime import date

import pytest

from tests.content.tiny import TODAY, TinyPack
from tests.content.volume import FILE, write_volume
from webref.cli.command import main
from webref.content.load import load_site, read_site
from webref.content.review import review_lines, reviewed_files

SET_ID = "01234567-89ab-cdef-0123-456789abcdef"


@pytest.fixture
def pack(tmp_path):
    return TinyPack(tmp_path)


@pytest.fixture
def calc(pack):
    write_volume(pack)
    return pack


def lines(pack, today=TODAY):
    return list(review_lines(load_site(pack.root, TODAY), today))


def test_every_file_with_a_review_date_is_listed_once_and_what_is_due_first(calc):
    calc.replace(FILE, "review_by = 2027-05-22", "review_by = 2026-11-29")
    site = load_site(calc.root, TODAY)
    files = reviewed_files(site)
    assert [files[0].file, files[0].editor, files[0].checker] == [FILE, "An editor", ""]
    written = {
        path.relative_to(calc.root).as_posix()
        for path in calc.root.rglob("*.*")
        if "review_by" in path.read_text("utf-8")
    }
    assert {one.file for one in files} == written
    assert len(files) == len(written)


def test_it_says_by_whom_and_since_when(calc):
    calc.replace(FILE, "review_by = 2027-05-22", "review_by = 2026-11-29")
    calc.replace(FILE, 'checker = ""', 'checker = "B. Name"')
    on_time, late = lines(calc, date(2026, 11, 28)), lines(calc, date(2026, 12, 1))
    assert on_time[0].startswith("Examplin: 0 of ")
    assert on_time[2] == "due on 2026-11-29, in 1 days"
    assert late[0].startswith("Examplin: 1 of ")
    assert late[2:4] == [
        "due since 2026-11-29, 2 days",
        f"- {FILE}: An editor; checked by B. Name",
    ]
    assert "- facts/start.toml: An editor; checked by nobody yet" in late


def test_a_calculator_past_its_date_is_a_warning_as_any_file_is(calc):
    calc.replace(FILE, "review_by = 2027-05-22", "review_by = 2026-11-21")
    found = [str(problem) for problem in read_site(calc.root, TODAY)[1]]
    assert f"{FILE}: review_by: warning: 2026-11-21 is past" in found


def test_a_label_says_when_it_was_compared_and_what_it_is_known_as(pack):
    assert (
        "- us-label: US label, 2018. Compared with the label in force: never. "
        "No set id or code was read in it." in lines(pack)
    )
    codes = f'set_id = "{SET_ID}"\nversion = "19"\natc = "A00AA00"\ncompared = 2026-11-01\n'
    pack.replace("sources.toml", 'id = "us-label"\n', f'id = "us-label"\n{codes}')
    assert (
        "- us-label: US label, 2018. Compared with the label in force: on 2026-11-01. "
        f"SPL set id {SET_ID}, version 19, ATC A00AA00." in lines(pack)
    )
    assert "- web-page: Web page, undated. Tier 4, no label." in lines(pack)


@pytest.mark.parametrize(
    ("key", "wrong"),
    [("set_id", "12345"), ("atc", "a00aa00"), ("rxnorm", "RX12"), ("unii", "0A1B")],
)
def test_a_code_of_another_form_is_refused(pack, key, wrong):
    pack.replace("sources.toml", 'id = "us-label"\n', f'id = "us-label"\n{key} = "{wrong}"\n')
    (problem,) = pack.problems()
    assert problem.startswith(f"sources.toml: source[us-label].{key}: {wrong} is no {key}, which")


def test_what_is_no_label_has_none_of_them(pack):
    pack.replace("sources.toml", 'id = "web-page"\n', 'id = "web-page"\nversion = "2"\n')
    (problem,) = pack.problems()
    assert "belong to a label" in problem


def test_the_command_lists_it_after_what_it_always_says(calc, capsys):
    assert main(["check", "--review", str(calc.root)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].endswith("no errors")
    assert re.match(r"Examplin: \d+ of \d+ files are due on 20\d\d-\d\d-\d\d$", told[1])
    assert "Sources" in told
