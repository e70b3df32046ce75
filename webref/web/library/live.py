"""A library over HTTP: its files in front, and the live answers of each pack once it is asked."""

import datetime
import json
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from webref.content.load import load_site
from webref.errors import ContentError
from webref.outputs.folder import file_at
from webref.outputs.headers import TYPES
from webref.outputs.library import PACKS
from webref.outputs.progress import say
from webref.web.app import guarded, live_app
from webref.web.files import EditionFiles, unavailable
from webref.web.serve import Start, edition_in, refuse_other_pack

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

NOWHERE = b"There is no such page in this library; its first page lists the drugs.\n"


def library_starter(packs: Path, root: Path, folder: Path, origin: str) -> Start:
    """What starts an application for the library that stands in the folder.

    `packs` holds the packs that it was built from; one that is another than what stands, or cannot
    be read, has its files served and no live answers.
    """

    def start() -> "WSGIApplication":
        live = LiveAnswers(packs, root, folder, edition_in(folder), origin)
        return guarded(EditionFiles(live, folder), origin)

    return start


class LiveAnswers:
    """The live answers of every pack of a library, each pack read when it is first asked."""

    def __init__(self, packs: Path, root: Path, folder: Path, edition: str, origin: str) -> None:
        self.packs, self.root, self.folder, self.origin = packs, root, folder, origin
        self.edition = edition
        listed = json.loads(file_at(folder, PACKS).read_text("utf-8"))["packs"]
        self.editions = {row["id"]: row["edition"] for row in listed}
        self.apps: dict[str, WSGIApplication] = {}
        self.lock = threading.Lock()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer for the pack at the start of the address."""
        url = str(environ.get("PATH_INFO", ""))
        pack = url.split("/")[1] if url.count("/") > 1 else ""
        if pack in self.editions:
            return self.app(pack)(environ, start_response)
        if url == "/healthz":
            body = json.dumps({"edition": self.edition}).encode() + b"\n"
            return _answer("200 OK", "json", body, environ, start_response)
        return _answer("404 Not Found", "txt", NOWHERE, environ, start_response)

    def app(self, pack: str) -> "WSGIApplication":
        """The application of a pack; one that cannot be had is tried again after a new start."""
        with self.lock:
            if pack not in self.apps:
                try:
                    self.apps[pack] = self._start(pack)
                except (OSError, ContentError) as error:
                    say(f"live answers wait for the pack {pack}: {error}")
                    self.apps[pack] = unavailable
            return self.apps[pack]

    def _start(self, pack: str) -> "WSGIApplication":
        site = load_site(self.packs / pack, datetime.date.today(), f"/{pack}/")
        refuse_other_pack(site, self.folder)
        return live_app(site, self.root, self.folder, self.editions[pack], self.origin)


def _answer(
    status: str, kind: str, body: bytes, environ: "WSGIEnvironment", start: "StartResponse"
) -> list[bytes]:
    headers = [("Content-Type", TYPES[kind]), ("Content-Length", str(len(body)))]
    start(status, [*headers, ("Cache-Control", "no-store")])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
