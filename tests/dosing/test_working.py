"""The working of an answer, spelled from the tree that was evaluated."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.dosing.calculators import RATES
from webref.dosing.entries import Entry
from webref.dosing.formula import parse_formula
from webref.dosing.nodes import Binary, Call, Choose, Compare, Name, Node
from webref.dosing.run import Absent, Unanswerable, run
from webref.dosing.shown import show_value
from webref.dosing.working import Names, WorkingLine, fill, working_line

VALUES = {
    "a": Fraction(12),
    "b": Fraction(4),
    "c": Fraction(1, 3),
    "origin": "brain",
    "label": "us",
    "h": Fraction(60),
    "day": Fraction(1440),
    "none": None,
}


def names():
    entries = (Entry("origin", "The origin", shown="Brain"),)
    found = Names.of(RATES, (*entries, Entry("label", "Label", shown="United States")))
    found.words |= {"a": "Alpha", "b": "Beta", "c": "Gamma", "none": "Nothing"}
    found.figures |= {"a": "12\u00a0mg", "b": "4", "c": "0.33", "none": ""}
    found.exact |= found.figures
    found.units |= dict.fromkeys(("a", "b", "c", "none"), "")
    return found


def line(text, unit="", places=2):
    node = parse_formula(text)
    value = run(node, VALUES)
    return working_line("Answer", node, VALUES, names(), show_value(value, unit, places))


@pytest.mark.parametrize(
    ("text", "words", "figures"),
    [
        ("a / b", "Alpha ÷ Beta", "12\u00a0mg ÷ 4"),
        ("a - b + 2", "Alpha − Beta + 2", "12\u00a0mg − 4 + 2"),
        ("a - (b + 2)", "Alpha − (Beta + 2)", "12\u00a0mg − (4 + 2)"),
        ("a * (b - 2)", "Alpha × (Beta − 2)", "12\u00a0mg × (4 − 2)"),
        ("(a + b) / 2", "(Alpha + Beta) ÷ 2", "(12\u00a0mg + 4) ÷ 2"),
        ("a / (b * 2)", "Alpha ÷ (Beta × 2)", "12\u00a0mg ÷ (4 × 2)"),
        ("a * b / 2", "Alpha × Beta ÷ 2", "12\u00a0mg × 4 ÷ 2"),
        ("a - b * 2", "Alpha − (Beta × 2)", "12\u00a0mg − (4 × 2)"),
        ("a / (24 * h)", "Alpha ÷ 24\u00a0h", "12\u00a0mg ÷ 24\u00a0h"),
        ("a * 1200.50 * h", "Alpha × 1,200.5 × 1\u00a0h", "12\u00a0mg × 1,200.5 × 1\u00a0h"),
        ("a / (7 * day)", "Alpha ÷ 7\u00a0days", "12\u00a0mg ÷ 7\u00a0days"),
        ("a / (1 * day)", "Alpha ÷ 1\u00a0day", "12\u00a0mg ÷ 1\u00a0day"),
        ("a / day", "Alpha ÷ 1\u00a0day", "12\u00a0mg ÷ 1\u00a0day"),
        ("floor(a / b)", "Alpha ÷ Beta rounded down", "12\u00a0mg ÷ 4 rounded down"),
        ("floor(a + b)", "(Alpha + Beta) rounded down", "(12\u00a0mg + 4) rounded down"),
        ("round_to(a - b, b + 1)", "(Alpha − Beta) to the nearest (Beta + 1)",
         "(12\u00a0mg − 4) to the nearest (4 + 1)"),
        ("ceil(a + b)", "(Alpha + Beta) rounded up", "(12\u00a0mg + 4) rounded up"),
        ("round_to(a, b)", "Alpha to the nearest Beta", "12\u00a0mg to the nearest 4"),
        ("min(a, b + 2)", "the least of Alpha, Beta + 2", "the least of 12\u00a0mg, 4 + 2"),
        ("max(a, b)", "the greatest of Alpha, Beta", "the greatest of 12\u00a0mg, 4"),
        ("2 * max(a, b)", "2 × (the greatest of Alpha, Beta)",
         "2 × (the greatest of 12\u00a0mg, 4)"),
        ("a * limit", "Alpha × 8\u00a0h", "12\u00a0mg × 8\u00a0h"),
    ],
)  # fmt: skip
def test_a_formula_in_words_and_with_the_numbers_put_in(text, words, figures):
    VALUES["limit"] = Fraction(480)
    found = line(text)
    assert found.parts[:2] == (words, figures)
    assert found.since == ""


@pytest.mark.parametrize(
    ("text", "spelled", "since"),
    [
        ("a + 1 if origin == 'brain' else b", "Alpha + 1", "The origin is Brain"),
        ("a if origin == 'spine' else b + 1", "Beta + 1", "The origin is Brain"),
        ("a + 1 if label in ('us', 'ca') else b", "Alpha + 1", "Label is United States"),
        ("a + 1 if a <= b else b + 1", "Beta + 1", "Alpha 12\u00a0mg is more than 4"),
        ("a + 1 if a > b else b + 1", "Alpha + 1", "Alpha 12\u00a0mg is more than 4"),
        ("a + 1 if a < b else b + 1", "Beta + 1", "Alpha 12\u00a0mg is at least 4"),
        ("a + 1 if b >= a else b + 1", "Beta + 1", "Beta 4 is less than 12\u00a0mg"),
        ("a + 1 if b == a else b + 1", "Beta + 1", "Beta 4 is not 12\u00a0mg"),
        ("a + 1 if b != a else b + 1", "Alpha + 1", "Beta 4 is not 12\u00a0mg"),
        ("a + 1 if a / b > 2 else b", "Alpha + 1", "12\u00a0mg ÷ 4 is more than 2"),
        ("a + 1 if 24 * h > b else b", "Alpha + 1", "24\u00a0h is more than 4"),
        ("a + 1 if given(b) else b", "Alpha + 1", "Beta was given"),
        ("a + 1 if given(none) else b + 1", "Beta + 1", "Nothing was not given"),
        ("a + 1 if not a < b else b", "Alpha + 1", "Alpha 12\u00a0mg is at least 4"),
        ("a + 1 if not a > b else b + 1", "Beta + 1", "Alpha 12\u00a0mg is more than 4"),
        ("a + 1 if a > b and b > 1 else b", "Alpha + 1",
         "Alpha 12\u00a0mg is more than 4 and Beta 4 is more than 1"),
        ("a + 1 if a > b and b > 5 else b + 1", "Beta + 1", "Beta 4 is at most 5"),
        ("a + 1 if a < b or b > 1 else b", "Alpha + 1", "Beta 4 is more than 1"),
        ("a + 1 if a < b or b > 5 else b + 1", "Beta + 1",
         "Alpha 12\u00a0mg is at least 4 and Beta 4 is at most 5"),
        ("a * (2 if a > b else (3 if b > 1 else 4))", "Alpha × 2",
         "Alpha 12\u00a0mg is more than 4"),
        ("a * (2 if a < b else 3 if b > 1 else 4)", "Alpha × 3",
         "Alpha 12\u00a0mg is at least 4; Beta 4 is more than 1"),
        ("a * (2 if a > b else 3) - (b if a > b else c)", "Alpha × 2 − Beta",
         "Alpha 12\u00a0mg is more than 4"),
        ("min(a if a > b else b, b)", "the least of Alpha, Beta",
         "Alpha 12\u00a0mg is more than 4"),
        ("a if a > (b if b > 1 else c) else c", "Alpha", "Alpha 12\u00a0mg is more than 4"),
        ("a if given(none) and none > 1 else b", "Beta", "Nothing was not given"),
    ],
)  # fmt: skip
def test_only_the_branch_taken_is_shown_with_the_reason(text, spelled, since):
    found = line(text)
    assert (found.parts[0], found.since) == (spelled, since)


def test_a_text_is_filled_with_figures_and_a_name_without_one_is_absent():
    assert fill(("At ", ("a",), "."), names()) == "At 12\u00a0mg."
    for name in ("none", "nobody"):
        with pytest.raises(Absent, match=f"^{name}$"):
            fill(((name,),), names())


def test_a_value_taken_over_unchanged_has_no_working():
    assert line("a") == line("5") == WorkingLine("Answer", (), "", "")


def test_a_rounded_result_carries_its_exact_fraction_and_no_part_twice():
    found = line("b * c", places=2)
    assert (found.parts[-1], found.exact) == ("1.33", "4/3")
    assert line("1 + 1").parts == ("1 + 1", "2")
    assert line("b + b").exact == ""
    assert line("1000 * b * c", "mcg", 1).exact == "4,000/3\u00a0mcg"


@pytest.mark.parametrize(
    ("tree", "reason"),
    [
        (Compare("<", Name("a"), Name("b")), "no number stands here"),
        (
            Choose(Name("flag"), Binary("+", Name("a"), Name("b")), Name("b")),
            "no condition stands here",
        ),
    ],
)
def test_a_tree_that_the_loader_refuses_is_not_spelled(tree, reason):
    shown = show_value(Fraction(1), "", 0)
    with pytest.raises(TypeError, match=f"^{reason}$"):
        working_line("Answer", tree, {**VALUES, "flag": True}, names(), shown)


LETTERS = some.sampled_from([Name("a"), Name("b"), Name("c")])
TREES = some.recursive(
    LETTERS,
    lambda inner: some.builds(Binary, some.sampled_from("+-*/"), inner, inner),
    max_leaves=8,
)


@given(TREES)
def test_reading_the_working_from_the_left_gives_the_same_value(tree: Node):
    assert isinstance(tree, Name | Binary | Call)
    letters = names()
    letters.words |= {name: name for name in "abc"}
    try:
        value = run(tree, VALUES)
    except Unanswerable:
        return
    found = working_line("Answer", tree, VALUES, letters, show_value(value, "", 2))
    if found.parts:
        text = found.parts[0].replace("×", "*").replace("÷", "/").replace("−", "-")
        assert run(parse_formula(text), VALUES) == value
