"""The frozen folder: every page written once, static files, compressed copies, leftovers pruned."""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol

import brotli
from rcssmin import cssmin
from rjsmin import jsmin

from webref.content.site import ROOT, Site
from webref.outputs.cache import Cache, digest_of
from webref.outputs.folder import RECORD, address_of, files, put, stands_alone
from webref.outputs.headers import TYPES
from webref.outputs.progress import track

# Stamped and written by the offline edition, which knows the edition.
WORKERS = ("sw.js", "sw-kill.js")
# What a browser never asks for.
UNSERVED = (".toml",)
VENDORED = "vendor/"
# What only the pages of a library run; its own edition takes it.
OF_LIBRARY = "library/"
# What only pages of an edition run that people sign.
OF_SIGNING = ("signing/", "vendor/ed25519/")
# What every page is drawn with on a screen, one after the other, and the one sheet that they are
# served as: compressed together they are a fifth smaller, and one request.
LOOK = "look/"
DRAWN = tuple(f"{LOOK}{part}.css" for part in ("frame", "parts", "tasks", "media"))
SCREEN = f"{LOOK}screen.css"
COMPRESSIBLE = tuple(f".{ending}" for ending in TYPES if ending not in ("pdf", "png"))
# The ending of a copy, what decides its bytes beside the file, and how it is made.
COMPRESSORS: tuple[tuple[str, str, Callable[[bytes], bytes]], ...] = (
    (".br", brotli.__version__, brotli.compress),
    (".gz", zlib.ZLIB_RUNTIME_VERSION, partial(gzip.compress, mtime=0)),
)
# How the copies of the record are made, which is long and changes with every word, and which no
# reader waits for: two in a hundred longer, in less than half the time.
OF_RECORD: Mapping[str, tuple[str, Callable[[bytes], bytes]]] = {
    ".br": (f"{brotli.__version__}, quality 10", partial(brotli.compress, quality=10)),
}


class Response(Protocol):
    """What the test client answers with."""

    status_code: int
    data: bytes


class Client(Protocol):
    """A client that asks the application itself, such as Flask's test client."""

    def get(self, url: str) -> Response:
        """The answer at an address."""


class FreezeError(Exception):
    """A page that could not be written; the message names its address."""


def write_pages(client: Client, site: Site, folder: Path, more: Iterable[str] = ()) -> list[Path]:
    """Ask for every page of the site, and `more` addresses, once each; the files written.

    An address that ends in a slash becomes its folder's index.html.
    Anything but a whole answer stops the build.
    """
    written = []
    for url in (*(page.url for page in site.pages()), *more):
        answer = client.get(url)
        if answer.status_code != 200:
            raise FreezeError(f"{url} answered {answer.status_code}")
        written.append(put(folder, url, answer.data))
    return written


def copy_static(
    static: Path,
    folder: Path,
    told: Mapping[str, bytes],
    base: str = ROOT,
    without: tuple[str, ...] = (),
) -> list[Path]:
    """Copy static files to static/ below `base`, but for the workers, what no browser asks
    for, what is a library's, and what begins with one of `without`.

    `told`: the scripts that hold the pack's own sentences, by name, in place of those in `static`.
    Scripts and styles of our own go without comments and needless blanks: a phone saves each.
    """
    written = [put(folder, f"{base}static/{name}", body) for name, body in looks(static).items()]
    others = (*WORKERS, OF_LIBRARY, LOOK, *without)
    for path in sorted(files(static)):
        name = path.relative_to(static).as_posix()
        if not name.startswith(others) and path.suffix not in UNSERVED:
            body = told.get(name) or path.read_bytes()
            if path.suffix == ".js" and not name.startswith(VENDORED):
                body = jsmin(body)
            written.append(put(folder, f"{base}static/{name}", body))
    return written


def looks(static: Path) -> dict[str, bytes]:
    """The style sheets as they are served, by their names below static/: the one of the screen,
    and every other of the folder.
    """
    others = (path.relative_to(static).as_posix() for path in files(static / LOOK))
    parts = {SCREEN: DRAWN} | {name: (name,) for name in sorted(set(others) - set(DRAWN))}
    return {
        name: cssmin(b"".join((static / part).read_bytes() for part in own))
        for name, own in parts.items()
    }


def sitemap(urls: Iterable[str], origin: str) -> bytes:
    """The addresses of all pages for search engines; only a build with an origin has one."""
    places = "".join(f"<url><loc>{origin}{url}</loc></url>\n" for url in urls)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<urlset xmlns="{space}">\n{places}</urlset>\n'.encode()


def prune(folder: Path, kept: Iterable[Path]) -> list[Path]:
    """Delete every file that is not kept, and folders left empty; the files deleted."""
    wanted = set(kept)
    gone = [path for path in files(folder) if path not in wanted]
    for path in gone:
        path.unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return gone


def compress(folder: Path, cache: Cache) -> list[Path]:
    """Write brotli and gzip copies beside the files that shrink; the copies written.

    What may be replaced alone has none, since a host would go on sending the older copy.
    No time stands in them, so the same bytes give the same copies.
    """
    written = []
    for path in track(list(files(folder)), "files to compress"):
        url = address_of(folder, path)
        if path.suffix not in COMPRESSIBLE or stands_alone(url):
            continue
        body = path.read_bytes()
        for ending, made_by, make in COMPRESSORS:
            if url.endswith(RECORD):
                made_by, make = OF_RECORD.get(ending, (made_by, make))
            small = cache.take(digest_of(ending, made_by, body), partial(make, body))
            if len(small) < len(body):
                copy = path.with_name(path.name + ending)
                copy.write_bytes(small)
                written.append(copy)
    return written


def unwritten(rules: Iterable[str], live: Iterable[str], written: Iterable[str]) -> Iterator[str]:
    """The application's routes that are neither live nor written: a page nobody would find."""
    known = set(live) | set(written)
    yield from sorted(rule for rule in rules if rule not in known)
