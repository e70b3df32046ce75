"""people.json: who signs an edition, carried in the edition itself."""

import json
import re
from dataclasses import dataclass

from webref.content.checks import unchecked
from webref.content.pack.people import KEY, MOST, NAME, SEQUENCE_MOST, People, Person
from webref.content.site import Site


@dataclass(frozen=True)
class Carried:
    """What people.json says: pack, number of the edition, its people, its files not checked."""

    pack: str
    sequence: int
    people: People
    unchecked: int = 0


def people_json(site: Site) -> bytes:
    """people.json of a pack that people sign."""
    people = site.pack.people
    assert people is not None
    record = {
        "pack": site.pack.id,
        "sequence": site.pack.sequence,
        "needed": people.needed,
        "recall_key": people.recall_key,
        "unchecked": len(unchecked(site)),
        "people": [{"name": p.name, "role": p.role, "key": p.key} for p in people.persons],
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def read_people(text: bytes) -> Carried:
    """What a people.json says; ValueError where it has another form."""
    try:
        record = json.loads(text.decode())
        json.dumps(record, ensure_ascii=False).encode()  # half a character can be signed by nobody
        rows = record.pop("people")
        persons = tuple(Person(**one) for one in rows)
        carried = Carried(
            record.pop("pack"),
            record.pop("sequence"),
            People(record.pop("needed"), persons, record.pop("recall_key")),
            record.pop("unchecked"),
        )
        if not record and isinstance(rows, list) and _is_sound(carried):
            return carried
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    raise ValueError("people.json has another form")


def _is_sound(carried: Carried) -> bool:
    people = carried.people
    keys = [person.key for person in people.persons]
    numbers = (
        (carried.sequence, 1, SEQUENCE_MOST),
        (people.needed, 1, len(keys)),
        (carried.unchecked, 0, SEQUENCE_MOST),
    )
    return (
        all(type(number) is int and least <= number <= most for number, least, most in numbers)
        and re.fullmatch("[a-z0-9-]+", carried.pack) is not None
        and re.fullmatch(f"({KEY})?", people.recall_key) is not None
        and len(keys) == len(set(keys)) <= MOST
        and all(re.fullmatch(KEY, key) for key in keys)
        and all(re.fullmatch(NAME, t) for p in people.persons for t in (p.name, p.role))
    )
