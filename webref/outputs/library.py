"""What a library says of the packs in it, made from their built editions alone."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from webref.content.library import labels_of
from webref.content.site import Site
from webref.outputs.folder import LIST, below, file_at, listing_of

ID = "library"  # what the list of a library's own edition names in the place of a pack
ABOUT = "/pack.json"  # in the edition of each pack of a library
PACKS = "/library.json"  # in the edition of the library

PackRow = Mapping[str, Any]


def about(site: Site) -> bytes:
    """pack.json: what a library says of a pack, so that it need not read the pack itself."""
    pack = site.pack
    words = {word for row in site.vocabulary.synonyms for word in row.words}
    words |= {word for row in site.vocabulary.leads for word in row.words}
    record = {
        "id": pack.id,
        "title": pack.title,
        "summary": pack.summary,
        "language": pack.language,
        "date": pack.date.isoformat(),
        "review_by": pack.review_by.isoformat(),
        "refuse_after": pack.refuse_after.isoformat(),
        "editor": pack.editor,
        "signed": bool(pack.signed),
        "labels": labels_of(site),
        "words": sorted(words),
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def row_of(folder: Path, pack: str) -> PackRow:
    """What a library lists of a pack whose edition stands in a folder; OSError where none does.

    `edition` and `list` (the SHA-256 of its edition.json) vouch for every file of the pack.
    """
    base = f"/{pack}/"
    listing = listing_of(folder, base)
    text = file_at(folder, below(base, LIST)).read_bytes()
    said = json.loads(file_at(folder, below(base, ABOUT)).read_text("utf-8"))
    return {
        **said,
        "edition": listing["edition"],
        "list": hashlib.sha256(text).hexdigest(),
        "bytes": _bytes_of(listing, "boot", "rest"),
        "pdf_bytes": _bytes_of(listing, "pdf"),
    }


def _bytes_of(listing: PackRow, *sets: str) -> int:
    return sum(file["bytes"] for file in listing["files"] if file["set"] in sets)


def notices_json(packs: Mapping[str, Mapping[str, Any]]) -> bytes:
    """notices.json of a library: the list of each pack by its id, and under no name its own.

    Its own holds until the first of theirs runs out, so that its pages say when none arrives.
    """
    first = {key: min(str(one[key]) for one in packs.values()) for key in ("issued", "until")}
    lists = {"": {"sequence": 0, **first, "notices": []}, **packs}
    return (json.dumps({"packs": lists}, ensure_ascii=False, indent=1) + "\n").encode()


def packs_json(rows: Iterable[PackRow]) -> bytes:
    """library.json: the packs of the library, by title."""
    return (json.dumps({"packs": list(rows)}, ensure_ascii=False, indent=1) + "\n").encode()
