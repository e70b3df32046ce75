"""Rules of the page's scripts on which hazards hang, asked of them without a browser."""

import json
import subprocess
from pathlib import Path

RULES = Path(__file__).with_name("page_rules.mjs")


def told(rule, folder):
    done = subprocess.run(
        ["node", RULES, rule, folder], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_an_answer_to_older_entries_is_never_put_in_place(tmp_path):
    assert told("late", tmp_path) == "fifty"


def test_entries_come_back_to_their_own_page_once_and_for_a_quarter_of_an_hour(tmp_path):
    assert told("held", tmp_path) == {
        "soon": True,
        "again": False,
        "late": False,
        "elsewhere": False,
    }


def test_a_link_is_taken_whole_or_not_at_all_and_leaves_the_address(tmp_path):
    assert told("linked", tmp_path) == {
        "good": ["dose=5&label=us", ""],
        "unknown": ["refused", ""],
        "twice": ["refused", ""],
        "label": ["refused", ""],
        "script": ["refused", ""],
    }


def test_a_pack_whose_entries_say_nothing_beside_their_titles_is_searched_all_the_same(tmp_path):
    assert told("wordless", tmp_path) == ["flow"]


def test_a_card_is_read_step_by_step_and_going_on_ticks_nothing(tmp_path):
    assert told("aloud", tmp_path) == [
        [0, ""], [1, ""], [2, ""], [2, ""], [1, ""], [1, "09:30"], [2, ""],
    ]  # fmt: skip


def test_a_report_holds_what_was_entered_only_where_that_is_ticked(tmp_path):
    assert told("report", tmp_path) == [
        [False, False, True],
        [True, True, True],
        [False, False, True],
    ]
