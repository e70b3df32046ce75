"""What must be true of a page after every step of a reader."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html.parser import HTMLParser
from typing import Any

from e2e.reader.library import ROOT, Built
from webref.content.site import Site
from webref.content.wording.table import TABLE
from webref.dosing.entries import parameter_names
from webref.dosing.evaluate import evaluate
from webref.dosing.present import present, present_refusal
from webref.dosing.query import Malformed, parse_query
from webref.dosing.spec import Setting
from webref.dosing.words import speaking
from webref.web.fragments import Fragments

Look = Mapping[str, Any]
BLANKS = re.compile(r"[ \n\t]+")


class _Text(HTMLParser):
    """The text of a fragment."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def text_of(html: str) -> str:
    """The text of a fragment, its blanks in ones."""
    return BLANKS.sub(" ", "".join(_Text(html).parts)).strip()


@dataclass
class Held:
    """What the page is held against: the library, and the recalls that a window may know of."""

    built: Built
    fragments: dict[tuple[int, str], Fragments] = field(default_factory=dict)

    def site_of(self, look: Look) -> Site | None:
        """The site of a page of a pack, in the edition that the page is marked with."""
        pack = str(look["path"]).split("/")[1]
        return self.built.sites.get((int(look["made"] or 0), pack))

    def answers(self, look: Look, recalls: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Status and text of what the entries shown come to, by Python's engine.

        Twice where a minute may have gone by between the answer and the look.
        """
        site = self.site_of(look)
        if not site:
            return
        calculator = site.calculators[look["calculator"]]
        withdrawn = recalls.get(f"calculators/{calculator.id}") or recalls.get(look["page"]) or ""
        number, pack = int(look["made"]), site.pack.id
        edition = self.built.edition(number, pack)
        if (number, pack) not in self.fragments:
            folder = ROOT / "templates/fragments"
            self.fragments[number, pack] = Fragments(folder, site.words)
        fragments = self.fragments[number, pack]
        at = datetime.fromisoformat(look["now"])
        for minute in (at, at - timedelta(minutes=1)):
            setting = Setting(edition, minute.isoformat(timespec="minutes"), withdrawn)
            with speaking(site.words):
                try:
                    parameters = parse_query(look["query"], parameter_names(calculator))
                    result = evaluate(calculator, parameters, setting)
                    found = result.status, present(result, setting)
                except Malformed as malformed:
                    found = "stop", present_refusal(str(malformed))
                yield found[0], text_of(str(fragments.render("answer", found[1])))


def of_answers(held: Held, look: Look, recalls: Mapping[str, str]) -> Iterator[str]:
    """An answer is that of the entries shown; without one, or under a stop, no figure stands."""
    if look["shut"]:
        yield from _nothing_of(look, "a second check on two phones")
    if not look["calculator"] or not held.site_of(look):
        return
    if look["held"]:
        yield from _nothing_of(look, "entries that nobody has taken")
        return
    shown = BLANKS.sub(" ", look["answer"]).strip()
    for told in ("copy.done", "copy.select"):  # the words of the button once it was tapped
        shown = shown.replace(TABLE[told], TABLE["answer.copy"])
    found = list(held.answers(look, recalls))
    if shown not in [text for _, text in found]:
        yield f"{shown!r} is not the answer to {look['query']}, which is {found[0][1]!r}"
    if found[0][0] not in ("ok", "warn"):
        yield from _nothing_of(look, f"the status {found[0][0]}")
    if look["figures"] and not look["entered"]:
        yield "an answer stands and nothing is entered"


def _nothing_of(look: Look, why: str) -> Iterator[str]:
    """No figure, nor anything that is done with one."""
    if look["figures"] or look["carries"] or look["hands"]:
        counts = {name: look[name] for name in ("figures", "carries", "hands")}
        yield f"under {why} stand {counts}"


def of_drugs(held: Held, look: Look) -> Iterator[str]:
    """Header, title, answer and the line above the dock name the drug of the address."""
    site = held.site_of(look)
    if not site:
        return
    drug = site.pack.title
    named = [look["head"], look["title"], *look["drugs"]]
    if look["figures"]:
        named += [look["glance"] or drug]
    for text in named:
        if drug not in text:
            yield f"{text!r} does not name {drug}"
    others = {other.pack.title for other in held.built.sites.values()} - {drug}
    for text in (look["head"], *look["drugs"], look["glance"]):
        if wrong := [other for other in others if other in text]:
            yield f"{text!r} names {wrong}"


def of_edition(held: Held, look: Look) -> Iterator[str]:
    """Page, style, script and what is said of the edition are of one."""
    site = held.site_of(look)
    marks = {look["made"], look["style"], *([look["code"]] if site else [])}
    if len(marks) != 1:
        yield f"page, style and script are of {look['made']}, {look['style']} and {look['code']}"
    if site:
        edition = held.built.edition(int(look["made"]), site.pack.id)
        if edition[:7] not in look["edition"]:
            yield f"{look['edition']!r} is said of {edition[:7]}"


def of_address(held: Held, look: Look) -> Iterator[str]:
    """Nothing entered stands in an address."""
    if "?" in look["address"] or "#entries" in look["address"] or "#carry" in look["address"]:
        yield f"{look['address']} holds what was entered"


def of_screen(held: Held, look: Look) -> Iterator[str]:
    """Nothing stands beyond the screen."""
    if look["wide"] > 0:
        yield f"{look['path']} is {look['wide']} pixels wider than the screen"


def of_arrival(look: Look) -> Iterator[str]:
    """A page that one comes to has no entries but those that wait to be taken."""
    if look["entered"] and not look["held"] and not look["carried"]:
        yield f"{look['entered']} stand entered on a page that one has come to"


def of_recall(look: Look, recalls: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """A page that was recalled says so."""
    name, _ = recalls.get(look["page"], ("", ""))
    if name and f"notice-{name}" not in look["banners"]:
        yield f"{look['page']} does not say that it is recalled"


EVERYWHERE = (of_drugs, of_edition, of_address, of_screen)
