"""Records: what is refused when a file is read, and the place that is named."""

from pathlib import Path

import pytest


def test_the_tiny_pack_has_no_problem(pack):
    assert pack.problems() == []


def test_an_unknown_key_is_refused_with_the_path_to_it(pack):
    pack.replace("facts/start.toml", 'place = "Warnings"', 'place = "Warnings"\nplaice = "x"')
    assert pack.problems() == [
        "facts/start.toml: fact[warning.signs].plaice: unknown key; did you mean place?"
    ]


def test_what_only_follows_from_an_unread_file_is_not_reported(pack):
    pack.write("facts/start.toml", "fact = [")
    pack.write("monograph/start.md", "")
    assert [problem.file for problem in pack.found()] == ["facts/start.toml", "monograph/start.md"]


def test_a_table_that_cannot_be_read_is_reported_once(pack):
    pack.write("differences.toml", "")
    assert pack.problems() == ["differences.toml: difference: is missing"]


def test_an_unknown_key_of_a_further_figure_is_refused(pack):
    pack.replace("facts/start.toml", "{ value = 0.5,", "{ value = 0.5, unti = 1,")
    assert pack.problems() == [
        "facts/start.toml: fact[start.us].more.volume.unti: unknown key; did you mean unit?",
    ]


def test_an_item_without_id_is_named_by_its_number(pack):
    pack.replace("differences.toml", 'label = "ca",', 'lable = "ca",')
    assert pack.problems()[:2] == [
        "differences.toml: difference[D01].cells[2].label: is missing",
        "differences.toml: difference[D01].cells[2].lable: unknown key; did you mean label?",
    ]


def test_a_fact_without_place_is_refused(pack):
    pack.replace("facts/start.toml", 'place = "Warnings"\n', "")
    assert "facts/start.toml: fact[warning.signs].place: is missing" in pack.problems()


def test_a_fact_with_an_empty_place_is_refused(pack):
    pack.replace("facts/start.toml", 'place = "Warnings"', 'place = ""')
    assert "facts/start.toml: fact[warning.signs].place: must not be empty" in pack.problems()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("value = 50", "value = 50\nlow = 1\nhigh = 2", "one of them"),
        ("value = 50", "low = 50", "both low and high"),
        ("value = 50", "low = 50\nhigh = 50", "low is below high"),
        ("values = [25, 50]", "values = [25]", "at least two"),
        ("value = 50\n", "", "there is none"),
        ('value = 50\nunit = "mcg"', "value = 50", "a figure has a unit"),
        ("{ value = 0.5, ", "{ ", "there is none"),
        ('{ value = 0.5, unit = "mL" }', "{}", "a further figure has a value"),
    ],
)
def test_a_figure_is_one_value_or_a_range_or_a_list(pack, old, new, message):
    pack.replace("facts/start.toml", old, new)
    assert message in pack.problems()[0]


@pytest.mark.parametrize("number", ["1e3", "inf", "nan", "1.5e-2"])
def test_a_number_that_is_not_plain_is_refused(pack, number):
    pack.replace("facts/start.toml", "value = 0.5", f"value = {number}")
    problem = pack.found()[0]
    assert (problem.file, problem.message) == (
        "facts/start.toml",
        f"write the number {number} in plain figures",
    )


def test_a_text_is_not_taken_for_a_number(pack):
    pack.replace("facts/start.toml", "value = 50", 'value = "50"')
    assert pack.problems()[0].startswith("facts/start.toml: fact[start.us].value: ")


def test_toml_that_cannot_be_read_is_a_problem_and_no_traceback(pack):
    pack.write("facts/start.toml", "fact = [")
    assert pack.problems()[0].startswith("facts/start.toml: file: ")


def test_bytes_that_are_not_utf8_are_a_problem(pack):
    (pack.root / "facts/start.toml").write_bytes(b"\xff")
    assert pack.problems()[0] == "facts/start.toml: file: is not UTF-8: save it in that encoding"


def test_a_section_without_front_matter_is_a_problem(pack):
    pack.write("monograph/start.md", "Words. [@us-label: Dosage]")
    assert any("monograph/start.md: front matter: does not open" in p for p in pack.problems())


def test_a_file_that_nothing_reads_is_refused(pack):
    pack.write("interaction.toml", "")
    (problem,) = pack.problems()
    opening, _, listed = problem.partition(", which holds ")
    assert opening == "interaction.toml: file: is no part of a pack"
    assert {"pack.toml", "interactions.toml", "notices.toml", "sheets/"} <= set(listed.split(", "))


def test_a_file_with_the_wrong_ending_is_refused(pack):
    pack.write("facts/more.md", "")
    assert pack.problems() == [
        "facts/more.md: file: is no part of a pack: facts/ holds files that end in .toml"
    ]


def test_a_file_name_that_is_no_id_is_refused(pack):
    pack.write("facts/My Facts.toml", (pack.root / "facts/start.toml").read_text())
    (pack.root / "facts/start.toml").unlink()
    assert pack.problems() == [
        "facts/My Facts.toml: file: My Facts is not in the form of an id: "
        "lower case a to z and figures, words joined by hyphens"
    ]


def test_a_folder_that_cannot_be_listed_is_said_and_nothing_else(pack, monkeypatch):
    def refuse(folder):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    [problem] = pack.problems()
    assert "folder" in problem
    assert "ermission" in problem
