"""Every factor between units is printed: the bare numbers, read from the left, give the answer."""

import datetime
import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as some

from tests.dosing.calculators import BARE, CALCULATORS, quantity
from tests.dosing.cases import example_cases, random_cases
from tests.dosing.compounds import COMPOUNDS, compounds
from tests.dosing.reading import bare
from webref.content.load import read_site
from webref.dosing.calendar import CALENDAR_UNITS
from webref.dosing.cases import blank_names, cases, rules
from webref.dosing.conversion import factors
from webref.dosing.entries import parameter_names
from webref.dosing.evaluate import evaluate
from webref.dosing.formula import parse_formula
from webref.dosing.functions import FUNCTIONS
from webref.dosing.nodes import Binary, Call, Choose, Name, Node, Number, names_in
from webref.dosing.numbers import show, show_exact
from webref.dosing.query import Malformed, parse_query
from webref.dosing.run import Absent, Unanswerable, number, truth
from webref.dosing.shown import show_value
from webref.dosing.spec import Setting, Step
from webref.dosing.units import IN_FORMULAS, NONE, divide, is_unit, multiply, single_units, unit_of
from webref.dosing.working import Names, working_line

ROOT = Path(__file__).parents[2]
PACK, _ = read_site(ROOT / "content/baclofen", datetime.date(2026, 11, 22))
assert PACK
ALL = {**CALCULATORS, **PACK.calculators}
CALENDAR = re.compile(r"[0-9]{2}:[0-9]{2}|[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4}|now")


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


LEAVES = {
    "a": ("mcg", "12"), "b": ("mg", "0.5"), "c": ("ng", "250"), "d": ("mL", "20"),
    "e": ("h", "8"), "f": ("days", "2"), "wk": ("weeks", "1.5"), "i": ("min", "90"),
    "j": ("mcg/day", "100"), "k": ("mg/mL", "2"), "m": ("%", "12.5"), "o": ("", "3"),
    "p": ("kg", "70"), "q": ("mL/h", "0.25"), "r": ("tablets", "4"), "s": ("mg per dose", "5"),
    "t": ("doses/day", "3"), "u": ("g", "1"), "v": ("mcg/mL", "50"), "w": ("%", "250"),
    "ca": ("mcg/kg/min", "0.1"), "cb": ("mcg/kg/h", "6"), "cc": ("units/kg/h", "18"),
    "cd": ("g/100 mL", "5"), "ce": ("mg/5 mL", "125"), "cf": ("mL/min/1.73 m2", "90"),
    "cg": ("m2", "1.9"), "ch": ("micromol/L per mg/dL", "88.4"), "ci": ("mg/dL", "1.2"),
    "cj": ("mmol/L", "4.1"), "ck": ("mg/m2", "75"), "cl": ("m", "1.7"), "cm_": ("cm", "165"),
    "cn": ("kg/m2", "24"), "co": ("units/100 mL", "400"), "cp": ("million units/day", "2.4"),
    "cq": ("mg/kg/day", "15"), "cr": ("mmol/kg/day", "2"), "cs": ("g of weight", "3200"),
    "da": ("years", "4"), "db": ("weeks of age", "6"), "dc": ("units", "5000"),
    "dd": ("international units", "400"), "de": ("micromol", "20"), "df": ("mEq", "10"),
    "dg": ("mmHg", "65"), "dh": ("months", "30"), "di": ("mL/kg", "2"),
}  # fmt: skip


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


def leaves(figures):
    names = Names.of(BARE, ())
    values = {name: unit_of(unit).factor for name, unit in IN_FORMULAS.items()}
    for name, (unit, text) in figures.items():
        values[name] = Fraction(text) * unit_of(unit).factor
        names.words[name] = name.upper()
        names.add(name, show_value(values[name], unit, 9))
        names.units[name] = unit
    return names, values


@some.composite
def formulas(draw, dimension, depth=0):
    """A formula of a dimension: sums, products, quotients, functions, in units of every kind."""
    like = [
        Name(name) for name, (unit, _) in LEAVES.items() if unit_of(unit).dimension == dimension
    ]
    if dimension == NONE:
        like += [Number("1"), Number("100"), Number("0"), Number("2.5")]
    how = draw(some.sampled_from(["leaf", "+", "-", "*", "/", "call"])) if depth < 4 else "leaf"
    if how == "leaf":
        return draw(some.sampled_from(like)) if like else quotient(dimension)
    if how in "+-":
        parts = [draw(formulas(dimension, depth + 1)) for _ in "ab"]
        return Binary(how, *parts)
    if how == "call":
        fits = [n for n, f in FUNCTIONS.items() if f.kind == "alike" or dimension == NONE]
        name = draw(some.sampled_from(fits))
        parts = [draw(formulas(dimension, depth + 1)) for _ in range(FUNCTIONS[name].fewest)]
        if FUNCTIONS[name].places:
            parts[-1] = Number(str(draw(some.integers(0, 9))))
        if name == "power":
            parts[1] = draw(some.sampled_from([Number("0.725"), Number("0.75"), Number("2")]))
        return Call(name, tuple(parts))
    other = unit_of(LEAVES[draw(some.sampled_from(sorted(LEAVES)))][0]).dimension
    inverse = divide if how == "*" else multiply
    return Binary(
        how, draw(formulas(inverse(dimension, other), depth + 1)), draw(formulas(other, depth + 1))
    )


