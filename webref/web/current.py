"""The edition that stands in a folder now: noticed, read and checked again after an exchange."""

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from webref.errors import ContentError
from webref.outputs.folder import LIST, file_at
from webref.outputs.progress import say
from webref.web.files import FileState, state_of, unavailable

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

AGAIN = 1.0  # seconds between two looks at a folder that holds no whole edition

Standing = tuple[FileState, FileState]


def standing(folder: Path) -> Standing | None:
    """What is another for another edition in the folder; nothing where none stands there."""
    try:
        whole, listing = folder.stat(), file_at(folder, LIST).stat()
    except OSError:
        return None
    return (whole.st_ino, 0, 0), state_of(listing)


class Current:
    """An application that is started anew for each edition that is put into the folder.

    `start` makes it from what stands there; where it raises OSError or ContentError, requests are
    told to come again, and it is tried again.
    """

    def __init__(self, folder: Path, start: Callable[[], "WSGIApplication"]) -> None:
        self.folder = folder
        self.start = start
        self.lock = threading.Lock()
        self.app: WSGIApplication = unavailable
        self.stands: Standing | None = None
        self.tried = float("-inf")
        self.renew()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer from the edition that stands in the folder at this moment."""
        if standing(self.folder) != self.stands:
            with self.lock:  # whoever comes meanwhile waits for the new edition
                if standing(self.folder) != self.stands:
                    self.renew()
        return self.app(environ, start_response)

    def renew(self) -> None:
        """Start from what stands there; the next request notices what changes meanwhile."""
        if time.monotonic() - self.tried < AGAIN:
            return
        stands = standing(self.folder)
        try:
            self.app, self.stands = self.start(), stands
        except (OSError, ContentError) as error:
            say(f"not served: {error}")
            self.app, self.stands, self.tried = unavailable, None, time.monotonic()
