"""Sheets of a pack: panels read with the rules of prose, and what is refused."""

import pytest

from webref.render.screen import ScreenNotes
from webref.render.words import text_of

SHEET = """
title = "Quick reference"
summary = "One side."
lead = "One label at a time."
route = "oral"
editor = "An editor"
checker = ""
review_by = 2027-05-22

[[panel]]
id = "start"
title = "Start"
side = 1
labels = ["us", "ca"]
rows = [{ name = "First dose", cells = { us = "{start.us}", ca = "{start.ca}" } }]
note = "Go slowly. [@us-label: Start]"

[[panel]]
id = "overdose"
title = "Overdose"
side = 2
card = "overdose"
"""
ROW = 'cells = { us = "{start.us}", ca = "{start.ca}" }'


def with_sheet(pack, old="", new=""):
    assert old in SHEET
    pack.write("sheets/quick.toml", SHEET.replace(old, new, 1))
    return pack


def test_a_sheet_holds_its_panels_in_order(pack):
    sheet = with_sheet(pack).site().sheets["quick"]
    start, overdose = sheet.panels
    assert (start.side, start.labels, overdose.side, overdose.card) == (
        1, ("us", "ca"), 2, "overdose",
    )  # fmt: skip
    assert start.rows[0].cells["us"].facts == ("start.us",)
    assert text_of(start.rows[0].cells["ca"]) == "25 or 50 mcg"
    assert start.note.cites


def test_a_cell_does_not_repeat_the_tag_of_its_column(pack):
    cell = with_sheet(pack).site().sheets["quick"].panels[0].rows[0].cells["us"]
    assert 'class="tag"' not in ScreenNotes().words(cell)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('title = "Quick', 'colour = "x"\ntitle = "Quick', "colour: unknown key"),
        (ROW, 'cells = { us = "{start.us}" }', "one cell for each label"),
        (ROW, ROW.replace("us =", "uk ="), "one cell for each label"),
        ('labels = ["us", "ca"]', 'labels = ["us", "nz"]', "there is no label nz"),
        ('card = "overdose"', 'card = "underdose"', "there is no card underdose"),
        ('card = "overdose"', "", "has rows, or names a card"),
        ("{start.us}", "50 mcg [@us-label: Start]", "the figure 50 mcg is no fact"),
        ("{start.us}", "Slowly", "a paragraph without a citation"),
        ("{start.us}", "{start.nowhere}", "there is no fact start.nowhere"),
        ("First dose", "First 5 mg", "the figure 5 mg is no fact"),
        ("One label", "Give 5 mg, one label", "the figure 5 mg is no fact"),
        ("Go slowly", "Go <img src='file:///etc/passwd'> slowly", "HTML"),
        ("Go slowly", "Go ![x](https://example.org/x.png) slowly", "image"),
        ("side = 1", "side = 0", "panel[start].side: write at least 1, not 0"),
        ("side = 1", "side = 1.5", "panel[start].side: write a whole number"),
        ("side = 2", "side = 99999999999", "panel: panels come in the order of their sides"),
        ("side = 1", "side = 2", "panel: panels come in the order of their sides"),
        ('id = "overdose"', 'id = "start"', "panel[start]: 2 panels have this id"),
        ('route = "oral"', 'route = "oraly"', "route: there is no route oraly in pack.toml"),
    ],
)
def test_what_breaks_a_rule_is_refused(pack, old, new, problem):
    found = [one for one in with_sheet(pack, old, new).problems() if "sheets/quick.toml" in one]
    assert any(problem in one for one in found), found
