"""The whole site as one frozen value, and the one list of its pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from webref.content.figures import Fact, Source
from webref.content.model import (
    Card,
    Claim,
    Compare,
    Difference,
    EventTable,
    Guide,
    Interaction,
    Notice,
    NoticeList,
    Pack,
    Refusal,
    Section,
    Vocabulary,
)
from webref.content.protocol_model import Protocol
from webref.content.sheets import Sheet
from webref.dosing.spec import Calculator
from webref.errors import Problem

EVIDENCE = "evidence"  # the column of differences.toml that belongs to no label
NOWHERE = "none"  # the jurisdiction of an international paper
ANY = "any"  # the route of what holds for every route of the pack

Document = Section | Card | Calculator | Protocol
Item = Document | None


@dataclass(frozen=True)
class Page:
    """One page of the site. kind names its template; `item` is what it shows, if one thing."""

    id: str
    url: str
    title: str
    kind: str
    summary: str
    review_by: date
    item: Item = None


# Pages made from a file of rows, in the order of the site: id, title, summary.
TABLES = (
    ("differences", "Where labels differ", "Every disagreement of the sources, side by side."),
    ("appraisal", "Claims not carried", "Claims met in unvetted pages, and why they are wrong."),
    ("refusals", "Not calculated here", "What this reference does not calculate, and why."),
    ("interactions", "Interactions", "Other medicines: what happens and what to do."),
    ("events", "Adverse events", "Counts by phase of treatment, and lists by frequency."),
    ("compare", "Compare", "Products and labels side by side."),
)
ALWAYS = (
    ("contents", "Contents", "Every page of this reference."),
    ("without-scripts", "Without scripts", "The formula of each calculator, to work by hand."),
    ("list", "My list", "Pages pinned on this device."),
    ("sources", "Sources", "Every document cited, and what each is good for."),
    ("pdfs", "PDFs", "Sheets to print or keep."),
    ("offline", "Offline", "What is saved on this device, and how to keep it."),
)


def address(pack: str, page: str) -> str:
    """The address of a page id within a pack; the home page and `/offline/` belong to none."""
    match page:
        case "home":
            return "/"
        case "offline":
            return "/offline/"
        case "search":
            return "/search"
    return f"/{pack}/{page}/"


@dataclass(frozen=True)
class Site:
    """A pack, read and checked. Mappings are by id, in the order of the site."""

    pack: Pack
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    sections: Mapping[str, Section]
    cards: Mapping[str, Card]
    notice_list: NoticeList
    calculators: Mapping[str, Calculator] = field(default_factory=dict)
    guides: Mapping[str, Guide] = field(default_factory=dict)  # by calculator id
    protocols: Mapping[str, Protocol] = field(default_factory=dict)
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()
    appraisal: tuple[Claim, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    events: EventTable | None = None
    compare: Compare | None = None
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    warnings: tuple[Problem, ...] = ()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The recalls in force."""
        return self.notice_list.notices

    def pages(self) -> tuple[Page, ...]:
        """Every page of the site, in the order of the navigation."""
        return self._pages

    def page(self, page: str) -> Page:
        """The page with an id such as `monograph/storage`; KeyError if there is none."""
        return self._by_id[page]

    def url(self, page: str) -> str:
        """The address of a page id, which may end in `#anchor`; KeyError if there is none."""
        name, mark, anchor = page.partition("#")
        if name == "search":  # answered live, so it is no page of the list
            return address(self.pack.id, name)
        return self._by_id[name].url + mark + anchor

    @cached_property
    def _pages(self) -> tuple[Page, ...]:
        return tuple(self._list_pages())

    @cached_property
    def _by_id(self) -> dict[str, Page]:
        return {page.id: page for page in self._pages}

    def _list_pages(self) -> Iterator[Page]:
        pack = self.pack
        yield self._plain("home", pack.title, pack.summary)
        for card in self.cards.values():
            yield self._item(f"emergency/{card.id}", "card", card.summary, card)
        if self.calculators:
            yield self._plain("calculators", "Calculators", "Every calculator, by task.")
        for calculator in self.calculators.values():
            yield self._item(
                f"calculators/{calculator.id}", "calculator", calculator.answers, calculator
            )
        if self.protocols:
            yield self._plain("protocols", "Protocols", "Every protocol, one step at a time.")
        for protocol in self.protocols.values():
            yield from self._protocol(protocol)
        if self.sections:
            yield self._plain("monograph", "Monograph", "Every section, by topic.")
        for section in self.sections.values():
            yield self._item(f"monograph/{section.id}", "section", section.summary, section)
        for name, title, summary in TABLES:
            if getattr(self, name):
                yield self._plain(name, title, summary)
        for name, title, summary in ALWAYS:
            yield self._plain(name, title, summary)

    def _protocol(self, protocol: Protocol) -> Iterator[Page]:
        """The page of its one document; of several, a page to choose from and one for each."""
        name = f"protocols/{protocol.id}"
        several = len(protocol.walks) > 1
        kind = "protocol-labels" if several else "protocol"
        yield self._item(name, kind, protocol.summary, protocol)
        for label in protocol.labels if several else ():
            page = self._item(f"{name}/{label}", "protocol", protocol.summary, protocol)
            yield replace(page, title=f"{protocol.title}, {self.pack.labels[label].name}")

    def _plain(self, name: str, title: str, summary: str) -> Page:
        """A page of which there is one; its id is also its kind."""
        url = address(self.pack.id, name)
        return Page(name, url, title, name, summary, self.pack.review_by)

    def _item(self, name: str, kind: str, summary: str, item: Document) -> Page:
        due = item.review_by
        review_by = due if isinstance(due, date) else date.fromisoformat(due)
        url = address(self.pack.id, name)
        return Page(name, url, item.title, kind, summary, review_by, item)
