"""Editions signed well and ill: what a verifier is given, and what it must find. Keys of the test.

Python and the page's script are both held to these; each case is JSON.
"""

import json
from collections.abc import Iterable
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from webref.content.pack.people import People, Person
from webref.outputs.signing.ed25519 import public_key, signed
from webref.outputs.signing.people import Carried
from webref.outputs.signing.signatures import message

NAMES = ("Ann Example", "Bén 药", "Cem Example", "Dora Example")
ORDER = 2**252 + 27742317777372353535851937790883648493  # of the curve's group
EDITION, LISTED, OTHER = "e" * 64, "1" * 64, "d" * 64

Case = dict[str, Any]


def key_of(name: str) -> Ed25519PrivateKey:
    """The key of somebody in these tests, always the same."""
    return Ed25519PrivateKey.from_private_bytes(name.encode().ljust(32)[:32])


def person(name: str, role: str = "pharmacist") -> Person:
    """Somebody who signs."""
    return Person(name, role, public_key(key_of(name)))


ANN, BEN, CEM, DORA = (person(name) for name in NAMES)


def carried(
    *people: Person, needed: int = 2, sequence: int = 7, pack: str = "tiny", recall: str = ""
) -> Carried:
    """What the people.json of an edition says."""
    return Carried(pack, sequence, People(needed, people or (ANN, BEN, CEM), recall))


def people_text(one: Carried) -> str:
    """That people.json as text."""
    people = [person.__dict__ for person in one.people.persons]
    head = {"pack": one.pack, "sequence": one.sequence, "needed": one.people.needed}
    rest = {"recall_key": one.people.recall_key, "unchecked": one.unchecked, "people": people}
    return json.dumps(head | rest)


def line(
    by: Person,
    of: Carried,
    date: str = "2026-11-29",
    edition: str = EDITION,
    listed: str = LISTED,
    **told: str,
) -> dict[str, str]:
    """A line of signatures.json; `told` is what it says otherwise than what was signed."""
    signature = signed(key_of(by.name), message(of, edition, listed, by, date))
    return {"key": by.key, "date": date, "signature": signature, **told}


def file(lines: Iterable[dict[str, str]], edition: str = EDITION, listed: str = LISTED) -> str:
    """A signatures.json."""
    return json.dumps({"edition": edition, "list": listed, "signatures": list(lines)})


def case(
    name: str,
    signatures: str | None,
    state: str,
    days: str,
    wrong: int = 0,
    old: int = 0,
    now: Carried | None = None,
    known: Carried | None = None,
) -> Case:
    """A case; `days` has a letter for each person of the edition: y where they have signed."""
    return {
        "name": name,
        "people": people_text(now or carried()),
        "edition": EDITION,
        "list": LISTED,
        "signatures": signatures,
        "known": people_text(known) if known else None,
        "found": {"state": state, "days": days, "wrong": wrong, "old": old},
    }


def beyond(one: dict[str, str]) -> dict[str, str]:
    """A signature with its second half taken round the group once more: the same, written anew."""
    half = int.from_bytes(bytes.fromhex(one["signature"][64:]), "little") + ORDER
    return one | {"signature": one["signature"][:64] + half.to_bytes(32, "little").hex()}


