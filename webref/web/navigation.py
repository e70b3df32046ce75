"""Ways through the site: where a page stands, what is above, before and after it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from webref.content.kinds import KINDS
from webref.content.pack.model import Key
from webref.content.sections import Section
from webref.content.site import Page, Site
from webref.web.wording import Wording


@dataclass(frozen=True)
class NamedLink:
    """A link with its name; `hint` says a few words more."""

    url: str
    name: str
    hint: str = ""


@dataclass(frozen=True)
class DockPlace:
    """A place of the dock. here: `page` on the place itself, `true` below it, else empty."""

    url: str
    name: str
    icon: str
    here: str


@dataclass(frozen=True)
class LinkGroup:
    """A titled group of links; id is unique on its page."""

    id: str
    title: str
    ways: tuple[NamedLink, ...]


# The dock's lower row: page id, the sentence that names it, icon.
PLACES = (
    ("home", "place.home", "home"),
    ("calculators", "form.calculate", "calculate"),
    ("protocols", "title.protocols", "protocols"),
    ("monograph", "title.monograph", "monograph"),
)


def has(site: Site, page: str) -> bool:
    """Whether the site has a page with this id."""
    return page in {one.id for one in site.pages()}


def place_of(page: Page) -> str:
    """The dock's place that a page belongs to; an emergency card belongs to none of them."""
    return KINDS[page.kind].dock


def places(site: Site, page: Page) -> tuple[DockPlace, ...]:
    """The dock's lower row, of the places that exist."""
    found = []
    for name, title, icon in PLACES:
        if has(site, name):
            here = "page" if page.id == name else "true" if place_of(page) == name else ""
            found.append(DockPlace(site.url(name), site.words[title], icon, here))
    return tuple(found)


def up(site: Site, page: Page) -> NamedLink:
    """The page above."""
    above = place_of(page)
    if above in ("", page.id) or not has(site, above):
        above = "home"
    title = next(title for name, title, _ in PLACES if name == above)
    return NamedLink(site.url(above), site.words[title])


def home_groups(site: Site) -> tuple[LinkGroup, ...]:
    """The pack's groups of keys, without keys of pages that do not exist."""
    return tuple(_groups(site, ((group.title, group.keys) for group in site.pack.home)))


def task_groups(site: Site, folder: str) -> tuple[LinkGroup, ...]:
    """Every page of a folder under the home page's titles; what is on no key comes last."""
    listed = re.compile(f"{folder}/[^/]+")  # a protocol's page for one label is not among them
    pages = [page for page in site.pages() if listed.fullmatch(page.id)]
    left = {page.id: page for page in pages}
    found = []
    for group in site.pack.home:
        here = [left.pop(key.page) for key in group.keys if key.page in left]
        found.append((group.title, [Key(page.id, page.title, page.summary) for page in here]))
    rest = [Key(page.id, page.title, page.summary) for page in left.values()]
    found.append((site.words["home.further"], rest))
    return tuple(_groups(site, found))


def contents(site: Site) -> tuple[LinkGroup, ...]:
    """The monograph's table of contents, of the sections that exist."""
    listed = [
        (
            topic.title,
            [
                Key(f"monograph/{name}", site.sections[name].title, site.sections[name].summary)
                for name in topic.sections
                if name in site.sections
            ],
        )
        for topic in site.pack.topics
    ]
    return tuple(_groups(site, listed))


def topic_line(site: Site, section: Section) -> str:
    """Where a section stands in the monograph: `Topic 5 of 20`, with the topic's title."""
    for number, topic in enumerate(site.pack.topics, 1):
        if section.id in topic.sections:
            count = len(site.pack.topics)
            said = Wording(site.words).said
            return said("section.topic", title=topic.title, number=number, count=count)
    return ""


def turn(site: Site, page: Page) -> tuple[NamedLink | None, NamedLink | None]:
    """The sections before and after one, in the order of the table of contents."""
    order = [way for group in contents(site) for way in group.ways]
    at = next(n for n, way in enumerate(order) if way.url == page.url)
    before = order[at - 1] if at else None
    after = order[at + 1] if at + 1 < len(order) else None
    return before, after


def ways(site: Site, ids: Iterable[str]) -> tuple[NamedLink, ...]:
    """Links to pages by id, with the hint of the home page, or else the kind of page."""
    named = {key.page: key for group in site.pack.home for key in group.keys}
    found = []
    for name in ids:
        if has(site, name.partition("#")[0]):
            page = site.page(name.partition("#")[0])
            key = named.get(name)
            hint = key.hint if key else site.words.get(f"named.{page.kind}", "")
            found.append(NamedLink(site.url(name), page.title, hint))
    return tuple(found)


def _groups(site: Site, listed: Iterable[tuple[str, Iterable[Key]]]) -> Iterator[LinkGroup]:
    for number, (title, keys) in enumerate(listed, 1):
        found = tuple(
            NamedLink(site.url(key.page), key.name, key.hint) for key in keys if has(site, key.page)
        )
        if found:
            yield LinkGroup(f"group-{number}", title, found)
