"""Rules across the files of a pack, each a generator of problems."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence, Set
from datetime import date

from webref.content.kinds import TABLES
from webref.content.pack.model import ANY, EVIDENCE, NOWHERE
from webref.content.reading.files import FOLDERS
from webref.content.reading.spelling import dosing_figures
from webref.content.review import documents, reviewed_files
from webref.content.site import Site
from webref.content.tables import differences
from webref.errors import Problem, near

# How the names of printed documents other than sheets begin.
_PRINTED = re.compile(r"monograph$|emergency-|worksheet-|protocol-")


def check_site(
    site: Site, pages: Collection[str], used: Set[str], unread: Set[str], today: date
) -> Iterator[Problem]:
    """Every problem across files, except what only follows from a file that could not be read.

    `pages`: ids of all pages; `used`: ids of facts named anywhere; `unread`: such files.
    """
    if not unread & FOLDERS.keys():
        yield from check_contents(site, pages)
        yield from check_page_ids(site, pages)
    yield from check_labels(site)
    yield from check_routes(site)
    if "differences.toml" not in unread:
        yield from check_conflicts(site)
    yield from check_row_ids(site)
    yield from check_document_names(site)
    yield from check_programs(site)
    if not any(one.partition("/")[0] == "calculators" for one in unread):
        yield from check_onward(site)
    yield from check_fact_texts(site)
    if not unread:
        yield from check_orphans(site, used)
    yield from check_review_dates(site, today)
    yield from check_recall_key(site)


def check_contents(site: Site, pages: Collection[str]) -> Iterator[Problem]:
    """Every section stands once in the table of contents, which names no other."""
    listed = [(topic.id, name) for topic in site.pack.topics for name in topic.sections]
    for topic, name in listed:
        if f"monograph/{name}" not in pages:
            message = f"there is no section {name}{near(name, site.sections)}"
            yield Problem("pack.toml", f"topic[{topic}].sections", message)
    for name, times in Counter(name for _, name in listed).items():
        if times > 1:
            yield Problem("pack.toml", "topic", f"the section {name} is listed {times} times")
    for name in site.sections.keys() - {name for _, name in listed}:
        message = "in no topic of pack.toml, so nothing leads to it"
        yield Problem(f"monograph/{name}.md", "file", message)


def check_page_ids(site: Site, pages: Collection[str]) -> Iterator[Problem]:
    """Keys, `uses`, `pages`, `instead` and the subjects of notices name pages that exist."""
    for file, place, page in _page_ids(site):
        if page.partition("#")[0] not in pages:
            yield Problem(file, place, f"there is no page {page}{near(page, pages)}")


def _page_ids(site: Site) -> Iterator[tuple[str, str, str]]:
    for group in site.pack.home:
        for key in group.keys:
            yield "pack.toml", f"home[{group.title}].keys", key.page
    for file, item in documents(site):
        for page in item.uses:
            yield file, "uses", page
    for protocol in site.protocols.values():
        file = f"protocols/{protocol.id}.toml"
        if protocol.calculator:
            yield file, "calculator", f"calculators/{protocol.calculator}"
        for walk in protocol.walks:
            for step in walk.steps.values():
                for page in step.next:
                    yield file, f"step[{step.id}].next", page
    for table in TABLES:
        for place, page in table.links(site.rows(table)):
            yield table.file, place, page


# What is followed and its source are of one kind.
_OTHERWISE = {
    "label": "{} is a guideline and no label: write [[guideline]] instead of [[label]]",
    "guideline": '{} is no guideline: write kind = "guideline", adopted_by and adopted in '
    "sources.toml, or [[label]] here",
}


def check_labels(site: Site) -> Iterator[Problem]:
    """Labels named anywhere are those of pack.toml, and each label's source exists."""
    labels = site.pack.labels
    for label in labels.values():
        place = f"{label.kind}[{label.id}]"
        if label.source not in site.sources:
            message = f"there is no source {label.source}{near(label.source, site.sources)}"
            yield Problem("pack.toml", f"{place}.source", message)
        elif site.sources[label.source].is_guideline != (label.kind == "guideline"):
            yield Problem("pack.toml", place, _OTHERWISE[label.kind].format(label.source))
        elif (found := site.sources[label.source].jurisdiction) != label.id:
            message = f"{label.source} is a source of {found}, not of {label.id}"
            yield Problem("pack.toml", f"{place}.source", message)
    for source in site.sources.values():
        adopter = labels.get(source.jurisdiction)
        if source.is_guideline != bool(adopter and adopter.kind == "guideline"):
            message = (
                "a guideline stands under the [[guideline]] of pack.toml that follows it: write "
                "the id of that"
                if source.is_guideline
                else f"{source.jurisdiction} is a guideline, and this source is none"
            )
            yield Problem("sources.toml", f"source[{source.id}].jurisdiction", message)
            continue
        if source.jurisdiction not in (*labels, NOWHERE):
            known = _either((*labels, NOWHERE))
            message = f"there is no label {source.jurisdiction}: write {known}"
            yield Problem("sources.toml", f"source[{source.id}].jurisdiction", message)
    for file, item in documents(site):
        for name in item.labels:
            if name not in labels:
                yield Problem(file, "labels", f"there is no label {name}{near(name, labels)}")
    for row in site.rows(differences.ROWS):
        for cell in row.cells:
            if cell.label not in (*labels, EVIDENCE):
                place = f"difference[{row.id}].cells"
                message = f"there is no label {cell.label}{near(cell.label, labels)}"
                yield Problem("differences.toml", place, message)


