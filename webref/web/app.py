"""The application: the site's pages and live answers, and a built edition served in front."""

from pathlib import Path
from wsgiref.headers import Headers

from flask import Flask, Response
from jinja2 import StrictUndefined
from whitenoise import WhiteNoise
from whitenoise.responders import Redirect

from webref.content.site import Site
from webref.outputs.headers import TYPES, answer_headers
from webref.web import wording
from webref.web.answers import register_answers
from webref.web.errors import register_errors
from webref.web.fragments import Fragments
from webref.web.navigation import has
from webref.web.pages import register_pages
from webref.web.worksheets import register_worksheets


def create_app(
    site: Site,
    root: Path,
    built: Path | None = None,
    edition: str = "",
    origin: str = "",
    tls: bool = False,
) -> Flask:
    """The application for a site; `root` holds templates/.

    With a `built` edition its files are served as they stand, and Flask answers what is live.
    `origin` (such as https://example.org) adds canonical links; without it they are left out.
    `tls` adds the promise of TLS to the headers.
    """
    app = Flask(__name__, template_folder=str(root / "templates"), static_folder=None)
    environment = app.jinja_env
    environment.undefined = StrictUndefined
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.filters["joined"] = wording.joined
    environment.globals |= {
        "site": site,
        "pack": site.pack,
        # The hollow drop, too little, stands before the full one, too much.
        "cards": sorted(site.cards.values(), key=lambda card: card.mark == "full"),
        "origin": origin,
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
    register_worksheets(app, site, edition, origin)
    register_errors(app, site)
    headers = answer_headers(tls=tls)

    @app.after_request
    def guard(response: Response) -> Response:
        for name, value in headers.items():
            response.headers.setdefault(name, value)  # an answer may say that it is not to be kept
        return response

    if built is not None:
        app.wsgi_app = _in_front(app, built, headers)  # type: ignore[method-assign]
    return app


def _in_front(app: Flask, built: Path, headers: dict[str, str]) -> WhiteNoise:
    """The files of a built edition, each with the same headers as every other answer."""

    def add_headers(found: Headers, path: str, url: str) -> None:
        for name, value in headers.items():
            found[name] = value

    files = WhiteNoise(
        app.wsgi_app,
        root=built,
        index_file=True,
        allow_all_origins=False,
        max_age=0,
        add_headers_function=add_headers,
        mimetypes={f".{ending}": kind for ending, kind in TYPES.items()},
    )
    for found in files.files.values():
        if isinstance(found, Redirect):  # to a page's last slash; WhiteNoise has no hook for these
            kept = [pair for pair in found.response.headers if pair[0] == "Location"]
            found.response.headers[:] = [*kept, *headers.items()]
    return files