def cases() -> list[Case]:
    """Every case by name."""
    now, before = carried(), carried(sequence=6)
    two = [line(ANN, now), line(BEN, now, "2026-11-28")]
    other_pack = carried(pack="other")
    nurse = Person(ANN.name, "nurse", ANN.key)
    anna = Person("Anna Example", ANN.role, ANN.key)
    next_people = carried(CEM, DORA, sequence=8)
    theirs = [line(CEM, next_people), line(DORA, next_people)]
    fewer = carried(sequence=8, needed=1)
    recalled = carried(sequence=8, recall=DORA.key)
    bent = two[0] | {"signature": "00" + two[0]["signature"][2:]}
    return [
        case("nobody has signed", None, "few", "---"),
        case("two of three", file(two), "signed", "yy-"),
        case("two of three, known before", file(two), "signed", "yy-", old=2, known=before),
        case("all three", file([*two, line(CEM, now)]), "signed", "yyy"),
        case("fewer than needed", file(two[:1]), "few", "y--"),
        case("one person twice", file([two[0], line(ANN, now, "2026-11-01")]), "few", "y--", 1),
        case("one line twice", file([two[0], two[0]]), "few", "y--"),
        case(
            "replay: a lower number than known",
            file([line(one, before) for one in (ANN, BEN)]),
            "older",
            "yy-",
            old=2,
            now=before,
            known=now,
        ),
        case(
            "rollback: signatures of the edition before beside this one",
            file([line(one, before, edition=OTHER) for one in (ANN, BEN)]),
            "few",
            "---",
            2,
        ),
        case(
            "rollback: the same digest, a lower number", file([line(ANN, before)]), "few", "---", 1
        ),
        case(
            "mixed: one of this edition, one of another",
            file([two[0], line(BEN, now, edition=OTHER)]),
            "few",
            "y--",
            1,
        ),
        case(
            "mixed: two signatures exchanged",
            file(
                [
                    two[0] | {"signature": two[1]["signature"]},
                    two[1] | {"signature": two[0]["signature"]},
                ]
            ),
            "few",
            "---",
            2,
        ),
        case("another pack", file([line(o, other_pack) for o in (ANN, BEN)]), "few", "---", 2),
        case("truncated file", file(two)[:-40], "few", "---"),
        case("truncated signature", file([two[0], two[1] | {"signature": "ab"}]), "few", "---"),
        case("unlisted key", file([two[0], line(DORA, now)]), "few", "y--", 1),
        case("another's key named", file([two[0], line(DORA, now, key=BEN.key)]), "few", "y--", 1),
        case("changed role", file(two), "few", "-y-", 1, now=carried(nurse, BEN, CEM)),
        case("changed name", file(two), "few", "-y-", 1, now=carried(anna, BEN, CEM)),
        case("changed date", file([two[0] | {"date": "2026-11-30"}, two[1]]), "few", "-y-", 1),
        case("another digest", file([two[0], line(BEN, now, edition=OTHER)]), "few", "y--", 1),
        case(
            "a PDF swapped, which the list names",
            file([line(one, now, listed=OTHER) for one in (ANN, BEN)]),
            "few",
            "---",
            2,
        ),
        case("a bent signature", file([bent, two[1]]), "few", "-y-", 1),
        case("a signature taken round the group", file([beyond(two[0]), two[1]]), "few", "-y-", 1),
        case(
            "keys exchanged without the old ones",
            file(theirs),
            "other",
            "yy",
            old=1,
            now=next_people,
            known=now,
        ),
        case(
            "keys exchanged, signed by enough of the old",
            file([*theirs, line(ANN, next_people)]),
            "signed",
            "yy",
            old=2,
            now=next_people,
            known=now,
        ),
        case("other keys at the first time", file(theirs), "signed", "yy", now=next_people),
        case(
            "a lower threshold without the old keys",
            file([line(ANN, fewer)]),
            "other",
            "y--",
            old=1,
            now=fewer,
            known=now,
        ),
        case(
            "another recall key without the old keys",
            file([line(ANN, recalled), line(DORA, recalled)]),
            "few",
            "y--",
            1,
            old=1,
            now=recalled,
            known=now,
        ),
        case(
            "the same number, another edition, signed",
            file([line(one, now) for one in (ANN, BEN)]),
            "signed",
            "yy-",
            old=2,
            known=now,
        ),
        *unreadable(two),
    ]


def unreadable(two: list[dict[str, str]]) -> list[Case]:
    """Files of another form, of which nothing counts."""
    one = two[0]
    whole = json.loads(file(two))
    forms = {
        "no JSON": "<!doctype html>",
        "a list": "[]",
        "no list of signatures": json.dumps(whole | {"signatures": {}}),
        "one key more": json.dumps(whole | {"format": 2}),
        "one key less": json.dumps({"edition": EDITION, "signatures": two}),
        "a line with one key more": file([one | {"role": "pharmacist"}, two[1]]),
        "a line that is a text": json.dumps(whole | {"signatures": [one, "x"]}),
        "capitals": file([one | {"key": one["key"].upper()}, two[1]]),
        "a number for a date": file([one | {"date": 20261129}, two[1]]),  # type: ignore[list-item]
        "no month": file([one | {"date": "2026-13-01"}, two[1]]),
        "a line break at the end": file([one | {"date": "2026-11-29\n"}, two[1]]),
        "figures of another script": file([one | {"date": "2026-11-2٩"}, two[1]]),
        "too many": file([one] * 61),
        "too long": file(two) + " " * 65536,
        "nested too deep": "[" * 5000 + "]" * 5000,
    }
    return [case(f"another form: {name}", text, "few", "---") for name, text in forms.items()]
