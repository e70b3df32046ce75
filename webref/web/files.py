"""The files of a built edition over HTTP: none under a length or a type that is another file's."""

import os
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from wsgiref.headers import Headers
from wsgiref.util import FileWrapper

from whitenoise import WhiteNoise
from whitenoise.responders import StaticFile

from webref.content.site import ROOT
from webref.outputs.folder import file_at, files, stands_alone
from webref.outputs.headers import content_type

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

RETRY = 2  # seconds after which a file that is being exchanged may be asked for again

FileState = tuple[int, int, int]


class EditionFiles(WhiteNoise):  # type: ignore[misc]
    """The files of a folder as they were at the start, in front of what is answered live.

    Lengths are those of the start, so a file that has been replaced since is refused.
    What is published alone (notices, worker, kill switch) is read anew each time.
    Of a library `base` is the address of the pack that is served, or `without` names the folders
    of all, for its own files alone.
    """

    def __init__(
        self,
        live: "WSGIApplication",
        built: Path,
        base: str = ROOT,
        without: Collection[str] = (),
    ) -> None:
        super().__init__(
            live,
            index_file=True,
            allow_all_origins=False,
            max_age=None,
            add_headers_function=name_type,
        )
        self.built = built
        there = {str(path): path.stat() for path in files(file_at(built, base).parent, without)}
        for path in there:
            url = f"/{Path(path).relative_to(built).as_posix()}"
            self.add_file_to_dictionary(url, path, stat_cache=there)
        for url in [url for url in self.files if stands_alone(url)]:
            del self.files[url]
        self.known: dict[str, FileState] = {}
        for file in self.files.values():
            for _, path, _ in file.alternatives if isinstance(file, StaticFile) else ():
                self.known[path] = state_of(there[path])

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer with a file, or with what is behind."""
        url = environ.get("PATH_INFO", "")
        if stands_alone(url) and environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            return self.alone(url, environ, start_response)
        environ["HTTP_ACCEPT_ENCODING"] = accepted(environ.get("HTTP_ACCEPT_ENCODING", ""))
        answered: Iterable[bytes] = super().__call__(environ, start_response)
        return answered

    def alone(
        self, url: str, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """A file that changes without the others, as it stands now."""
        try:
            body = file_at(self.built, url).read_bytes()
        except OSError:
            return unavailable(environ, start_response)
        headers = [("Content-Type", content_type(url)), ("Content-Length", str(len(body)))]
        start_response("200 OK", headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def serve(
        self, static_file: Any, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Send a file of the start; another one in its place, or none, is an answer for later."""
        try:
            response = static_file.get_response(environ["REQUEST_METHOD"], environ)
        except OSError:
            return unavailable(environ, start_response)
        if response.file is not None:
            opened = getattr(response.file, "fileobj", response.file)
            if state_of(os.fstat(opened.fileno())) != self.known.get(opened.name):
                response.file.close()
                return unavailable(environ, start_response)
        start_response(f"{response.status} {response.status.phrase}", list(response.headers))
        if response.file is None:
            return []
        wrapper = environ.get("wsgi.file_wrapper", FileWrapper)
        sent: Iterable[bytes] = wrapper(response.file)
        return sent


def state_of(there: os.stat_result) -> FileState:
    """What is another for another file in the same place."""
    return there.st_ino, there.st_size, there.st_mtime_ns


def accepted(encodings: str) -> str:
    """`Accept-Encoding` without what it refuses with `q=0`, which WhiteNoise would send."""
    return ",".join(one for one in encodings.split(",") if not _refused(one))


def _refused(encoding: str) -> bool:
    quality = encoding.partition(";")[2].strip().lower()
    return quality.startswith("q=0") and not quality.strip("q=.0")


def name_type(headers: Headers, path: str, url: str) -> None:
    """The media type of the one table."""
    headers["Content-Type"] = content_type(path)


def unavailable(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Said while an edition is being exchanged; phones answer from what they saved."""
    body = b"This reference is being renewed. Try again in a moment.\n"
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
        ("Retry-After", str(RETRY)),
    ]
    start_response("503 Service Unavailable", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]
