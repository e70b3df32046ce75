"""A library over HTTP: its own files, and of each pack files and live answers once it is asked."""

import datetime
import hashlib
import json
import threading
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from webref.content.load import load_site
from webref.errors import ContentError
from webref.outputs.folder import LIST, below, file_at
from webref.outputs.headers import TYPES
from webref.outputs.library import PACKS, PackRow
from webref.outputs.progress import say
from webref.web.app import guarded, live_app
from webref.web.current import AGAIN
from webref.web.files import EditionFiles, unavailable
from webref.web.serve import Start, edition_in, refuse_other_pack

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

NOWHERE = b"There is no such page in this library; its first page lists the drugs.\n"


def library_in(folder: Path) -> str:
    """The edition of the library in a folder; OSError where a file of its own is not as listed.

    Its packs are held against their lists when they are first asked for.
    """
    return edition_in(folder, without=_rows(folder))


def _rows(folder: Path) -> dict[str, PackRow]:
    """What the library in a folder says of its packs, by name; OSError where it says nothing."""
    try:
        listed = json.loads(file_at(folder, PACKS).read_text("utf-8"))["packs"]
        return {str(row["id"]): row for row in listed}
    except (ValueError, TypeError, KeyError):
        raise OSError(f"{folder}{PACKS} lists no packs; `webref build` writes it") from None


def library_starter(packs: Path, root: Path, folder: Path, origin: str) -> Start:
    """What starts an application for the library that stands in the folder.

    `packs` holds the packs that it was built from; one that is another than what stands, or cannot
    be read, has its files served and no live answers.
    """

    def start() -> "WSGIApplication":
        edition = library_in(folder)
        of_packs = Packs(packs, root, folder, edition, origin)
        return guarded(EditionFiles(of_packs, folder, without=of_packs.apps), origin)

    return start


class FirstAsked:
    """An application that is made when it is first asked for.

    Where that fails requests are told to come again, and after `again` seconds it is tried anew.
    """

    def __init__(self, start: Start, what: str, again: float) -> None:
        self.start, self.what, self.again = start, what, again
        self.made: WSGIApplication | None = None
        self.tried = float("-inf")
        self.lock = threading.Lock()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer as what was made does; whoever comes while it is made waits."""
        if self.made is None:
            with self.lock:
                self._make()
        return (self.made or unavailable)(environ, start_response)

    def _make(self) -> None:
        if self.made is not None or time.monotonic() - self.tried < self.again:
            return
        try:
            self.made = self.start()
        except (OSError, ContentError) as error:
            say(f"{self.what}: {error}")
            self.tried = time.monotonic()


class Packs:
    """Every pack of a library, none of them read before it is asked for."""

    def __init__(self, packs: Path, root: Path, folder: Path, edition: str, origin: str) -> None:
        self.packs, self.root, self.folder, self.origin = packs, root, folder, origin
        self.edition = edition
        self.rows = _rows(folder)
        self.apps = {
            pack: FirstAsked(partial(self._files, pack), f"not served: {pack}", AGAIN)
            for pack in self.rows
        }

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer for the pack at the start of the address."""
        url = str(environ.get("PATH_INFO", ""))
        app = self.apps.get(url.removeprefix("/").partition("/")[0])
        if app:
            return app(environ, start_response)
        if url == "/healthz":
            body = json.dumps({"edition": self.edition}).encode() + b"\n"
            return _answer("200 OK", "json", body, environ, start_response)
        return _answer("404 Not Found", "txt", NOWHERE, environ, start_response)

    def _files(self, pack: str) -> "WSGIApplication":
        """The files of a pack in front of its live answers; OSError where it is not as listed."""
        base, row = f"/{pack}/", self.rows[pack]
        edition = edition_in(self.folder, base)
        listed = hashlib.sha256(file_at(self.folder, below(base, LIST)).read_bytes()).hexdigest()
        if (edition, listed) != (row["edition"], row["list"]):
            raise OSError(f"{pack} is another edition than the library lists")
        waits = f"live answers wait for the pack {pack}"
        live = FirstAsked(partial(self._live, pack), waits, float("inf"))
        return EditionFiles(live, self.folder, base)

    def _live(self, pack: str) -> "WSGIApplication":
        site = load_site(self.packs / pack, datetime.date.today(), f"/{pack}/")
        refuse_other_pack(site, self.folder)
        edition = str(self.rows[pack]["edition"])
        return live_app(site, self.root, self.folder, edition, self.origin)


def _answer(
    status: str, kind: str, body: bytes, environ: "WSGIEnvironment", start: "StartResponse"
) -> list[bytes]:
    headers = [("Content-Type", TYPES[kind]), ("Content-Length", str(len(body)))]
    start(status, [*headers, ("Cache-Control", "no-store")])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
