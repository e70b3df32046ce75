"""Search: what is found, what leads, what is never shown."""

import json
import re
from pathlib import Path

import brotli
import pytest

from tests.packs import shipped
from webref.content.kinds import HITS
from webref.content.tables import claims, differences, events, interactions
from webref.content.wording.table import TABLE
from webref.dosing.render import with_words
from webref.outputs.search import Searcher
from webref.outputs.search_entries import list_entries
from webref.outputs.search_index import COUNTS, build_index
from webref.outputs.search_words import Spelling, spelling
from webref.render.words import parts_of

ROOT = Path(__file__).parents[2]
TEMPLATE = with_words((ROOT / "templates/fragments/hits.mustache").read_text("utf-8"), TABLE)
MOST = COUNTS["hits"]
words_of = Spelling(spelling()).words


@pytest.fixture(scope="module")
def site():
    return shipped()


@pytest.fixture(scope="module")
def index(site):
    return json.dumps(build_index(site, TEMPLATE), ensure_ascii=False, separators=(",", ":"))


@pytest.fixture(scope="module")
def searcher(index):
    return Searcher(json.loads(index))


def shown(hit):
    return "".join(piece["text"] for piece in hit["title"] + [{"text": " "}] + hit["words"])


def test_everything_of_the_pack_has_an_entry(site):
    entries = list(list_entries(site))
    count = {kind: sum(entry.kind == kind for entry in entries) for kind in HITS}
    assert count["card"] == len(site.cards)
    assert count["calculator"] == len(site.calculators)
    assert count["section"] == len(site.sections)
    assert count["interaction"] == len(site.rows(interactions.ROWS))
    assert count["difference"] == len(site.rows(differences.ROWS))
    assert count["claim"] == len(site.rows(claims.APPRAISAL))
    assert count["refusal"] == len(site.rows(claims.REFUSALS))
    assert count["event"] == len(site.rows(events.ROWS).events) + len(
        site.rows(events.ROWS).frequencies
    )


def test_every_figure_of_the_sections_is_found_once(site):
    entries = [entry for entry in list_entries(site) if entry.kind == "figure"]
    facts = {
        name.partition(":")[0]
        for section in site.sections.values()
        for part in parts_of(section.body)
        for name in part.facts
    }
    assert len(entries) == sum(bool(site.facts[name].figures) for name in facts)


@pytest.mark.parametrize(
    "typed", ["withdrawal", "withdrawl", "withdraw", "wihtdrawal", "WITHDRAWAL"]
)
def test_an_emergency_leads_however_it_is_spelt(searcher, typed):
    assert searcher.ask(typed)["hits"][0]["alarm"]


def test_a_slip_is_said_and_not_silent(searcher):
    found = searcher.ask("withdrawl")
    assert found["said"] == "No page has “withdrawl”."
    assert found["instead"] == "withdrawal"


def test_a_synonym_finds_what_it_stands_for(site, searcher):
    for synonym in site.vocabulary.synonyms:
        for word in synonym.words:
            assert searcher.ask(word)["is_found"], word


def test_three_letters_find_every_section(site, searcher):
    for section in site.sections.values():
        word = max(words_of(section.title), key=len)
        found = searcher.ask(word)
        assert found["is_found"]
        assert not found["instead"]
        three = searcher.ask(word[:3])
        assert three["is_found"], word[:3]


def test_a_trap_leads_to_the_claim_that_rejects_it(site, searcher):
    for claim in site.rows(claims.APPRAISAL):
        address = site.url(f"appraisal#{claim.id.lower()}")
        for phrase in claim.search:
            hits = [hit["url"] for hit in searcher.ask(phrase)["hits"]]
            assert address in hits[:4], (phrase, hits[:4])


def test_a_rejected_claim_is_shown_with_that_word_and_leads_only_where_nothing_else_is_found(
    site, searcher
):
    questions = [
        phrase for claim in site.rows(claims.APPRAISAL) for phrase in (claim.claim, *claim.search)
    ]
    alone = 0
    for question in [*questions, "max dose", "mg/kg", "highest dose", "300 mg"]:
        hits = searcher.ask(question)["hits"]
        rejected = [hit for hit in hits if "/appraisal/#" in hit["url"]]
        assert all(hit["kind"] == "Rejected claim" for hit in rejected)
        assert all(shown(hit).startswith("Rejected: ") for hit in rejected)
        alone += len(hits) == len(rejected)
        assert len(hits) == len(rejected) or hits[0] not in rejected, question
    assert alone < len(questions) // 6


@pytest.mark.parametrize("word", ["max", "maximum", "limit", "ceiling", "highest", "largest"])
def test_words_for_a_limit_are_one_and_lead_to_limits(searcher, word):
    assert searcher.ask(f"{word} dose")["hits"][0]["url"].endswith("#oral-dosing-limits")
    assert "/screening/" in searcher.ask(f"{word} test dose")["hits"][0]["url"]


