"""The pages of a pack that is being written, each with its problems, shown anew after a save."""

import json
import sys
import threading
import time
from collections.abc import Callable
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import NoReturn

from flask import Flask, Response, abort, request, send_from_directory
from jinja2 import Environment, FileSystemLoader
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Response as BaseResponse

from webref.content.review import reviewed_files
from webref.content.site import address
from webref.errors import Problem
from webref.outputs.headers import content_type
from webref.outputs.wording import scripts
from webref.web.app import create_app, guarded
from webref.web.edit.concern import concerns
from webref.web.edit.folder import FolderState, Reading, read, state_of
from webref.web.serve import free_address

LOOK_EVERY = 0.1  # seconds between two looks at the folder
OWN = "/edit/"  # begins the addresses that no edition has
FILES = ("edit.css", "edit.js")


class Live:
    """The pack as it was last read, and the application that shows it."""

    def __init__(self, pack: Path, root: Path, tell: Callable[[Reading], None]) -> None:
        """Read it once; `tell` is told of each reading."""
        self.pack, self.root, self.tell = pack, root, tell
        self.seen: FolderState | None = None
        self.version = 0
        self.reading = Reading(None, (), {})
        self.app: Flask | None = None
        self.look()

    def look(self) -> bool:
        """Read the folder anew where it has changed; whether it was."""
        state = state_of(self.pack)
        if state == self.seen:
            return False
        reading = read(self.pack, date.today())
        self.app = create_app(reading.site, self.root) if reading.site else None
        self.reading, self.seen = reading, state
        self.version += 1  # last, so that a page asked for from now on is the new one
        self.tell(reading)
        return True

    def watch(self) -> NoReturn:
        """Look again and again; what goes wrong is told, and looking goes on."""
        while True:
            time.sleep(LOOK_EVERY)
            try:
                self.look()
            except Exception as error:  # an editor goes on writing whatever breaks here
                print(f"webref: not read: {error}", file=sys.stderr, flush=True)


def create_editor(live: Live) -> Flask:
    """The application: the pack's own, with problems on its pages, or the problems alone."""
    editor = Flask(__name__, static_folder=None)
    shown = Environment(
        loader=FileSystemLoader(live.root / "templates/edit"),
        autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip

    @editor.get(f"{OWN}version")
    def version() -> BaseResponse:
        return _fresh(Response(str(live.version), mimetype="text/plain"))

    @editor.get(f"{OWN}problems.json")
    def problems() -> BaseResponse:
        found = [vars(problem) for problem in live.reading.problems]
        return _fresh(Response(json.dumps(found), mimetype="application/json"))

    @editor.get(f"{OWN}review")
    def review() -> BaseResponse:
        site, today = live.reading.site, date.today()
        if site is None:
            return _page(shown, live, "home")
        groups = groupby(reviewed_files(site), lambda one: one.review_by)
        text = shown.get_template("review.html").render(
            version=live.version, title=site.pack.title, today=today,
            groups=[(day, (today - day).days, list(files)) for day, files in groups],
            sources=site.sources.values(),
        )  # fmt: skip
        return _fresh(Response(text, mimetype="text/html"))

    @editor.get(f"{OWN}<name>")
    def own(name: str) -> BaseResponse:
        if name not in FILES:
            abort(404)
        return _fresh(send_from_directory(live.root / "templates/edit", name))

    @editor.get("/static/<path:name>")
    def static(name: str) -> BaseResponse:
        try:
            kind = content_type(name).partition(";")[0]
        except ValueError:
            abort(404)
        site = live.reading.site
        if site and (own := scripts(site.words).get(name)):
            return _fresh(Response(own, mimetype=kind))
        return _fresh(send_from_directory(live.root / "static", name, mimetype=kind))

    @editor.get("/sw.js")
    def worker() -> BaseResponse:
        """Whatever an edition at this address saved in this browser is dropped."""
        return _fresh(send_from_directory(live.root / "static", "sw-kill.js"))

    @editor.get("/", defaults={"path": ""})
    @editor.get("/<path:path>")
    def page(path: str) -> BaseResponse:
        return _answer(shown, live, f"/{path}")

    editor.wsgi_app = guarded(editor.wsgi_app, "")  # type: ignore[method-assign, assignment]
    return editor


def _answer(shown: Environment, live: Live, path: str) -> BaseResponse:
    """What the pack's own application says, its pages with their problems; or the problems."""
    app, reading, version = live.app, live.reading, live.version
    if app is None or reading.site is None:
        return _page(shown, live, _page_id(path, reading))
    found = BaseResponse.from_app(app.wsgi_app, request.environ)
    found.headers["Cache-Control"] = "no-store"
    html = found.get_data(as_text=True) if found.mimetype == "text/html" else ""
    if "</head>" not in html:
        return found
    mine, others = _parted(reading, _page_id(path, reading))
    head = shown.get_template("head.html").render(version=version)
    panel = shown.get_template("panel.html").render(mine=mine, others=others)
    # No page of the edited pack saves itself on this device.
    html = html.replace(" data-saves>", ">", 1)
    html = html.replace("</head>", f"{head}</head>", 1)
    found.set_data(html.replace('<main id="main">', f'<main id="main">\n{panel}', 1))
    return found


def _page(shown: Environment, live: Live, page: str) -> BaseResponse:
    """A page of problems alone, those that concern the page asked for first."""
    mine, others = _parted(live.reading, page)
    text = shown.get_template("problems.html").render(
        mine=mine, others=others, version=live.version, pack=live.pack.name
    )
    return _fresh(Response(text, mimetype="text/html"))


def _parted(reading: Reading, page: str) -> tuple[list[Problem], list[Problem]]:
    mine = [one for one in reading.problems if concerns(one, page, reading.texts)]
    return mine, [one for one in reading.problems if one not in mine]


def _page_id(path: str, reading: Reading) -> str:
    """The id of the page at an address; where no pack says, that which its words name."""
    if reading.site:
        found = {page.url: page.id for page in reading.site.pages()}
        search = {address(reading.site.pack.id, "search", reading.site.base): "search"}
        return {**found, **search}.get(path, "")
    return "/".join(path.strip("/").split("/")[1:]) or "home"


def _fresh(response: BaseResponse) -> BaseResponse:
    """An answer that no browser keeps."""
    response.headers["Cache-Control"] = "no-store"
    return response


class _Quiet(WSGIRequestHandler):
    """Logs nothing of what is asked: an address may hold entries."""

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Say nothing."""


def edit(pack: Path, root: Path, host: str, port: int, tell: Callable[[Reading], None]) -> None:
    """Serve the pack in a folder until stopped, shown anew after each save.

    OSError where there is no such folder or the port cannot be had.
    """
    if not pack.is_dir():
        raise OSError(f"{pack}: there is no such pack folder; `webref new {pack}` begins one")
    where = free_address(host, port)
    live = Live(pack, root, tell)
    server = make_server(where, port, create_editor(live), threaded=True, request_handler=_Quiet)
    threading.Thread(target=live.watch, daemon=True).start()
    print(f"webref: editing {pack} at http://{host}:{port}", flush=True)
    try:
        server.serve_forever()
    finally:
        server.server_close()
