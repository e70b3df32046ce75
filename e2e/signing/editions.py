"""Editions of a pack that people sign, written whole but for the printed documents."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from tests.outputs.signing.cases import ANN, BEN, CEM, DORA, file, line
from tests.packs import shipped
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
    """The pack, which lists nobody; its interface is taken for one in words of its own."""
    return replace(shipped(PACK), has_own_words=True)


def dated(site: Site, day: date) -> Site:
    """The pack as if it had been made on this day, for half a year until review and one in all.

    A phone's clock that stands before that day, or long after it, is wrong for this edition.
    """
    due, hard = (day + timedelta(days=days) for days in (182, 365))
    return replace(site, pack=replace(site.pack, date=day, review_by=due, refuse_after=hard))


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


def signed_by(
    folder: Path, carried: Carried, people: Iterable[Person] = (ANN, BEN), day: str = "2026-11-29"
) -> str:
    """A signatures.json in which these people sign the edition of a folder."""
    edition, listed = names_of(folder)
    lines = [line(one, carried, day, edition, listed) for one in people]
    return file(lines, edition, listed)


def attacks(folder: Path, now: Carried) -> dict[str, tuple[str, str]]:
    """Signatures that prove too little of the edition in a folder, and how many the page counts."""
    edition, listed = names_of(folder)
    before, other = replace(now, sequence=now.sequence - 1), replace(now, pack="other")

    def made(
        by: Iterable[Person], of: Carried = now, over: str = edition, listed: str = listed
    ) -> str:
        return file([line(one, of, edition=over, listed=listed) for one in by], *names_of(folder))

    poets = [replace(one, role="poet") for one in (ANN, BEN)]
    mixed = [line(ANN, now, edition=edition, listed=listed), line(BEN, now, listed=listed)]
    return {
        "nobody": ("", "0 of 3"),
        "truncated": (signed_by(folder, now)[:-30], "0 of 3"),
        "a portal's page": ("<!doctype html><p>Log in", "0 of 3"),
        "another edition named": (file([line(ANN, now), line(BEN, now)]), "0 of 3"),
        "rollback: those of a lower number": (made((ANN, BEN), before), "of this edition: 2"),
        "another digest": (made((ANN, BEN), over="d" * 64), "of this edition: 2"),
        "another pack": (made((ANN, BEN), other), "of this edition: 2"),
        "a PDF swapped": (made((ANN, BEN, CEM), listed="2" * 64), "of this edition: 3"),
        "a changed role": (made(poets), "of this edition: 2"),
        # From here on a phone remembers the one that is good.
        "mixed: one of this edition, one of another": (file(mixed, edition, listed), "1 of 3"),
        "an unlisted key": (made((ANN, DORA)), "1 of 3"),
        "fewer than needed": (made([BEN]), "1 of 3"),
    }


def publish(folder: Path, text: str) -> None:
    """Put signatures beside an edition."""
    (folder / "signatures.json").write_text(text, "utf-8")
