"""Prose as HTML: figures, marks, tags, tables, warnings and links."""

import pytest

from webref.content.tables import differences
from webref.render.paper import PaperNotes
from webref.render.screen import ScreenNotes
from webref.render.words import text_of


@pytest.fixture
def render(pack):
    """The HTML and the footnotes of a section with this body (without the line added to it)."""

    def rendered(text):
        pack.body(text)
        notes = ScreenNotes()
        html = notes.html(pack.site().sections["start"].body)
        return str(html).rpartition("<p>Give")[0], list(notes)

    return rendered


def mark(number):
    return (
        f'<button class="mark" type="button" popovertarget="source-{number}"'
        f' aria-label="Source {number}">{number}</button>'
    )


US = '<abbr class="tag" translate="no" title="United States label">US</abbr>\u00a0'
CA = '<abbr class="tag" translate="no" title="Canada label">CA</abbr>\u00a0'
FIFTY = '<span class="quantity" translate="no">50&nbsp;<span class="unit">mcg</span></span>'


def test_a_citation_is_a_mark_held_to_the_word_before_it(render):
    html, notes = render("Watch closely. [@ca-label: Warnings]")
    assert html == f'<p>Watch <span class="cite">closely.{mark(1)}</span></p>'
    assert [(note.number, note.source.id, note.place) for note in notes] == [
        (1, "ca-label", "Warnings"),
        (2, "us-label", "Dosage"),
    ]


def test_two_marks_hold_to_one_word(render):
    html, _ = render("Watch. [@ca-label: Warnings] [@us-label: Dosage]")
    assert html == f'<p><span class="cite">Watch.{mark(1)}{mark(2)}</span></p>'


def test_a_fact_cited_by_id_cites_its_source_and_place(render):
    html, notes = render("It makes drowsy. [@fact:warning.signs]")
    assert f"drowsy.{mark(1)}" in html
    assert (notes[0].source.id, notes[0].place) == ("ca-label", "Warnings")


def test_a_figure_shows_its_unit_its_tag_and_its_mark(render):
    html, _ = render("Give {start.us} once.")
    assert html == f'<p>Give {US}<span class="cite">{FIFTY}{mark(1)}</span> once.</p>'


def test_a_figure_without_a_conflict_has_no_tag(render, pack):
    pack.replace("facts/start.toml", 'lines = "000:3-4"\nconflict = "D01"', 'lines = "000:3"')
    html, _ = render("Give {start.us} once.")
    assert html == f'<p>Give <span class="cite">{FIFTY}{mark(1)}</span> once.</p>'


@pytest.fixture
def agreeing(pack):
    """A pack whose labels are not said to disagree, so that no fact asks for a tag."""
    facts = pack.root / "facts/start.toml"
    facts.write_text(facts.read_text("utf-8").replace('conflict = "D01"\n', ""), "utf-8")
    return pack


def test_figures_of_several_labels_in_a_paragraph_say_whose_they_are(render, agreeing):
    html, _ = render("Give {start.us} or **{start.ca}**.\n\nThen {start.us}.\n\n- {start.ca}")
    assert html.count(US) == html.count(CA) == 1
    body = agreeing.site().sections["start"].body
    assert text_of(body).split("\n")[:3] == [
        "Give US 50 mcg or CA 25 or 50 mcg.",
        "Then 50 mcg.",
        "25 or 50 mcg",
    ]
    paper = str(PaperNotes().html(body, {}))
    assert paper.count(US) == paper.count(CA) == 1


def test_figures_of_several_labels_in_a_table_say_whose_they_are_unless_their_row_does(
    pack, agreeing
):
    pack.body(
        "Table: First dose\n\n| Who | Dose |\n|---|---|\n| Adult | {start.us} |\n"
        "| Canada | {start.ca}, not {start.us} |\n| Other | {start.ca} |"
    )
    assert text_of(pack.site().sections["start"].body).split("\n")[1:4] == [
        "Adult; Dose: US 50 mcg",
        "Canada; Dose: 25 or 50 mcg, not US 50 mcg",
        "Other; Dose: CA 25 or 50 mcg",
    ]


