"""An edition signed: its files are hashed first, so that nobody signs what they do not hold."""

import datetime
import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

from webref.content.pack.people import Person
from webref.outputs.folder import LIST, PEOPLE, SIGNATURES, below, file_at, listing_of
from webref.outputs.recall import replace_alone
from webref.outputs.signing.ed25519 import public_key, signed
from webref.outputs.signing.order import signatures_in
from webref.outputs.signing.people import Carried, read_people
from webref.outputs.signing.report import known_people, words_of
from webref.outputs.signing.signatures import (
    SignatureLine,
    Signatures,
    examine,
    message,
    read_signatures,
    signatures_json,
)
from webref.outputs.verify import in_folder, verify


def sign_edition(folder: Path, base: str, key: Any, day: datetime.date, people: Path | None) -> str:
    """Add one person's signature to the edition at a base of a folder; what to say of it.

    `people` is the people.json of the edition before, whose people may sign too. OSError where
    the files are not those of the edition, the key is nobody's, or a file was checked by nobody.
    """
    carried, known, found = _read(folder, base, people)
    if carried.unchecked:
        raise OSError(
            f"{carried.unchecked} files of the pack name no checker: each is held against its "
            "sources by somebody else than its editor before anybody signs"
        )
    own = public_key(key)
    signers = [*carried.people.persons, *(known.people.persons if known else ())]
    person = next((one for one in signers if one.key == own), None)
    if person is None:
        raise OSError(f"the pack lists nobody with the key {own}")
    text = message(carried, found.edition, found.list, person, day.isoformat())
    others = tuple(one for one in found.signatures if one.key != own)
    line = SignatureLine(own, day.isoformat(), signed(key, text))
    told = _write(folder, base, carried, known, replace(found, signatures=(*others, line)))
    return f"signed as {person.name}, {person.role}, {day.isoformat()}\n{told}"


def add_signatures(folder: Path, base: str, file: Path, people: Path | None) -> str:
    """Add the signatures of a file that others made for the same edition; what to say of it.

    OSError where one of them proves nothing of it.
    """
    carried, known, found = _read(folder, base, people)
    try:
        more = read_signatures(file.read_bytes())
    except ValueError:
        raise OSError(f"{file} is no signatures.json") from None
    keys = {one.key for one in more.signatures}
    if examine(carried, found.edition, found.list, more, known).wrong:
        raise OSError(f"{file} holds a signature that proves nothing of this edition")
    others = tuple(one for one in found.signatures if one.key not in keys)
    return _write(
        folder, base, carried, known, replace(found, signatures=(*others, *more.signatures))
    )


def signers_of(
    folder: Path, base: str, people: Path | None
) -> tuple[str, list[tuple[Person, datetime.date]]]:
    """An edition that enough of its people have signed, and who did on which day; OSError else."""
    carried, known, found = _read(folder, base, people)
    examined = examine(carried, found.edition, found.list, found, known)
    if examined.state != "signed":
        raise OSError("\n".join(words_of(carried, examined, known)))
    days = ((person, day) for person, day in examined.signed if day)
    return found.edition, [(person, datetime.date.fromisoformat(day)) for person, day in days]


def _read(
    folder: Path, base: str, people: Path | None
) -> tuple[Carried, Carried | None, Signatures]:
    """The people of a whole edition, those known before, and its signatures so far."""
    found = verify(in_folder(folder), base)
    if found.problems:
        raise OSError("\n  ".join([f"{folder} holds no whole edition:", *found.problems]))
    listing = listing_of(folder, base)
    if below(base, PEOPLE) not in {file["url"] for file in listing["files"]}:
        raise OSError("its pack lists nobody who signs it: write a [[person]] in pack.toml")
    carried = read_people(file_at(folder, below(base, PEOPLE)).read_bytes())
    digest = hashlib.sha256(file_at(folder, below(base, LIST)).read_bytes()).hexdigest()
    there = signatures_in(folder, base)
    if there is None or (there.edition, there.list) != (found.edition, digest):
        there = Signatures(found.edition, digest)
    return carried, known_people(people) if people else None, there


def _write(
    folder: Path, base: str, carried: Carried, known: Carried | None, found: Signatures
) -> str:
    replace_alone(folder, below(base, SIGNATURES), signatures_json(found))
    examined = examine(carried, found.edition, found.list, found, known)
    lines = words_of(carried, examined, known)
    return "\n".join([f"edition {found.edition}", *lines])
