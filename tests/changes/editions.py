"""Editions of a pack as their files are read, kept in memory."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from webref.content.load import read_site
from webref.content.site import Site
from webref.content.wording.table import TABLE
from webref.dosing.words import speaking
from webref.outputs.folder import LIST, MACHINE, RECORD
from webref.web.app import create_app

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
# Records are compared in English, whatever language the pack has.
ENGLISH = {key: text for key, text in TABLE.items() if key.startswith(("changes.", "aspect."))}


class Unbuildable(Exception):
    """A bent pack of which no edition can be built, such as one with a link that leads nowhere."""


@dataclass(frozen=True)
class Frozen:
    """An edition: each file by its address."""

    files: Mapping[str, bytes]

    def read(self, url: str) -> bytes:
        """A file; OSError where there is none."""
        if url not in self.files:
            raise OSError(f"there is no {url}")
        return self.files[url]


def frozen(pack: Path, root: Path = ROOT, statics: tuple[str, ...] = ()) -> Frozen:
    """The pages, the records and the index of a pack, and some static files of `root`.

    What is wrong with the pack is passed over: a bent pack fails its own worked examples.
    Unbuildable where there is no edition of it all the same.
    """
    site, problems = read_site(pack, TODAY)
    if site is None:
        raise Unbuildable(str(problems))
    files = _pages(site, root)
    files |= {f"/static/{name}": (root / "static" / name).read_bytes() for name in statics}
    listed = [
        {"url": url, "sha256": hashlib.sha256(body).hexdigest(), "set": "rest"}
        for url, body in files.items()
    ]
    edition = hashlib.sha256(repr(listed).encode()).hexdigest()
    listing = {
        "edition": edition, "pack": site.pack.id, "date": site.pack.date.isoformat(),
        "webref": "1", "engine": "e", "files": listed,
    }  # fmt: skip
    return Frozen({**files, LIST: json.dumps(listing).encode()})


def _pages(site: Site, root: Path) -> dict[str, bytes]:
    urls = [
        *(page.url for page in site.pages()),
        "/search.json",
        "/manifest.webmanifest",
        RECORD,
        MACHINE,
    ]
    with speaking({**site.words, **ENGLISH}):
        client = create_app(site, root).test_client()
        answers = {url: client.get(url) for url in urls}
    wrong = [url for url, answer in answers.items() if answer.status_code != 200]
    if wrong:
        raise Unbuildable(", ".join(wrong))
    return {url: answer.data for url, answer in answers.items()}
