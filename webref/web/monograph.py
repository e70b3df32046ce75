"""The monograph on paper: laid out in parts, each of which begins a page, and then bound."""

from dataclasses import dataclass

from webref.content.kinds import KINDS, PARTS
from webref.content.pack.model import Topic
from webref.content.sections import Section
from webref.content.site import Site
from webref.dosing.present import Context
from webref.outputs.pdf_tags import ELSEWHERE
from webref.render.paper import PaperNotes
from webref.web.navigation import has

# Parts that the contents do not name, by their order among the others, and the pages of which a
# site must have one for them.
UNLISTED = {"index": (45, ("calculators", "protocols")), "documents": (65, ("sources",))}
FRONT = "front"  # cover and contents


@dataclass(frozen=True)
class MonographPart:
    """A part: the id of its heading, its template in print/monograph/, what only it needs."""

    name: str
    template: str
    more: Context


def shared(site: Site) -> Context:
    """What the templates of all parts need; they count their sources together, in order."""
    anchors = {site.url(f"monograph/{name}"): name for name in site.sections}
    for kind, items in (("calculators", site.calculators), ("protocols", site.protocols)):
        anchors |= {site.url(f"{kind}/{name}"): f"{kind}-{name}" for name in items}
    listed = [(name, site.words[f"printed.{name}"]) for name, _ in PARTS if has(site, name)]
    anchors |= {site.url(name): f"part-{name}" for name, _ in listed}
    return {
        "notes": PaperNotes(ELSEWHERE),
        "anchors": anchors,
        "topics": _topics(site),
        "parts": listed,
    }


def parts(site: Site) -> tuple[MonographPart, ...]:
    """The parts in the order of the document, but for its front, which counts their pages."""
    topics = tuple(
        MonographPart(
            f"topic-{topic.id}", "topic", {"number": number, "topic": topic, "sections": sections}
        )
        for number, (topic, sections) in enumerate(_topics(site), 1)
    )
    return (
        *topics,
        *(MonographPart(f"part-{name}", "part", _part(site, name)) for name in _after(site)),
    )


def _part(site: Site, name: str) -> Context:
    """What the part of a table needs: what its file holds, and its rows as search finds them."""
    kind = KINDS.get(name)
    if not kind or not kind.table:
        return {"id": name}
    held = site.rows(kind.table)
    return {"id": name, "table": held, "rows": list(kind.table.found(held))}


def _topics(site: Site) -> list[tuple[Topic, list[Section]]]:
    found = [
        (topic, [site.sections[name] for name in topic.sections if name in site.sections])
        for topic in site.pack.topics
    ]
    return [(topic, sections) for topic, sections in found if sections]


def _after(site: Site) -> list[str]:
    """The tables that follow the topics."""
    orders = {name: part.order for name, part in PARTS if has(site, name)}
    for name, (order, needs) in UNLISTED.items():
        if any(has(site, need) for need in needs):
            orders[name] = order
    return sorted(orders, key=lambda name: orders[name])
