"""HTML as the rules of the house read it."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

import html5lib

SPACE = "{http://www.w3.org/1999/xhtml}"
DATA_BLOCKS = {"application/json", "application/ld+json", "text/plain"}


def parse(html: str) -> Element:
    """The document, parsed strictly: any error of syntax raises."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document: Element = parser.parse(html)
    return document


def elements(document: Element, name: str = "*") -> Iterator[Element]:
    return (one for one in document.iter() if name in ("*", one.tag) and isinstance(one.tag, str))


def words(element: Element) -> str:
    """The text within an element as it stands, scripts and source marks left out."""
    found = element.text or ""
    for child in element:
        if child.tag not in ("script", "style", "noscript") and child.get("class") != "mark":
            found += words(child)
        found += child.tail or ""
    return found


def each(documents: dict[str, Element], rule: Callable[[Element], object]) -> dict[str, object]:
    """The pages that break a rule, each with what the rule says of it."""
    return {url: said for url, document in documents.items() if (said := rule(document))}
