"""The application: the site's pages and live answers, and a built edition served in front."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Flask
from jinja2 import StrictUndefined

from webref.content.site import Site
from webref.outputs.headers import answer_headers
from webref.render.words import text_of
from webref.web import wording
from webref.web.answers import register_answers
from webref.web.errors import register_errors
from webref.web.files import Files
from webref.web.fragments import Fragments
from webref.web.navigation import has
from webref.web.pages import register_pages
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
    app = Flask(__name__, template_folder=str(root / "templates"), static_folder=None)
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.filters |= {"joined": wording.joined, "in_words": text_of}
    environment.globals |= {
        "site": site,
        "pack": site.pack,
        # The hollow drop, too little, stands before the full one, too much.
        "cards": sorted(site.cards.values(), key=lambda card: card.mark == "full"),
        "url": site.url,
        "has": lambda page: has(site, page),
        "day": wording.day,
        "tier": wording.tier,
        "sentence": wording.sentence,
        "routes": lambda route: wording.routes(site.pack, route),
        "tag": lambda jurisdiction: wording.jurisdiction_tag(site, jurisdiction),
    }
    app.extensions["fragments"] = Fragments(root / "templates/fragments")
    register_pages(app, site)
    register_answers(app, site, edition, built)
    register_worksheets(app, site, edition, origin, built)
    register_errors(app, site)
    inner: WSGIApplication = app.wsgi_app
    if built is not None:
        inner = Files(inner, built)
    app.wsgi_app = guarded(inner, origin)  # type: ignore[method-assign, assignment]
    return app


def guarded(inner: "WSGIApplication", origin: str) -> "WSGIApplication":
    """`inner` with the table's headers on every answer; TLS is promised at an https origin."""
    return partial(_guarded, inner, answer_headers(tls=origin.startswith("https:")))


def _guarded(
    inner: "WSGIApplication",
    headers: Mapping[str, str],
    environ: "WSGIEnvironment",
    start_response: "StartResponse",
) -> Iterable[bytes]:
    """Every answer of `inner`, refusals and redirects of files too, with the table's headers.

    A header that the answer has set stands: one may say that it is not to be kept.
    """

    def start(status: str, found: list[tuple[str, str]], *more: Any) -> Any:
        there = {name.lower() for name, _ in found}
        added = [pair for pair in headers.items() if pair[0].lower() not in there]
        return start_response(status, [*found, *added], *more)

    return inner(environ, start)
