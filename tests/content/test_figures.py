"""Figures as a reader sees them, and their parts."""

from fractions import Fraction

import pytest

from webref.content.facts.figures import Figure


def numbers(*texts):
    return tuple(Fraction(text) for text in texts)


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Figure(numbers("50"), "one", "mcg"), "50\u00a0mcg"),
        (Figure(numbers("0.5"), "one", "mg/mL"), "0.5\u00a0mg/mL"),
        (Figure(numbers("1200"), "one", "mcg/day"), "1,200\u00a0mcg/day"),
        (Figure(numbers("9.0"), "one", "h"), "9\u00a0h"),
        (Figure(numbers("5", "15"), "range", "%"), "5 to 15%"),
        (Figure(numbers("50", "75", "100"), "list", "mcg"), "50, 75 and 100\u00a0mcg"),
        (Figure(numbers("25", "50"), "list", "mcg", join="or"), "25 or 50\u00a0mcg"),
        (Figure(numbers("24"), "one", "h", ">="), "at least 24\u00a0h"),
        (Figure(numbers("8"), "one", "h", ">"), "more than 8\u00a0h"),
        (Figure(numbers("4"), "one", "years", "<"), "less than 4\u00a0years"),
        (Figure(numbers("30"), "one", "°C", "<="), "at most 30\u00a0°C"),
        (Figure(numbers("4", "8"), "range", "h", about=True), "about 4 to 8\u00a0h"),
        (Figure(numbers("1"), "one", "weeks"), "1\u00a0week"),
        (Figure(numbers("1", "2"), "range", "weeks"), "1 to 2\u00a0weeks"),
        (Figure(numbers("7"), "one", ""), "7"),
    ],
)
def test_a_figure_in_words(figure, text):
    assert figure.text() == text


def test_the_ends_of_a_range_and_the_items_of_a_list():
    span = Figure(numbers("5", "15"), "range", "%", ">=", about=True)
    assert span.part("low") == Figure(numbers("5"), "one", "%")
    assert span.part("high") == Figure(numbers("15"), "one", "%")
    assert Figure(numbers("25", "50"), "list", "mcg").part("2").amount() == "50"


@pytest.mark.parametrize(
    ("figure", "part"),
    [
        (Figure(numbers("5"), "one", "%"), "low"),
        (Figure(numbers("5", "15"), "range", "%"), "1"),
        (Figure(numbers("5", "15"), "list", "%"), "3"),
        (Figure(numbers("5", "15"), "list", "%"), "0"),
        (Figure(numbers("5", "15"), "list", "%"), "high"),
    ],
)
def test_a_part_that_is_not_there(figure, part):
    with pytest.raises(KeyError):
        figure.part(part)


def test_a_fact_hands_out_its_figures_by_reference(pack):
    facts = pack.site().facts
    assert facts["start.us"].figure().text() == "50\u00a0mcg"
    assert facts["start.us"].figure("volume").text() == "0.5\u00a0mL"
    assert facts["start.us"].figure("usual:high").text() == "80\u00a0mcg"
    assert facts["start.ca"].figure("1").text() == "25\u00a0mcg"
    with pytest.raises(KeyError):
        facts["warning.signs"].figure()
    with pytest.raises(KeyError):
        facts["start.us"].figure("weight")


def test_figures_are_exact(pack):
    assert pack.site().facts["start.us"].figure("volume").values == (Fraction(1, 2),)
    assert type(pack.site().facts["start.us"].figure().values[0]) is Fraction
