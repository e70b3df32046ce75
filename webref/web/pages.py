"""Read-only views: every page of the site by its template, with what the template needs."""

import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Flask, Response, render_template
from markupsafe import Markup

from webref.content.kinds import KINDS
from webref.content.protocols.model import Protocol
from webref.content.sections import Section
from webref.content.site import Page, Site
from webref.dosing.evaluate import evaluate
from webref.dosing.lookups import rows_unread
from webref.dosing.present import Context, notes_of, present, present_lookup
from webref.dosing.result import Result
from webref.dosing.rules import rules
from webref.dosing.spec import Calculator, Setting
from webref.outputs.carries import carries_text
from webref.outputs.changes.record import record_bytes
from webref.outputs.folder import MACHINE, RECORD, below
from webref.outputs.machine import machine_bytes
from webref.outputs.search_index import build_index
from webref.outputs.trees import tree_text
from webref.render.screen import ScreenNotes
from webref.web import navigation
from webref.web.fragments import fragments
from webref.web.manifest import web_manifest
from webref.web.metadata import metadata
from webref.web.printed import A4, FILED, pdf_url, protocol_name, sheet_groups, worksheet_name

PAGE = "page "  # begins the name of a page's address; others are answered live


def _home(site: Site, page: Page) -> Context:
    return {"groups": navigation.home_groups(site)}


def _monograph(site: Site, page: Page) -> Context:
    return {"groups": navigation.contents(site)}


def _tasks(site: Site, page: Page) -> Context:
    return {"groups": navigation.task_groups(site, page.id)}


def _section(site: Site, page: Page) -> Context:
    assert isinstance(page.item, Section)
    before, after = navigation.turn(site, page)
    return {
        "section": page.item,
        "line": navigation.topic_line(site, page.item),
        "uses": navigation.ways(site, page.item.uses),
        "before": before,
        "after": after,
    }


def _card(site: Site, page: Page) -> Context:
    card = site.cards[page.id.partition("/")[2]]
    return {"card": card, "uses": navigation.ways(site, card.uses)}


def _protocol(site: Site, page: Page) -> Context:
    protocol = page.item
    assert isinstance(protocol, Protocol)
    walk = protocol.walk(page.id)
    context = {
        "protocol": protocol,
        "walk": walk,
        "label": site.pack.labels.get(walk.label),
        "uses": navigation.ways(site, protocol.uses),
        "sheets": [(paper, pdf_url(site, protocol_name(protocol, walk, paper))) for paper in FILED],
    }
    if protocol.calculator:
        context |= _answering(site, site.calculators[protocol.calculator])
    return context


def _protocol_labels(site: Site, page: Page) -> Context:
    protocol = page.item
    assert isinstance(protocol, Protocol)
    return {
        "protocol": protocol,
        "labels": [
            (site.pack.labels[walk.label], f"{page.url}{walk.label}/", walk)
            for walk in protocol.walks
        ],
        "uses": navigation.ways(site, protocol.uses),
    }


def _calculator(site: Site, page: Page) -> Context:
    assert isinstance(page.item, Calculator)
    blank = pdf_url(site, worksheet_name(page.item, A4))
    return {**_answering(site, page.item), "blank": blank}


def _answering(site: Site, calculator: Calculator) -> Context:
    """What a page with a calculator's form needs to answer it."""
    nothing = Setting()
    guide = site.guides[calculator.id]
    notes = ScreenNotes()
    for cite in guide.cites:  # the fragment's marks count in this order
        notes.number(cite)
    empty = fragments().render("answer", present(evaluate(calculator, {}, nothing), nothing))
    return {
        "calculator": calculator,
        "guide": guide,
        "turned": navigation.ways(site, (f"calculators/{name}" for name in guide.turned)),
        "notes": notes,
        # These are data, escaped for the place where they stand.
        "tree": Markup(tree_text(calculator)),
        "carries": Markup(carries_text(site, calculator.id)),
        "template": fragments().texts["answer"],
        "note_template": fragments().texts["note"],
        "typed": {},
        "said": {},
        "answer": empty,
    }


def _offline(site: Site, page: Page) -> Context:
    due: dict[datetime.date, list[Page]] = {}
    for one in site.pages():
        due.setdefault(one.review_by, []).append(one)
    return {"due": sorted(due.items())}


def _without_scripts(site: Site, page: Page) -> Context:
    shown = [
        (
            one,
            rules(one.item),
            [present_lookup(read) for read in rows_unread(one.item)],
            pdf_url(site, worksheet_name(one.item, A4)),
        )
        for one in site.pages()
        if isinstance(one.item, Calculator)
    ]
    return {"calculators": shown}


def _pdfs(site: Site, page: Page) -> Context:
    return {"sheet_groups": sheet_groups(site), "pdf_url": lambda name: pdf_url(site, name)}


VIEWS: Mapping[str, Callable[[Site, Page], Context]] = {
    "home": _home,
    "monograph": _monograph,
    "calculators": _tasks,
    "protocols": _tasks,
    "section": _section,
    "card": _card,
    "calculator": _calculator,
    "protocol": _protocol,
    "protocol-labels": _protocol_labels,
    "offline": _offline,
    "pdfs": _pdfs,
    "without-scripts": _without_scripts,
}


def render_page(site: Site, page: Page, **more: object) -> str:
    """A page of the site as HTML. `more` replaces what its template would be given."""
    view = VIEWS.get(page.kind)
    context = view(site, page) if view else {}
    return render_template(
        f"pages/{page.kind}.html",
        **{**frame(site, page), **context, **more},
    )


@dataclass(frozen=True)
class Note:
    """What is said of an entry beside its field, and whether it refuses the entry."""

    html: Markup
    error: bool


def render_answered(
    site: Site, page: Page, typed: Mapping[str, str], result: Result, setting: Setting
) -> str:
    """A calculator's page around an answer, with what is said of each entry beside its field."""
    said = {
        str(note["field"]): Note(fragments().render("note", note), bool(note["error"]))
        for note in notes_of(result)
    }
    answer = fragments().render("answer", present(result, setting))
    return render_page(site, page, typed=typed, said=said, answer=answer)


def frame(site: Site, page: Page) -> Context:
    """What the layout needs around any page; what its file of rows holds; links by page id."""
    kind = KINDS[page.kind]
    return {
        "page": page,
        "kind": kind,
        "table": site.rows(kind.table) if kind.table else None,
        "ways": lambda ids: navigation.ways(site, ids),
        "notes": ScreenNotes(),
        "places": navigation.places(site, page),
        "up": navigation.up(site, page),
        "metadata": metadata(site, page),
    }


def register_pages(app: Flask, site: Site) -> None:
    """One address for every page of the site, and the files that describe the site to browsers."""
    for page in site.pages():

        def view(page: Page = page) -> str:
            return render_page(site, page)

        app.add_url_rule(page.url, f"{PAGE}{page.id}", view)

    @app.get(f"{site.base}search.json")
    def search_index() -> Response:
        index = build_index(site, fragments().texts["hits"])
        body = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        return Response(body, mimetype="application/json")

    @app.get(below(site.base, RECORD))
    def machine_record() -> Response:
        return Response(record_bytes(site), mimetype="application/json")

    @app.get(below(site.base, MACHINE))
    def machine_calculators() -> Response:
        return Response(machine_bytes(site), mimetype="application/json")

    @app.get(f"{site.base}manifest.webmanifest")
    def manifest() -> Response:
        body = json.dumps(web_manifest(site), ensure_ascii=False, indent=1)
        return Response(body, mimetype="application/manifest+json")
