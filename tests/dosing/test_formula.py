"""Formula text to trees: the subset is read, everything outside it is refused."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webref.dosing.formula import DEEPEST, LONGEST, FormulaError, figures_in, parse_formula
from webref.dosing.nodes import (
    Among,
    Binary,
    Call,
    Choose,
    Compare,
    Given,
    Logic,
    Name,
    Not,
    Number,
    Text,
    names_in,
    to_json,
)
from webref.dosing.words import say

A, B, C = Name("a"), Name("b"), Name("c")
AB, BC = Compare("<", A, B), Compare("<", B, C)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a", A),
        ("0.50", Number("0.50")),
        ("'us'", Text("us")),
        ("a + b * c", Binary("+", A, Binary("*", B, C))),
        ("a - b - c", Binary("-", Binary("-", A, B), C)),
        ("a / (b / c)", Binary("/", A, Binary("/", B, C))),
        ("a < b", AB),
        ("a >= b", Compare(">=", A, B)),
        ("a < b <= c", Logic("and", (AB, Compare("<=", B, C)))),
        ("a == 'us'", Compare("==", A, Text("us"))),
        ("a != 'us'", Compare("!=", A, Text("us"))),
        ("a in ('us', 'ca')", Among(A, ("us", "ca"))),
        ("a not in ('us',)", Not(Among(A, ("us",)))),
        ("a in 'us'", Among(A, ("us",))),
        ("a < b or b < c or a < c", Logic("or", (AB, BC, Compare("<", A, C)))),
        ("not a < b and b < c", Logic("and", (Not(AB), BC))),
        ("a if b < c else c", Choose(BC, A, C)),
        ("given(a)", Given("a")),
        ("min(a, b)", Call("min", (A, B))),
        ("max(a, b, c, 0, 1, 2)", Call("max", (A, B, C, Number("0"), Number("1"), Number("2")))),
        ("floor(a)", Call("floor", (A,))),
        ("ceil(a)", Call("ceil", (A,))),
        ("round_to(a, b)", Call("round_to", (A, B))),
        ("  a\t", A),
    ],
)  # fmt: skip
def test_reads_the_subset(text, tree):
    assert parse_formula(text) == tree


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "a +", "a b", "a; b", "a = b", "a := b", "(a := b)", "a\nb", "lambda: a", "-a",
        "+a", "-1", "~a", "a ** b", "a // b", "a % b", "a @ b", "a & b", "a | b", "a << b", "a.b",
        "a[0]", "a[b:c]", "f(a)", "a()", "min(a)", "min()", "max(a, b, c, a, b, c, a)",
        "floor(a, b)", "ceil()", "round_to(a)", "round(a)", "abs(a)", "given('a')", "given(a, b)",
        "given(1)", "given()", "min(*a)", "min(a, b, key=c)", "floor(a, **b)", "given(a, **b)",
        "True", "False", "None", "...", "1e3", "1_000", "0x10", "0b1", "1j", "1.", ".5", "00.5",
        "1.0000000001", "1000000000", "1" * 30, "b'us'", "f'{a}'", "f'us'", "a is b",
        "a is not None", "a in b", "a in (b, c)", "a in ('us', b)", "a in ['us']", "a in {'us'}",
        "a in ('us', 1)", "[a]", "(a, b)", "{a}", "{}", "[a for a in b]", "await a", "yield a",
        "*a", "__import__('os')", "a if b", "a and", "not", "\u0430 + 1", "a\x00", "a \u2212 b",
        "'\u00e9'", "\uff11",
    ],
)  # fmt: skip
def test_refuses_everything_outside_the_subset(text):
    with pytest.raises(FormulaError):
        parse_formula(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a \u2212 b", "only ASCII is read"),
        ("a +", "not an expression: a +"),
        ("round(a)", "there is no function round; did you mean round_to?"),
        ("min(a)", "min takes 2 to 6 arguments, not 1"),
        ("a ** b", "not allowed in a formula: a ** b"),
        ("a is b", "this comparison is not allowed in a formula"),
        ("a in b", "in needs a list of words in quotes"),
        ("1e3", f"1e3 is no decimal number: {say('number.exponent')}"),
    ],
)
def test_the_reason_says_what_is_not_of_the_subset(text, reason):
    with pytest.raises(FormulaError, match=f"^{re.escape(reason)}$"):
        parse_formula(text)


@pytest.mark.parametrize("open_, close", [("(", ")"), ("not ", ""), ("floor(", ")"), ("a+(", ")")])
def test_depth_is_bounded(open_, close):
    for count in (60, 90):
        text = open_ * count + "a" + close * count
        if open_ == "(":
            assert parse_formula(text) == A
        elif len(text) <= LONGEST:
            with pytest.raises(FormulaError, match=f"deeper than {DEEPEST}"):
                parse_formula(text)
    assert parse_formula("floor(" * DEEPEST + "a" + ")" * DEEPEST)


def test_length_is_bounded():
    assert parse_formula("a" * LONGEST) == Name("a" * LONGEST)
    with pytest.raises(FormulaError, match="longer than"):
        parse_formula("a" * (LONGEST + 1))


@given(some.text(alphabet="ab01.'()+-*/<>=!,_ einotrfls", max_size=40))
def test_no_text_does_more_than_be_read_or_be_refused(text):
    try:
        tree = parse_formula(text)
    except FormulaError:
        return
    json.dumps(to_json(tree))


WHOLE = "min(a, 2) if given(b) and not c in ('x', 'y') or d == 'z' else floor(e / 0.50) + 24 * h"


def test_names_and_literals_are_found_in_every_branch():
    tree = parse_formula(WHOLE)
    assert names_in(tree) == {"a", "b", "c", "d", "e", "h"}
    assert figures_in(tree) == {"2", "0.50", "24"}


def test_json_is_nested_lists_with_exact_numbers():
    assert to_json(parse_formula(WHOLE)) == [
        "choose",
        [
            "logic",
            "or",
            [
                [
                    "logic",
                    "and",
                    [["given", "b"], ["not", ["among", ["name", "c"], ["x", "y"]]]],
                ],
                ["compare", "==", ["name", "d"], ["text", "z"]],
            ],
        ],
        ["call", "min", [["name", "a"], ["number", "2"]]],
        [
            "binary",
            "+",
            ["call", "floor", [["binary", "/", ["name", "e"], ["number", "1/2"]]]],
            ["binary", "*", ["number", "24"], ["name", "h"]],
        ],
    ]
