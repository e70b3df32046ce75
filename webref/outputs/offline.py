"""The edition: every file of a frozen folder with its digest, and the worker stamped with it."""

import datetime
import hashlib
import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from webref.content.site import ROOT
from webref.outputs.folder import (
    BUNDLE,
    COMPRESSED,
    KILL,
    LIST,
    MACHINE,
    OUTSIDE,
    RECORD,
    WORKER,
    address_of,
    below,
    file_at,
    files,
    put,
)
from webref.outputs.headers import SECURITY, content_type

# The record is saved last, and what other programs read is not saved: an edition is whole without.
SETS = {RECORD: "record", MACHINE: "data"}


@dataclass(frozen=True, order=True)
class EditionFile:
    """A file as a phone keeps it: its address, digest in hexadecimal, size, media type and set."""

    url: str
    sha256: str
    bytes: int
    type: str
    set: str


def list_files(folder: Path, boot: Collection[str], base: str = ROOT) -> tuple[EditionFile, ...]:
    """Every file of the edition in order of address, with `boot` naming the boot set's addresses.

    PDFs are a set of their own, and so is the record by which a phone compares two editions; what
    is none of these follows after the boot set.
    A boot address without a file is refused.
    """
    outside = {below(base, url) for url in OUTSIDE}
    last = {below(base, url): name for url, name in SETS.items()}
    found = []
    for path in files(folder / base.strip("/")):
        if path.suffix in COMPRESSED:
            continue
        url = address_of(folder, path)
        if url in outside:
            continue
        body = path.read_bytes()
        kind = last.get(url) or (
            "pdf" if url.endswith(".pdf") else "boot" if url in boot else "rest"
        )
        digest = hashlib.sha256(body).hexdigest()
        found.append(EditionFile(url, digest, len(body), content_type(path.name), kind))
    missing = set(boot) - {file.url for file in found}
    if missing:
        raise ValueError(f"boot set names no file: {', '.join(sorted(missing))}")
    return tuple(sorted(found))


def edition_of(listed: Iterable[EditionFile]) -> str:
    """The edition: SHA-256 over the sorted lines `sha256  address`, as sha256sum prints them.

    PDFs are left out, since each of them prints the edition.
    """
    lines = sorted(f"{file.sha256}  {file.url}\n" for file in listed if file.set != "pdf")
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def seal(
    folder: Path,
    static: Path,
    boot: Collection[str],
    *,
    base: str = ROOT,
    pack: str,
    version: str,
    engine: str,
    date: datetime.date,
    review_by: datetime.date,
    refuse_after: datetime.date,
    sequence: int | None = None,
) -> str:
    """Write edition.json, the two workers and the bundle into a frozen folder; the edition.

    `sequence` is the number of the edition, where editions are numbered;
    `static` holds the two workers unstamped; `base` is the address below which all of it stands;
    `pack` is the pack's id, and the dates are its own;
    `version` and `engine` name the webref that built it.
    The digest of edition.json is stamped into the worker beside the edition,
    so that dates, sets, media types and headers are covered too.
    The bundle holds the files of the boot set end to end, in the order of the list: compressed
    together they are half of what they are one by one. No digest covers it, since a phone hashes
    every file that it takes from it.
    """
    listed = list_files(folder, boot, base)
    edition = edition_of(listed)
    worker = (static / "sw.js").read_text(encoding="ascii")
    listing = {
        "edition": edition,
        "pack": pack,
        "webref": version,
        "engine": engine,
        "date": date.isoformat(),
        "review_by": review_by.isoformat(),
        "refuse_after": refuse_after.isoformat(),
        **({"sequence": sequence} if sequence else {}),
        "worker": hashlib.sha256(worker.encode()).hexdigest(),
        "headers": SECURITY,
        "files": [file.__dict__ for file in listed],
    }
    text = json.dumps(listing, indent=1) + "\n"
    put(folder, below(base, LIST), text.encode("ascii"))
    manifest = hashlib.sha256(text.encode()).hexdigest()
    put(folder, below(base, WORKER), stamp(worker, edition, manifest).encode("ascii"))
    put(folder, below(base, KILL), (static / "sw-kill.js").read_bytes())
    first = (file_at(folder, file.url) for file in listed if file.set == "boot")
    put(folder, below(base, BUNDLE), b"".join(path.read_bytes() for path in first))
    return edition


def stamp(worker: str, edition: str, manifest: str) -> str:
    """The worker's text with the edition and the digest of edition.json put in.

    A worker that already holds a digest, or lacks a place for one, is refused:
    the phone takes all digests out again to compare the rest.
    """
    if re.search(r"[0-9a-f]{64}", worker):
        raise ValueError("sw.js holds a digest before stamping")
    for name, value in (("EDITION", edition), ("MANIFEST", manifest)):
        place = f'const {name} = "";'
        if worker.count(place) != 1:
            raise ValueError(f"sw.js has no single place for {name}")
        worker = worker.replace(place, f'const {name} = "{value}";')
    return worker
