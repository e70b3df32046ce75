"""`webref new`: a pack that loads at once, with an example of each thing and no figure to trust."""

import sys
from datetime import date

import pytest

from webref.cli.command import main
from webref.cli.new import QUESTIONS
from webref.content.load import load_site
from webref.content.starter import CAUTION
from webref.content.tables import claims

GIVEN = {
    "title": "Examplin",
    "routes": "oral, intravenous",
    "label": "New Zealand, NZ",
    "source": "Examplin data sheet",
    "editor": "A. Writer",
}


def begin(folder, **changes):
    words = {name: text for name, text in {**GIVEN, **changes}.items() if text is not None}
    flags = [part for name, text in words.items() for part in (f"--{name}", text)]
    return main(["new", str(folder), *flags])


@pytest.fixture
def site(tmp_path):
    """The pack as it is begun."""
    assert begin(tmp_path / "examplin") == 0
    return load_site(tmp_path / "examplin", date.today())


def test_it_loads_at_once_and_has_one_of_each_thing(site):
    assert site.warnings == ()
    assert site.pack.routes == ("oral", "intravenous")
    assert (site.pack.labels["nz"].name, site.pack.labels["nz"].tag) == ("New Zealand", "NZ")
    assert site.sources["nz-label"].title == "Examplin data sheet"
    assert site.sections and site.cards and site.protocols and site.rows(claims.REFUSALS)
    (calculator,) = site.calculators.values()
    assert calculator.lookups and calculator.checks and len(calculator.examples) >= 10


def test_every_figure_says_that_it_is_an_example_and_stands_on_no_page_without_it(site):
    figures = [fact for fact in site.facts.values() if fact.figures]
    assert figures
    assert {fact.caution for fact in figures} == {CAUTION}
    (guide,) = site.guides.values()
    assert guide.cautioned


def test_nobody_has_checked_or_signed_it(site):
    assert not site.pack.signed
    assert {fact.checker for fact in site.facts.values()} == {""}


@pytest.mark.parametrize("title", ['The "new" drug', "Bäst\\drug", "Drug 5", "a"])
def test_words_are_taken_as_they_are_given(tmp_path, title):
    assert begin(tmp_path / "pack", title=title) == 0
    assert load_site(tmp_path / "pack", date.today()).pack.title == title


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": None}, "write --title WORDS too"),
        ({"title": None, "editor": None}, "write --title WORDS --editor WORDS too"),
        ({"title": " "}, "--title is empty: write words, as in “Examplin”"),
        ({"title": "バクロ"}, "バクロ gives no id: write it with letters from a to z"),
        ({"title": "Search"}, "pack.toml: id: search is an address of the site itself"),
        ({"label": "New Zealand"}, "write jurisdiction and tag, as in “New Zealand, NZ”"),
        ({"label": "Nowhere, none"}, "label[none].id: none means that there is no label"),
        ({"routes": ","}, "write routes, as in “oral, intravenous”"),
        ({"routes": "oral, oral"}, "pack.toml: routes: oral is listed twice"),
        ({"title": "Drug 5 ml"}, "ml can be misread; write mL"),
        ({"editor": "A\u200bB"}, "U+200B, which nobody sees: delete it"),
    ],
)
def test_an_answer_that_no_pack_may_hold_is_refused_and_nothing_is_written(
    tmp_path, capsys, changes, said
):
    assert begin(tmp_path / "pack", **changes) == 1
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_stands_in_the_folder_is_never_touched(tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("mine")
    assert begin(tmp_path) == 1
    assert "is there already; name a folder that is not, or an empty one" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_what_is_not_given_is_asked(tmp_path, monkeypatch):
    asked = []
    answers = iter([*GIVEN.values()])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda words: asked.append(words) or next(answers))
    assert main(["new", str(tmp_path / "pack")]) == 0
    assert asked == [f"{question} (as in {sample}): " for _, question, sample in QUESTIONS]
    assert load_site(tmp_path / "pack", date.today()).pack.title == "Examplin"
