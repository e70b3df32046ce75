"""An edition as a folder: which file stands at which address, and which files are its own."""

import json
import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from webref.content.site import ROOT

# Files of the folder that are no part of the edition: they name it, or change without it.
LIST = "/edition.json"
NOTICES = "/notices.json"
WORKER = "/sw.js"
KILL = "/sw-kill.js"
SIGNATURES = "/signatures.json"
BUNDLE = "/boot.txt"
SITEMAP = "/sitemap.xml"
RECORD = "/facts.json"  # what the edition says, row by row
MACHINE = "/calculators.json"  # what it computes, for other programs
PEOPLE = "/people.json"  # who signs it, where anybody does
OUTSIDE = frozenset({LIST, NOTICES, WORKER, KILL, BUNDLE, SITEMAP, SIGNATURES})
# Replaced alone, so no host may find an older copy of them beside the file.
NEVER_COMPRESSED = frozenset({NOTICES, WORKER, KILL, SIGNATURES})


def stands_alone(url: str) -> bool:
    """Whether what stands at an address is replaced alone, at the root or in a pack's folder."""
    return url.count("/") <= 2 and "/" + url.rpartition("/")[2] in NEVER_COMPRESSED


COMPRESSED = (".br", ".gz")


def below(base: str, url: str) -> str:
    """The address of one of these files in the edition that stands at `base`."""
    return base + url.removeprefix("/")


def file_at(folder: Path, url: str) -> Path:
    """The file that is served at an address: an address that ends in a slash is an index.html."""
    return folder / (url.lstrip("/") + ("index.html" if url.endswith("/") else ""))


def address_of(folder: Path, path: Path) -> str:
    """The address a file of the folder is served at: an index.html at its directory.

    Addresses other than plain ASCII without spaces, quotes or queries are refused,
    since Python and the worker must sort and match them alike.
    """
    url = "/" + path.relative_to(folder).as_posix()
    if url.endswith("/index.html"):
        url = url.removesuffix("index.html")
    if not re.fullmatch(r"/[A-Za-z0-9._/-]*", url):
        raise ValueError(f"{url}: not an address an edition can hold")
    return url


def put(folder: Path, url: str, body: bytes) -> Path:
    """Write one file at its address, leaving it alone where it already holds these bytes."""
    path = file_at(folder, url)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_bytes() != body:
        path.write_bytes(body)
    return path


def files(folder: Path, without: Collection[str] = ()) -> Iterator[Path]:
    """Every file below a folder; OSError for a symbolic link, which could lead anywhere.

    `without` names folders that lie right in it and are left out.
    """
    for at, folders, names in os.walk(folder):
        if at == str(folder):
            folders[:] = [name for name in folders if name not in without]
        for name in sorted([*folders, *names]):
            path = Path(at) / name
            if path.is_symlink():
                raise OSError(f"{path} is a symbolic link; put the file itself there, or delete it")
            if name in names:
                yield path


def listing_of(folder: Path, base: str = ROOT) -> dict[str, Any]:
    """What the edition.json at a base of a folder says; OSError where it has no such list."""
    try:
        listing = json.loads(file_at(folder, below(base, LIST)).read_text("ascii"))
        if isinstance(listing, dict) and all(str(one["url"]) for one in listing["files"]):
            return listing
    except (OSError, ValueError, TypeError, KeyError):
        pass
    raise OSError(f"{folder} holds files and no edition; empty it or name another folder")


def pack_in(folder: Path) -> str:
    """The pack of a folder's edition: as its list says, or by its addresses in an older list."""
    listing = listing_of(folder)
    pages = (file["url"] for file in listing["files"] if file["url"].endswith("/contents/"))
    return str(listing.get("pack") or next(pages, "").strip("/").partition("/")[0])


def same_edition(one: Path, other: Path) -> bool:
    """Whether two folders hold the same edition; what is no part of it may differ."""
    lists = [file_at(folder, LIST) for folder in (one, other)]
    return all(file.is_file() for file in lists) and len({file.read_bytes() for file in lists}) == 1


def strangers(folder: Path) -> list[Path]:
    """The files of a folder that are no part of its edition, such as a host's .well-known/."""
    urls = {file["url"] for file in listing_of(folder)["files"]} | OUTSIDE
    own = {file_at(folder, url) for url in urls}
    return [
        path
        for path in files(folder)
        if path not in own and not (path.suffix in COMPRESSED and path.with_suffix("") in own)
    ]