@pytest.mark.parametrize(
    "typed",
    [
        "rash",
        "recall",
        "priming",
        "diving",
        "latexx",
        "warfarin",
        "hypertonias",
        "pentobarbitone",
    ],
)
def test_a_word_that_is_no_slip_of_a_word_here_is_not_corrected(searcher, typed):
    assert not searcher.ask(typed)["instead"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("withdrawl", "withdrawal"),
        ("siezure", "seizure"),
        ("overdoes", "overdose"),
        ("propofool", "propofol"),
        ("gabloffen", "gablofen"),
        ("dizzyness", "dizziness"),
    ],
)
def test_one_slip_of_a_long_word_is_corrected_and_said(searcher, typed, meant):
    found = searcher.ask(typed)
    assert (found["said"], found["instead"]) == (f"No page has “{typed}”.", meant)


def test_a_slip_of_a_word_of_a_synonym_alone_is_corrected_too(searcher):
    assert searcher.ask("converrt dose")["instead"] == "convert dose"


def test_what_no_source_speaks_of_is_said_and_nothing_stands_in_for_it(site, searcher):
    for word in site.vocabulary.lacking:
        found = searcher.ask(word)
        assert found["said"] == f"The sources of this reference do not speak of “{word}”."
        assert not found["hits"]
    assert not searcher.ask("pump and scuba")["hits"]


def test_an_emergency_is_shown_beside_a_word_that_the_sources_lack(searcher):
    found = searcher.ask("overdose warfarin")
    assert "do not speak of “warfarin”" in found["said"]
    assert [hit["alarm"] for hit in found["hits"]] == [True]


def test_no_word_that_an_entry_holds_is_called_lacking(site):
    held = {
        word
        for entry in list_entries(site)
        for word in words_of(f"{entry.title} {entry.says} {entry.words} {' '.join(entry.leads)}")
    }
    for phrase in site.vocabulary.lacking:
        assert not held.issuperset(words_of(phrase)), phrase


def test_a_member_of_a_class_leads_to_the_class_with_where_that_was_read(site, searcher):
    for row in site.rows(interactions.ROWS):
        for members in row.members:
            for word in members.words:
                hit = searcher.ask(word)["hits"][0]
                assert hit["url"] == site.url(f"interactions#{row.id}"), word
                note = f"The sources name this class and not “{word}”, which belongs to it: "
                note += f"{members.cite.source.short}, {members.cite.place}."
                assert {"note": note} in hit["notes"]


def test_a_medicine_that_a_source_names_has_no_such_note(searcher):
    for word in ("propofol", "diazepam", "tizanidine", "morphine"):
        assert not searcher.ask(word)["hits"][0]["notes"], word


def test_nothing_found_says_what_to_do(searcher):
    found = searcher.ask("xylometazoline")
    assert not found["is_found"]
    assert found["said"] == (
        "No entry matches these words. Check the spelling, or look under its class."
    )


def test_a_nonsense_question_compares_few_words(searcher):
    before = searcher.compared
    searcher.ask("qwertzu asdfghj yxcvbnm poiuztr lkjhgfd mnbvcxy wsxedcr tgbzhnu ikmjuzh plokmij")
    assert searcher.compared - before <= 3 * max(map(len, searcher.likely.values()))


def test_an_empty_question_says_nothing(searcher):
    assert searcher.ask("  ") == {"said": "", "instead": "", "is_found": False, "hits": []}


@pytest.mark.parametrize("typed", ["the", "a", "?!", "µg", "%", "9" * 400, "\u0130", "x" * 81])
def test_odd_questions_are_answered(searcher, typed):
    assert searcher.ask(typed)["said"]


def tiny(*titles):
    """An index of pages with these titles and nothing else."""
    kind = {"name": "Page", "lift": 0, "title": 8, "said": 3, "alarm": False, "rejected": False}
    return Searcher(
        {
            "counts": COUNTS,
            "spelling": spelling(),
            "stop": "the",
            "kinds": [kind],
            "entries": [
                {"kind": 0, "title": title, "url": f"/{n}/", "says": "", "tags": []}
                for n, title in enumerate(titles)
            ],
            "words": "",
            "places": [],
            **{name: [] for name in ("leads", "synonyms", "members", "lacking")},
        }
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("alpha", ["/0/", "/1/", "/3/"]),
        ("alpha beta", ["/0/", "/2/"]),
        ("alpha unheard", ["/0/", "/1/", "/3/"]),
        ("5 mg", []),
        ("the alpha", ["/0/", "/1/", "/3/"]),
        ("the", []),
        ("al", ["/0/", "/1/", "/3/"]),
    ],
)
def test_entries_with_the_most_words_are_found_and_whole_words_lead(typed, found):
    searcher = tiny("alpha beta", "alpha", "beta", "alphabet")
    assert [hit["url"] for hit in searcher.ask(typed)["hits"]] == found


def test_at_most_so_many_hits_are_shown_and_the_rest_counted(searcher, site):
    found = searcher.ask(site.pack.title)
    assert len(found["hits"]) == MOST
    assert re.fullmatch(rf"\d+ found, the first {MOST} shown", found["said"])


def test_matched_words_are_marked_and_no_word_is_lost(searcher, site):
    by_url = {entry.url: entry for entry in list_entries(site)}
    for hit in searcher.ask("test dose")["hits"]:
        marked = [piece["text"].lower() for piece in hit["title"] if piece["hit"]]
        assert all(word.startswith(("test", "dose", "dosing", "screen")) for word in marked), marked
        title = "".join(piece["text"] for piece in hit["title"])
        assert title == by_url[hit["url"]].title


def test_the_index_is_small(index):
    assert len(brotli.compress(index.encode())) < 60_000
