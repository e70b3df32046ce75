"""Errors, all answered by one function that cannot itself fail."""

from flask import Flask, Response, jsonify, render_template
from markupsafe import Markup
from werkzeug.exceptions import HTTPException

from webref.content.site import Page, Site
from webref.web.asked import wants_fragment, wants_record
from webref.web.pages import frame

BARE = (
    "<!doctype html><html lang={2}><meta charset=utf-8><title>{0}</title>"
    "<h1>{0}</h1><p>{1}</p><p><a href=/>{3}</a></p>\n"
)


def error_answer(site: Site, code: int, reason: str = "") -> Response:
    """An error as a page, fragment or record, whichever was asked for.

    Where even that cannot be made, a bare page that needs no template.
    """
    words = site.words
    title = words.get(f"error.{code}", words["error.other"])
    known = words.get(f"error.{code}-text", words["error.other-text"])
    reason = reason or known
    try:
        if wants_record():
            return Response(jsonify(error=reason).data, code, mimetype="application/json")
        if wants_fragment():
            body: str = Markup('<p class="readout readout-empty">{}</p>\n').format(reason)
        else:
            page = Page("error", "", title, "error", reason, site.pack.review_by)
            body = render_template("pages/error.html", **frame(site, page))
    except Exception:  # whatever broke, the reader still gets a page
        body = BARE.format(title, known, site.pack.language, words["place.home"])
    return Response(body, code, mimetype="text/html")


def register_errors(app: Flask, site: Site) -> None:
    """Answer every error, expected or not, in the site's own words."""

    def expected(error: HTTPException) -> Response:
        # Only a 400 is raised with a reason written for readers.
        reason = error.description if error.code == 400 else ""
        answer = error_answer(site, error.code or 500, reason or "")
        for name, value in error.get_headers():
            if name in ("Allow", "Retry-After"):
                answer.headers[name] = value
        return answer

    def unexpected(error: Exception) -> Response:
        # Without the address: what was typed stands in its query and is never logged.
        app.logger.error("an answer failed", exc_info=error)
        return error_answer(site, 500)

    app.register_error_handler(HTTPException, expected)
    app.register_error_handler(Exception, unexpected)
