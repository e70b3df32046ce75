"""The whole site as one frozen value, and the one list of its pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from webref.content.calculators.guide import Guide
from webref.content.calculators.limits.build import LIMITS, Limits
from webref.content.facts.figures import Fact, Source
from webref.content.kinds import KINDS, Kind
from webref.content.pack.model import Pack
from webref.content.protocols.model import Protocol
from webref.content.sections import Card, Section
from webref.content.sheets import Sheet
from webref.content.table import Built, RowFile
from webref.content.tables.notices import ROWS as NOTICES
from webref.content.tables.notices import Notice, NoticeList
from webref.content.tables.vocabulary import ROWS as VOCABULARY
from webref.content.tables.vocabulary import Vocabulary
from webref.content.wording.table import TABLE
from webref.dosing.spec import Calculator
from webref.errors import Problem

Document = Section | Card | Calculator | Protocol
Item = Document | None

ROOT = "/"  # where the only edition of an origin stands


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


def address(pack: str, page: str, base: str = ROOT) -> str:
    """The address of a page id within a pack whose edition stands at `base`.

    The home page, `offline/` and the search stand there; the others below the pack's id.
    """
    match page:
        case "home":
            return base
        case "offline":
            return f"{base}offline/"
        case "search":
            return f"{base}search"
    return f"/{pack}/{page}/"


@dataclass(frozen=True)
class Site:
    """A pack, read and checked. Mappings are by id, in the order of the site.

    tables: what each of its files of rows holds, by the file's name; see `rows`.
    base: the address below which its edition stands, `/` or in a library `/<pack>/`.
    words: every sentence of the interface and of answers, the pack's own where it gives one.
    """

    pack: Pack
    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    sections: Mapping[str, Section]
    cards: Mapping[str, Card]
    calculators: Mapping[str, Calculator] = field(default_factory=dict)
    guides: Mapping[str, Guide] = field(default_factory=dict)  # by calculator id
    protocols: Mapping[str, Protocol] = field(default_factory=dict)
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    tables: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=lambda: TABLE)
    base: str = ROOT
    elsewhere: tuple[str, ...] = ()  # pages of other packs that prose links, as `pack:page`
    has_own_words: bool = False  # sentences that stand in the place of the interface's
    warnings: tuple[Problem, ...] = ()

    def rows(self, table: RowFile[Any, Built]) -> Built:
        """What a file of rows holds, and what it stands for where the pack has none."""
        held: Built = self.tables.get(table.file, table.absent(self.pack))
        return held

    @property
    def limits(self) -> Limits:
        """The limits that its calculators share."""
        return self.rows(LIMITS)

    @property
    def vocabulary(self) -> Vocabulary:
        """What readers call things."""
        return self.rows(VOCABULARY)

    @property
    def notice_list(self) -> NoticeList:
        """The recalls with their number and the days between which they hold."""
        return self.rows(NOTICES)

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
            return address(self.pack.id, name, self.base)
        return self._by_id[name].url + mark + anchor

    @cached_property
    def _pages(self) -> tuple[Page, ...]:
        return tuple(self._list_pages())

    @cached_property
    def _by_id(self) -> dict[str, Page]:
        return {page.id: page for page in self._pages}

    def _list_pages(self) -> Iterator[Page]:
        for kind in KINDS.values():
            yield from self._of_kind(kind)

    def _of_kind(self, kind: Kind) -> Iterator[Page]:
        """The pages of a kind: of the home page and of each item its own, else one or none."""
        pack = self.pack
        match kind.id:
            case "home":
                yield self._plain("home", pack.title, pack.summary)
            case "card":
                for card in self.cards.values():
                    yield self._item(f"emergency/{card.id}", "card", card.summary, card)
            case "calculator":
                for one in self.calculators.values():
                    yield self._item(f"calculators/{one.id}", "calculator", one.answers, one)
            case "protocol-labels":  # its documents follow it
                for protocol in self.protocols.values():
                    yield from self._protocol(protocol)
            case "section":
                for section in self.sections.values():
                    yield self._item(f"monograph/{section.id}", "section", section.summary, section)
            case name if kind.title and (kind.always or self._shows(kind)):
                yield self._plain(name, self.words[f"title.{name}"], self.words[f"summary.{name}"])

    def _shows(self, kind: Kind) -> bool:
        """Whether there is anything for the page of this kind to show."""
        if kind.table:
            return bool(self.rows(kind.table))
        lists: Mapping[str, Mapping[str, object]] = {
            "calculators": self.calculators,
            "protocols": self.protocols,
            "monograph": self.sections,
        }
        return bool(lists[kind.id])

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
        url = address(self.pack.id, name, self.base)
        return Page(name, url, title, name, summary, self.pack.review_by)

    def _item(self, name: str, kind: str, summary: str, item: Document) -> Page:
        due = item.review_by
        review_by = due if isinstance(due, date) else date.fromisoformat(due)
        url = address(self.pack.id, name, self.base)
        return Page(name, url, item.title, kind, summary, review_by, item)
