"""An edition over HTTP by granian: the frozen folder in front, live answers behind."""

import multiprocessing
import os
import socket
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from webref.content.site import ROOT, Site
from webref.dosing.spec import Calculator
from webref.errors import ContentError
from webref.outputs.cache import digest_of
from webref.outputs.folder import WORKER, file_at, files
from webref.outputs.pdfs import try_pdf
from webref.outputs.progress import say
from webref.outputs.trees import tree_text
from webref.outputs.verify import Verified, verify_part
from webref.web.app import create_app, guarded
from webref.web.current import Current, standing
from webref.web.files import EditionFiles, state_of, unavailable
from webref.web.process import end_with_parent, hear_as_server, hear_as_worker, hold_signals

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

ReadSite = Callable[[], Site]
Start = Callable[[], "WSGIApplication"]

WORKERS = 2
THREADS = 4  # of each worker, for answers that Python makes
KILL_AFTER = 10  # seconds that a worker has to end by itself


def serve(edition: str, start: Start, folder: Path, origin: str, host: str, port: int) -> None:
    """Serve the edition in `folder` until stopped; nothing is logged of what is asked.

    `edition` is the one that was found there, and `start` makes the application of whichever
    stands there. `origin` is the address by which readers reach it, where it is known.
    OSError where the port cannot be had; PdfError where this machine can make no PDF.
    """
    try_pdf()  # a worksheet asked for must not end a worker
    address = free_address(host, port)
    print(f"webref: edition {edition[:12]} at http://{host}:{port}", flush=True)
    # Workers inherit the pack that was read, so that none of them reads it again.
    multiprocessing.set_start_method("fork", force=True)
    server = Granian(
        "webref",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
        log_access=False,
        respawn_failed_workers=True,
        workers_kill_timeout=KILL_AFTER,
    )
    ends = hold_signals()
    server.on_startup(partial(hear_as_server, ends))  # by then the server has its own handler
    server.serve(
        target_loader=partial(_worker, os.getpid(), folder, start, origin),
        wrap_loader=False,
    )


def _worker(parent: int, folder: Path, start: Start, origin: str) -> "WSGIApplication":
    """The application of a worker, which ends with its server."""
    hear_as_worker()
    end_with_parent(parent)
    return guarded(Current(folder, start), origin)


def starter(site: Site, read: ReadSite, root: Path, folder: Path, origin: str) -> Start:
    """What starts an application for the edition that stands in the folder.

    Until the folder is exchanged the site is the one given. Where the pack is not the one that
    the edition was built from, or cannot be read, files are served and live answers are not.
    """
    seen = standing(folder)

    def start() -> "WSGIApplication":
        edition = edition_in(folder)
        try:
            now = site if standing(folder) == seen else read()
            refuse_other_pack(now, folder)
        except (OSError, ContentError) as error:
            say(f"live answers wait for the pack of edition {edition[:12]}: {error}")
            return EditionFiles(unavailable, folder)
        return create_app(now, root, built=folder, edition=edition, origin=origin)

    return start


_hashed: dict[Path, tuple[str, str]] = {}  # by folder, the state of its files and their edition


def edition_in(folder: Path, base: str = ROOT, without: Collection[str] = ()) -> str:
    """The edition that a folder holds; OSError where a file of its list is missing or altered.

    Of a library `base` is the address of one of its packs, or `without` names their folders.
    Files that stand as they did when this process hashed them, or the one that it was forked from,
    are not hashed again: a worker starts on what its server has seen.
    """
    place, state = file_at(folder, base).parent, ""
    try:
        there = ((path, state_of(path.stat())) for path in files(place, without))
        state = digest_of(*(f"{path} {found}" for path, found in there))
        if place in _hashed and _hashed[place][0] == state:
            return _hashed[place][1]
        found = verify_part(folder, base, without)
    except OSError as error:
        found = Verified(problems=[str(error)])
    # The kill switch may stand in the worker's place.
    wrong = [problem for problem in found.problems if WORKER not in problem]
    if wrong:
        raise OSError(f"{place} holds no whole edition ({wrong[0]}); `webref build` writes one")
    if state:
        _hashed[place] = state, found.edition
    return found.edition


def refuse_other_pack(site: Site, folder: Path) -> None:
    """An OSError where a live answer would differ from the page's own, under one edition's name."""
    for page in site.pages():
        if isinstance(page.item, Calculator):
            file = file_at(folder, page.url)
            if not file.is_file() or tree_text(page.item) not in file.read_text("utf-8"):
                raise OSError(
                    f"{folder} was not built from this pack as it stands now: {page.id} differs; "
                    "build it again, or name its pack with --pack"
                )


def free_address(host: str, port: int) -> str:
    """The numeric address of a host; OSError where it has none or something listens there already.

    granian reads no names, and would share the port with another server.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        # A name may stand for both families; a server has to choose one.
        family, *_, address = min(found, key=lambda one: one[0] != socket.AF_INET)
        with socket.socket(family) as probe:
            # A port that was left a moment ago is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise OSError(f"cannot serve on port {port}: {error.strerror}") from error
    return str(address[0])
