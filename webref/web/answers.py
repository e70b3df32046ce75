"""Live answers: a calculator's result, search, and whether the server is well."""

import datetime
from collections.abc import Callable

from flask import Flask, Response, jsonify

from webref.content.site import Page, Site
from webref.dosing.entries import parameter_names
from webref.dosing.evaluate import evaluate
from webref.dosing.present import present, to_record
from webref.dosing.spec import Calculator, Setting
from webref.web.asked import parameters, wants_fragment, wants_record
from webref.web.fragments import fragments
from webref.web.pages import render_page


def register_answers(app: Flask, site: Site, edition: str) -> None:
    """The addresses that are answered anew each time."""
    for page in site.pages():
        if isinstance(page.item, Calculator):
            view = _result_view(site, page, page.item, edition)
            app.add_url_rule(f"{page.url}result", f"result {page.id}", view)

    @app.get("/healthz")
    def healthz() -> Response:
        return jsonify(edition=edition)


def _result_view(
    site: Site, page: Page, calculator: Calculator, edition: str
) -> Callable[[], Response]:
    allowed = parameter_names(calculator)

    def result() -> Response:
        typed = parameters(allowed)
        now = datetime.datetime.now().isoformat(timespec="minutes")
        setting = Setting(edition, now, withdrawn(site, page.id))
        found = evaluate(calculator, typed, setting)
        if wants_record():
            return jsonify(to_record(found, setting))
        answer = fragments().render("answer", present(found, setting))
        if wants_fragment():
            return Response(answer, mimetype="text/html")
        whole = render_page(site, page, typed=typed, answer=answer)
        return Response(whole, mimetype="text/html")

    return result


def withdrawn(site: Site, page: str) -> str:
    """Why a page has been withdrawn by a notice of the pack, or nothing."""
    for notice in site.notices:
        if notice.level == "withdrawn" and notice.subject == page:
            return notice.text
    return ""
