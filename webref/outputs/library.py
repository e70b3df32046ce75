"""What a library says of the packs in it, made from their built editions alone."""

import dataclasses
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from webref.content.kinds import HITS, KINDS
from webref.content.site import Site
from webref.content.spans import Spans, spans_of
from webref.outputs.folder import LIST, below, file_at, listing_of
from webref.outputs.search_entries import list_entries

ID = "library"  # what the list of a library's own edition names in the place of a pack
ABOUT = "/pack.json"  # in the edition of each pack of a library
PACKS = "/library.json"  # in the edition of the library

PackRow = Mapping[str, Any]

SOUGHT = ("card", "calculator", "protocol", "section", "part")  # kinds of entries


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
        "indications": list(pack.indications),
        "words": sorted(words),
        **{key: kept(site) for key, kept in APART.items()},
    }
    return (json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _finds(site: Site) -> list[tuple[str, int, str, str, str]]:
    """Headings and pages for a search over packs: kind, alarm, title, address, other words.

    Of pages that stand once, those of tables; the others every drug has alike.
    """
    tables = {page.url for page in site.pages() if KINDS[page.kind].table}
    return [
        (
            site.words[f"hit.{one.kind}"],
            int(HITS[one.kind].alarm),
            one.title,
            one.url,
            " ".join(one.leads),
        )
        for one in list_entries(site)
        if one.kind in SOUGHT or one.url in tables
    ]


# What the list of drugs does without: what spans packs, and what a search over them finds.
APART: Mapping[str, Callable[[Site], Any]] = {
    "spans": lambda site: dataclasses.asdict(spans_of(site)),
    "finds": _finds,
}


def spans_in(folder: Path, pack: str) -> Spans:
    """What a built pack says of itself to those beside it; OSError where it says nothing."""
    said = _said(folder, pack)
    if not APART.keys() <= said.keys():
        told = f"{pack} was built by an older webref; build it too: --only {pack}"
        raise OSError(told)
    return Spans(**said["spans"])


def _said(folder: Path, pack: str) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(file_at(folder, f"/{pack}{ABOUT}").read_text("utf-8"))
    return said


def row_of(folder: Path, pack: str) -> PackRow:
    """What a library lists of a pack whose edition stands in a folder; OSError where none does.

    `edition` and `list` (the SHA-256 of its edition.json) vouch for every file of the pack.
    """
    base = f"/{pack}/"
    listing = listing_of(folder, base)
    text = file_at(folder, below(base, LIST)).read_bytes()
    said = _said(folder, pack)
    return {
        **{key: value for key, value in said.items() if key not in APART},
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
