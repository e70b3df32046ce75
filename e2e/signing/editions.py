"""Editions of a pack that people sign, written whole but for the printed documents."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from tests.outputs.signing.cases import ANN, BEN, file, line
from webref.content.load import load_site
from webref.content.pack.people import Person
from webref.content.site import Site
from webref.dosing.words import speaking
from webref.outputs.offline import seal
from webref.outputs.signing.people import Carried
from webref.web.app import create_app
from webref.web.build import Edition

ROOT = Path(__file__).parents[2]
PACK = "dantrolene"  # the smallest of those that come with webref


def read_site() -> Site:
    """The pack, which lists nobody."""
    return load_site(ROOT / "content" / PACK, date(2026, 11, 22))


def write_edition(site: Site, folder: Path, carried: Carried | None) -> Path:
    """Write an edition of the pack that these people sign, or nobody; its folder."""
    pack = site.pack
    if carried:
        pack = replace(pack, people=carried.people, sequence=carried.sequence)
    told = replace(site, pack=pack)
    folder.mkdir()
    with speaking(told.words):
        boot = Edition(told, ROOT, folder).write_files(create_app(told, ROOT), folder)
    (folder / "sheet.pdf").write_bytes(b"%PDF-1.7 a sheet")
    (folder / "notices.json").write_text(
        json.dumps({"sequence": 0, "issued": "2026-11-22", "until": "2027-05-22", "notices": []})
    )
    seal(
        folder,
        ROOT / "static",
        boot,
        pack=pack.id,
        version="0",
        engine="0" * 64,
        date=pack.date,
        review_by=pack.review_by,
        refuse_after=pack.refuse_after,
        sequence=pack.sequence,
    )
    return folder


def names_of(folder: Path) -> tuple[str, str]:
    """The digest of an edition and that of its list."""
    text = (folder / "edition.json").read_bytes()
    return json.loads(text)["edition"], sha256(text).hexdigest()


def signed_by(folder: Path, carried: Carried, people: Iterable[Person] = (ANN, BEN)) -> str:
    """A signatures.json in which these people sign the edition of a folder."""
    edition, listed = names_of(folder)
    lines = [line(one, carried, edition=edition, listed=listed) for one in people]
    return file(lines, edition, listed)


def publish(folder: Path, text: str) -> None:
    """Put signatures beside an edition."""
    (folder / "signatures.json").write_text(text, "utf-8")