def test_words_that_qualify_a_figure_are_held_before_it(render, pack):
    pack.replace(
        "facts/start.toml", "value = 50\n", 'value = 50\ncomparator = ">="\nabout = true\n'
    )
    html, _ = render("Give {start.us}.")
    assert f'<span class="held">{US}about at least\u00a0</span><span class="cite">{FIFTY}' in html


def test_a_range_in_per_cent_is_one_figure(render, pack):
    pack.replace("facts/start.toml", 'high = 80, unit = "mcg"', 'high = 80, unit = "%"')
    html, _ = render("Give {start.us:usual}.")
    assert '<span class="quantity" translate="no">30 to 80%</span>' in html


def test_figures_of_one_place_share_tag_and_mark_within_a_sentence(render):
    html, _ = render("Give {start.us} in {start.us:volume}. Then {start.us}.")
    assert html.count(US) == 2
    assert html.count(mark(1)) == 2
    assert html.index(mark(1)) > html.index("mL")


def test_figures_of_two_labels_keep_their_own_tags_and_marks(render):
    html, _ = render("Give {start.us} or {start.ca}.")
    assert html.count(US) == html.count(CA) == 1
    assert mark(1) in html and mark(2) in html


def test_a_mark_is_not_repeated_beside_its_twin(render):
    html, _ = render("Give {start.us}. [@us-label: Dosage]")
    assert html.count(mark(1)) == 1


def test_a_mark_is_not_repeated_among_those_of_one_word(render):
    html, _ = render("Watch. [@ca-label: Warnings] [@us-label: Dosage] [@ca-label: Warnings]")
    assert html == f'<p><span class="cite">Watch.{mark(1)}{mark(2)}</span></p>'


def test_a_mark_stands_again_after_other_words(render):
    html, _ = render("One. [@ca-label: Warnings] Two. [@ca-label: Warnings]")
    assert html.count(mark(1)) == 2


def test_a_figure_typed_in_words_stays_with_its_unit(render):
    html, _ = render("Wait 24 h or 2 days, 3 times. [@ca-label: Warnings]")
    assert "Wait 24\u00a0h or 2\u00a0days, 3 " in html


def test_the_same_place_has_one_number_through_the_page(pack):
    notes = ScreenNotes()
    site = pack.site()
    notes.html(site.rows(differences.ROWS)[0].cells[1].text)
    notes.html(site.sections["start"].body)
    notes.html(site.rows(differences.ROWS)[0].cells[0].text)
    assert [(note.number, note.source.id) for note in notes] == [(1, "ca-label"), (2, "us-label")]
    assert len(notes) == 2


def test_a_warning_opens_with_its_title(render):
    html, _ = render("> **It can stop breathing.** Watch. [@ca-label: Warnings]\n>\n> - More.")
    assert html == (
        '<div class="check check-warn"><svg class="icon" aria-hidden="true">'
        '<use href="#i-warn"/></svg><div><p><b>It can stop breathing</b> '
        f'<span class="cite">Watch.{mark(1)}</span></p>'
        '<ul role="list"><li>More.</li></ul></div></div>'
    )


def test_a_warning_without_a_title_is_refused(pack):
    pack.body("> Watch. [@ca-label: Warnings]")
    assert any("a warning begins with its title in bold" in p for p in pack.problems())


TABLE = """Table: First dose

| Step | United States | Note |
|---|---|---|
| Adult | {start.us} | see below |
"""


def test_a_table_keeps_its_roles_and_says_what_each_cell_is(render):
    html, _ = render(TABLE)
    assert html == (
        '<table class="figures" role="table"><caption>First dose</caption>'
        '<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Step</th>'
        '<th role="columnheader" scope="col">United States</th>'
        '<th role="columnheader" scope="col">Note</th></tr></thead>'
        '<tbody role="rowgroup"><tr role="row"><th role="rowheader" scope="row">Adult</th>'
        '<td role="cell"><abbr class="tag" translate="no" title="United States">US</abbr> '
        f'<span><span class="cite">{FIFTY}{mark(1)}</span></span></td>'
        '<td role="cell" data-head="Note"><span>see below</span></td></tr></tbody></table>'
    )


