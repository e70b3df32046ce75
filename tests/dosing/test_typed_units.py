"""A unit typed with a number: named, never taken, and no figure handed back."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dosing.calculators import CALCULATORS, quantity
from tests.dosing.cases import TYPED, forms, unit_cases, without_units
from tests.packs import shipped
from webref.dosing import characters, unit_spellings
from webref.dosing.entries import parameter_names, read_entry, split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.query import parse_query
from webref.dosing.spec import Input, Setting
from webref.dosing.unit_table import OFTEN, SINGLES
from webref.dosing.words import say

ROOT = Path(__file__).parents[2]
ALL = {**CALCULATORS, **shipped().calculators}
UNIT = re.compile("[A-Za-z%]")
STATIC = ROOT / "static/answers"
RATE = ("mcg/day", "mg/day")


def refusal(text: str, units: tuple[str, ...], chosen: str = "", kind: str = "quantity") -> str:
    """What is said of an entry; that it has no value and hands back no figure is held here."""
    item = Input("x", "Entry", "", kind, units)
    entry = read_entry(item, {"x": text, "x_unit": chosen or "".join(units[: len(units) == 1])})
    assert entry.value is None
    assert entry.error
    assert not re.search(r"[0-9]", entry.error)
    return entry.error


# Calculator, field, what is typed, what must be said; what stands behind the number is true.
TABLE = [
    ("refill", "dose", "12.5 mcg/h",
     "This field is per day (mcg/day or mg/day), but mcg/h is typed. Enter the total for one day."),
    ("supply", "daily", "20 mg tds",
     "This field is per day (mg/day), but how often is typed. Enter the total for one day."),
    ("test-dose-volume", "age", "10 months",
     "is in years, but months is typed. Enter it in years."),
    ("titration", "age", "4 months", "is in years, but months is typed. Enter it in years."),
    ("refill", "stability", "11 weeks", "is in days, but weeks is typed. Enter it in days."),
    ("night-rate", "rise", "20 mcg", "This field is in %, but mcg is typed. Enter it in %."),
    ("concentration", "volume", "0.02 L", "is in mL, but L is typed. Enter it in mL."),
    ("oral-taper", "duration", "2 months",
     "is in days or weeks, but months is typed. Enter it in days or weeks."),
    ("oral-titration", "weight", "44 lb", "is in kg, but lb is typed. Weigh in kg."),
    ("refill", "margin", "3oo", "One number alone is read here"),
    ("refill", "dose", "3oo", "One number alone is read here"),
]  # fmt: skip


@pytest.mark.parametrize(("calculator", "field", "typed", "said"), TABLE)
def test_a_unit_that_a_field_does_not_offer_leads_to_no_other_quantity(
    calculator, field, typed, said
):
    item = next(one for one in ALL[calculator].inputs if one.id == field)
    for unit in ("", *item.units):
        entry = read_entry(item, {field: typed, f"{field}_unit": unit})
        assert said in entry.error
        assert (entry.value, entry.offer) == (None, ("", ""))
        assert not re.search(r"[0-9]", entry.error)
        assert not item.units or item.units[0] in entry.error
    split = split_entries(ALL[calculator], {field: typed})
    assert split == {field: typed}
    assert evaluate(ALL[calculator], split, Setting()).status == "stop"


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("0.5 mg/day", ""), ("0.5mg/day", "mg/day"), ("0.5 MG per day", "mg/day"),
     ("0.5\u202fmg/day", ""), ("\u200b0.5\u00a0mg / day\u2003", ""), ("0.5 milligrams/d", "")],
)  # fmt: skip
def test_a_unit_that_is_offered_is_handed_to_the_reader_as_one_tap(typed, chosen):
    entry = read_entry(Input("x", "X", "", "quantity", RATE), {"x": typed, "x_unit": chosen})
    assert entry.offer == ("0.5", "mg/day")
    said = "This field takes the number alone; mg/day belongs beside it as the unit."
    assert (entry.error, entry.value) == (said, None)


def test_the_one_unit_of_a_field_is_handed_over_too():
    for kind, units in (("quantity", ("mL",)), ("whole", ("days",))):
        item = Input("x", "X", "", kind, units)
        for typed in (f"12 {units[0]}", f"12{units[0].upper()}"):
            assert read_entry(item, {"x": typed, "x_unit": units[0]}).offer == ("12", units[0])


def test_a_unit_beside_another_that_is_chosen_is_offered_in_neither():
    entry = read_entry(
        Input("x", "X", "", "quantity", RATE), {"x": "0.5 mg/day", "x_unit": "mcg/day"}
    )
    said = "mg/day is typed, but mcg/day is chosen. Check which one is meant."
    assert (entry.error, entry.offer, entry.value) == (said, ("", ""), None)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (".5 mg", "A zero belongs before the point."), ("1,000 mg", "A comma is not read."),
        ("1,5mg", "A comma is not read."), ("05mg", "A zero in front is not read."),
        ("5.mg", "A point at the end is not read."), ("-5 mg", "A sign is not read."),
        ("\u22125 mg", "A sign is not read."), ("1.2.3 mg", "One number alone"),
    ],
)  # fmt: skip
def test_a_number_that_is_not_read_is_not_offered_with_its_unit(typed, said):
    entry = read_entry(quantity("x", ("mcg", "mg")), {"x": typed})
    assert entry.error.startswith(said)
    assert "mg belongs beside it" in entry.error
    assert (entry.value, entry.offer) == (None, ("", ""))


@pytest.mark.parametrize(
    "typed",
    ["5e2 mcg/h", "2x50", "2 x 50 mg", "10-20 mg", "10 to 20", "<5 mg", "~5 mg", "1/2 mg", "mg 5",
     "\u00bd mg", "5 mg/5 mL", "25 mg in 5 mL", "2 000 mg", "5 mg?", "5 m", "1 h 30", "3oo", "5O",
     "20 mg TDS", "20 bd", "1.5 L", "5 apples", "x", "5 mg mg", "0x10", "5 mg/", "5 per"],
)  # fmt: skip
def test_text_that_is_no_number_names_the_unit_of_the_field_and_hands_back_nothing(typed):
    for chosen in ("", *RATE):
        assert "mcg/day or mg/day" in refusal(typed, RATE, chosen)


@pytest.mark.parametrize(
    "typed",
    [".5", "5.", "1,000", "0,5", ",5", "007", "00.5", "05", "1e3", "+5", "-5", "1 000", "10-20",
     "1/2", "\u00bd", "<5", "1..2", "9" * 10, "0.0000000001", "0", "0.0", "7" * 50],
)  # fmt: skip
def test_no_refusal_of_a_number_holds_a_figure(typed):
    for kind, units in (("quantity", RATE), ("quantity", ("mL",)), ("whole", ())):
        refusal(typed, units, "mg/day" if units == RATE else "", kind)


def test_a_field_without_a_unit_says_so():
    said = "This field has no unit, but mg is typed. Check what is asked."
    assert refusal("5 mg", (), kind="whole") == said
    assert refusal("5 apples", (), kind="whole").endswith("This field has no unit.")


def test_what_is_shown_can_be_typed_back_up_to_its_unit():
    item = quantity("x", ("mcg", "mg"))
    shown = read_entry(item, {"x": "2.5", "x_unit": "mg"}).shown
    assert shown == "2.5\u00a0mg"
    assert read_entry(item, {"x": shown}).offer == ("2.5", "mg")
    assert "A comma is not read." in read_entry(item, {"x": "2,000\u00a0mcg"}).error
    assert "A comma is not read." in read_entry(item, {"x": "2,000\u00a0", "x_unit": "mg"}).error


@pytest.mark.parametrize(
    "around", ["\u00a0", "\u2003", "\u202f", "\ufeff", "\u200b", "\u200e", "\u2066", "\u00ad", "\t"]
)
def test_spaces_and_format_characters_at_the_ends_are_trimmed(around):
    entry = read_entry(quantity("x", ("mg",)), {"x": f"{around}5{around}", "x_unit": "mg"})
    assert entry.shown == "5\u00a0mg"
    assert read_entry(Input("d", "D", "", "clock"), {"d": f"09:30{around}"}).value == 570


@pytest.mark.parametrize(
    "typed",
    ["5\u200b0", "5\ufeffmg", "5\u00ad0", "5\u20660", "5\u0000", "\u00005", "5\u007f", "5\u180e0",
     "\u202e12", "12\u202e", "\u202d12", "5\U000e00310", "5\u28000", "5\u2063 mg"],
)  # fmt: skip
def test_a_hidden_character_within_is_named(typed):
    said = say("entry.hidden")
    assert refusal(typed, ("mg",)) == said
    assert read_entry(Input("d", "D", "", "date"), {"d": typed}).error == said


def test_every_space_and_format_character_of_unicode_is_in_the_table_and_nothing_that_shows():
    for point in range(0x110000):
        text = chr(point)
        kind = unicodedata.category(text)
        trimmed = characters.trim(f"{text}5{text}") == "5"
        if kind in ("Zs", "Zl", "Zp", "Cf"):
            assert trimmed or text in "\u202d\u202e", hex(point)
        elif kind[0] in "LNPS":
            assert not trimmed or text in "\u115f\u1160\u2800\u3164\uffa0", hex(point)


def listed(text: str, name: str) -> Iterator[str]:
    """The texts or numbers of a list, as they stand in a module of either language."""
    body = text[re.search(rf"\n(?:const )?{name}\b", text).start() :]
    for found in re.finditer(r'"([^"]*)"|\b(0x[0-9A-Fa-f]+|\w+(?=: \[))', body.partition(";\n")[0]):
        yield (found[1] or found[2]).encode().decode("unicode_escape")


def test_both_engines_hold_the_same_tables():
    script = (STATIC / "characters.js").read_text("utf-8")
    for name in ("SPACES", "UNSEEN", "NEVER"):
        points = [int(one, 16) for one in listed(script, name)]
        assert points == [point for run in getattr(characters, name) for point in run]


def test_no_spelling_stands_for_two_units_and_every_unit_of_the_table_is_spelled():
    every = [one for single in SINGLES for one in single.spellings.split(", ") if one]
    assert len(every) == len(set(every))
    assert not set(every) & set(OFTEN)
    assert all(spelling == unit_spellings.lower(spelling) for spelling in every)
    for single in SINGLES:
        for word in filter(None, (single.name, single.one, single.spoken)):
            assert unit_spellings.spell(word) == single.name


@pytest.mark.parametrize("calculator", ALL.values(), ids=ALL.keys())
def test_no_calculator_answers_an_entry_that_carries_a_unit(calculator):
    """Every field, every unit, glued and spaced, with each unit chosen: refused, no figure back."""
    count = 0
    for case in unit_cases(calculator):
        count += 1
        parameters = parse_query(case.query, parameter_names(calculator))
        result = evaluate(calculator, parameters, case.setting)
        assert (result.status, result.answers) == ("stop", ()), case
        [entry] = [one for one in result.entries if one.error and UNIT.search(parameters[one.id])]
        item = next(one for one in calculator.inputs if one.id == entry.id)
        assert not re.search(r"[0-9]", without_units(entry.error, item)), case
        named = [unit for unit in item.units if unit in entry.error]
        assert named or (not item.units and "no unit" in entry.error), case
        chosen = parameters.get(f"{item.id}_unit", "")
        if entry.offer[1]:
            assert entry.offer[1] in item.units
            assert chosen in ("", entry.offer[1]) or item.kind != "quantity"
    typed = [one for one in calculator.inputs if one.kind in ("quantity", "number", "whole")]
    assert count >= len(typed) * 2 * len(TYPED)
    assert forms(calculator)
