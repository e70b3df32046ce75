"""Files that no editor writes: refused early, by size, with a message and no traceback."""

import os

import pytest

from webref.content.reading.files import LONGEST_LINE, MOST_BYTES, MOST_LINES, MOST_PROBLEMS

FACTS = 'editor = "x"\nchecker = ""\nreview_by = 2027-01-01\n'


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("notices.toml", "a" + ".a" * 40_000 + " = 1"),
        ("notices.toml", "x = " + "[" * 50_000),
        ("facts/start.toml", FACTS + "x = [" + "1," * 40_000 + "]"),
        ("monograph/start.md", "[@a: x" * 15_000),
        ("monograph/start.md", "| a" * 20_000),
        ("monograph/start.md", "*a_" * 30_000),
    ],
)
def test_a_line_that_is_too_long_is_refused_before_it_is_read(pack, file, text):
    pack.write(file, text)
    assert pack.problems() == [
        f"{file}: line {text.count(chr(10)) + 1}: "
        f"is longer than {LONGEST_LINE:,} characters: break it"
    ]


def test_a_file_that_is_too_large_is_refused_before_it_is_read(pack):
    pack.write("monograph/start.md", "a\n\n" * MOST_BYTES)
    assert pack.problems() == [
        f"monograph/start.md: file: is larger than {MOST_BYTES:,} bytes: part it into several files"
    ]


@pytest.mark.parametrize("text", ["a\n\n", "|a|b|\n", "[@a: x]\n\n"])
def test_a_file_of_too_many_lines_is_refused_before_it_is_parsed(pack, text):
    pack.write("monograph/start.md", text * MOST_LINES * 2)
    assert pack.problems() == [
        f"monograph/start.md: file: has more than {MOST_LINES:,} lines: part it into several files"
    ]


@pytest.mark.parametrize("text", ["[@a: x\n", "*a_\n", "[\n", "`a\n", "&lt;\n"])
def test_a_paragraph_of_marks_is_refused_before_it_is_parsed(pack, text):
    pack.body(text * 1_500)
    assert any("with more than 400 marks is not used" in one for one in pack.problems())


def test_a_text_of_marks_in_small_paragraphs_is_refused_before_it_is_parsed(pack):
    pack.body(("[" * 390 + "\n\n") * 200)
    assert any("with more than 4,000 marks is not used" in one for one in pack.problems())


def test_a_table_that_is_too_wide_is_refused_before_it_is_parsed(pack):
    pack.body("Table: a\n\n" + "\n".join(("|a" * 300, "|-" * 300, "|a" * 300)))
    assert any("a table of more than 39 columns is not used" in one for one in pack.problems())


def test_a_number_that_grows_without_end_is_a_problem_of_its_example(pack):
    steps = "".join(
        f'[[step]]\nid = "x{n + 1}"\nname = "s"\nvalue = "x{n} * x{n}"\nunit = ""\n'
        for n in range(24)
    )
    examples = "".join(
        f'[[example]]\nname = "e{n}"\ninputs = {{ x0 = "{n + 2}" }}\nstatus = "ok"\n'
        'outputs = { out = "1" }\nsource = "s"\n'
        for n in range(10)
    )
    pack.write(
        "calculators/grow.toml",
        'title = "Grow"\nshort = "Grow"\nanswers = "What."\nroute = "oral"\n'
        'basis = "arithmetic"\nabout = "Why [@us-label: Dosage]."\neditor = "e"\nchecker = ""\n'
        'review_by = 2027-05-22\n[[input]]\nid = "x0"\nname = "X"\nkind = "whole"\n'
        f'{steps}[[output]]\nid = "out"\nname = "O"\nvalue = "x24"\nunit = ""\n{examples}',
    )
    grown = [one for one in pack.problems() if "a number grows past 4,000 figures" in one]
    assert len(grown) == 10


def test_only_the_first_of_many_problems_are_listed(pack):
    pack.write("facts/start.toml", FACTS + "[[fact]]\n" * 1_000)
    of_file = [one for one in pack.problems() if one.startswith("facts/start.toml")]
    assert len(of_file) == MOST_PROBLEMS + 1
    assert any("more that is wrong" in one for one in of_file)


def test_a_pipe_in_place_of_a_file_is_refused_without_waiting_for_it(pack):
    os.mkfifo(pack.root / "notices.toml")
    assert pack.problems() == ["notices.toml: file: is no file, where a pack has one"]


@pytest.mark.parametrize("name", ["notices.toml", "facts/more.toml", "monograph/more.md"])
def test_a_symbolic_link_is_refused_and_never_followed(pack, tmp_path, name):
    outside = tmp_path / "outside"
    outside.write_text("secret words")
    (pack.root / name).symlink_to(outside)
    problems = pack.problems()
    assert f"{name}: file: is a symbolic link: put the file itself here" in problems
    assert not any("secret" in one for one in problems)
