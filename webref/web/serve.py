"""An edition over HTTP by granian: the frozen folder in front, live answers behind."""

import multiprocessing
import socket
from functools import partial
from pathlib import Path

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from webref.content.site import Site
from webref.web.app import create_app

WORKERS = 2
THREADS = 4  # of each worker, for answers that Python makes


def serve(site: Site, root: Path, folder: Path, edition: str, host: str, port: int) -> None:
    """Serve the edition in `folder` until stopped; nothing is logged of what is asked."""
    address = "127.0.0.1" if host == "localhost" else host
    refuse_taken(address, port)
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
    )
    server.serve(
        target_loader=partial(create_app, site, root, built=folder, edition=edition),
        wrap_loader=False,
    )


def refuse_taken(address: str, port: int) -> None:
    """An OSError where something listens already; granian would share the port with it."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        # A port that was left a moment ago is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise OSError(f"cannot serve on port {port}: {error.strerror}") from error
