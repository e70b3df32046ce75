"""Calculator files: what makes one a specification."""

from datetime import date
from fractions import Fraction

from tests.content.volume import FILE, HEAD, WORKED, example
from webref.content.load import read_site
from webref.render.words import text_of

TODAY = date(2026, 11, 22)
CAUTIONED = """
[[fact]]
id = "start.slowly"
text = "Start slowly."
caution = "Not in a crisis."
population = "adult"
route = "oral"
source = "us-label"
place = "Dosage"
lines = "000:5"
"""


def test_the_file_as_it_stands_is_a_calculator(calc):
    assert calc.problems() == []
    found = calc.site().calculators["volume"]
    assert [(one.id, one.value, one.shown) for one in found.constants] == [
        ("us_dose", 50, "50\u00a0mcg"),
        ("ca_low", 25, "25\u00a0mcg"),
        ("seen", 80, "80\u00a0mcg"),
        ("slip", 1000, "1,000"),
    ]
    assert [(label.tag, label.dated) for label in found.labels] == [
        ("US", "2018"),
        ("CA", "undated"),
    ]
    cites = [(cite.number, cite.tag, cite.title, cite.place) for cite in found.cites]
    assert cites == [
        (1, "US", "US label", "Dosage"),
        (2, "CA", "Canadian monograph", "Dosage"),
        (3, "", "Trial", "Results"),
    ]
    assert [check.cites for check in found.checks] == [(1,), (2, 3)]
    assert found.checks[0].text == ("You typed ", ("dose",), ".")
    assert (found.review_by, found.refuse_after) == ("2027-05-22", "2027-11-22")
    assert not found.signed


def test_a_fact_is_taken_over_in_base_units(calc):
    calc.replace("facts/start.toml", 'value = 80\nunit = "mcg"', 'value = 0.08\nunit = "mg"')
    [_, _, seen, _] = calc.site().calculators["volume"].constants
    assert (seen.value, seen.unit, seen.shown) == (Fraction(80), "mg", "0.08\u00a0mg")


def test_the_facts_that_it_names_count_as_used(calc):
    assert not calc.site().warnings
    calc.replace(FILE, 'seen = "trial.largest"\n', "")
    calc.replace(FILE, "dose > seen", "dose > us_dose * 2 * 0.8")
    assert [p for p in calc.problems() if "nothing uses" in p] == []  # still cited by the check
    calc.replace(FILE, ', "trial.largest"]', "]")
    assert "warning: nothing uses this fact" in "\n".join(calc.problems())


def test_ten_examples_are_needed(calc):
    calc.write(FILE, HEAD + "".join(example(*pair) for pair in [*WORKED.items()][1:]))
    assert calc.problems() == [f"{FILE}: example: 9 worked examples, at least 10 are needed"]


def test_a_label_that_is_not_to_be_followed_carries_no_calculator(calc):
    calc.replace("pack.toml", 'dated = "2018"\nfollowed = true', 'dated = "2018"\nfollowed = false')
    assert f"{FILE}: labels: us is no label that calculators may follow" in calc.problems()


def test_a_note_needs_no_citation(calc):
    calc.replace(FILE, 'cites = ["start.us"]', "cites = []")
    calc.replace(FILE, 'level = "stop"', 'level = "info"')
    assert calc.problems() == []


def test_arithmetic_needs_no_citation_but_a_stop_of_it_a_basis_or_an_example(calc):
    calc.replace(FILE, 'cites = ["start.us"]', "cites = []")
    calc.replace(FILE, 'basis = "label"', 'basis = "arithmetic"')
    why = "write cites, or basis and an example"
    assert calc.problems() == [
        f"{FILE}: check[slip]: a stop that cites no source and no example reaches it: {why}"
    ]
    calc.replace(FILE, 'level = "stop"', 'level = "warn"')
    assert calc.problems() == []


def test_a_calculator_with_a_problem_is_left_out_of_the_site(calc):
    assert list(read_site(calc.root, TODAY)[0].calculators) == ["volume"]
    calc.replace(FILE, '"dose / strength"', '"dose * strength"')
    assert list(read_site(calc.root, TODAY)[0].calculators) == []


def test_the_caution_of_a_statement_without_a_figure_stands_with_its_words(calc):
    facts = (calc.root / "facts/start.toml").read_text("utf-8")
    calc.write("facts/start.toml", facts + CAUTIONED)
    calc.replace(FILE, 'cites = ["start.us"]', 'cites = ["start.us", "start.slowly"]')
    [prose] = calc.site().guides["volume"].cautioned
    assert text_of(prose) == "Start slowly. (Not in a crisis.)"


def test_pitfalls_and_what_comes_next_are_cited_prose(calc):
    told = 'pitfalls = "It goes wrong. [@us-label: Dosage]"\nwhat_next = "Go on."\n'
    calc.replace("calculators/volume.toml", "about =", f"{told}about =")
    file = "calculators/volume.toml"
    assert calc.problems() == [f"{file}: what_next: a paragraph without a citation"]
