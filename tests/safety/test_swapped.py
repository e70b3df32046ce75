"""Two pages of an edition differ in nothing but what a tap puts in place, so nothing stays."""

import re
from copy import deepcopy
from functools import cache
from xml.etree.ElementTree import tostring

from tests.packs import shipped
from tests.safety.hazards import ROOT
from tests.web.reading import elements, parse
from webref.web.app import create_app

SWAP = (ROOT / "static/swap.js").read_text("utf-8")
HEAD = {"title", "main"}  # and what static/swap.js lists beside them
META = 'meta[name="description"]', 'script[type="application/ld+json"]'


@cache
def documents():
    site = shipped()
    client = create_app(site, ROOT, edition="3f9a1c2d" * 8).test_client()
    pages = [page for page in site.pages() if page.url != site.url("offline")]  # always loaded
    return {page.url: parse(client.get(page.url).text) for page in pages}


def is_swapped(element, parent):
    """Whether a tap puts another in the place of this one."""
    name, kind = element.get("name"), element.get("type")
    return (
        element.tag in HEAD
        or (element.tag == "meta" and name == "description")
        or (element.tag == "script" and kind == "application/ld+json")
        or (parent.get("class") == "top" and parent[0] is element)
        or element.get("class") == "glance"
    )


def around(document):
    """A page without what a tap puts in place, and without the marks of where one is."""
    rest = deepcopy(document)
    for parent in list(elements(rest)):
        for element in [one for one in parent if is_swapped(one, parent)]:
            parent.remove(element)
    next(elements(rest, "body")).attrib.clear()
    for link in elements(rest, "a"):
        link.attrib.pop("aria-current", None)
    head = next(elements(rest, "head"))
    for script in head.findall("script"):
        if script.get("src", "").endswith("room.js"):  # before Home is painted, where it is loaded
            head.remove(script)
    return re.sub(r"\s+", "", tostring(rest, encoding="unicode"))


def test_pages_differ_in_nothing_but_what_a_tap_puts_in_place():
    first, *others = documents().items()
    assert not [url for url, document in others if around(document) != around(first[1])]


def test_every_page_has_each_part_that_a_tap_puts_in_place_once():
    assert all(css in SWAP for css in (*META, ".top > :first-child", '"main"', ".glance"))
    for url, document in documents().items():
        found = [
            one
            for parent in elements(document)
            for one in parent
            if is_swapped(one, parent) and one.get("class") != "glance"
        ]
        assert len(found) == 5, (url, [one.tag for one in found])
