"""Rules of the house, held against every page of the site."""

import itertools
import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from tests.web.reading import DATA_BLOCKS, each, elements, parse, words
from webref.content.pack.model import Signature
from webref.content.tables import events
from webref.dosing.units import single_units
from webref.dosing.words import say
from webref.web.app import create_app

QUIET = say("copy.unsigned")


def test_every_page_parses_without_an_error(documents, site):
    assert len(documents) == len(site.pages())


def test_every_page_has_one_heading_that_begins_its_title(documents, site):
    def rule(document):
        headings = [words(one).strip() for one in elements(document, "h1")]
        title = words(next(elements(document, "title")))
        return headings if len(headings) != 1 or not title.startswith(headings[0]) else None

    assert not each(documents, rule)


def test_titles_differ_from_page_to_page(documents):
    titles = Counter(words(next(elements(document, "title"))) for document in documents.values())
    assert not [title for title, count in titles.items() if count > 1]


def test_headings_step_down_one_level_at_a_time(documents):
    def rule(document):
        headings = [one.tag for one in elements(document) if re.fullmatch("h[1-6]", one.tag)]
        steps = itertools.pairwise(int(tag[1]) for tag in headings)
        return [step for step in steps if step[1] > step[0] + 1]

    assert not each(documents, rule)


def test_ids_are_unique_and_every_reference_finds_one(documents, root):
    sprite = (root / "static/icons/sprite.svg").read_text("utf-8")

    def rule(document):
        ids = Counter(one.get("id") for one in elements(document) if one.get("id"))
        twice = [name for name, count in ids.items() if count > 1]
        asked = {
            name
            for one in elements(document)
            for key in ("for", "aria-describedby", "aria-labelledby", "popovertarget")
            for name in (one.get(key) or "").split()
        }
        drawn = {one.get("href", "") for one in elements(document, "use")}
        asked |= {href[1:] for href in drawn if href.startswith("#")}
        signs = {href.partition("#")[2] for href in drawn if not href.startswith("#")}
        asked |= {sign for sign in signs if f'<symbol id="{sign}"' not in sprite}
        return twice + sorted(asked - ids.keys())

    assert not each(documents, rule)


def test_nothing_on_a_page_needs_an_unsafe_policy(documents):
    def rule(document):
        found = []
        for one in elements(document):
            found += [key for key in one.attrib if key == "style" or key.startswith("on")]
            if one.tag == "script" and not one.get("src") and one.get("type") not in DATA_BLOCKS:
                found.append("inline script")
            if one.tag == "style":
                found.append("style element")
        return found

    assert not each(documents, rule)


def test_nothing_is_loaded_from_elsewhere(documents):
    def rule(document):
        asked = [
            one.get(key, "")
            for one in elements(document)
            for key in (("src",) if one.tag != "link" else ("href",))
        ]
        return [url for url in asked if url and (urlsplit(url).netloc or not url.startswith("/"))]

    assert not each(documents, rule)


def test_a_figure_and_its_unit_are_joined_by_a_no_break_space(documents):
    # Counted words, such as tablets or years, may stand on the next line.
    names = [unit.name for unit in single_units() if unit.name]
    signs = [name for name in names if not re.fullmatch("[a-z ]{4,}", name)]
    units = "|".join(re.escape(unit) for unit in sorted(signs, key=len, reverse=True))
    parted = re.compile(rf"(?<![A-Za-z\d])[\d,.]+[ \n](?:{units})(?![A-Za-z/])")

    def rule(document):
        return parted.findall(words(next(elements(document, "main"))))

    assert each(documents, rule) == {}


def test_no_figure_has_a_trailing_zero_or_a_naked_point(documents, site):
    # The page of rejected claims quotes; the calculators show what not to type.
    wrong = re.compile(r"(?<![\d.,])\d+\.\d*0(?![\d.%])|(?<![\d\w.])\.\d|µg|μg")
    shown = {
        page.url: documents[page.url]
        for page in site.pages()
        if page.kind not in ("appraisal", "calculator")
    }

    def rule(document):
        return wrong.findall(words(next(elements(document, "main"))))

    assert not each(shown, rule)


def test_an_unsigned_pack_says_so_on_every_page(documents):
    assert not each(documents, lambda document: QUIET not in words(document) and "silent")


