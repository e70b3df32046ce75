"""Where the marks of a picture stand, and which pictures are not drawn at all."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.dosing.asking import ask
from tests.dosing.pictured import DRAWN
from webref.dosing.drawn import ReadRow, Unfit, draw, present_picture
from webref.dosing.numbers import show
from webref.dosing.picture import Picture, PictureRow

HALF_DAY = {"begun": "06:00", "duration": "12h"}


def drawn(name, calculator=DRAWN, **typed):
    """The context of a picture by its id; None where it is not drawn."""
    result = ask(calculator, **{"dose": "3mg", "duration": "7h"} | typed)
    assert result.answered
    found = [one for one in result.pictures if one.picture.id == name]
    return present_picture(found[0]) if found else None


def with_picture(kind, *rows):
    return replace(DRAWN, pictures=(Picture("own", kind, "Own", rows),))


def test_a_scale_begins_at_zero_and_ends_at_its_largest_figure():
    limit, typed, ceiling = drawn("limits")["rows"]
    # The axis is 3% to 97%: 8 h of 12 h are two thirds of 94%, 7 h / 3 h stands at 21.28%.
    assert limit["spans"] == [{"x": "3.0", "width": "62.7"}] and limit["point"] == ""
    assert typed["spans"] == [{"x": "21.3", "width": "36.5"}]
    assert (ceiling["point"], ceiling["spans"]) == ("97.0", [])


def test_a_row_says_what_it_draws_and_is_marked_by_where_it_comes_from():
    rows = drawn("limits", rest="0h")["rows"]
    assert [row["mark"] for row in rows] == ["limit", "entry", "limit", "entry"]
    assert rows[1]["name"] == "Typed 3\u00a0mg, from here to there"
    assert rows[1]["figure"] == "2.3333\u00a0h to 7\u00a0h"
    assert rows[3]["point"] == "3.0"


def test_a_row_of_something_that_was_not_entered_is_left_out():
    assert len(drawn("limits")["rows"]) == 3
    assert drawn("shares") is None  # one row is left


def test_parts_stand_end_to_end():
    first, second = drawn("shares", rest="3h")["rows"]
    assert first["spans"] == [{"x": "3.0", "width": "65.8"}]  # 7 h of 10 h
    assert second["spans"] == [{"x": "68.8", "width": "28.2"}]


def test_a_bar_past_midnight_is_two_bars():
    runs = drawn("hours", begun="18:00", duration="12h")["rows"][0]
    assert runs["figure"] == "18:00 to 06:00"
    assert runs["spans"] == [{"x": "3.0", "width": "23.5"}, {"x": "73.5", "width": "23.5"}]


def test_a_day_has_a_line_every_six_hours():
    picture = drawn("hours", **HALF_DAY)
    assert [line["x"] for line in picture["lines"]] == ["3.0", "26.5", "50.0", "73.5", "97.0"]
    assert picture["rows"][0]["spans"] == [{"x": "26.5", "width": "47.0"}]


def test_days_have_a_line_at_each_midnight_until_they_are_too_many():
    typed = {"filled": "2026-11-20T00:00", "duration": "4.8h"}  # for two days
    assert [line["x"] for line in drawn("calendar", **typed)["lines"]] == ["3.0", "50.0", "97.0"]
    long = drawn("calendar", filled="2026-11-20T00:00", duration="144h")  # for 60 days
    assert long["lines"] == [] and long["axis"] == "From the first time to the last."


def test_a_line_over_days_goes_from_the_left_whatever_the_order_of_its_rows():
    typed = {"filled": "2026-11-20T00:00", "volume": "20mL", "left": "5mL"}
    picture = drawn("fall", **typed)
    assert picture["legs"] == [{"x1": "3.0", "y1": "3.0", "x2": "97.0", "y2": "73.5"}]
    assert picture["rows"][0]["height"] == "73.5"
    assert picture["rows"][1]["figure"] == "20\u00a0mL, Fri 20 Nov 2026, 00:00"


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("scale", (PictureRow(("Ends first",), "duration", "third"), PictureRow(("T",), "third"))),
        ("scale", (PictureRow(("None",), "rest"), PictureRow(("Again",), "rest"))),
        ("days", (PictureRow(("At",), "filled"), PictureRow(("At",), "filled"))),
    ],
)
def test_what_does_not_fit_its_axis_is_not_drawn_and_costs_no_answer(kind, rows):
    typed = {"rest": "0h", "filled": "2026-11-20T00:00"}
    assert drawn("own", with_picture(kind, *rows), **typed) is None


def test_a_stop_and_a_gap_draw_nothing():
    assert ask(DRAWN, dose="3mg", duration=".7h").pictures == ()
    assert ask(DRAWN, dose="3mg").pictures == ()


def test_what_readers_would_read_otherwise_is_not_drawn():
    german = replace(DRAWN, misread=".")
    result = ask(german, dose="3mg", duration="7h")  # 2.3333 h stands in the picture
    assert result.status == "stop" and result.pictures == ()


def test_a_kind_that_nothing_draws_is_refused():
    with pytest.raises(ValueError, match="pie is none of scale"):
        Picture("own", "pie", "Own", ())


def test_every_figure_of_a_picture_stands_in_the_answer_too():
    result = ask(DRAWN, dose="3mg", duration="7h", begun="06:00")
    said = " ".join(
        (*(entry.shown for entry in result.entries), *(part for line in result.working
        for part in line.parts), *(one.shown for one in DRAWN.constants)))  # fmt: skip
    for picture in result.pictures:
        for row in picture.rows:
            assert all(end in said for end in row.figure.split(" to "))
    assert show(DRAWN.constants[0].value / 60) == "8"


@pytest.mark.parametrize(
    ("kind", "at", "to", "level"),
    [
        ("scale", 5, 3, None),
        ("scale", None, None, None),
        ("level", 1, None, 0),
        ("level", 1, None, -2),
    ],
    ids=["a bar that runs backwards", "no place", "nothing but empty", "less than empty"],
)
def test_what_fits_no_axis_is_not_drawn(kind, at, to, level):
    exact = [None if one is None else Fraction(one) for one in (at, to, level)]
    rows = [
        ReadRow("a", "1", "entry", *exact),
        ReadRow("b", "2", "result", Fraction(7), None, exact[2]),
    ]
    with pytest.raises(Unfit):
        draw(Picture("own", kind, "Own", ()), rows, Fraction(1440))


def test_a_picture_with_a_figure_that_is_read_otherwise_leaves_no_answer():
    rows = (PictureRow(("At 1,000",), "duration"), PictureRow(("Then",), "third"))
    calculator = with_picture("scale", *rows)
    typed = {"dose": "3mg", "duration": "7h"}
    assert ask(calculator, **typed).pictures
    assert ask(replace(calculator, misread=","), **typed).status == "stop"
    assert ask(replace(DRAWN, misread=","), **typed).pictures
