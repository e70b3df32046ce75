"""words.toml: a pack's own sentences, held against those that they replace."""

import pytest

from webref.cli.command import main
from webref.content.wording.table import TABLE

HEAD = "signed = []\n\n[words]\n"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            'form.calculat = "Rechnen"',
            "words.form.calculat: there is no sentence form.calculat; did you mean form.calculate?",
        ),
        ('form.calculate = ""', "words.form.calculate: must not be empty: write it for: Calculate"),
        ('form.calculate = "  "', "words.form.calculate: must not be empty"),
        ("form.calculate = 3", "words.form.calculate: write words, in quotes, for: Calculate"),
        (
            '"entry.missing" = "Noch nicht angegeben."',
            "words.entry.missing: leaves out {name}: write it where its value belongs, as in: "
            "{name} is not entered yet.",
        ),
        (
            'entry.missing = "{nam} fehlt noch, {name}."',
            "words.entry.missing: has {nam}; did you mean name?: write {name}",
        ),
        (
            'form.calculate = "{name} rechnen"',
            "words.form.calculate: has {name}: nothing is filled in here",
        ),
        (
            'form.calculate = "Rech\\u00ADnen"',
            "words.form.calculate: holds U+00AD, which nobody sees: delete it",
        ),
        (
            'form.calculate = "Rechnen <"',
            "words.form.calculate: holds '<', which no sentence may: write it without",
        ),
        (
            'form.calculate = "Rechnen {"',
            "words.form.calculate: holds a brace that is no name in braces: write it without",
        ),
        ('form.calculate = " Rechnen"', "words.form.calculate: begins or ends with a space"),
        (
            'date.days = "Mo Di Mi Do Fr Sa"',
            "words.date.days: lists 6 words: write 7, with one space between",
        ),
    ],
)
def test_a_sentence_that_would_say_another_thing_is_refused(pack, line, problem):
    pack.write("words.toml", f"{HEAD}{line}\n")
    (found,) = (one for one in pack.problems() if "words.toml" in one)
    assert found.startswith(f"words.toml: {problem}")


def test_a_name_that_is_typed_signs_no_words(pack):
    pack.replace("pack.toml", "signed = []", 'signed = []\nsigning_roles = ["pharmacist"]')
    signed = 'signed = [{ name = "A. Name", role = "pharmacist", date = 2026-11-22 }]\n'
    pack.write("words.toml", f'{signed}[words]\nform.calculate = "Work out"\n')
    [problem] = pack.problems()
    assert problem.startswith("words.toml: signed: a name that is typed signs nothing")


def test_a_pack_says_its_own_sentence_and_the_rest_as_they_are(pack):
    pack.write("words.toml", f'{HEAD}form.calculate = "Work out"\n')
    site = pack.site()
    assert site.words == {**TABLE, "form.calculate": "Work out"}
    assert site.has_own_words


def test_a_pack_without_words_says_every_sentence_of_the_table(pack):
    assert pack.site().words == TABLE
    assert not pack.site().has_own_words


def test_a_pack_that_is_not_english_is_told_how_much_still_is(pack):
    pack.replace(
        "pack.toml", 'language = "en"', 'language = "de"\ndecimal_mark = "."\nthousands_mark = ","'
    )
    pack.write("words.toml", f'{HEAD}form.calculate = "Rechnen"\n')
    (found,) = pack.site().warnings
    assert found.message.startswith(f"{len(TABLE) - 1} sentences are still in English, such as ")


def test_what_webref_words_prints_is_a_words_toml_that_changes_nothing(pack, capsys):
    assert main(["words"]) == 0
    pack.write("words.toml", capsys.readouterr().out)
    assert pack.problems() == []
    assert pack.site().words == TABLE
