"""Figures held against copies of the sources, on the lines that their facts cite."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from webref.cli.codes import DRIFTED, OK
from webref.cli.command import main
from webref.content.drift.amounts import stands
from webref.content.drift.compare import compare
from webref.content.drift.copies import Copies
from webref.content.load import load_site

PROJECT = Path(__file__).parents[2]
SEEDS = PROJECT.parent / "shared/sources/seeds"

US = "\n\nStart with 50 micrograms (0.5 mL); usually\nonce a day, later 30-80 mcg.\n"


@pytest.fixture
def copies(tmp_path):
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "000_label.txt").write_text(US)
    (folder / "001_label.txt").write_text("\n\nThe first dose is 25 or 50 mcg.\n\n\n\n\n")
    return folder


@pytest.mark.parametrize(
    ("figure", "passage"),
    [
        (("10", "%"), "in steps of 10-30%"),
        (("30", "%"), "in steps of 10 to 30%"),
        (("50", "mcg"), "50, 75, or 100 \u03bcg"),
        (("75", "mcg"), "50, 75, or 100 micrograms"),
        (("1000", "mcg/day"), "up to 1,000 mcg daily"),
        (("24", "h"), "at least twenty-four hours apart"),
        (("24", "h"), "a 24-hour period"),
        (("0.5", "h"), "one half hour after it"),
        (("2", "times"), "the dose is doubled"),
        (("16", "years"), "under the age of 16, ask"),
        (("4", "years"), "4-year-old children"),
        (("1", "mg/mL"), "liquid, 1 mg in 1 mL"),
        (("39.5", "h"), "39.5 (9.0, 240.0) h"),
        (("9", "h"), "39.5 (9.0, 240.0) h"),
        (("13", "patients"), "Somnolence 13 (5.3%) 11"),
        (("5.3", "%"), "Somnolence 13 (5.3%) 11"),
        (("20", "°C"), "in water at 20°C"),
    ],
)
def test_a_figure_is_found_as_sources_print_it(figure, passage):
    value, unit = figure
    assert stands(Fraction(value), unit, passage)


@pytest.mark.parametrize(
    ("figure", "passage"),
    [
        (("55", "mcg"), "50 mcg"),
        (("5", "mcg"), "50 mcg"),
        (("50", "mg"), "50 mcg"),
        (("0", "mcg"), "1,000 mcg"),
        (("1", "mcg"), "1,000 mcg"),
        (("5", "mg"), "0.5 mg"),
        (("24", "h"), "24 days"),
        (("24", "min"), "24 months"),
        (("50", "mcg/h"), "50 mcg daily"),
        (("50", "mcg/mL"), "50 mcg in a syringe"),
        (("50", "patients"), "50 mcg"),
        (("13", "%"), "Somnolence 13 (5.3%) 11"),
        (("40", "h"), "39.5 (9.0, 240.0) h"),
    ],
)
def test_another_figure_is_not_found(figure, passage):
    value, unit = figure
    assert not stands(Fraction(value), unit, passage)


def test_figures_that_stand_on_their_lines_pass(pack, copies, capsys):
    assert main(["check", str(pack.root), "--against", str(copies)]) == OK
    assert "4 figures: 4 stand on the lines cited" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("value = 50\n", "value = 55\n", "fact[start.us]: 55 mcg does not stand on 000:3"),
        ('unit = "mcg"\nmore', 'unit = "mg"\nmore', "fact[start.us]: 50 mg does not"),
        ("value = 0.5,", "value = 5,", "fact[start.us].more.volume: 5 mL does not"),
        ("values = [25, 50]", "values = [25, 60]", "fact[start.ca]: 25 or 60 mcg does not"),
        ('lines = "000:3-4"', 'lines = "000:1"', "fact[start.us]: 50 mcg does not stand on 000:1"),
        ('lines = "001:3"', 'lines = "001:30"', "fact[start.ca].lines: the copy 001 has 8 lines"),
        ('lines = "001:3"', 'lines = "001:x"', "fact[start.ca].lines: 001:x names no lines"),
    ],
)
def test_a_figure_that_drifts_is_listed_with_its_place(pack, copies, capsys, old, new, said):
    pack.replace("facts/start.toml", old, new)
    assert main(["check", str(pack.root), "--against", str(copies)]) == DRIFTED
    assert f"facts/start.toml: {said}" in capsys.readouterr().err


def test_what_was_read_by_hand_passes_until_it_changes(pack, copies, capsys):
    pack.replace("facts/start.toml", "value = 0.5,", "value = 0.25,")
    pack.replace(
        "facts/start.toml", 'lines = "000:3-4"', 'lines = "000:3-4"\nread_by_hand."0.25 mL" = "why"'
    )
    assert main(["check", str(pack.root), "--against", str(copies)]) == OK
    assert "0.25 mL was read by hand: why" in capsys.readouterr().out
    pack.replace("facts/start.toml", "value = 0.25,", "value = 0.35,")
    assert pack.problems() == [
        "facts/start.toml: fact[start.us].read_by_hand: "
        "the fact has no figure 0.25 mL, but 50 mcg, 0.35 mL, 30 to 80 mcg"
    ]


def test_a_figure_that_is_found_needs_no_hand(pack, copies, capsys):
    pack.replace(
        "facts/start.toml", 'lines = "000:3-4"', 'lines = "000:3-4"\nread_by_hand."0.5 mL" = "why"'
    )
    assert main(["check", str(pack.root), "--against", str(copies)]) == DRIFTED
    assert "0.5 mL stands on 000:3-4: take it out of read_by_hand" in capsys.readouterr().err


def test_a_source_without_a_copy_is_said(pack, copies, capsys):
    (copies / "001_label.txt").unlink()
    assert main(["check", str(pack.root), "--against", str(copies)]) == OK
    out = capsys.readouterr().out
    assert "fact[start.ca]: 25 or 50 mcg: no copy of ca-label lies here" in out
    assert "1 have no copy here" in out


def test_a_folder_that_is_none_is_refused(pack, tmp_path, capsys):
    assert main(["check", str(pack.root), "--against", str(tmp_path / "none")]) == 1
    assert "is no folder with copies" in capsys.readouterr().err


@pytest.mark.skipif(not SEEDS.is_dir(), reason="no copies of the sources lie beside the project")
@pytest.mark.parametrize("factor", [Fraction(11, 10), Fraction(9, 10)])
def test_each_figure_of_the_pack_bent_by_a_tenth_is_noticed(factor):
    site = load_site(PROJECT / "content/baclofen", date.today())
    copies = Copies(SEEDS)
    before = compare(site, copies)
    assert before.problems == ()
    assert before.standing + len(before.by_hand) + len(before.unheld) == before.figures
    bent = missed = 0
    for fact in site.facts.values():
        for name, figure in fact.figures.items():
            for at, value in enumerate(figure.values):
                if not value or copies.passage(fact.lines) is None:
                    continue
                values = (*figure.values[:at], value * factor, *figure.values[at + 1 :])
                figures = {**fact.figures, name: replace(figure, values=values)}
                changed = replace(site, facts={fact.id: replace(fact, figures=figures)})
                bent += 1
                missed += not compare(changed, copies).problems
    assert bent > 300
    assert missed == 0


def test_lines_in_no_form_are_refused_and_words_are_none(copies):
    assert Copies(copies).passage("abstract") is None
    with pytest.raises(ValueError, match="000:third names no lines, as 002:810-811 does"):
        Copies(copies).passage("000:third")
