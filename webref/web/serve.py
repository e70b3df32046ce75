"""An edition over HTTP by granian: the frozen folder in front, live answers behind."""

import hashlib
import json
import multiprocessing
import socket
from functools import partial
from pathlib import Path

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from webref.content.site import Site
from webref.dosing.spec import Calculator
from webref.outputs.trees import tree_text
from webref.web.app import create_app

WORKERS = 2
THREADS = 4  # of each worker, for answers that Python makes


def serve(site: Site, root: Path, folder: Path, origin: str, host: str, port: int) -> None:
    """Serve the edition in `folder` until stopped; nothing is logged of what is asked.

    `origin` is the address by which readers reach it, where that is known.
    OSError where the folder holds no whole edition of this site, or the port cannot be had.
    """
    edition = edition_in(folder)
    refuse_other_pack(site, folder)
    address = free_address(host, port)
    print(f"webref: edition {edition[:12]} at http://{host}:{port}", flush=True)
    # Workers inherit the site that was read, so that none of them reads it again.
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
    )
    server.serve(
        target_loader=partial(create_app, site, root, built=folder, edition=edition, origin=origin),
        wrap_loader=False,
    )


def edition_in(folder: Path) -> str:
    """The edition that a folder holds; OSError where a file of its list is missing or altered."""
    try:
        listing = json.loads((folder / "edition.json").read_text("ascii"))
        for file in listing["files"]:
            path = folder / file["url"].lstrip("/")
            body = (path / "index.html" if path.is_dir() else path).read_bytes()
            if hashlib.sha256(body).hexdigest() != file["sha256"]:
                raise ValueError(file["url"])
        return str(listing["edition"])
    except (OSError, ValueError, TypeError, KeyError):
        raise OSError(f"{folder} holds no whole edition; `webref build` writes one") from None


def refuse_other_pack(site: Site, folder: Path) -> None:
    """An OSError where a live answer would differ from the page's own, under one edition's name."""
    for page in site.pages():
        if isinstance(page.item, Calculator):
            file = folder / page.url.lstrip("/") / "index.html"
            if not file.is_file() or tree_text(page.item) not in file.read_text("utf-8"):
                raise OSError(f"{folder} was built from another pack: {page.id} differs")


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
