"""Filled worksheets of calculators, made when asked for; a few at a time and never stored."""

import datetime
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from flask import Flask, Response, abort, jsonify
from werkzeug.exceptions import ServiceUnavailable

from webref.content.site import Page, Site
from webref.dosing.calendar import read_moment, show_calendar
from webref.dosing.entries import WITH_WORKSHEETS, Entry, parameter_names
from webref.dosing.evaluate import evaluate
from webref.dosing.present import present
from webref.dosing.record import to_record
from webref.dosing.result import Result
from webref.dosing.spec import Calculator, Setting
from webref.dosing.words import say
from webref.outputs.pdf_edition import stamp
from webref.outputs.pdfs import make_pdf
from webref.web.asked import parameters, wants_record
from webref.web.pages import render_answered
from webref.web.printed import A4, LETTER, filled_worksheet, pdf_url, worksheet_name
from webref.web.recalls import withdrawn
from webref.web.sheets import texts

AT_ONCE = 1  # worksheets that one process makes at the same time
WAITING = 1  # requests that wait for a turn; each holds a thread that pages could have
WAIT = 2  # seconds that such a request waits
RETRY = 5  # seconds after which one that got no turn may ask again
UNANSWERED = 422
PAPERS = {"": A4, A4.id: A4, LETTER.id: LETTER}


@dataclass(frozen=True)
class Filled:
    """What a worksheet shows beyond a blank one: entries, answer as presented, when it was made."""

    entries: tuple[Entry, ...]
    answer: Mapping[str, object]
    time: str


def register_worksheets(
    app: Flask, site: Site, edition: str, engine: str, origin: str, built: Path | None
) -> None:
    """The address of every calculator's filled worksheet; without entries it leads to the blank."""
    admitted = threading.BoundedSemaphore(AT_ONCE + WAITING)
    at_work = threading.BoundedSemaphore(AT_ONCE)

    def render(text: str) -> bytes:
        busy = ServiceUnavailable(retry_after=RETRY)
        if not admitted.acquire(blocking=False):
            raise busy
        try:
            if not at_work.acquire(timeout=WAIT):
                raise busy
            try:
                return stamp(make_pdf(text), edition)
            finally:
                at_work.release()
        finally:
            admitted.release()

    def make(page: Page, calculator: Calculator, allowed: set[str]) -> Response:
        typed = parameters(allowed)
        paper = PAPERS.get(typed.pop("paper", ""))
        if paper is None:
            abort(400, say("error.paper", one=A4.id, other=LETTER.id))
        if not typed:
            blank = pdf_url(site, worksheet_name(calculator, paper))
            return Response(status=302, headers={"Location": blank})
        now = datetime.datetime.now().isoformat(timespec="minutes")
        setting = Setting(edition, now, withdrawn(site, built, page.id, edition), engine)
        result = evaluate(calculator, typed, setting)
        if not result.answered:
            return _refused(site, page, typed, result, setting)
        document = filled_worksheet(site, calculator, paper, _filled(result, setting))
        (text,) = texts(app, site, document, origin).values()
        body = render(text)
        return Response(body, mimetype="application/pdf", headers={"Cache-Control": "no-store"})

    for page in site.pages():
        if isinstance(page.item, Calculator):
            allowed = parameter_names(page.item) | set(WITH_WORKSHEETS)
            view = partial(make, page, page.item, allowed)
            app.add_url_rule(f"{page.url}worksheet.pdf", f"worksheet {page.id}", view)


def _filled(result: Result, setting: Setting) -> Filled:
    time = show_calendar(read_moment(setting.now), "moment")
    return Filled(result.entries, present(result, setting), time)


def _refused(
    site: Site, page: Page, typed: Mapping[str, str], result: Result, setting: Setting
) -> Response:
    """The same reason as the screen gives, on the calculator's page; no sheet and no number."""
    if wants_record():
        answer = jsonify(to_record(result, setting))
        answer.status_code = UNANSWERED
        return answer
    whole = render_answered(site, page, typed, result, setting)
    return Response(whole, UNANSWERED, mimetype="text/html")
