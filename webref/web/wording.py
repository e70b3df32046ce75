"""Small words of the templates: dates, tiers and routes as a reader says them."""

from datetime import date

from markupsafe import Markup

from webref.content.facts.figures import Source
from webref.content.pack import ANY, Pack
from webref.content.site import Site
from webref.content.tables.events import Event, Phase
from webref.dosing.unit_patterns import PARTED

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

TIERS = {
    1: "Label or professional compendium",
    2: "Peer reviewed",
    3: "Patient leaflet",
    4: "Unvetted page",
}


def day(value: date) -> str:
    """A date in words, in which day and month cannot be confused: `22 May 2027`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def tier(source: Source) -> str:
    """What kind of document a source is."""
    return TIERS[source.tier]


def joined(text: str) -> str:
    """Plain words in which no figure parts from its unit at a line end."""
    return PARTED.sub("\u00a0", text)


def jurisdiction_tag(site: Site, jurisdiction: str) -> Markup:
    """The tag of a label id; nothing for an international paper."""
    label = site.pack.labels.get(jurisdiction)
    if label is None:
        return Markup("")
    return Markup('<abbr class="tag" translate="no" title="{}">{}</abbr>').format(
        label.name, label.tag
    )


def routes(pack: Pack, route: str) -> str:
    """A route as a page says it; `any` is every route of the pack, as in `Oral and intrathecal`."""
    *first, last = pack.routes if route == ANY else (route,)
    return sentence(" and ".join(filter(None, (", ".join(first), last))))


def sentence(text: str) -> str:
    """The same words with a capital at the front."""
    return text[:1].upper() + text[1:]


def event_cell(event: Event, phase: Phase) -> Markup:
    """A count of the trial table with its share; a phase without a count says so."""
    count = event.fact.figures.get(phase.id)
    if count is None:
        return Markup('<span class="note">not stated</span>')
    shown = Markup('<span class="quantity" translate="no"><b>{}</b> of {}</span>').format(
        count.amount(), phase.n.amount()
    )
    share = event.fact.figures.get(f"{phase.id}_percent")
    return (
        shown + Markup(' <span class="quantity" translate="no">({})</span>').format(share.text())
        if share
        else shown
    )
