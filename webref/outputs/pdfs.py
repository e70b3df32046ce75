"""Many documents to PDF at once, two at a time in processes; what was made before is taken."""

import contextlib
import hashlib
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from importlib.metadata import version
from pathlib import Path

from webref.errors import PdfError
from webref.outputs.cache import Cache, digest_of

PROCESSES = 2
TRIAL = "<!doctype html><html lang=en><title>Trial</title><p>1</p></html>"
NEEDED = (
    "no PDF can be made on this machine: install pango and at least one font "
    "(Debian: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core)"
)
# Whatever draws, measures, subsets or writes.
LIBRARIES = ("weasyprint", "pydyf", "tinycss2", "cssselect2", "tinyhtml5", "pyphen",
             "fonttools", "pillow", "zopfli", "pikepdf")  # fmt: skip
OWN = ("pdf.py", "pdf_bind.py", "pdf_edition.py", "pdf_fonts.py", "pdf_lines.py", "pdf_tags.py")
FONTS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
SETTINGS = ("/etc/fonts", "~/.config/fontconfig")
SHARED = ("libpango-1.0", "libpangoft2-1.0", "libharfbuzz", "libfontconfig", "libfreetype")


class Press:
    """Makes documents from HTML in processes of their own, or takes them from a cache.

    The processes start with the first document that is in no cache, and end with the block.
    """

    def __init__(self, kept: Cache) -> None:
        self._kept = kept
        spawning = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(PROCESSES, spawning, _leave_with_parent)

    def __enter__(self) -> "Press":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def make(self, texts: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """The name and the bytes of each document, as they are done; `texts` holds HTML by name.

        Hand the largest first: the others fill the time beside it.
        Raises PdfError with the name of a document that cannot be made as it should be.
        """
        keys = {name: digest_of("pdf", recipe(), text) for name, text in texts.items()}
        missing = []
        for name, key in keys.items():
            body = self._kept.get(key)
            if body is None:
                missing.append(name)
            else:
                yield name, body
        with _uninterrupted():
            jobs = {self._pool.submit(make_pdf, texts[name]): name for name in missing}
        try:
            for job in as_completed(jobs):
                name = jobs[job]
                self._kept.put(keys[name], job.result())
                yield name, job.result()
        except PdfError as error:
            raise PdfError(f"{name}: {error}") from None
        except (BrokenProcessPool, ImportError):
            raise PdfError(NEEDED) from None


def try_pdf() -> None:
    """Make one small PDF in a process of its own; PdfError where this machine can make none.

    Without fonts the renderer's library ends the whole process, which must not be a server's.
    """
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, spawning, _leave_with_parent) as pool:
        try:
            with _uninterrupted():
                job = pool.submit(make_pdf, TRIAL)
            job.result()
        except (BrokenProcessPool, ImportError, OSError):
            raise PdfError(NEEDED) from None


def make_pdf(html: str) -> bytes:
    """One HTML document as PDF, in this process; PdfError where it cannot be as it should be.

    It has places for an edition and no edition yet.
    """
    from webref.outputs.pdf import to_pdf  # the renderer takes a second to import

    return to_pdf(html)


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Start processes that Ctrl-C reaches only when they are ready to leave without a word."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_with_parent() -> None:
    """End this process when the one that started it is gone, however it went; on Ctrl-C at once.

    A command that was started to run on through Ctrl-C keeps its processes too.
    """
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    parent = multiprocessing.parent_process()
    assert parent is not None

    def leave() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=leave, daemon=True).start()


@cache
def recipe() -> str:
    """A digest of all that decides the bytes of a PDF beside its text: code, libraries, fonts."""
    own = [Path(__file__).with_name(name) for name in OWN]
    return digest_of(
        sys.version,
        *(f"{name} {version(name)}" for name in LIBRARIES),
        *(hashlib.sha256(path.read_bytes()).hexdigest() for path in own),
        *(_state(path) for folder in (*FONTS, *SETTINGS) for path in _below(folder)),
        *(_state(path) for path in _shared()),
    )


def _below(folder: str) -> list[Path]:
    return sorted(path for path in Path(folder).expanduser().rglob("*") if path.is_file())


def _shared() -> list[Path]:
    """The libraries of the system that measure and subset text."""
    places = [*Path("/usr/lib").glob("*-linux-*"), Path("/usr/lib"), Path("/usr/local/lib")]
    return sorted(
        path for place in places for name in SHARED for path in place.glob(f"{name}*.so*")
    )


def _state(path: Path) -> str:
    """A file by its name, size and time: hashing every font would take longer than the pages."""
    there = path.stat()
    return f"{path} {there.st_size} {there.st_mtime_ns}"
