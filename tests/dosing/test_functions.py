"""The closed table of functions, and that nothing outside a closed list is passed over."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.dosing.calculators import BARE, RATES
from webref.dosing import words
from webref.dosing.calendar import show_calendar
from webref.dosing.cases import cases
from webref.dosing.dimensions import NUMBER, infer
from webref.dosing.formula import FormulaError, parse_formula
from webref.dosing.functions import FUNCTIONS, Function, UnknownFunction, function_of
from webref.dosing.nodes import Binary, Call, Compare, Logic, Name, Number, to_json, walk
from webref.dosing.numbers import show
from webref.dosing.run import run
from webref.dosing.shown import show_value
from webref.dosing.spec import Check, Input, Output
from webref.dosing.working import Names, working_line

BOGUS = Call("mean", (Number("10"), Number("4")))
NAMES = Names.of(BARE, ())


@pytest.mark.parametrize(
    ("name", "count"),
    [("mean", 2), ("min", 1), ("min", 7), ("floor", 0), ("floor", 2), ("round_to", 1), ("", 1)],
)
def test_a_function_that_the_table_lacks_is_unknown(name, count):
    with pytest.raises(UnknownFunction, match=f"^{name} with {count} arguments is not known$"):
        function_of(name, count)


@pytest.mark.parametrize(
    "use",
    [
        lambda node: run(node, {}),
        lambda node: infer(node, {}),
        lambda node: working_line("A", node, {}, NAMES, show_value(Fraction(1), "", 0)),
        lambda node: cases(node, NAMES, ""),
    ],
    ids=["run", "dimensions", "working", "paper"],
)
def test_an_unknown_function_is_refused_by_all_that_meet_it(use):
    with pytest.raises(UnknownFunction, match=r"^mean with 2 arguments is not known$"):
        use(BOGUS)


def test_an_unknown_function_is_refused_when_a_formula_is_read():
    with pytest.raises(FormulaError, match=r"^there is no function mean; there are min, max"):
        parse_formula("mean(10, 4)")


def test_a_row_in_the_table_and_its_words_are_all_that_a_function_needs(monkeypatch):
    def mean(parts):
        return sum(parts, Fraction()) / 2

    monkeypatch.setitem(FUNCTIONS, "mean", Function("mean(a, b)", 2, 2, "alike", mean))
    monkeypatch.setitem(words.WORDS, "function.mean", "the mean of {all}")
    node = parse_formula("mean(10, 4)")
    assert run(node, {}) == 7
    assert infer(node, {}) == NUMBER
    line = working_line("A", node, {}, NAMES, show_value(Fraction(7), "", 0))
    assert line.parts == ("the mean of 10, 4", "7")


@pytest.mark.parametrize(
    "node",
    [
        Binary("%", Number("7"), Number("4")),
        Compare("<>", Number("7"), Number("4")),
        Logic("xor", (Compare("<", Number("1"), Number("2")),) * 2),
    ],
)
def test_an_unknown_sign_has_no_value(node):
    with pytest.raises(ValueError, match=f"^no such sign: {node.op}$"):
        run(node, {})


def test_an_unknown_sign_has_no_kind():
    with pytest.raises(FormulaError, match=r"^\*\* is no sign of formulas$"):
        infer(Binary("**", Number("7"), Number("4")), {})


@pytest.mark.parametrize("use", [lambda node: run(node, {}), lambda node: infer(node, {}),
                                 to_json, lambda node: list(walk(node))])  # fmt: skip
def test_what_is_no_node_is_not_passed_over(use):
    with pytest.raises(AssertionError):
        use(object())


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: Check("a", "danger", Name("a"), (), (), ()), "danger is none of stop, warn, info"),
        (lambda: replace(BARE.outputs[0], round="even"), "even is none of half-up, down, up"),
        (lambda: Input("a", "A", "", "colour"), "colour is none of quantity, number, whole"),
        (lambda: show_calendar(Fraction(1), "year"), "year is no unit of the calendar"),
    ],
)
def test_a_word_outside_its_closed_list_is_refused(make, reason):
    with pytest.raises(ValueError, match=f"^{reason}"):
        make()


def test_an_unknown_rounding_shows_nothing():
    with pytest.raises(KeyError):
        show(Fraction(1), 0, "even")
    assert {output.round for output in RATES.outputs if isinstance(output, Output)} == {
        "half-up", "up", "down",
    }  # fmt: skip
