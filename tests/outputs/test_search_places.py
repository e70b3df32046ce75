"""Where a hit leads: to the heading below which its figure stands, as a reader sees the page."""

import re

import pytest

from tests.packs import shipped
from webref.outputs.search_entries import list_entries
from webref.render.screen import ScreenNotes
from webref.render.words import parts_of


@pytest.fixture(scope="module")
def site():
    return shipped()


@pytest.fixture(scope="module")
def places(site):
    """What a reader sees at each address: the words between one heading and the next."""
    found = {}
    for section in site.sections.values():
        url = site.url(f"monograph/{section.id}")
        pieces = re.split(r'<h2 id="([^"]+)">', str(ScreenNotes().html(section.body)))
        found[url] = _seen(pieces[0])
        for anchor, html in zip(pieces[1::2], pieces[2::2], strict=True):
            found[f"{url}#{anchor}"] = _seen(html)
    return found


def _seen(html):
    html = re.sub(r"<button.*?</button>", "", html)  # the numbers of footnotes
    html = re.sub(r"</?(?:span|abbr|a|b|em|strong)\b[^>]*>", "", html)  # none parts words
    words = re.sub(r"<[^>]+>", " ", html).replace("&nbsp;", " ").replace("\u00a0", " ")
    return " ".join(words.split())


def _holds(text, figure):
    """Whether the whole figure stands there: 5 mg is no part of 15 mg, of 2.5 mg or of 5 mg/mL."""
    figure = re.escape(figure.replace("\u00a0", " "))
    return re.search(rf"(?<![\d.,]){figure}(?![\w/])", text) is not None


def test_every_figure_leads_to_the_heading_below_which_it_stands(site, places):
    shown = {}
    for section in site.sections.values():
        for part in parts_of(section.body):
            for name in part.shown:
                fact, _, figure = name.partition(":")
                shown.setdefault(fact, set()).add(site.facts[fact].figure(figure).text())
    entries = [entry for entry in list_entries(site) if entry.kind == "figure"]
    for name, figures in shown.items():
        says = site.facts[name].text.rstrip(".")[:120]
        urls = [entry.url for entry in entries if entry.says.startswith(says)]
        assert any(_holds(places[url], one) for url in urls for one in figures), (name, urls)


@pytest.mark.parametrize(
    ("text", "figure", "holds"),
    [
        ("then 15 mg", "5 mg", False),
        ("then 2.5 mg", "5 mg", False),
        ("in 5 mg/mL", "5 mg", False),
        ("give 5 mg.", "5 mg", True),
        ("1,000 mcg", "000 mcg", False),
    ],
)
def test_a_figure_is_held_whole(text, figure, holds):
    assert _holds(text, figure) is holds