def quotient(dimension):
    """What no unit of the table measures, as a product and quotient of what some do."""
    node: Node = Number("1")
    one_each = ("a", "d", "e", "p", "da", "db", "dc", "dd", "de", "df", "cm_", "dg")
    for unit, power in zip(one_each, dimension, strict=True):
        for _ in range(abs(power)):
            node = Binary("*" if power > 0 else "/", node, Name(unit))
    return node


SINGLES = [unit.name for unit in single_units()]
UNITS_SHOWN = some.one_of(some.sampled_from([*SINGLES, *COMPOUNDS]), compounds())


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(some.data(), UNITS_SHOWN, some.integers(0, 3))
def test_the_bare_numbers_of_any_working_come_to_the_answer(data, unit, places):
    node = data.draw(formulas(unit_of(unit).dimension))
    names, values = leaves(LEAVES)
    try:
        value = number(node, values)
    except Unanswerable:
        assume(False)
    shown = show_value(value, unit, places)
    line = working_line("A", node, values, names, shown)
    if line.parts:  # none where a figure is taken over as it stands
        assert bare(line.parts[-2]) == shown.exact
    assert (line.exact != "") == (line.parts != () and shown.rounded)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(some.data(), UNITS_SHOWN)
def test_the_bare_numbers_put_into_any_formula_on_paper_come_to_the_answer(data, unit):
    node = data.draw(formulas(unit_of(unit).dimension))
    names, values = leaves(LEAVES)
    try:
        value = number(node, values)
    except Unanswerable:
        assume(False)
    names.words |= {name: text for name, (_, text) in LEAVES.items()}
    [case] = cases(node, names, unit)
    assert bare(case.formula) == value / unit_of(unit).factor


@pytest.mark.parametrize("calculator", ALL.values(), ids=ALL.keys())
def test_the_bare_numbers_come_to_the_answer_in_every_calculator(calculator):
    """On screen as typed, and on paper with the numbers put into its boxes."""
    read, count = 0, 60 if calculator.id in CALCULATORS else 20
    for case in (*example_cases(calculator), *random_cases(calculator, 1, count)):
        try:
            form = parse_query(case.query, parameter_names(calculator))
        except Malformed:
            continue
        result = evaluate(calculator, form, case.setting)
        for line in result.working:
            # A figure taken over as it stands is its own result.
            if not re.search("[0-9]", "".join(line.parts[:-1])) or CALENDAR.search(
                " ".join(line.parts).replace("\u00a0", " ")
            ):
                continue
            wanted = line.exact or line.parts[-1]
            assert bare(line.parts[-2]) == bare(wanted), line
            read += 1
        if result.working:
            read += on_paper(calculator, result)
    assert read > 0 or calculator.id in ("screening-times",)


def taken(node, values):
    """The formula with each choice made."""
    match node:
        case Choose(condition=condition, then=then, other=other):
            return taken(then if truth(condition, values) else other, values)
        case Binary(op=op, left=left, right=right):
            return Binary(op, taken(left, values), taken(right, values))
        case Call(function=function, arguments=arguments):
            return Call(function, tuple(taken(argument, values) for argument in arguments))
    return node


def on_paper(calculator, result):
    """The formulas of a blank sheet with the values of a result put into its boxes."""
    names, read = blank_names(calculator), 0
    values = {entry.id: entry.value for entry in result.entries}
    values |= {constant.id: constant.value for constant in calculator.constants}
    values |= {name: unit_of(unit).factor for name, unit in IN_FORMULAS.items()}
    for item in (*calculator.steps, *calculator.outputs):
        for name, unit in names.units.items():
            if isinstance(values.get(name), Fraction) and name in names.words and is_unit(unit):
                names.words[name] = f"({show_exact(values[name] / unit_of(unit).factor)})"
        if item.when is not None and not all(
            values.get(n) is not None for n in names_in(item.when)
        ):
            continue
        try:
            branch = taken(item.value, values)
            value = number(branch, values)
        except (Absent, Unanswerable):
            continue
        if isinstance(item, Step):
            values[item.id] = value
        used = {names.units[name] for name in names_in(branch)} | {item.unit}
        if used & set(CALENDAR_UNITS):
            continue
        texts = [case.formula for case in cases(branch, names, item.unit)]
        assert [bare(text) for text in texts] == [value / unit_of(item.unit).factor], texts
        read += 1
    return read


def test_per_cent_goes_by_a_hundred():
    assert [(one.sign, one.text) for one in factors({"%": 1}, {})] == [("/", "100%")]
    assert [(one.sign, one.text) for one in factors({}, {"%": 1})] == [("*", "100%")]
    assert factors({"%": 1}, {"%": 1}) == ()
    assert show(Fraction(1)) == "1"
