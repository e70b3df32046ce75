"""Search: what is found, what leads, what is never shown."""

import json
import re
from datetime import date
from pathlib import Path

import brotli
import pytest

from webref.content.load import load_site
from webref.outputs.search import MOST, Searcher, build_index, slips_between, words_of
from webref.outputs.search_entries import KINDS, list_entries

ROOT = Path(__file__).parents[2]
TEMPLATE = (ROOT / "templates/fragments/hits.mustache").read_text("utf-8")


@pytest.fixture(scope="module")
def site():
    return load_site(ROOT / "content/baclofen", date(2026, 11, 22))


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
    count = {kind: sum(entry.kind == kind for entry in entries) for kind in KINDS}
    assert count["card"] == len(site.cards)
    assert count["calculator"] == len(site.calculators)
    assert count["section"] == len(site.sections)
    assert count["interaction"] == len(site.interactions)
    assert count["difference"] == len(site.differences)
    assert count["claim"] == len(site.appraisal)
    assert count["refusal"] == len(site.refusals)
    assert count["event"] == len(site.events.events) + len(site.events.frequencies)


def test_every_figure_that_a_section_shows_is_found_at_that_section(site):
    entries = [entry for entry in list_entries(site) if entry.kind == "figure"]
    facts = {
        name.partition(":")[0] for section in site.sections.values() for name in section.body.facts
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
    for synonym in site.synonyms:
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
    for claim in site.appraisal:
        address = site.url(f"appraisal#{claim.id.lower()}")
        for phrase in claim.search:
            hits = [hit["url"] for hit in searcher.ask(phrase)["hits"]]
            several = len(words_of(phrase)) > 1
            assert address in (hits[:3] if several else hits), phrase


def test_the_wording_of_a_rejected_claim_is_never_shown(site):
    for claim in site.appraisal:
        wording = " ".join(words_of(claim.claim))
        for entry in list_entries(site):
            said = " ".join(words_of(f"{entry.title} {entry.says}"))
            assert wording not in said, (claim.id, entry)


def test_nothing_found_says_what_this_reference_holds(searcher, site):
    found = searcher.ask("xylometazoline")
    assert not found["is_found"]
    assert found["said"] == (
        f"Nothing for “xylometazoline”. This reference holds {site.pack.title} only."
    )


def test_an_empty_question_says_nothing(searcher):
    assert searcher.ask("  ") == {"said": "", "instead": "", "is_found": False, "hits": []}


@pytest.mark.parametrize("typed", ["the", "a", "?!", "µg", "%", "9" * 400, "\u0130", "x" * 81])
def test_odd_questions_are_answered(searcher, typed):
    assert searcher.ask(typed)["said"]


def tiny(*titles):
    """An index of pages with these titles and nothing else."""
    return Searcher(
        {
            "about": "Examplin",
            "kinds": [["Page", 0, 0, 8, 3, False]],
            "entries": [[0, title, f"/{n}/", "", []] for n, title in enumerate(titles)],
            "words": "",
            "places": [],
            "synonyms": [],
            "stop": "the",
        }
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("alpha", ["/0/", "/1/", "/3/"]),
        ("alpha beta", ["/0/"]),
        ("alpha unheard", ["/0/", "/1/", "/3/"]),
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
        assert shown(hit).split()[0] in by_url[hit["url"]].title or hit["url"] in by_url


def test_the_index_is_small(index):
    assert len(brotli.compress(index.encode())) < 60_000


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("", "", 0),
        ("abc", "abc", 0),
        ("withdrawl", "withdrawal", 1),
        ("refil", "refill", 1),
        ("wihtdrawal", "withdrawal", 1),
        ("abc", "axc", 1),
        ("kitten", "sitting", 3),
        ("", "abc", 3),
    ],
)
def test_slips_are_counted(one, other, slips):
    assert slips_between(one, other) == slips_between(other, one) == slips
