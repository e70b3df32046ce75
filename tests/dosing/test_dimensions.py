"""What kind of value a formula yields, and which formulas have no meaning."""

import re

import pytest

from webref.dosing.dimensions import MOMENT, NUMBER, SPAN, TRUTH, ValueKind, infer
from webref.dosing.formula import FormulaError, parse_formula
from webref.dosing.units import MASS, TIME, VOLUME, divide, unit_of, words_of

DOSE = ValueKind("number", MASS)
LITRE = ValueKind("number", VOLUME)
WORD = ValueKind("word", options=("us", "ca"))
KINDS = {
    "dose": DOSE,
    "more": DOSE,
    "volume": LITRE,
    "wait": SPAN,
    "begun": MOMENT,
    "ended": MOMENT,
    "count": NUMBER,
    "label": WORD,
    "mg": DOSE,
    "weight": ValueKind("number", unit_of("kg").dimension),
    "age": ValueKind("number", unit_of("years").dimension),
}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("dose", DOSE),
        ("5", NUMBER),
        ("label", WORD),
        ("dose + more", DOSE),
        ("dose - 0", DOSE),
        ("0 - dose", DOSE),
        ("dose * 2", DOSE),
        ("2 * mg", DOSE),
        ("dose / volume", ValueKind("number", divide(MASS, VOLUME))),
        ("dose / wait", ValueKind("number", divide(MASS, TIME))),
        ("dose / more", NUMBER),
        ("dose / (dose / volume)", LITRE),
        ("0 - 0", NUMBER),
        ("min(0, 0)", NUMBER),
        ("begun + wait", MOMENT),
        ("begun - wait", MOMENT),
        ("begun - ended", SPAN),
        ("dose < more", TRUTH),
        ("dose > 0", TRUTH),
        ("0 <= dose", TRUTH),
        ("begun < ended", TRUTH),
        ("label == 'us'", TRUTH),
        ("label != 'ca'", TRUTH),
        ("label in ('us', 'ca')", TRUTH),
        ("given(dose)", TRUTH),
        ("not given(dose) and dose < more or count == 1", TRUTH),
        ("dose if label == 'us' else more", DOSE),
        ("0 if label == 'us' else dose", DOSE),
        ("begun if given(ended) else ended", MOMENT),
        ("min(dose, 0, more)", DOSE),
        ("max(begun, ended)", MOMENT),
        ("floor(dose / more)", NUMBER),
        ("ceil(count)", NUMBER),
        ("round_to(dose, more)", DOSE),
    ],
)
def test_kind_of_a_formula(text, kind):
    assert infer(parse_formula(text), KINDS) == kind


@pytest.mark.parametrize(
    "text",
    [
        "nobody", "given(nobody)", "dose + volume", "dose + 1", "count + dose", "dose < volume",
        "dose < 1", "min(dose, volume)", "max(dose, 1)", "dose if given(dose) else volume",
        "dose if count else more", "dose if dose else more", "floor(dose)", "ceil(wait)",
        "floor(begun)", "round_to(dose, volume)", "round_to(dose, 1)", "begun * 2", "begun / ended",
        "2 * begun", "begun + ended", "wait + begun", "wait - begun", "begun + dose",
        "begun - count", "begun + 0", "begun < wait", "begun < 0", "min(begun, 0)",
        "begun if given(dose) else 0", "label + label", "label * 2", "label < 'us'",
        "label == label", "'us' == label", "'us' == 'us'", "label == 'fr'", "label in ('us', 'fr')",
        "dose in ('us',)", "dose == 'us'", "'us' in ('us',)", "label == 1", "label == dose",
        "dose == label", "not dose", "dose and more", "label or given(dose)", "(dose < more) + 1",
        "(dose < more) == (more < dose)", "min(dose < more, dose < more)",
        "label if given(dose) else label", "min(label, label)", "(dose < more) in ('us',)",
        "floor(dose < more)", "given(dose) * 2",
    ],
)  # fmt: skip
def test_a_formula_without_meaning_is_refused(text):
    with pytest.raises(FormulaError):
        infer(parse_formula(text), KINDS)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("nobody", "nobody is not known here"),
        ("given(nobody)", "nobody is not known here"),
        ("dose / volume + wait", "units do not match: mcg/mL and min"),
        ("weight + age", "units do not match: kg and months"),
        ("dose * dose < dose", "units do not match: mcg^2 and mcg"),
        ("dose + count", "units do not match: mcg and plain number"),
        ("not count", "units do not match: plain number where truth is needed"),
        ("begun < 0", "units do not match: moment and number"),
        ("begun + 0", "moment + number has no meaning"),
        ("begun * 2", "moment * number has no meaning"),
        ("begun + ended", "moment + moment has no meaning"),
        ("label == 'fr'", "'fr' is none of us, ca"),
        ("label < 'us'", "words are compared as name == 'word', name != 'word' or in"),
        ("label == label", "label is a word, to be compared with a word in quotes"),
        ("dose == 'us'", "mcg is compared with a word"),
        ("'us' in ('us',)", "in needs a name before it"),
        ("label + label", "a choice stands where a number is needed"),
        (
            "min(dose < more, dose < more)",
            "a comparison (true or false) stands where a number is needed",
        ),
    ],
)
def test_the_reason_says_what_does_not_fit(text, reason):
    with pytest.raises(FormulaError, match=f"^{re.escape(reason)}$"):
        infer(parse_formula(text), KINDS)


def test_what_stands_on_both_sides_of_per_cancels():
    unit = unit_of("mcg/kg/h per mcg/h")
    assert (unit.parts, unit.factor, words_of(unit.dimension)) == ((("kg", -1),), 1, "1/kg")
    assert unit_of("mL/kg/min per mL/h").parts == (("kg", -1), ("min", -1), ("h", 1))
