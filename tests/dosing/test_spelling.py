"""Every factor between units is printed: the bare numbers, read from the left, give the answer."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.dosing.calculators import BARE, quantity
from tests.dosing.leaves import LEAVES, leaves
from webref.dosing.conversion import factors
from webref.dosing.evaluate import evaluate
from webref.dosing.formula import parse_formula
from webref.dosing.numbers import show
from webref.dosing.rules import rules
from webref.dosing.run import number
from webref.dosing.shown import show_value
from webref.dosing.spec import Input, Setting, Step
from webref.dosing.spelling import Speller
from webref.dosing.working import working_line


def answered(calculator, form):
    result = evaluate(calculator, form, Setting())
    assert result.status in ("ok", "warn"), result.messages
    return {line.name: line for line in result.working}


RATE = replace(
    BARE,
    inputs=(quantity("dose", ("mcg/day", "mg/day")), quantity("strength", ("mcg/mL", "mg/mL"))),
    outputs=(
        replace(BARE.outputs[0], id="flow", name="Flow", unit="mL/day",
                value=parse_formula("dose / strength")),
        replace(BARE.outputs[0], id="hourly", name="Hourly", unit="mcg/h", places=1,
                value=parse_formula("dose")),
    ),
)  # fmt: skip
FORM = {"dose": "250", "dose_unit": "mcg/day", "strength": "0.5", "strength_unit": "mg/mL"}


def test_working_prints_the_factor_between_the_units_typed_and_the_unit_shown():
    lines = answered(RATE, FORM)
    assert lines["Flow"].parts == (
        "Dose ÷ Strength",
        "250\u00a0mcg/day ÷ 0.5\u00a0mg/mL ÷ 1,000\u00a0mcg per\u00a0mg",
        "0.5\u00a0mL/day",
    )
    assert lines["Hourly"].parts == (
        "Dose", "250\u00a0mcg/day ÷ 24\u00a0h per\u00a0day", "10.4\u00a0mcg/h",
    )  # fmt: skip


def test_paper_has_one_unit_for_each_entry_and_prints_the_factors_that_belong_to_it():
    flow, hourly = rules(RATE)
    assert [case.formula for case in flow.cases] == ["Dose ÷ Strength"]
    assert [case.formula for case in hourly.cases] == ["Dose ÷ 24\u00a0h per\u00a0day"]
    turned = replace(RATE, inputs=(RATE.inputs[0], quantity("strength", ("mg/mL", "mcg/mL"))))
    [case] = rules(turned)[0].cases
    assert case.formula == "Dose ÷ Strength ÷ 1,000\u00a0mcg per\u00a0mg"


def test_a_step_that_was_rounded_for_show_stands_as_its_exact_fraction():
    step = Step("third", "Third", parse_formula("dose / (3 * day)"), "mcg/min", 2)
    calculator = replace(RATE, steps=(step,), outputs=(
        replace(RATE.outputs[0], value=parse_formula("third / strength")),
    ))  # fmt: skip
    one = replace(calculator.inputs[0], units=("mcg", "mg"))
    lines = answered(
        replace(calculator, inputs=(one, calculator.inputs[1])), FORM | {"dose_unit": "mcg"}
    )
    assert lines["Third"].parts[-1] == "0.0579\u00a0mcg/min"
    assert lines["Flow"].parts[1] == (
        "(25/432)\u00a0mcg/min ÷ 0.5\u00a0mg/mL × 1,440\u00a0min per\u00a0day"
        " ÷ 1,000\u00a0mcg per\u00a0mg"
    )


@pytest.mark.parametrize(
    ("text", "unit", "figures"),
    [
        ("a + b", "mg", "(12 mcg + (0.5 mg × 1,000 mcg per mg)) ÷ 1,000 mcg per mg"),
        ("j * (1 + m)", "mcg/day", "100 mcg/day × (1 + (12.5% ÷ 100%))"),
        ("a / b", "%", "12 mcg ÷ 0.5 mg × 100% ÷ 1,000 mcg per mg"),
        ("a - a / d * d", "mcg", "12 mcg − (12 mcg ÷ 20 mL × 20 mL)"),
        ("max(a, min(b, c))", "mcg",
         "the greatest of 12 mcg, (the least of 0.5 mg, 250 ng ÷ 1,000,000 ng per mg)"
         " × 1,000 mcg per mg"),
        ("floor(b / a) * a", "mcg",
         "(0.5 mg ÷ 12 mcg × 1,000 mcg per mg rounded down) × 12 mcg"),
        ("round_to(b, a)", "mg", "0.5 mg to the nearest (12 mcg ÷ 1,000 mcg per mg)"),
        ("s * t", "mg/day", "5 mg per dose × 3 doses/day"),
        ("a / (7 * day)", "mcg/day", "12 mcg ÷ 7 days"),
        ("a / e", "mcg/day", "12 mcg ÷ 8 h × 24 h per day"),
        ("wk + f", "days", "(1.5 weeks + (2 days ÷ 7 days per week)) × 7 days per week"),
        ("max(0, b)", "mcg", "(the greatest of 0, 0.5 mg) × 1,000 mcg per mg"),
        ("m + o", "%", "12.5% + (3 × 100%)"),
        ("ca * p", "mg/h",
         "0.1 mcg/kg/min × 70 kg × 60 min per h ÷ 1,000 mcg per mg"),
        ("ca * p / cd", "mL/h",
         "0.1 mcg/kg/min × 70 kg ÷ 5 g/100 mL × 100 × 60 min per h ÷ 1,000,000 mcg per g"),
        ("ci * ch", "micromol/L", "1.2 mg/dL × 88.4 micromol/L per mg/dL"),
        ("cf * cg", "mL/min", "90 mL/min/1.73 m2 × 1.9 m2 ÷ 1.73"),
        ("p / (cm_ * cm_)", "kg/m2",
         "70 kg ÷ (165 cm × 165 cm) × 100 cm per m × 100 cm per m"),
        ("cb", "mcg/kg/min", "6 mcg/kg/h ÷ 60 min per h"),
        ("cc * p", "units/h", "18 units/kg/h × 70 kg"),
        ("b / ce", "mL", "0.5 mg ÷ 125 mg/5 mL × 5"),
        ("dh", "years", "30 months ÷ 12 months per year"),
        ("cs", "kg", "3,200 g of weight ÷ 1,000 g of weight per kg"),
        ("root(cm_ / cm * (p / kg) / 3600, 4)", "",
         "√(165 cm ÷ 1 cm × 70 kg ÷ 1 kg ÷ 3,600) (to 4 places)"),
        ("root(o, 1) * a", "mcg", "(√3 (to 1 place)) × 12 mcg"),
        ("power(p / kg, 0.425, 4) / o", "",
         "(the power 0.425 of (70 kg ÷ 1 kg) (to 4 places)) ÷ 3"),
        ("root(b / a, 2)", "", "√(0.5 mg ÷ 12 mcg × 1,000 mcg per mg) (to 2 places)"),
        ("a - (a - b)", "mcg", "12 mcg − (12 mcg − (0.5 mg × 1,000 mcg per mg))"),
    ],
)  # fmt: skip
def test_factors_stand_behind_what_they_belong_to(text, unit, figures):
    names, values = leaves(LEAVES)
    node = parse_formula(text)
    line = working_line("A", node, values, names, show_value(number(node, values), unit, 9))
    assert figures in [part.replace("\u00a0", " ") for part in line.parts]


def test_per_cent_goes_by_a_hundred():
    assert [(one.sign, one.text) for one in factors({"%": 1}, {})] == [("/", "100%")]
    assert [(one.sign, one.text) for one in factors({}, {"%": 1})] == [("*", "100%")]
    assert factors({"%": 1}, {"%": 1}) == ()
    assert show(Fraction(1)) == "1"


def test_a_share_of_a_time_from_a_moment_is_spelled_with_its_hundredth():
    filled = Input("filled", "Filled", "", "moment")
    value = parse_formula("filled + share * gap")
    at = replace(BARE.outputs[0], id="at", name="At", unit="moment", places=0, value=value)
    inputs = (filled, quantity("gap", ("h",)), quantity("share", ("%",)))
    form = {"filled": "2026-11-22T09:30", "gap": "8", "gap_unit": "h"}
    form |= {"share": "50", "share_unit": "%"}
    assert answered(replace(BARE, inputs=inputs, outputs=(at,)), form)["At"].parts[1:] == (
        "Sun 22 Nov 2026, 09:30 + (50% × 8\u00a0h ÷ 100%)",
        "Sun 22 Nov 2026, 13:30",
    )


def test_numbers_without_a_unit_among_themselves_are_spelled_without():
    most = replace(BARE.outputs[0], value=parse_formula("dose * max(2, 3)"))
    lines = answered(replace(BARE, outputs=(most,)), {"dose": "5", "dose_unit": "mcg"})
    assert lines["Twice"].parts[1:] == ("5\u00a0mcg × (the greatest of 2, 3)", "15\u00a0mcg")


@pytest.mark.parametrize(
    ("text", "unit", "spelled"),
    [
        ("(b - a) / 2", "h", "(Now \u2212 Filled) ÷ 2 × 24\u00a0h per\u00a0day"),
        ("d * (b - a)", "mcg", "Dose × (Now \u2212 Filled) × 1,000\u00a0mcg per\u00a0mg"),
        ("a + 12 * h + 1 * day", "date", "Filled + 12\u00a0h + 1\u00a0day"),
    ],
)
def test_the_time_between_two_dates_is_in_days_and_a_date_is_no_bare_number(text, unit, spelled):
    texts = {"a": "Filled", "b": "Now", "d": "Dose"}
    speller = Speller(texts, {"a": "date", "b": "date", "d": "mg/day"})
    assert speller.line(parse_formula(text), unit) == spelled
