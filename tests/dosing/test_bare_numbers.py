"""The bare numbers of any working, read from the left, come to the answer."""

import re
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as some

from tests.dosing.calculators import CALCULATORS
from tests.dosing.cases import example_cases, random_cases
from tests.dosing.compounds import COMPOUNDS, compounds
from tests.dosing.leaves import LEAVES, ONE_EACH, leaves
from tests.dosing.reading import bare
from tests.packs import shipped
from webref.dosing.calendar import CALENDAR_UNITS
from webref.dosing.cases import blank_names, cases
from webref.dosing.entries import parameter_names
from webref.dosing.evaluate import evaluate
from webref.dosing.functions import FUNCTIONS
from webref.dosing.nodes import Binary, Call, Choose, Name, Node, Number, names_in
from webref.dosing.numbers import show_exact
from webref.dosing.query import Malformed, parse_query
from webref.dosing.run import Absent, Unanswerable, number, truth
from webref.dosing.shown import show_value
from webref.dosing.spec import Step
from webref.dosing.units import IN_FORMULAS, NONE, divide, is_unit, multiply, single_units, unit_of
from webref.dosing.working import working_line

ALL = {**CALCULATORS, **shipped().calculators}
CALENDAR = re.compile(r"[0-9]{2}:[0-9]{2}|[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4}|now")


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
    for unit, power in zip(ONE_EACH, dimension, strict=True):
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
