"""The value of a formula: exact, lazy, and without a default for anything."""

import operator
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from webref.dosing.formula import parse_formula
from webref.dosing.run import Absent, Unanswerable, number, run, truth

numbers = some.fractions(-(10**6), 10**6, max_denominator=10**4)


def value(text, **values):
    return run(parse_formula(text), values)


@given(numbers, numbers)
def test_arithmetic_is_that_of_fractions(a, b):
    assert value("a + b", a=a, b=b) == a + b
    assert value("a - b", a=a, b=b) == a - b
    assert value("a * b", a=a, b=b) == a * b
    assert value("floor(a)", a=a) == floor(a)
    assert value("ceil(a)", a=a) == ceil(a)
    assert value("min(a, b)", a=a, b=b) == min(a, b)
    assert value("max(a, b, a)", a=a, b=b) == max(a, b)
    assert type(value("floor(a)", a=a)) is type(value("ceil(a)", a=a)) is Fraction
    assume(b)
    assert value("a / b", a=a, b=b) == a / b


@given(numbers, some.fractions("1/1000", 1000, max_denominator=1000))
def test_round_to_gives_the_nearest_multiple_and_a_tie_goes_up(a, step):
    rounded = value("round_to(a, step)", a=a, step=step)
    assert (rounded / step).denominator == 1
    assert -step / 2 < rounded - a <= step / 2


@given(numbers, numbers)
def test_comparisons(a, b):
    signs = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
    signs |= {"==": operator.eq, "!=": operator.ne}
    for sign, compare in signs.items():
        assert value(f"a {sign} b", a=a, b=b) is compare(a, b)
        assert value(f"a {sign} a", a=a) is compare(a, a)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("0.1 + 0.2 == 0.3", True),
        ("1 / 3 * 3 == 1", True),
        ("label == 'us'", True),
        ("label != 'us'", False),
        ("label in ('ca', 'us')", True),
        ("label not in ('ca', 'us')", False),
        ("given(a)", True),
        ("given(none)", False),
        ("given(nobody)", False),
        ("a < 2 < 3", True),
        ("a < 2 and 2 < a", False),
        ("a > 2 or 2 > a", True),
        ("not a > 2", True),
    ],
)
def test_conditions(text, wanted):
    assert value(text, a=Fraction(1), none=None, label="us") is wanted


@pytest.mark.parametrize(
    "text",
    [
        "a if a > 0 else 1 / 0",
        "1 / 0 if a < 0 else a",
        "a if a > 0 or 1 / 0 > 1 else a",
        "a if not (a < 0 and none > 1) else none",
        "a if a > 0 else none",
        "none if given(none) else a",
    ],
)
def test_a_branch_not_taken_is_not_evaluated(text):
    assert value(text, a=Fraction(1), none=None) == 1


@pytest.mark.parametrize(
    "text", ["none", "nobody + 1", "none == 1", "none in ('us',)", "min(1, none)"]
)
def test_what_was_not_typed_has_no_value(text):
    with pytest.raises(Absent, match=r"^(none|nobody)$"):
        value(text, none=None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1 / 0", "division by zero"),
        ("1 / (a - a)", "division by zero"),
        ("round_to(a, 0)", "a step of zero"),
        ("round_to(a, 0 - 1)", "a step of zero"),
        ("'us' + 1", "not a number"),
        ("floor('us')", "not a number"),
        ("(a < 1) + 1", "not a number"),
        ("a < 'us'", "not numbers"),
        ("'us' < a", "not numbers"),
        ("(a < 1) < (a < 2)", "not numbers"),
        ("a if a else a", "not a condition"),
        ("a and a", "not a condition"),
    ],
)
def test_what_has_no_answer_is_unanswerable(text, reason):
    with pytest.raises(Unanswerable, match=f"^{reason}$"):
        value(text, a=Fraction(1))


def test_a_number_is_no_condition_and_a_condition_no_number():
    with pytest.raises(Unanswerable):
        truth(parse_formula("1"), {})
    with pytest.raises(Unanswerable):
        number(parse_formula("1 < 2"), {})
