"""signatures.json: who signed an edition, and what these signatures prove.

static/signing/signatures.js does the same on a phone; tests/vectors/signatures.json holds both.
"""

import json
import re
from dataclasses import dataclass
from typing import Literal

from webref.content.pack.people import KEY, Person
from webref.outputs.signing.ed25519 import verifies
from webref.outputs.signing.people import Carried

HEAD = "webref edition signature 1"  # what a signature is of, so that it proves nothing else
BYTES_MOST = 65536
MOST = 60  # signatures of one file
SIGNATURE = "[0-9a-f]{128}"
DATE = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"

State = Literal["signed", "few", "older", "other"]


@dataclass(frozen=True)
class SignatureLine:
    """One line of signatures.json: by which key, on which day, and the signature itself."""

    key: str
    date: str
    signature: str


@dataclass(frozen=True)
class Signatures:
    """What signatures.json says: of which edition and which edition.json, and by whom."""

    edition: str
    list: str
    signatures: tuple[SignatureLine, ...] = ()


@dataclass(frozen=True)
class Examined:
    """What signatures prove of an edition.

    `signed` names each of its people with the day, or nothing where they have not signed; `old`
    counts those who signed of the people known before; `wrong` counts what proves nothing.
    """

    state: State
    signed: tuple[tuple[Person, str], ...]
    old: int = 0
    wrong: int = 0


def message(carried: Carried, edition: str, listed: str, person: Person, date: str) -> bytes:
    """The bytes that a person signs.

    They name the pack, the digest of the edition, that of its edition.json (which lists PDFs and
    dates too), its number, and who signs in which role on which day.
    """
    said = (carried.pack, edition, listed, carried.sequence, person.name, person.role, person.key)
    body = json.dumps([*said, date], ensure_ascii=False, separators=(",", ":"))
    return f"{HEAD}\n{body}".encode()


def read_signatures(text: bytes) -> Signatures:
    """What a signatures.json says; ValueError where it has another form anywhere."""
    try:
        if len(text) > BYTES_MOST:
            raise ValueError
        record = json.loads(text.decode())
        rows = record.pop("signatures")
        found = Signatures(**record, signatures=tuple(SignatureLine(**one) for one in rows))
        forms = [(found.edition, KEY), (found.list, KEY)]
        for one in found.signatures:
            forms += [(one.key, KEY), (one.date, DATE), (one.signature, SIGNATURE)]
        sound = isinstance(rows, list) and len(rows) <= MOST
        if sound and all(re.fullmatch(f, t) for t, f in forms):
            return found
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    raise ValueError("signatures.json has another form")


def signatures_json(found: Signatures) -> bytes:
    """signatures.json with these signatures."""
    rows = [one.__dict__ for one in found.signatures]
    record = {"edition": found.edition, "list": found.list, "signatures": rows}
    return (json.dumps(record, indent=1) + "\n").encode()


def examine(
    carried: Carried, edition: str, listed: str, found: Signatures | None, known: Carried | None
) -> Examined:
    """What signatures prove of an edition with this people.json and this digest of its list.

    `known` are the people whose editions were trusted before, or nobody at the first time.
    `older`: its number is below theirs. `few`: too few of its own people signed. `other`: its
    people are others, and too few of those known before signed it. Else it is signed.
    """
    rows = found.signatures if found else ()

    def days(by: Carried) -> dict[str, str]:
        """The first good signature of each person, by key; an edition's number is its own."""
        good: dict[str, str] = {}
        for person in by.people.persons:
            for one in rows:
                if one.key == person.key and person.key not in good:
                    text = message(carried, edition, listed, person, one.date)
                    if verifies(one.key, one.signature, text):
                        good[person.key] = one.date
        return good

    own = days(carried)
    before = days(known) if known else {}
    signed = tuple((person, own.get(person.key, "")) for person in carried.people.persons)
    counted = {(key, date) for good in (own, before) for key, date in good.items()}
    wrong = sum((one.key, one.date) not in counted for one in rows)
    state: State = "signed"
    if known and carried.sequence < known.sequence:
        state = "older"
    elif len(own) < carried.people.needed:
        state = "few"
    elif known and known.people != carried.people and len(before) < known.people.needed:
        state = "other"
    return Examined(state, signed, len(before), wrong)
