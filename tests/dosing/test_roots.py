"""Roots and powers: exact, rounded half up, and the last place is the right one."""

from fractions import Fraction
from math import isqrt

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webref.dosing.dimensions import NUMBER, ValueKind, infer
from webref.dosing.formula import FormulaError, figures_in, parse_formula
from webref.dosing.roots import NoRoot, power_half_up, root_half_up
from webref.dosing.run import Unanswerable, run
from webref.dosing.units import MASS

numbers = some.fractions(0, 10**9, max_denominator=10**6)


@given(numbers, some.integers(0, 9))
def test_a_root_lies_within_half_of_its_last_place(number, places):
    root, half = root_half_up(number, places), Fraction(1, 2 * 10**places)
    assert (root * 10**places).denominator == 1
    assert number < (root + half) ** 2
    assert root == 0 or (root - half) ** 2 <= number


@given(numbers.filter(bool), some.integers(-60, 60), some.integers(1, 40), some.integers(0, 9))
def test_a_power_lies_within_half_of_its_last_place(number, above, below, places):
    exponent, half = Fraction(above, below), Fraction(1, 2 * 10**places)
    power = power_half_up(number, exponent, places)
    assert (power * 10**places).denominator == 1
    whole = number**exponent.numerator
    assert whole < (power + half) ** exponent.denominator
    assert power == 0 or (power - half) ** exponent.denominator <= whole


@given(numbers, some.integers(0, 9))
def test_the_power_of_a_half_is_the_root(number, places):
    if number:
        assert power_half_up(number, Fraction(1, 2), places) == root_half_up(number, places)


@given(some.integers(0, 10**9), some.integers(0, 6))
def test_a_tie_goes_up(whole, places):
    tie = Fraction(2 * whole + 1, 2 * 10**places)
    assert root_half_up(tie**2, places) == tie + Fraction(1, 2 * 10**places)
    if tie:
        assert power_half_up(tie**3, Fraction(1, 3), places) == tie + Fraction(1, 2 * 10**places)


@pytest.mark.parametrize(
    ("number", "places", "root"),
    [
        ("3.0694", 4, "1.752"), ("2", 9, "1.414213562"), ("0", 4, "0"), ("4", 0, "2"),
        ("2.25", 0, "2"), ("2.2499", 0, "1"), ("0.25", 0, "1"), ("1000000", 9, "1000"),
        ("0.000000001", 4, "0"), ("0.0000000025", 4, "0.0001"), ("1/3", 5, "0.57735"),
    ],
)  # fmt: skip
def test_roots_by_hand(number, places, root):
    assert root_half_up(Fraction(number), places) == Fraction(root)


@pytest.mark.parametrize(
    ("number", "exponent", "places", "power"),
    [
        ("70", "0.425", 4, "6.0837"), ("170", "0.725", 4, "41.4072"), ("70", "0.75", 4, "24.2005"),
        ("8", "1/3", 9, "2"), ("2", "-2", 2, "0.25"), ("2", "-3", 2, "0.13"), ("5", "0", 0, "1"),
        ("0.9938", "60", 4, "0.6886"), ("2", "1000/999", 0, "2"),
    ],
)  # fmt: skip
def test_powers_by_hand(number, exponent, places, power):
    assert power_half_up(Fraction(number), Fraction(exponent), places) == Fraction(power)


@pytest.mark.parametrize(
    ("number", "exponent", "why"),
    [
        ("0", "1/2", "^a power of what is not above zero$"),
        ("-1", "1/3", "^a power of what is not above zero$"),
        ("2", "1001", "^an exponent of too many figures$"),
        ("2", "1/1001", "^an exponent of too many figures$"),
        ("2", "-1001", "^an exponent of too many figures$"),
    ],
)
def test_what_is_no_power_or_past_what_is_worked_out_has_no_answer(number, exponent, why):
    with pytest.raises(NoRoot, match=why):
        power_half_up(Fraction(number), Fraction(exponent), 2)
    with pytest.raises(Unanswerable, match=why):
        run(parse_formula("power(x, y, 2)"), {"x": Fraction(number), "y": Fraction(exponent)})


def test_a_root_of_less_than_zero_has_no_answer():
    with pytest.raises(NoRoot):
        root_half_up(Fraction(-1), 2)
    with pytest.raises(Unanswerable):
        run(parse_formula("root(0 - 1, 2)"), {})


def test_the_largest_root_needs_no_more_than_whole_numbers():
    number = Fraction(10**18 - 1, 10**9)
    assert root_half_up(number, 9) == Fraction((isqrt(4 * (10**18 - 1) * 10**9) + 1) // 2, 10**9)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("root(x)", "root takes 2 arguments, not 1: root(a, 4)"),
        ("root(x, y)", "root needs its decimals, 0 to 9: root(a, 4)"),
        ("root(x, 10)", "root needs its decimals, 0 to 9: root(a, 4)"),
        ("root(x, 1.5)", "root needs its decimals, 0 to 9: root(a, 4)"),
        ("root(x, 2 + 2)", "root needs its decimals, 0 to 9: root(a, 4)"),
        ("power(x, 2)", "power takes 3 arguments, not 2: power(a, b, 4)"),
        ("power(x, 2, x)", "power needs its decimals, 0 to 9: power(a, b, 4)"),
    ],
)
def test_decimals_are_written_out(text, said):
    with pytest.raises(FormulaError) as refused:
        parse_formula(text)
    assert str(refused.value) == said


@pytest.mark.parametrize("name", ["exp", "log", "ln", "log10", "log2"])
def test_an_exponential_or_a_logarithm_is_refused_with_the_reason(name):
    with pytest.raises(FormulaError, match=f"^{name}: .* no way to round its last place is proven"):
        parse_formula(f"{name}(x)")


def test_other_names_of_a_root_or_a_power_are_led_to_it():
    with pytest.raises(FormulaError, match=r"^sqrt: .* root\(a, 4\)"):
        parse_formula("sqrt(x)")
    with pytest.raises(FormulaError, match=r"^pow: .* power\(a, b, 4\)"):
        parse_formula("pow(x, 2)")


def test_decimals_are_no_figure_of_the_formula_and_an_exponent_is():
    assert figures_in(parse_formula("root(x * 2, 4) + power(y, 0.75, 5)")) == {"2", "0.75"}


def test_plain_numbers_go_in_and_come_out():
    assert infer(parse_formula("root(x, 4)"), {"x": NUMBER}) == NUMBER
    assert infer(parse_formula("power(x, x, 4)"), {"x": NUMBER}) == NUMBER
    for text in ("root(dose, 4)", "power(dose, x, 4)", "power(x, dose, 4)"):
        with pytest.raises(FormulaError, match="units do not match: mcg"):
            infer(parse_formula(text), {"x": NUMBER, "dose": ValueKind("number", MASS)})