def check_routes(site: Site) -> Iterator[Problem]:
    """Every route named is one of pack.toml, or `any`."""
    known = (*site.pack.routes, ANY)
    named = [(fact.file, f"fact[{fact.id}].route", fact.route) for fact in site.facts.values()]
    named += [(file, "route", item.route) for file, item in documents(site)]
    for name, calculator in site.calculators.items():
        named.append((f"calculators/{name}.toml", "route", calculator.route))
    for name, sheet in site.sheets.items():
        named.append((f"sheets/{name}.toml", "route", sheet.route))
    for file, place, route in named:
        if route not in known:
            message = f"there is no route {route} in pack.toml: write {_either(known)}"
            yield Problem(file, place, message)


def check_conflicts(site: Site) -> Iterator[Problem]:
    """The `conflict` of a fact is a row of differences.toml."""
    rows = {row.id for row in site.rows(differences.ROWS)}
    for fact in site.facts.values():
        if fact.conflict and fact.conflict not in rows:
            known = near(fact.conflict, rows)
            message = f"there is no row {fact.conflict} in differences.toml{known}"
            yield Problem(fact.file, f"fact[{fact.id}].conflict", message)


def check_row_ids(site: Site) -> Iterator[Problem]:
    """No two rows of a file share an id."""
    tables = [("pack.toml", [("topic", topic.id) for topic in site.pack.topics])]
    tables += [(table.file, [*table.ids(site.rows(table))]) for table in TABLES]
    for file, rows in tables:
        for (key, name), times in Counter(rows).items():
            if times > 1:
                yield Problem(file, f"{key}[{name}]", f"{times} rows have this id")


def check_document_names(site: Site) -> Iterator[Problem]:
    """No two printed documents share a name: a sheet's own, others with their kind before it."""
    for folder, ids in (
        ("emergency", site.cards),
        ("calculators", site.calculators),
        ("protocols", site.protocols),
        ("sheets", site.sheets),
    ):
        ending = FOLDERS[folder]
        for name in ids:
            taken = name.endswith("-letter") or (folder == "sheets" and _PRINTED.match(name))
            if taken:
                message = "is the name of another printed document: choose another id"
                yield Problem(f"{folder}/{name}{ending}", "file", message)


def check_programs(site: Site) -> Iterator[Problem]:
    """A sheet has the settings of a patient's device only where the pack lists them."""
    if site.pack.program:
        return
    asked = [f"calculators/{name}.toml" for name, one in site.guides.items() if one.program]
    asked += [f"protocols/{name}.toml" for name, one in site.protocols.items() if one.program]
    for file in asked:
        yield Problem(file, "program", "pack.toml lists no settings: write its [program] first")


def check_onward(site: Site) -> Iterator[Problem]:
    """A dose of a protocol goes to an entry that takes its unit, under the label followed."""
    for protocol in site.protocols.values():
        ways = {
            (walk.label, place.step.id, one, place.given.unit)
            for walk in protocol.walks
            for place in walk.places
            for one in place.step.carry
            if place.given
        }
        for label, step, one, unit in sorted(ways, key=str):
            file, at = f"protocols/{protocol.id}.toml", f"step[{step}].carry[{one.to}]"
            target = site.calculators.get(one.to)
            entries = {item.id: item for item in target.inputs} if target else {}
            if not target:
                message = f"there is no calculator {one.to}{near(one.to, site.calculators)}"
                yield Problem(file, at, message)
            elif one.entry not in entries:
                message = f"{one.entry} is no entry of {one.to}{near(one.entry, entries)}"
                yield Problem(file, at, message)
            elif unit not in entries[one.entry].units:
                yield Problem(file, at, f"{one.entry} of {one.to} takes no {unit}")
            elif label and label not in {item.id for item in target.labels}:
                yield Problem(file, at, f"{one.to} does not follow {label}")


def check_fact_texts(site: Site) -> Iterator[Problem]:
    """The text of a fact holds no dosing figure."""
    for fact in site.facts.values():
        for figure in dosing_figures(fact.text):
            message = f"the figure {figure} stands in value or more, not in words"
            yield Problem(fact.file, f"fact[{fact.id}].text", message)


def check_orphans(site: Site, used: Set[str]) -> Iterator[Problem]:
    """A fact that nothing names is a warning."""
    for fact in site.facts.values():
        if fact.id not in used:
            yield Problem(fact.file, f"fact[{fact.id}]", "nothing uses this fact", warning=True)


def check_review_dates(site: Site, today: date) -> Iterator[Problem]:
    """What is past its review date is a warning; the pages say so as well."""
    dates = {("pack.toml", "refuse_after"): site.pack.refuse_after}
    if site.notice_list.sequence:
        dates["notices.toml", "until"] = site.notice_list.until
    dates |= {(one.file, "review_by"): one.review_by for one in reviewed_files(site)}
    for (file, place), due in dates.items():
        if due < today:
            yield Problem(file, place, f"{due.isoformat()} is past", warning=True)


def check_recall_key(site: Site) -> Iterator[Problem]:
    """A pack with a recall key has a list for it to sign, and one that nobody signed is told."""
    people, listed = site.pack.people, site.notice_list
    if not people or not people.recall_key:
        return
    if not listed.sequence:
        message = "signs notices.toml, which is missing: write it, with no [[notice]] if none holds"
        yield Problem("pack.toml", "recall_key", message)
    elif not listed.signature:
        message = "is missing: until `webref sign-notices` writes it, phones withdraw nothing by it"
        yield Problem("notices.toml", "signature", message, warning=True)


def unchecked(site: Site) -> list[str]:
    """The files in which no checker is named; pack.toml has signers in their place."""
    found = (one for one in reviewed_files(site) if one.file != "pack.toml")
    return [one.file for one in found if not one.checker.strip()]


def _either(words: Sequence[str]) -> str:
    """Words in a row, as in `a, b or c`."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