def test_a_table_without_a_caption_is_refused(pack):
    pack.body(TABLE.replace("Table: First dose", ""))
    assert any("the line directly above a table says" in p for p in pack.problems())


def test_a_figure_in_the_head_of_a_table_is_refused(pack):
    pack.body(TABLE.replace("| Note |", "| {start.us} |"))
    assert any("the head of a table is plain words" in p for p in pack.problems())


def test_headings_are_anchors_named_after_their_section(render):
    html, _ = render("## Before the dose\n\nWatch. [@ca-label: Warnings]")
    assert html.startswith('<h2 id="start-before-the-dose">Before the dose</h2>')


def test_two_headings_with_the_same_words_are_refused(pack):
    pack.body("## Adults\n\n## Adults\n")
    assert any("two headings have the same words" in p for p in pack.problems())


def test_a_list_item_of_one_paragraph_has_none_inside(render):
    html, _ = render("1. One. [@ca-label: Warnings]\n2. Two. [@ca-label: Warnings]")
    assert html.startswith('<ol role="list"><li><span class="cite">One.')


def test_links_by_page_id_become_addresses(render, pack):
    html, _ = render("See [the card](emergency/overdose). [@ca-label: Warnings]")
    assert '<a href="/examplin/emergency/overdose/">the card</a>' in html
    assert "emergency/overdose" in pack.site().sections["start"].body.links


@pytest.mark.parametrize("target", ["emergency/overdoze", "https://example.org", "/examplin/"])
def test_a_link_to_no_page_of_the_pack_is_refused(pack, target):
    pack.body(f"See [this]({target}). [@ca-label: Warnings]")
    assert any(f"there is no page {target} of this pack to link to" in p for p in pack.problems())


def test_words_of_the_pack_are_escaped(render):
    html, _ = render('Doses < 5 & "more" than <5. [@ca-label: A & B]')
    assert "Doses &lt; 5 &amp; &#34;more&#34; than" in html


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<b>Bold</b> words. [@ca-label: W]", "raw HTML"),
        ("<div>Words.</div>", "raw HTML"),
        ("![alt](a.png) [@ca-label: W]", "an image"),
        ("Some `code`. [@ca-label: W]", "code"),
        ("```\ncode\n```", "code"),
        ("Words. [@ca-label: W]\n\n---", "a rule"),
        ("### Third\n", "a heading other than ##"),
        ("One  \ntwo. [@ca-label: W]", "a forced line break"),
        ("Give {Start.US}. [@ca-label: W]", "[words](folder/page): {Start.US}"),
        ("Give. [@ca-label] [@ca-label: W]", "[words](folder/page): [@ca-label]"),
        ("See [the card [@ca-label: W]](home).", "[words](folder/page): ](home)"),
        ("See [{start.us}](home).", "a link holds no fact and no citation"),
    ],
)
def test_markdown_outside_the_contract_is_refused(pack, text, what):
    pack.body(text)
    assert any(what in p for p in pack.problems())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Give {start.uk}.", "there is no fact start.uk"),
        ("Give [@fact:start.uk].", "there is no fact start.uk"),
        ("Give [@uk-label: Dosage].", "there is no source uk-label"),
        ("Give {start.us:weight}.", "the fact start.us has no figure weight"),
        ("Give {warning.signs}.", "the fact warning.signs has no figure of its own"),
    ],
)
def test_a_reference_to_nowhere_is_refused(pack, text, message):
    pack.body(text)
    assert any(message in p for p in pack.problems())


def test_plain_words_for_search_keep_figures_and_tags(pack):
    pack.body("Give **{start.us}** [now](emergency/overdose). [@ca-label: Warnings]\n\n" + TABLE)
    assert text_of(pack.site().sections["start"].body).split("\n")[:3] == [
        "Give US 50 mcg now.",
        "First dose",
        "Adult; United States: 50 mcg; Note: see below",
    ]


def test_prose_names_the_facts_it_uses(pack):
    pack.body("Give {start.us:volume}. [@fact:warning.signs]")
    assert pack.site().sections["start"].body.facts == (
        "start.us:volume",
        "warning.signs",
        "start.us",
    )
