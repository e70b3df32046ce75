"""An edition held against its own list: every file hashed, from a folder or from its address."""

import gzip
import hashlib
import json
import re
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import brotli

from webref.content.site import ROOT
from webref.outputs.folder import (
    BUNDLE,
    COMPRESSED,
    KILL,
    LIST,
    WORKER,
    address_of,
    below,
    file_at,
    files,
)
from webref.outputs.library import ID, PACKS
from webref.outputs.offline import EditionFile, edition_of

WAIT = 30  # seconds for one answer
DIGEST = r"[0-9a-f]{64}"
EXPAND: dict[str, Callable[[bytes], bytes]] = {
    ".br": brotli.decompress,
    ".gz": gzip.decompress,
    "br": brotli.decompress,
    "gzip": gzip.decompress,
}

ReadBytes = Callable[[str], bytes]


@dataclass
class Verified:
    """What was found: the edition that the files themselves make, their number, what is wrong."""

    edition: str = ""
    files: int = 0
    problems: list[str] = field(default_factory=list)


def verify(read: ReadBytes, base: str = ROOT) -> Verified:
    """Hash every file that edition.json lists, the worker and the bundle; `read` takes an address.

    `base` is the address below which the edition stands.

    Nothing is believed that the list says of a file: its digest and the edition are computed
    from the bytes. OSError where there is no list to hold them against.
    """
    found = Verified()
    try:
        text = read(below(base, LIST))
    except OSError as error:
        words = f"no edition stands there: {below(base, LIST)} cannot be read: {error}"
        raise OSError(words) from error
    listing = _listing(text)
    listed = []
    first = []
    for claimed in listing["files"]:
        body = _body(read, claimed.url, found)
        if body is None:
            continue
        digest = hashlib.sha256(body).hexdigest()
        if digest != claimed.sha256:
            found.problems.append(f"{claimed.url} is not the file that the edition lists")
        listed.append(EditionFile(claimed.url, digest, len(body), claimed.type, claimed.set))
        if claimed.set == "boot":
            first.append(body)
    found.files = len(listed)
    found.edition = edition_of(listed)
    if found.edition != listing["edition"] and not found.problems:
        found.problems.append("edition.json names another edition than its files make")
    bundle = _body(read, below(base, BUNDLE), found)
    if bundle is not None and bundle != b"".join(first):
        found.problems.append(f"{below(base, BUNDLE)} does not hold the files of the boot set")
    worker, kill = (_body(read, below(base, url), found) for url in (WORKER, KILL))
    if worker is not None and kill is not None:
        wrong = _worker(worker, kill, text, listing)
        found.problems += (f"{below(base, WORKER)} {words}" for words in wrong)
    return found


def _listing(text: bytes) -> dict[str, Any]:
    try:
        listing = json.loads(text)
        files = [EditionFile(**file) for file in listing["files"]]
        return {
            "edition": str(listing["edition"]),
            "pack": str(listing.get("pack", "")),
            "worker": str(listing["worker"]),
            "files": files,
        }
    except (ValueError, TypeError, KeyError):
        raise OSError("edition.json is no list of an edition") from None


def _body(read: ReadBytes, url: str, found: Verified) -> bytes | None:
    try:
        return read(url)
    except OSError as error:
        found.problems.append(f"{url} cannot be read: {error}")
        return None


def _worker(worker: bytes, kill: bytes, text: bytes, listing: dict[str, Any]) -> Iterable[str]:
    """What is wrong with the worker, which phones believe before anything else."""
    if worker == kill:
        yield "is the kill switch: phones drop what they saved"
        return
    script = worker.decode("ascii", "replace")
    stamps = re.findall(rf'const (?:EDITION|MANIFEST) = "({DIGEST})";', script)
    if stamps != [listing["edition"], hashlib.sha256(text).hexdigest()]:
        yield "belongs to another edition.json"
    if hashlib.sha256(re.sub(DIGEST, "", script).encode()).hexdigest() != listing["worker"]:
        yield "is not the worker that the edition lists"


def verify_all(read: ReadBytes) -> Verified:
    """The same of an edition that stands alone, or of a library and each pack that it lists.

    The editions of the packs must be those that the library's own files name.
    """
    found = verify(read)
    if _listing(read(LIST))["pack"] != ID:
        return found
    for row in json.loads(read(PACKS))["packs"]:
        base = f"/{row['id']}/"
        try:
            pack = verify(read, base)
            listed = hashlib.sha256(read(below(base, LIST))).hexdigest()
        except OSError as error:
            found.problems.append(f"{row['id']}: {error}")
            continue
        found.files += pack.files
        found.problems += pack.problems
        if (pack.edition, listed) != (row["edition"], row["list"]):
            found.problems.append(f"{row['id']} is another edition than the library lists")
    return found


def verify_folder(folder: Path) -> Verified:
    """The same of a folder, with every compressed copy held against its file.

    OSError where it holds no list, or a symbolic link.
    """
    there = set(files(folder))
    found = verify_all(_among(there, folder))
    found.problems += _copies(there, folder)
    return found


def verify_part(folder: Path, base: str = ROOT, without: Collection[str] = ()) -> Verified:
    """The same of the edition at one base of a folder alone: a pack of a library, or its own files.

    `without` names the folders of its packs, which are not looked at.
    """
    there = set(files(file_at(folder, base).parent, without))
    found = verify(_among(there, folder), base)
    found.problems += _copies(there, folder)
    return found


def _copies(there: Collection[Path], folder: Path) -> Iterator[str]:
    for copy in sorted(there):
        file = copy.with_suffix("")
        if copy.suffix in COMPRESSED and file in there and not _holds(copy, file):
            yield f"{address_of(folder, copy)} holds something else than its file"


def in_folder(folder: Path) -> ReadBytes:
    """Reads from a folder; OSError where that holds a symbolic link."""
    return _among(set(files(folder)), folder)


def _among(there: Collection[Path], folder: Path) -> ReadBytes:
    def read(url: str) -> bytes:
        path = file_at(folder, url)
        if path not in there:
            raise OSError("there is no such file")
        return path.read_bytes()

    return read


def _holds(copy: Path, file: Path) -> bool:
    try:
        return EXPAND[copy.suffix](copy.read_bytes()) == file.read_bytes()
    except (brotli.error, zlib.error, OSError, EOFError):
        return False


def verify_host(origin: str) -> Verified:
    """The same of a host, read as a browser does: compressed where the host offers that.

    OSError where the address is none, or nothing there is a list.
    """
    return verify_all(at_address(origin))


def at_address(origin: str) -> ReadBytes:
    """Reads from a host as a browser does, compressed where it offers that."""
    parts = urlsplit(origin)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path.strip("/"):
        raise OSError(f"{origin} is not an address such as https://drug.example.org")

    def read(url: str) -> bytes:
        address = f"{parts.scheme}://{parts.netloc}{url}"
        asked = urllib.request.Request(address, headers={"Accept-Encoding": "br, gzip"})
        try:
            with urllib.request.urlopen(asked, timeout=WAIT) as answer:
                body: bytes = answer.read()
                encoding = answer.headers.get("Content-Encoding", "")
        except urllib.error.HTTPError as error:
            raise OSError(f"the host answers {error.code}") from None
        except (urllib.error.URLError, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise OSError(str(getattr(reason, "strerror", None) or reason)) from None
        try:
            return EXPAND[encoding](body) if encoding else body
        except (KeyError, brotli.error, zlib.error, OSError, EOFError):
            raise OSError(f"the host sends it in a way that cannot be read ({encoding})") from None

    return read