def test_a_signed_pack_no_longer_says_so(site, root):
    signed = (Signature("A. Checker", "pharmacist", date(2026, 11, 1)),)
    app = create_app(replace(site, pack=replace(site.pack, signed=signed)), root)
    assert QUIET not in app.test_client().get("/").text


def test_every_page_says_when_it_is_due_for_review(pages, site):
    for page in site.pages():
        assert f'data-review-by="{page.review_by.isoformat()}"' in pages[page.url], page.id


def test_no_page_holds_the_edition_or_its_date(pages, site, app):
    # One word of it would change every file of every edition.
    forbidden = ("3f9a1c2d", site.pack.date.isoformat(), "22 November 2026")
    found = {url: word for url, html in pages.items() for word in forbidden if word in html}
    assert not found


def test_no_page_depends_on_where_it_is_served(pages, site, root):
    client = create_app(site, root, origin="https://example.org").test_client()
    assert {page.url: client.get(page.url).text for page in site.pages()} == pages


def test_the_offline_page_tells_which_pages_are_due_first(documents, site, root):
    url = site.url("offline")
    assert "22 May 2027, every page." in words(documents[url])
    name, section = next(iter(site.sections.items()))
    sections = {**site.sections, name: replace(section, review_by=date(2027, 1, 31))}
    app = create_app(replace(site, sections=sections), root)
    document = parse(app.test_client().get(url).text)
    due = [one for one in elements(document) if one.get("data-due")]
    assert [one.get("data-due") for one in due] == ["2027-01-31", "2027-05-22"]
    assert "31 January 2027, one page." in words(due[0])
    assert f"22 May 2027, {len(site.pages()) - 1} pages." in words(due[1])
    linked = [one.get("href") for one in elements(document, "a")]
    assert linked.count(site.url(f"monograph/{name}")) == 1


def test_metadata_says_what_each_page_is(documents, site):
    for page in site.pages():
        blocks = [
            json.loads(one.text or "")
            for one in elements(documents[page.url], "script")
            if one.get("type") == "application/ld+json"
        ]
        assert [block["@type"] for block in blocks] == ["MedicalWebPage"]
        assert blocks[0]["name"] == page.title
        assert blocks[0]["about"] == {**blocks[0]["about"], "@type": "Drug"}


def test_home_shows_the_pack_in_its_order(documents, site):
    headings = [words(one) for one in elements(documents["/"], "h2")]
    known = {page.id for page in site.pages()}
    groups = [group.title for group in site.pack.home if known & {key.page for key in group.keys}]
    assert headings == [*groups, "On this device"]


def test_a_calculator_and_those_that_turn_it_round_link_to_each_other(documents, site):
    sums = [(name, other) for name, guide in site.guides.items() for other in guide.turned]
    assert sums
    for name, other in sums:
        page, wanted = site.url(f"calculators/{name}"), site.url(f"calculators/{other}")
        assert wanted in [one.get("href") for one in elements(documents[page], "a")], name


def test_events_show_counts_with_their_denominators(documents, site):
    table = next(
        one for one in elements(documents[site.url("events")]) if one.get("id") == "events"
    )
    rows = [one for one in elements(table, "tr") if one.get("id")]
    assert len(rows) == len(site.rows(events.ROWS).events)
    for event, row in zip(site.rows(events.ROWS).events, rows, strict=True):
        said = words(row).replace("\xa0", " ")
        for phase in site.rows(events.ROWS).phases:
            count = event.fact.figures.get(phase.id)
            assert count is None or f"{count.amount()} of {phase.n.amount()}" in said, event.id


def test_no_drug_is_named_in_code_or_templates(site, root):
    # The pack's own words alone name it; the default pack's folder is the one exception.
    named = re.compile(re.escape(site.pack.id), re.IGNORECASE)
    files = [
        path
        for folder, ending in (
            ("webref", "py"),
            ("templates", "*"),
            ("static", "js"),
            ("static", "css"),
        )
        for path in (root / folder).rglob(f"*.{ending}")
        if path.is_file()
    ]
    found = {
        path.name: lines
        for path in files
        if (
            lines := [
                n
                for n, line in enumerate(path.read_text("utf-8").split("\n"), 1)
                if named.search(line)
            ]
        )
    }
    assert not found
