"""The optional files: rows to the model, and what each refuses."""

from tests.content.notices import HEAD
from webref.content.tables import claims, differences, events, interactions
from webref.render.words import text_of

EVENTS = """
phases = [{ id = "start", name = "Start", n = "trial.n:1" }]

[[event]]
id = "sleep"
name = "Sleepiness"
system = "Nervous system"
fact = "trial.sleep"

[[frequency]]
system = "Skin"
common = "Itch [@us-label: Trials]."
"""

TRIAL = """
[[fact]]
id = "trial.n"
text = "Patients."
values = [244, 214]
unit = "patients"
population = "adult"
route = "oral"
source = "us-label"
place = "Trials"

[[fact]]
id = "trial.sleep"
text = "Sleepiness."
more.start = { value = 13, unit = "patients" }
more.start_percent = { value = 5.3, unit = "%" }
population = "adult"
route = "oral"
source = "us-label"
place = "Trials"
"""


def with_events(pack, events=EVENTS):
    facts = (pack.root / "facts/start.toml").read_text()
    pack.write("facts/start.toml", facts + TRIAL)
    pack.write("events.toml", events)


def test_the_trial_table_takes_its_counts_from_facts(pack):
    with_events(pack)
    found = pack.site().rows(events.ROWS)
    assert [(phase.id, phase.n.text()) for phase in found.phases] == [
        ("start", "244\u00a0patients")
    ]
    assert found.events[0].fact.figure("start").amount() == "13"
    assert text_of(found.frequencies[0].common) == "Itch."
    assert not found.frequencies[0].rare


def test_a_denominator_that_is_no_figure_is_refused(pack):
    with_events(pack, EVENTS.replace("trial.n:1", "trial.n:3"))
    assert "events.toml: phases[start].n: there is no figure trial.n:3" in pack.problems()


def test_an_event_without_the_counts_of_a_phase_is_refused(pack):
    with_events(pack)
    pack.replace("facts/start.toml", "more.start_percent", "more.share")
    assert pack.problems() == [
        "events.toml: event[sleep].fact: the fact trial.sleep has no figure start_percent"
    ]


def test_an_event_without_a_fact_is_refused(pack):
    with_events(pack, EVENTS.replace("trial.sleep", "trial.slep"))
    said = "event[sleep].fact: there is no fact trial.slep; did you mean trial.sleep?"
    assert f"events.toml: {said}" in pack.problems()


def test_a_comparison_has_no_cell_outside_its_rows(pack):
    pack.write(
        "compare.toml",
        """
row = [{ id = "dose", name = "Dose" }]
[[column]]
id = "us"
name = "United States"
kind = "label"
cells = { dose = "{start.us}", doze = "{start.us}" }
""",
    )
    assert pack.problems() == [
        "compare.toml: column[us].cells.doze: there is no such row; did you mean dose?"
    ]


CLAIM = """
[[claim]]
id = "T01"
claim = "That it is safe."
source = "web-page"
why = "The label warns [@ca-label: Warnings]; the page does not [@web-page: top]."
search = ["safe"]
"""


def test_the_appraisal_alone_cites_an_unvetted_page(pack):
    pack.write("appraisal.toml", CLAIM)
    (claim,) = pack.site().rows(claims.APPRAISAL)
    assert [cite.source.id for cite in claim.why.cites] == ["ca-label", "web-page"]


def test_a_claim_from_no_source_is_refused(pack):
    pack.write("appraisal.toml", CLAIM.replace('"web-page"', '"web-pge"'))
    said = "claim[T01].source: there is no source web-pge; did you mean web-page?"
    assert f"appraisal.toml: {said}" in pack.problems()


def test_cells_of_a_difference_carry_no_tag_of_their_own_column(pack):
    cell = pack.site().rows(differences.ROWS)[0].cells[0]
    assert text_of(cell.text) == "50 mcg."


def test_refusals_interactions_synonyms_and_notices_are_read(pack):
    pack.write(
        "refusals.toml",
        '[[refusal]]\nid = "renal"\ntitle = "Kidneys"\nwhy = "No scheme [@us-label: Kidneys]."\n'
        'instead = ["monograph/start"]',
    )
    pack.write(
        "interactions.toml",
        '[[interaction]]\nid = "alcohol"\nname = "Alcohol"\nclass = "Sedatives"\n'
        'effect = "More sleep [@us-label: Drugs]."\naction = "Avoid [@us-label: Drugs]."\n'
        'route_seen = "oral"\nsearch = ["beer"]',
    )
    pack.write("synonyms.toml", '[[synonym]]\nwords = ["ug"]\nmeans = ["mcg"]')
    pack.write(
        "notices.toml",
        HEAD + '[[notice]]\nid = "first"\ndate = 2026-11-22\nlevel = "info"\n'
        'subject = "monograph/start"\ntext = "Read again."',
    )
    site = pack.site()
    assert site.rows(claims.REFUSALS)[0].instead == ("monograph/start",)
    assert site.rows(interactions.ROWS)[0].drug_class == "Sedatives"
    assert site.vocabulary.synonyms[0].words == ("ug",)
    assert site.notices[0].subject == "monograph/start"
