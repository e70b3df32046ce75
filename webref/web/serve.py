"""An edition over HTTP by granian: the frozen folder in front, live answers behind."""

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from webref.content.load import load_site
from webref.web.app import create_app

WORKERS = 2
THREADS = 4  # of each worker, for answers that Python makes


def serve(pack: Path, root: Path, folder: Path, edition: str, host: str, port: int) -> None:
    """Serve the edition in `folder` until stopped; nothing is logged of what is asked."""
    address = "127.0.0.1" if host == "localhost" else host
    print(f"webref: edition {edition[:12]} at http://{host}:{port}", flush=True)
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
        target_loader=partial(_application, pack, root, folder, edition), wrap_loader=False
    )


def _application(pack: Path, root: Path, folder: Path, edition: str) -> Callable[..., Any]:
    """The application, made anew in each worker process."""
    site = load_site(pack, datetime.date.today())
    return create_app(site, root, built=folder, edition=edition)
