"""The application: the site's pages and live answers, and a built edition served in front."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask, Response, request
from jinja2 import StrictUndefined

from webref.content.site import Site
from webref.dosing.words import speaking
from webref.outputs.engine import engine_of, webref_version
from webref.outputs.headers import answer_headers
from webref.render.marks import caution_html
from webref.render.words import text_of
from webref.web.answers import register_answers
from webref.web.errors import register_errors
from webref.web.files import EditionFiles
from webref.web.fragments import Fragments
from webref.web.guard import Guard
from webref.web.navigation import has
from webref.web.pages import PAGE, register_pages
from webref.web.scales import scale_of
from webref.web.wording import Wording, joined, unprinted
from webref.web.worksheets import register_worksheets

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def create_app(
    site: Site,
    root: Path,
    built: Path | None = None,
    edition: str = "",
    origin: str = "",
) -> Flask:
    """The application for a site; `root` holds templates/.

    With a `built` edition its files are served as they stand, and Flask answers what is live.
    `origin` (such as https://example.org) is printed on worksheets, and with https the promise of
    TLS is among the headers; pages are the same with and without it.
    """
    app = live_app(site, root, built, edition, origin)
    inner: WSGIApplication = app.wsgi_app
    if built is not None:
        inner = EditionFiles(inner, built)
    app.wsgi_app = guarded(inner, origin)  # type: ignore[method-assign, assignment]
    return app


def live_app(site: Site, root: Path, built: Path | None, edition: str, origin: str) -> Flask:
    """What is behind the files of an edition, without bounds and headers: see `create_app`."""
    engine = engine_of(root)
    app = Flask(__name__, template_folder=str(root / "templates"), static_folder=None)
    app.url_map.merge_slashes = False  # an address with two slashes is no address of the site
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.filters |= {
        "joined": joined, "in_words": text_of, "caution": caution_html, "unprinted": unprinted,
    }  # fmt: skip
    environment.globals |= {
        "site": site,
        "engine": engine,
        "version": webref_version(),
        "pack": site.pack,
        # The hollow drop, too little, stands before the full one, too much.
        "cards": sorted(site.cards.values(), key=lambda card: card.mark == "full"),
        "base": site.base,
        "url": site.url,
        "has": lambda page: has(site, page),
        "scale": partial(scale_of, site),
        **Wording(site.words).of_templates(site),
    }
    parts = app.extensions["fragments"] = Fragments(root / "templates/fragments", site.words)
    environment.filters["drawn"] = partial(parts.render, "picture")
    register_pages(app, site)
    register_answers(app, site, edition, engine, built)
    register_worksheets(app, site, edition, engine, origin, built)
    register_errors(app, site)
    app.after_request(_keep_nothing)
    app.wsgi_app = spoken(app.wsgi_app, site.words)  # type: ignore[method-assign, assignment]
    return app


def spoken(inner: "WSGIApplication", words: Mapping[str, str]) -> "WSGIApplication":
    """`inner`, whose answers say every sentence from `words`."""

    def answer(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        with speaking(words):
            return inner(environ, start)

    return answer


def guarded(inner: "WSGIApplication", origin: str) -> "WSGIApplication":
    """`inner` with bounds and the table's headers; TLS is promised at an https origin."""
    return Guard(inner, answer_headers(tls=origin.startswith("https:")), origin)


def _keep_nothing(response: Response) -> Response:
    """What is answered live: its address may hold entries, and its form hangs on the request."""
    if not (request.endpoint or "").startswith(PAGE) or response.status_code >= 400:
        response.headers["Cache-Control"] = "no-store"
        response.headers["Vary"] = "Accept, Webref-Fragment"
    return response
