"""Every block cites, and a dosing figure in prose is a fact."""

import pytest

CITED = "[@ca-label: Warnings]"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Watch closely.", "line 13: a paragraph without a citation"),
        (f"Watch. {CITED}\n\nAgain.", "line 15: a paragraph without a citation"),
        (f"- One. {CITED}\n- Two.", "line 14: a list item without a citation"),
        (
            f"Table: T\n\n| a | b |\n|---|---|\n| c | d {CITED} |\n| e | f |",
            "line 18: a table row without a citation",
        ),
        ("> **Stop.** Now.", "line 13: a block quote without a citation"),
    ],
)
def test_a_block_without_a_citation_is_refused(pack, text, problem):
    pack.body(text)
    assert pack.problems() == [f"monograph/start.md: {problem}"]


@pytest.mark.parametrize(
    "text",
    [
        "## A heading",
        f"- One:\n  - two. {CITED}",
        f"> **Stop.** {CITED}\n>\n> - Now.",
        "- Give {start.us}.",
        "Watch. [@fact:warning.signs]",
        f"Watch **closely {CITED}**.",
    ],
)
def test_a_block_that_cites_anywhere_in_it_is_enough(pack, text):
    pack.body(text)
    assert pack.problems() == []


def test_prose_of_a_toml_file_cites_too(pack):
    pack.replace("differences.toml", "{start.ca:1}", "the lower")
    assert pack.problems() == [
        "differences.toml: difference[D01].cautious: a paragraph without a citation"
    ]


@pytest.mark.parametrize(
    "figure",
    [
        "50 mcg",
        "50\u00a0mcg",
        "0.5 mg/mL",
        "1,200 mcg/day",
        "5-mg",
        "10mg",
        "2 mL",
        "5 mL/h",
        "3 g",
        "2 L",
        "20 micrograms",
        "two mg",
        "ten milligrams",
        "**5** mg",
    ],
)
def test_a_dosing_figure_that_is_no_fact_is_refused(pack, figure):
    pack.body(f"Give {figure} now. {CITED}")
    (problem,) = pack.problems()
    assert problem == (
        "monograph/start.md: line 13: the figure "
        + figure.replace("\u00a0", " ").replace("*", "")
        + " is no fact"
    )


@pytest.mark.parametrize(
    "words",
    ["24 h", "15%", "12 years", "2 weeks", "13 of 244 patients", "70 kg", "C10H12", "a mg or mcg"],
)
def test_times_ages_shares_and_counts_are_no_dosing_figures(pack, words):
    pack.body(f"After {words} again. {CITED}")
    assert pack.problems() == []


@pytest.mark.parametrize(
    "text",
    [
        f"- Give 5 mg. {CITED}",
        f"## 5 mg {CITED}",
        f"> **Stop at 5 mg.** Now. {CITED}",
        f"Table: 5 mg\n\n| a | b |\n|---|---|\n| c | d {CITED} |",
        f"Table: T\n\n| a | b |\n|---|---|\n| c | 5 mg {CITED} |",
    ],
)
def test_a_dosing_figure_is_found_in_every_kind_of_block(pack, text):
    pack.body(text)
    assert any("the figure 5 mg is no fact" in problem for problem in pack.problems())


def cited(pack, text):
    pack.body(text)
    pack.replace("monograph/start.md", 'figures = "facts"', 'figures = "cited"')
    return pack.problems()


@pytest.mark.parametrize(
    "text",
    [
        f"They took 5 mg. {CITED} Then 6 mg {CITED}.",
        f"Table: T\n\n| a | b |\n|---|---|\n| 5 mg. Slept | d {CITED} |",
    ],
)
def test_where_figures_may_be_cited_they_stand_in_a_cited_sentence_or_row(pack, text):
    assert cited(pack, text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"They took 5 mg. Then they slept. {CITED}",
        f"They took 6 mg. {CITED} Then they took 5 mg.",
        f"They took 5 mg **by mouth.** Then they slept. {CITED}",
        f"Table: They took 5 mg. So it says. {CITED}\n\n| a | b |\n|---|---|\n| c | d {CITED} |",
    ],
)
def test_a_figure_in_another_sentence_than_the_citation_is_refused(pack, text):
    (problem,) = cited(pack, text)
    assert problem.endswith(": the figure 5 mg has no citation in its sentence")


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        (f"They took 5 mg [@us-label: Dosage], or less {CITED}.", "United States"),
        (f"In Canada they took 5 mg {CITED} [@us-label: Dosage].", "United States"),
        (f"US: they took 5 mg [@us-label: Dosage]. Then less. {CITED} At 4 mg {CITED}.", "Canada"),
        ("They took 5 mg {start.us}, or {start.ca}.", "United States"),
        (f"- They took 5 mg [@us-label: Dosage] or less [@fact:start.ca] {CITED}", "United States"),
    ],
)
def test_beside_figures_of_another_label_one_in_words_says_whose_it_is(pack, text, unnamed):
    (problem,) = cited(pack, text)
    assert problem.startswith("monograph/start.md: line 13: warning: whose is ")
    assert problem.endswith(f"? Name {unnamed}, or make it a fact")
    assert pack.site().warnings  # it warns, and the pack is built


@pytest.mark.parametrize(
    "text",
    [
        f"They took 5 mg {CITED} {CITED}.",
        f"They took 5 mg {CITED}.\n\nThen 6 mg [@us-label: Dosage].",
        f"The US text has 5 mg [@us-label: Dosage], that of Canada 4 mg {CITED}.",
        f"They slept [@us-label: Dosage] {CITED} for 24 h.",
        f"Table: T\n\n| a | b |\n|---|---|\n| 5 mg {CITED} | 6 mg [@us-label: Dosage] |",
    ],
)
def test_a_figure_in_words_whose_label_is_plain_is_not_asked_about(pack, text):
    assert cited(pack, text) == []


def test_a_line_that_carries_no_citation_holds_no_dosing_figure(pack):
    pack.replace("monograph/start.md", "How much to give first.", "Give 5 mg first.")
    pack.replace("emergency/overdose.md", 'lead = "There', 'lead = "5 mL. There')
    assert pack.problems() == [
        "emergency/overdose.md: lead: the figure 5 mL is no fact",
        "monograph/start.md: summary: the figure 5 mg is no fact",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "- So it says. [@web-page: top]",
        "> **So.** It says. [@web-page: top]",
        "So **it says [@web-page: top]**.",
        "## So it says [@web-page: top]",
        "Table: T [@web-page: top]\n\n| a | b |\n|---|---|\n| c | {start.us} |",
    ],
)
def test_an_unvetted_page_is_not_cited_outside_the_appraisal(pack, text):
    pack.body(text)
    (problem,) = pack.problems()
    assert problem.endswith(": web-page is tier 4: cited in appraisal.toml alone")
