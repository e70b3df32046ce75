"""Who looks after what: the review date of each file of a pack, and what each label is known by."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from webref.content.calculators.guide import Guide
from webref.content.facts.figures import Source
from webref.content.protocols.model import Protocol
from webref.content.sections import Card, Section
from webref.content.sheets import Sheet
from webref.content.site import Site

Dated = Section | Card | Protocol


@dataclass(frozen=True, order=True)
class Reviewed:
    """A file of a pack that is to be looked at again by a day. checker: empty for nobody yet."""

    review_by: date
    file: str
    editor: str
    checker: str

    def days_over(self, today: date) -> int:
        """How many days it has been due; below zero while it is not."""
        return (today - self.review_by).days


def reviewed_files(site: Site) -> list[Reviewed]:
    """Every file of a pack that carries a review date, the earliest first."""
    pack = site.pack
    found = {Reviewed(pack.review_by, "pack.toml", pack.editor, "")}
    for fact in site.facts.values():
        found.add(Reviewed(fact.review_by, fact.file, fact.editor, fact.checker))
    for file, item in (*documents(site), *_others(site)):
        found.add(Reviewed(item.review_by, file, item.editor, item.checker))
    return sorted(found)


def documents(site: Site) -> Iterator[tuple[str, Dated]]:
    """Every section, card and protocol with the name of its file."""
    for name, section in site.sections.items():
        yield f"monograph/{name}.md", section
    for name, card in site.cards.items():
        yield f"emergency/{name}.md", card
    for name, protocol in site.protocols.items():
        yield f"protocols/{name}.toml", protocol


def _others(site: Site) -> Iterator[tuple[str, Sheet | Guide]]:
    for name, sheet in site.sheets.items():
        yield f"sheets/{name}.toml", sheet
    turned: set[str] = set()  # these stand in the file of another
    for name, guide in site.guides.items():
        if name not in turned:
            yield f"calculators/{name}.toml", guide
        turned.update(guide.turned)


def review_lines(site: Site, today: date) -> Iterator[str]:
    """What is due, by whom and since when, then each source with its identity, line by line."""
    files = reviewed_files(site)
    due = [one for one in files if one.days_over(today) >= 0]
    yield f"{site.pack.title}: {len(due)} of {len(files)} files are due on {today.isoformat()}"
    for day, group in groupby(files, lambda one: one.review_by):
        over = (today - day).days
        yield ""
        yield f"due since {day}, {over} days" if over >= 0 else f"due on {day}, in {-over} days"
        for one in group:
            yield f"- {one.file}: {one.editor}; checked by {one.checker or 'nobody yet'}"
    yield ""
    yield "Sources"
    for source in site.sources.values():
        yield f"- {source.id}: {source.short}, {source.date}. {_held(source)}"


def _held(source: Source) -> str:
    """When a label was held against the one in force, and by what it is known."""
    if not source.is_label:
        return f"Tier {source.tier}, no label."
    day = f"on {source.compared}" if source.compared else "never"
    codes = ", ".join(f"{name} {value}" for name, value in source.codes.items())
    return (
        f"Compared with the label in force: {day}. {codes or 'No set id or code was read in it'}."
    )
