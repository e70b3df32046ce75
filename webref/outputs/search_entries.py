"""What search can find: every section, figure, calculator, protocol, table row and claim."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from webref.content.facts.figures import Fact
from webref.content.kinds import KINDS, Hit
from webref.content.prose.tree import Prose
from webref.content.protocols.model import Protocol, Walk
from webref.content.sections import Card, Section
from webref.content.site import Page, Site
from webref.render.words import Part, parts_of, text_of

SAYS_MOST = 150  # characters of what a hit says


@dataclass(frozen=True)
class SearchEntry:
    """One thing that search can find; `words` are searched too but never shown.

    `leads`: words and phrases that lead to it.
    """

    kind: str
    title: str
    url: str
    says: str
    tags: tuple[str, ...] = ()
    words: str = ""
    leads: tuple[str, ...] = ()


def list_entries(site: Site) -> Iterator[SearchEntry]:
    """Everything that search can find, emergency cards first, with the words that lead there."""
    leads: dict[str, list[str]] = defaultdict(list)
    for lead in site.vocabulary.leads:
        leads[site.url(lead.page)] += lead.words
    for entry in _all_entries(site):
        # Of several entries at one address the first is the page itself.
        yield replace(entry, leads=(*entry.leads, *leads.pop(entry.url, ())))


def _all_entries(site: Site) -> Iterator[SearchEntry]:
    for page in site.pages():
        if isinstance(page.item, Card):
            card = page.item
            words = f"{card.short} {card.hint} {card.lead} {text_of(card.body)}"
            yield SearchEntry("card", card.title, page.url, card.hint, words=words)
    for page in site.pages():
        match page.item, KINDS[page.kind].hit:
            case Card(), _:
                pass
            case Section(), _:
                yield from _section(site, page, page.item)
            case Protocol(), Hit(id=name):
                words = _walked(page.item.walk(page.id)) if page.kind == "protocol" else ""
                yield SearchEntry(name, page.title, page.url, page.summary, words=words)
            case _, Hit(id=name):
                yield SearchEntry(name, page.title, page.url, page.summary)
    yield from _rows(site)
    yield from _facts(site)


def cut(text: str) -> str:
    """The opening words of a text, whole words only."""
    text = " ".join(text.split())
    if len(text) <= SAYS_MOST:
        return text
    return text[:SAYS_MOST].rpartition(" ")[0].rstrip(" ,;:.") + " …"


def _walked(walk: Walk) -> str:
    """The words of a protocol's document."""
    found = []
    for step in walk.steps.values():
        found += [step.title, text_of(step.text), text_of(step.question)]
        found += [text_of(item) for item in step.items]
        found += [f"{text_of(answer.text)} {text_of(answer.note)}" for answer in step.answers]
    return " ".join(filter(None, found))


def _section(site: Site, page: Page, section: Section) -> Iterator[SearchEntry]:
    """A section, and each of its headed parts."""
    tags = tuple(site.pack.labels[name].tag for name in section.labels)
    opening, *parts = parts_of(section.body)
    words = f"{section.route} {section.population} {opening.text}"
    yield SearchEntry("section", section.title, page.url, section.summary, tags, words)
    for part in parts:
        title, url = _place(section, page.url, part)
        yield SearchEntry("part", title, url, cut(part.text), (), part.text)


def _place(section: Section, url: str, part: Part) -> tuple[str, str]:
    """The title and the address of a part; the opening is the top of the page."""
    if not part.anchor:
        return section.title, url
    return f"{section.title}: {part.heading}", f"{url}#{part.anchor}"


def _rows(site: Site) -> Iterator[SearchEntry]:
    """The rows of the tables, each at its own place."""
    for kind in KINDS.values():
        if kind.table and kind.rows:
            for row in kind.table.found(site.rows(kind.table)):
                tags = [
                    site.pack.labels[name].tag for name in row.labels if name in site.pack.labels
                ]
                yield SearchEntry(
                    kind.rows.id,
                    row.title,
                    site.url(f"{kind.id}#{row.anchor.lower()}"),
                    cut(_text(row.says)),
                    tuple(dict.fromkeys(tags)),
                    _text(row.words),
                    row.leads,
                )


def _text(parts: Iterable[Prose | str]) -> str:
    return " ".join(part if isinstance(part, str) else text_of(part) for part in parts)


def _facts(site: Site) -> Iterator[SearchEntry]:
    """Each fact with figures, at the first part that shows most of them; if none does, cites it."""
    places: dict[str, tuple[int, str, str]] = {}  # figures shown, title, address
    for section in site.sections.values():
        url = site.url(f"monograph/{section.id}")
        for part in parts_of(section.body):
            shown = Counter(name.partition(":")[0] for name in {*part.shown})
            for name in dict.fromkeys(name.partition(":")[0] for name in part.facts):
                if name not in places or shown[name] > places[name][0]:
                    places[name] = (shown[name], *_place(section, url, part))
    for name, (_, title, url) in places.items():
        if site.facts[name].figures:
            yield _fact(site, site.facts[name], title, url)


def _fact(site: Site, fact: Fact, title: str, url: str) -> SearchEntry:
    figures = "; ".join(
        " ".join(filter(None, (name.replace("_", " "), figure.text())))
        for name, figure in fact.figures.items()
    )
    label = site.pack.labels.get(fact.source.jurisdiction)
    caution = f" ({fact.caution})" if fact.caution else ""
    says = cut(f"{fact.text.rstrip('.')}: {figures}") + caution
    return SearchEntry("figure", title, url, says, (label.tag,) if label else (), fact.population)
