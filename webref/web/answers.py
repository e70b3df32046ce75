"""Live answers: a calculator's result, search, and whether the server is well."""

import datetime
import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from flask import Flask, Response, jsonify, render_template

from webref.content.site import Page, Site
from webref.dosing.entries import parameter_names
from webref.dosing.evaluate import evaluate
from webref.dosing.present import present
from webref.dosing.record import to_record
from webref.dosing.result import Result
from webref.dosing.spec import Calculator, Setting
from webref.outputs.engine import webref_version
from webref.outputs.folder import file_at
from webref.outputs.search import Searcher
from webref.outputs.search_index import build_index
from webref.web.asked import parameters, wants_fragment, wants_record
from webref.web.fragments import fragments
from webref.web.pages import frame, render_answered
from webref.web.recalls import withdrawn


def register_answers(app: Flask, site: Site, edition: str, engine: str, built: Path | None) -> None:
    """The addresses that are answered anew each time; search by the built edition's own index."""
    for page in site.pages():
        if isinstance(page.item, Calculator):
            view = _result_view(site, built, page, page.item, edition, engine)
            app.add_url_rule(f"{page.url}result", f"result {page.id}", view)

    @cache
    def searcher() -> Searcher:
        index = built and json.loads(file_at(built, f"{site.base}search.json").read_text("utf-8"))
        return Searcher(index or build_index(site, ""), site.words)

    @app.get(site.url("search"))
    def search() -> Response:
        typed = parameters({"q"}).get("q", "")
        found = searcher().ask(typed)
        if wants_record():
            return jsonify({"drug": site.pack.title, **found})
        hits = fragments().render("hits", found)
        if wants_fragment():
            return Response(hits, mimetype="text/html")
        page = Page(
            "search",
            "",
            site.words["search.name"],
            "search",
            site.pack.summary,
            site.pack.review_by,
        )
        whole = render_template("pages/search.html", typed=typed, hits=hits, **frame(site, page))
        return Response(whole, mimetype="text/html")

    @app.get("/healthz")
    def healthz() -> Response:
        return jsonify(edition=edition)


def _result_view(
    site: Site, built: Path | None, page: Page, calculator: Calculator, edition: str, engine: str
) -> Callable[[], Response]:
    allowed = parameter_names(calculator)

    def result() -> Response:
        typed = parameters(allowed)
        now = datetime.datetime.now().isoformat(timespec="minutes")
        recalled = withdrawn(site, built, page.id, edition)
        setting = Setting(edition, now, recalled, engine, webref_version())
        found = evaluate(calculator, typed, setting)
        if wants_record():
            response = jsonify(to_record(found, setting))
        else:
            response = Response(whole(typed, found, setting), mimetype="text/html")
        return response

    def whole(typed: Mapping[str, str], found: Result, setting: Setting) -> str:
        if wants_fragment():
            return fragments().render("answer", present(found, setting))
        return render_answered(site, page, typed, found, setting)

    return result
