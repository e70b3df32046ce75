"""Every link leads somewhere, and what is needed at once is near."""

import re
from urllib.parse import urlsplit

from tests.web.reading import each, elements
from webref.outputs.freeze import looks
from webref.web.printed import documents as printed_documents
from webref.web.printed import pdf_url

LIVE = re.compile(r"/search|.*/result|.*/worksheet\.pdf")
NEAR_KINDS = ("calculator", "protocol", "section")


def test_every_link_leads_to_a_place_that_exists(documents, site, root):
    ids = {
        url: {one.get("id") for one in elements(document)} for url, document in documents.items()
    }

    pdfs = {pdf_url(site, document.name) for document in printed_documents(site)}

    def leads(url, link):
        parts = urlsplit(link)
        if parts.netloc:
            return parts.scheme == "https"
        path = parts.path or url
        if LIVE.fullmatch(path) or path.startswith("/static/") or path == "/manifest.webmanifest":
            own = path.removeprefix("/static/")
            return own == path or own in looks(root / "static") or (root / path[1:]).is_file()
        if path in pdfs:
            return True
        return path in ids and (not parts.fragment or parts.fragment in ids[path])

    broken = {
        (url, link)
        for url, document in documents.items()
        for one in elements(document)
        for link in filter(None, (one.get("href"), one.get("src"), one.get("action")))
        if one.tag != "use" and not leads(url, link)
    }
    assert not broken


def test_every_page_but_home_is_reached_from_another(documents, site):
    linked = {
        urlsplit(one.get("href", "")).path
        for url, document in documents.items()
        for one in elements(document, "a")
        if urlsplit(one.get("href", "")).path != url
    }
    assert not {page.url for page in site.pages()} - linked


def test_both_emergency_cards_are_one_tap_from_every_page(documents, site):
    cards = {site.url(f"emergency/{card}") for card in site.cards}

    def rule(document):
        return cards - {one.get("href") for one in elements(document, "a")}

    assert not each(documents, rule)


def test_calculators_and_protocols_are_two_taps_from_home(documents, site):
    def taps(url):
        return {urlsplit(one.get("href", "")).path for one in elements(documents[url], "a")}

    near = taps("/") | {url for first in taps("/") if first in documents for url in taps(first)}
    pages = {kind: {p.url for p in site.pages() if p.kind == kind} for kind in NEAR_KINDS}
    assert all(pages.values())
    assert not set().union(*pages.values()) - near


def test_every_mark_opens_a_source(documents):
    def rule(document):
        sources = {one.get("id") for one in elements(document) if one.get("popover") is not None}
        marks = {one.get("popovertarget") for one in elements(document, "button")} - {None}
        return marks ^ sources

    assert not each(documents, rule)
