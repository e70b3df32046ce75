"""What search can find: every section, figure, calculator, protocol, table row and claim."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from webref.content.figures import Fact
from webref.content.model import Card, Claim, Section
from webref.content.protocol_model import Protocol, Walk
from webref.content.site import Page, Site
from webref.render.words import Part, parts_of, text_of

SAYS_MOST = 150  # characters of what a hit says


@dataclass(frozen=True)
class Kind:
    """A kind of entry: its name as shown, and how its words count.

    A word of the title counts `title`, a word that is said `said`; what an entry counts is
    multiplied by 10 plus `lift`. `alarm`: comes before all others where its words are asked for;
    `rejected`: never comes before an entry that is not.
    """

    name: str
    lift: int
    title: int
    said: int = 3
    alarm: bool = False
    rejected: bool = False


KINDS = {
    "card": Kind("Emergency card", 8, 8, alarm=True),
    "calculator": Kind("Calculator", 6, 8),
    "protocol": Kind("Protocol", 4, 8),
    "section": Kind("Monograph", 6, 8),
    "page": Kind("Page", 4, 8),
    "interaction": Kind("Interaction", 5, 8),
    "refusal": Kind("Not calculated", 4, 8),
    "difference": Kind("Labels differ", 2, 5),
    "event": Kind("Adverse event", 3, 7),
    "part": Kind("Monograph", 4, 5),
    "figure": Kind("Figure", 1, 1),
    "claim": Kind("Rejected claim", 0, 2, said=1, rejected=True),
}


@dataclass(frozen=True)
class Entry:
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


def list_entries(site: Site) -> Iterator[Entry]:
    """Everything that search can find, emergency cards first, with the words that lead there."""
    leads: dict[str, list[str]] = defaultdict(list)
    for lead in site.vocabulary.leads:
        leads[site.url(lead.page)] += lead.words
    for entry in _all_entries(site):
        # Of several entries at one address the first is the page itself.
        yield replace(entry, leads=(*entry.leads, *leads.pop(entry.url, ())))


def _all_entries(site: Site) -> Iterator[Entry]:
    for page in site.pages():
        if isinstance(page.item, Card):
            card = page.item
            words = f"{card.short} {card.hint} {card.lead} {text_of(card.body)}"
            yield Entry("card", card.title, page.url, card.hint, words=words)
    for page in site.pages():
        match page.kind:
            case "calculator":
                yield Entry("calculator", page.title, page.url, page.summary)
            case "protocol" | "protocol-labels":
                assert isinstance(page.item, Protocol)
                text = _walked(page.item.walk(page.id)) if page.kind == "protocol" else ""
                yield Entry("protocol", page.title, page.url, page.summary, words=text)
            case "section":
                assert isinstance(page.item, Section)
                yield from _section(site, page, page.item)
            case "card" | "home":
                pass
            case _:
                yield Entry("page", page.title, page.url, page.summary)
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


def _section(site: Site, page: Page, section: Section) -> Iterator[Entry]:
    """A section, and each of its headed parts."""
    tags = tuple(site.pack.labels[name].tag for name in section.labels)
    opening, *parts = parts_of(section.body)
    words = f"{section.route} {section.population} {opening.text}"
    yield Entry("section", section.title, page.url, section.summary, tags, words)
    for part in parts:
        title, url = _place(section, page.url, part)
        yield Entry("part", title, url, cut(part.text), (), part.text)


def _place(section: Section, url: str, part: Part) -> tuple[str, str]:
    """The title and the address of a part; the opening is the top of the page."""
    if not part.anchor:
        return section.title, url
    return f"{section.title}: {part.heading}", f"{url}#{part.anchor}"


def _rows(site: Site) -> Iterator[Entry]:
    """The rows of the tables, each at its own place."""

    def at(page: str, row: str) -> str:
        return site.url(f"{page}#{row.lower()}")

    for row in site.interactions:
        said = f"{text_of(row.effect)} {text_of(row.action)}"
        yield Entry(
            "interaction",
            row.name,
            at("interactions", row.id),
            cut(said),
            words=f"{row.drug_class} {said}",
            leads=(*row.search, *(word for one in row.members for word in one.words)),
        )
    for difference in site.differences:
        tags = [
            site.pack.labels[cell.label].tag
            for cell in difference.cells
            if cell.label in site.pack.labels
        ]
        yield Entry(
            "difference",
            difference.point,
            at("differences", difference.id),
            cut(text_of(difference.cautious)),
            tuple(dict.fromkeys(tags)),
            " ".join(text_of(cell.text) for cell in difference.cells),
        )
    for refusal in site.refusals:
        url = at("refusals", refusal.id)
        yield Entry("refusal", refusal.title, url, cut(text_of(refusal.why)))
    if site.events:
        for event in site.events.events:
            yield Entry("event", event.name, at("events", event.id), event.system)
        for number, one in enumerate(site.events.frequencies, 1):
            lists = " ".join(text_of(p) for p in (one.common, one.uncommon, one.rare, one.unknown))
            url = at("events", f"frequency-{number}")
            yield Entry("event", one.system, url, cut(lists), words=lists)
    for claim in site.appraisal:
        yield _claim(site, claim)


def _claim(site: Site, claim: Claim) -> Entry:
    """A rejected claim, which never stands without that word."""
    return Entry(
        "claim",
        f"Rejected: “{claim.claim.rstrip('.')}”",
        site.url(f"appraisal#{claim.id.lower()}"),
        cut(text_of(claim.why)),
        leads=claim.search,
    )


def _facts(site: Site) -> Iterator[Entry]:
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


def _fact(site: Site, fact: Fact, title: str, url: str) -> Entry:
    figures = "; ".join(
        " ".join(filter(None, (name.replace("_", " "), figure.text())))
        for name, figure in fact.figures.items()
    )
    label = site.pack.labels.get(fact.source.jurisdiction)
    caution = f" ({fact.caution})" if fact.caution else ""
    says = cut(f"{fact.text.rstrip('.')}: {figures}") + caution
    return Entry("figure", title, url, says, (label.tag,) if label else (), fact.population)
