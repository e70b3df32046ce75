"""A pack broken in one place: what is said of it, and nothing that only follows from it."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.content.volume import FILE, write_volume
from webref.errors import Problem

FACTS = "facts/start.toml"
SECTION = "monograph/start.md"
ID_FORM = "lower case a to z and figures, words joined by hyphens"

# File, what stands there, what is put in its place, and every problem that is found.
BENT = {
    "a value that is no number": (
        FACTS, "value = 50", 'value = "50"',
        f"{FACTS}: fact[start.us].value: write a number without quotes, not '50'",
    ),
    "a truth for a number": (
        FACTS, "value = 50", "value = true",
        f"{FACTS}: fact[start.us].value: write a number without quotes, not True",
    ),
    "a date in quotes": (
        FACTS, "review_by = 2027-05-22", 'review_by = "2027-05-22"',
        f"{FACTS}: review_by: write a date without quotes, as in 2027-05-22, not '2027-05-22'",
    ),
    "a date with a time": (
        "pack.toml", "date = 2026-11-22", "date = 2026-11-22T10:00:00",
        "pack.toml: date: write a date without quotes, as in 2027-05-22, not 2026-11-22T10:00:00",
    ),
    "a word of a closed list": (
        SECTION, 'figures = "facts"', 'figures = "fact"',
        f"{SECTION}: figures: write 'facts' or 'cited', not 'fact'",
    ),
    "words where a list is due": (
        SECTION, 'labels = ["us", "ca"]', 'labels = "us"',
        f"{SECTION}: labels: write a list, in [ ], not 'us'",
    ),
    "a list where words are due": (
        SECTION, 'population = "adult"', 'population = ["adult"]',
        f"{SECTION}: population: write words, in quotes, not ['adult']",
    ),
    "words where a truth is due": (
        "pack.toml", 'dated = "2018"\nfollowed = true', 'dated = "2018"\nfollowed = "yes"',
        "pack.toml: label[us].followed: write true or false, not 'yes'",
    ),
    "a long value, of which the beginning is quoted": (
        SECTION, 'figures = "facts"', f'figures = "{"x" * 500}"',
        f"{SECTION}: figures: write 'facts' or 'cited', not '{'x' * 59}…",
    ),
    "blank words": ("pack.toml", '"Examplin"', '"  "', "pack.toml: title: must not be empty"),
    "an empty list": (
        "pack.toml", 'sections = ["start"]', "sections = []",
        "pack.toml: topic[dosing].sections: must not be empty",
    ),
    "an id outside its form": (
        "pack.toml", 'id = "examplin"', 'id = "Examplin"',
        f"pack.toml: id: 'Examplin' is not in the form of an id: {ID_FORM}",
    ),
    "a whole number of too many figures": (
        FACTS, "value = 50", f"value = {'9' * 21}",
        f"{FACTS}: fact[start.us].value: a number has more than 20 figures",
    ),
    "a whole number that Python would not read": (
        FACTS, "value = 50", f"value = {'9' * 1900}",
        f"{FACTS}: fact[start.us].value: a number has more than 20 figures",
    ),
    "a decimal of too many figures": (
        FACTS, "value = 0.5", f"value = 0.{'9' * 20}",
        f"{FACTS}: file: a number has more than 20 figures",
    ),
    "text that is no TOML": (
        "pack.toml", 'editor = "An editor"', "editor = An editor",
        "pack.toml: file: is no TOML: invalid value (at line 9, column 10)",
    ),
    "lists too deep": (
        "differences.toml", "[[difference]]",
        f"x = {('[' * 1500 + chr(10)) * 2}{(']' * 1500 + chr(10)) * 2}",
        "differences.toml: file: is nested too deep",
    ),
    "tables too deep": (
        "differences.toml", "[[difference]]", f"x{'.a' * 990} = 1\n[[difference]]",
        "differences.toml: file: is nested too deep",
    ),
    "prose too deep": (
        SECTION, "Give {start.us}.", f"{'*' * 190}a{'*' * 190} {{start.us}}",
        f"{SECTION}: line 13: nesting deeper than 20 is not used in this pack's Markdown",
    ),
    "a mark of byte order": (
        "pack.toml", '\nid = "examplin"', '\ufeff\nid = "examplin"',
        "pack.toml: line 1: holds U+FEFF, which nobody sees: delete it",
    ),
    "a mark that turns the direction of reading": (
        SECTION, "Give {start.us}.", "Give \u202e{start.us}.",
        f"{SECTION}: line 14: holds U+202E, which nobody sees: delete it",
    ),
    "a control character by its escape": (
        "pack.toml", '"Examplin"', '"Exam\\u0007plin"',
        "pack.toml: title: holds U+0007, which nobody sees: delete it",
    ),
    "a control character in a source's own words": (
        FACTS, 'place = "Warnings"', 'place = "Warn\\u0000ings"',
        f"{FACTS}: fact[warning.signs].place: holds U+0000, which nobody sees: delete it",
    ),
    "a figure in the text of a fact": (
        FACTS, 'text = "First dose."\nvalue = 50', 'text = "First dose, 50 mcg."\nvalue = 50',
        f"{FACTS}: fact[start.us].text: the figure 50 mcg stands in value or more, not in words",
    ),
    "an id that is an address of the site": (
        "pack.toml", 'id = "examplin"', 'id = "static"',
        "pack.toml: id: static is an address of the site itself: choose another id",
    ),
    "two labels of one id": (
        "pack.toml", 'id = "ca"', 'id = "us"',
        "pack.toml: label[us]: 2 labels or guidelines have this id",
    ),
    "a label that means none": (
        "pack.toml", 'id = "ca"', 'id = "evidence"',
        "pack.toml: label[evidence].id: evidence means that there is no label: choose another id",
    ),
    "a label that follows the source of another": (
        "pack.toml", 'source = "ca-label"', 'source = "us-label"',
        "pack.toml: label[ca].source: us-label is a source of us, not of ca",
    ),
    "an older format": (
        "pack.toml", "format = 2", "",
        "pack.toml: format: this pack is of format 1: give inputs whose names read as orders a "
        "prompt, then add format = 2",
    ),
    "a format that is not known": (
        "pack.toml", "format = 2", "format = 3",
        "pack.toml: format: 3 is not known here: this webref reads 2",
    ),
    "a route that is every route": (
        "pack.toml", 'routes = ["oral", "intrathecal"]', 'routes = ["oral", "any"]',
        "pack.toml: routes: any is listed twice, or stands for all of them: leave it out",
    ),
    "no routes": (
        "pack.toml", '["oral", "intrathecal"]', "[]", "pack.toml: routes: must not be empty",
    ),
    "a language in words": (
        "pack.toml", 'language = "en"', 'language = "English"',
        "pack.toml: language: English is no code of a language, such as en or en-GB",
    ),
    "a report to no mail address": (
        "pack.toml", 'language = "en"', 'language = "en"\nreport_to = "the ward"',
        "pack.toml: report_to: the ward is no mail address, such as editors@example.org",
    ),
    "a review before the edition": (
        "pack.toml", "review_by = 2027-05-22", "review_by = 2026-11-21",
        "pack.toml: review_by: is before the date of the edition",
    ),
    "a hard date before the review": (
        "pack.toml", "refuse_after = 2027-11-22", "refuse_after = 2027-05-21",
        "pack.toml: refuse_after: is before review_by",
    ),
    "two sources of one id": (
        "sources.toml", 'id = "ca-label"', 'id = "us-label"',
        "sources.toml: source[us-label]: 2 sources have this id",
    ),
    "an address that a reader should not open": (
        "sources.toml", 'copy = "002:1-9"', 'copy = "002:1-9"\naddress = "javascript:alert(1)"',
        "sources.toml: source[web-page].address: "
        "an address is https:// and what follows, without spaces",
    ),
    "a section without words": (
        SECTION, "\nGive {start.us}. [@us-label: Dosage]\n", "",
        f"{SECTION}: line 13: holds no words below its front matter",
    ),
    "a heading without words": (
        SECTION, "Give {start.us}.", "##\n\nGive {start.us}.",
        f"{SECTION}: line 14: a heading without words is not used",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "problem"), BENT.values(), ids=BENT.keys())
def test_a_break_is_one_problem_which_says_what_to_write(pack, file, old, new, problem):
    pack.replace(file, old, new)
    assert [one for one in pack.problems() if ": warning: " not in one] == [problem]


def test_a_file_of_facts_that_cannot_be_read_is_the_only_problem(pack):
    write_volume(pack)
    pack.write(FACTS, "fact = [")
    assert [problem.file for problem in pack.found()] == [FACTS]


@pytest.mark.parametrize("file", ["pack.toml", "sources.toml"])
def test_a_first_file_that_cannot_be_read_hides_no_other(pack, file):
    write_volume(pack)
    pack.write(file, "")
    pack.replace(SECTION, 'figures = "facts"', 'figures = "fact"')
    pack.replace(FILE, 'level = "stop"', 'level = "halt"')
    pack.write("synonyms.toml", "")
    assert {problem.file for problem in pack.found()} == {file, SECTION, FILE, "synonyms.toml"}


def test_a_symbolic_link_is_refused_wherever_it_leads(pack, tmp_path):
    outside = tmp_path / "outside.md"
    (pack.root / SECTION).rename(outside)
    (pack.root / SECTION).symlink_to(outside)
    (pack.root / "synonyms.toml").symlink_to("nowhere")
    (pack.root / "sheets").symlink_to(tmp_path)
    assert pack.problems() == [
        f"{SECTION}: file: is a symbolic link: put the file itself here",
        "sheets: file: is a symbolic link: put the folder itself here",
        "synonyms.toml: file: is a symbolic link: put the file itself here",
    ]


def test_a_folder_or_a_device_is_no_file(pack):
    (pack.root / "synonyms.toml").mkdir()
    os.mkfifo(pack.root / "facts/more.toml")
    assert pack.problems() == [
        "facts/more.toml: file: is no file, where a pack has one",
        "synonyms.toml: file: is no file, where a pack has one",
    ]


def test_a_file_is_no_folder(pack):
    shutil.rmtree(pack.root / "monograph")
    pack.write("monograph", "")
    assert [one for one in pack.problems() if ": warning: " not in one] == [
        "monograph: file: is a file, where a pack has a folder"
    ]


@pytest.mark.parametrize("place", ["", "facts", "monograph/start.md"])
def test_what_may_not_be_read_is_said_to_be(pack, place):
    closed = pack.root / place
    closed.chmod(0)
    check = [sys.executable, "-m", "webref.cli", "check", str(pack.root)]
    # Root reads everything, so the command gives up what root may do.
    drop = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    ran = subprocess.run([*drop, *check], capture_output=True, text=True, check=False)
    closed.chmod(0o700)
    kind = "file" if place.endswith(".md") else "folder"
    assert ran.stderr == f"{place or pack.root}: {kind}: permission denied\n"
    assert ran.returncode == 1


@pytest.mark.parametrize("name", ["monograph", "emergency-overdose", "worksheet-x", "two-letter"])
def test_a_sheet_does_not_take_the_name_of_another_document(pack, name):
    head = 'title = "T"\nsummary = "S"\nlead = "L"\nroute = "oral"\neditor = "E"\nchecker = ""\n'
    panel = (
        'review_by = 2027-05-22\n[[panel]]\nid = "a"\ntitle = "A"\nside = 1\ncard = "overdose"\n'
    )
    pack.write(f"sheets/{name}.toml", head + panel)
    assert pack.problems() == [
        f"sheets/{name}.toml: file: is the name of another printed document: choose another id"
    ]


def test_a_problem_is_one_line_whatever_a_file_is_called():
    assert (
        str(Problem("facts/a\nb.toml", "file", "is\tno id")) == r"facts/a\nb.toml: file: is\tno id"
    )
