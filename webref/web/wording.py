"""Small words of the templates: sentences by id, dates, tiers and routes as a reader says them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from webref.content.facts.figures import Source
from webref.content.pack.model import ANY
from webref.content.site import Site
from webref.content.tables.events import Event, Phase
from webref.dosing.followed import kind_of
from webref.dosing.spec import Constant
from webref.dosing.unit_patterns import PARTED
from webref.dosing.words import filled, renamed


@dataclass(frozen=True)
class Wording:
    """The sentences of a site, by id; a KeyError for an id or a name that is missing."""

    words: Mapping[str, str]

    def said(self, key: str, **names: object) -> str:
        """A sentence with its names filled in."""
        return filled(self.words[key], **names)

    def shown(self, key: str, **names: object) -> Markup:
        """A sentence as HTML: it has no character to escape, what is filled in is escaped."""
        return Markup(renamed(self.words[key], lambda name: escape(names[name])))

    def day(self, value: date) -> str:
        """A date in words, in which day and month cannot be confused: `22 May 2027`."""
        month = self.words["date.month-names"].split(" ")[value.month - 1]
        return self.said("date.day", day=value.day, month=month, year=value.year)

    def tier(self, source: Source) -> str:
        """What kind of document a source is; of a guideline, who adopted it and when."""
        if source.is_guideline and source.adopted:
            adopted = self.day(source.adopted)
            return sentence(self.said("tier.guideline", who=source.adopted_by, day=adopted))
        return sentence(self.words[f"tier.{source.tier}"])

    def written(self, editor: str, checker: str) -> Markup:
        """Who wrote a file, and who has checked it."""
        key = "page.checked" if checker else "page.not-checked"
        return self.shown(key, editor=editor, checker=checker)

    def routes(self, all_routes: tuple[str, ...], route: str) -> str:
        """A route as a page says it; `any` is every route, as in `Oral and intrathecal`."""
        *first, last = all_routes if route == ANY else (route,)
        return sentence(self.words["join.and"].join(filter(None, (", ".join(first), last))))

    def event_cell(self, event: Event, phase: Phase) -> Markup:
        """A count of the trial table with its share; a phase without a count says so."""
        count = event.fact.figures.get(phase.id)
        if count is None:
            return Markup('<span class="note">{}</span>').format(self.words["table.not-stated"])
        of = self.shown("events.of", count=phase.n.amount())
        shown = Markup('<span class="quantity" translate="no"><b>{}</b> {}</span>').format(
            count.amount(), of
        )
        share = event.fact.figures.get(f"{phase.id}_percent")
        return (
            shown
            + Markup(' <span class="quantity" translate="no">({})</span>').format(share.text())
            if share
            else shown
        )

    def unsigned(self, site: Site) -> str:
        """What of an edition nobody has signed; nothing where all is signed."""
        if site.pack.signed:  # a signature is of every file, the words of the interface too
            return ""
        keys = ["copy.unsigned"] + ["page.words-unsigned"] * site.has_own_words
        return ". ".join(self.words[key] for key in keys)

    def standing(self, site: Site) -> str:
        """Of a printed document: as of when its edition is signed, and what of it nobody signed."""
        days = [one.date for one in site.pack.signed]
        told = [self.shown("paper.signed-as-of", date=self.day(max(days)))] if days else []
        return ". ".join(filter(None, (*told, self.unsigned(site))))

    def signers(self, site: Site) -> str:
        """Who signed the edition, on the sheets of `webref sign`; nothing on any other."""
        signed = site.pack.signed
        if not signed:
            return ""
        names = "; ".join(f"{one.name}, {one.role}, {self.day(one.date)}" for one in signed)
        last = self.day(max(one.date for one in signed))
        return self.shown("paper.signed-by", date=last, names=names)

    def of_templates(self, site: Site) -> Mapping[str, Callable[..., str]]:
        """What templates call, by name."""
        return {
            "say": self.shown,
            "day": self.day,
            "tier": self.tier,
            "follows": lambda labels: kind_of(label.kind for label in labels),
            "written": self.written,
            "routes": lambda route: self.routes(site.pack.routes, route),
            "event_cell": self.event_cell,
            "unsigned": lambda: self.unsigned(site),
            "standing": lambda: self.standing(site),
            "signers": lambda: self.signers(site),
            "sentence": sentence,
            "link": link,
            "tag": lambda jurisdiction: jurisdiction_tag(site, jurisdiction),
        }


def unprinted(constants: Iterable[Constant]) -> list[Constant]:
    """The figures that no source prints, each told once.

    A pack's limits name theirs beside those of a calculator, so that one may stand there twice.
    """
    told = {(one.shown, one.reason): one for one in constants if one.reason}
    return list(told.values())


def joined(text: str) -> str:
    """Plain words in which no figure parts from its unit at a line end."""
    return PARTED.sub("\u00a0", text)


def link(url: str, name: str) -> Markup:
    """A link within a sentence."""
    return Markup('<a href="{}">{}</a>').format(url, name)


def jurisdiction_tag(site: Site, jurisdiction: str) -> Markup:
    """The tag of a label id; nothing for an international paper."""
    label = site.pack.labels.get(jurisdiction)
    if label is None:
        return Markup("")
    return Markup('<abbr class="tag" translate="no" title="{}">{}</abbr>').format(
        label.name, label.tag
    )


def sentence(text: str) -> str:
    """The same words with a capital at the front."""
    return text[:1].upper() + text[1:]
