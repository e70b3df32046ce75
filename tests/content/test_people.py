"""Who signs a pack's editions, in pack.toml."""

import pytest

from webref.content.pack.people import People, Person

KEYS = [f"{number}" * 64 for number in range(4)]
TWO = f"""
sequence = 3
needed = 2
recall_key = "{KEYS[3]}"
signing_roles = ["pharmacist", "physician"]

[[person]]
name = "Ann Example"
role = "pharmacist"
key = "{KEYS[0]}"

[[person]]
name = "Ben Example"
role = "physician"
key = "{KEYS[1]}"
"""


def write(pack, text):
    head = "format = 2\n"
    pack.replace("pack.toml", head, head + text)


def test_people_and_their_keys_are_read(pack):
    write(pack, TWO)
    pack.write("notices.toml", "sequence = 1\nissued = 2026-11-22\nuntil = 2027-05-22\n")
    found = pack.site().pack
    persons = (
        Person("Ann Example", "pharmacist", KEYS[0]),
        Person("Ben Example", "physician", KEYS[1]),
    )
    assert (found.sequence, found.people) == (3, People(2, persons, KEYS[3]))


def test_a_pack_may_number_its_editions_and_list_nobody(pack):
    write(pack, "sequence = 3\n")
    assert (pack.site().pack.sequence, pack.site().pack.people) == (3, None)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("needed = 2", "needed = 3", "needed: say how many of the 2 must sign an edition"),
        ("needed = 2", "needed = 0", "needed: say how many of the 2 must sign an edition"),
        ("needed = 2\n", "", "needed: say how many of the 2 must sign an edition"),
        (
            "sequence = 3\n",
            "",
            "sequence: is missing: number the editions that people sign, 1 and on",
        ),
        (
            '"physician"]',
            '"nurse"]',
            "person[Ben Example].role: signing_roles does not list physician",
        ),
        (
            "Ben Example",
            "Ann Example",
            "person: 2 have the name Ann Example: each has one of their own",
        ),
        (KEYS[1], KEYS[0], f"person: 2 have the key {KEYS[0]}: each has one of their own"),
        (KEYS[3], KEYS[0], f"person: 2 have the key {KEYS[0]}: each has one of their own"),
    ],
)  # fmt: skip
def test_people_who_could_not_be_told_apart_or_counted_are_refused(pack, old, new, problem):
    write(pack, TWO.replace(old, new))
    assert f"pack.toml: {problem}" in [str(one) for one in pack.found()]


def test_a_number_of_people_without_people_is_refused(pack):
    write(pack, f'needed = 1\nrecall_key = "{KEYS[3]}"\n')
    assert [str(one) for one in pack.found()] == [
        f"pack.toml: {key}: says how people sign, and nobody does: list each as a [[person]]"
        for key in ("needed", "recall_key")
    ]


def test_typed_signatures_and_keys_are_not_both_there(pack):
    write(pack, TWO)
    signed = 'signed = [{ name = "A. Name", role = "physician", date = 2026-11-22 }]'
    pack.replace("pack.toml", "signed = []", signed)
    assert [one.place for one in pack.found()] == ["signed"]


@pytest.mark.parametrize("key", ["AB" * 32, "ab" * 31, "x" * 64])
def test_a_key_is_64_figures_of_hexadecimal(pack, key):
    write(pack, TWO.replace(KEYS[0], key))
    assert [one.place for one in pack.found()] == ["person[1].key"]


@pytest.mark.parametrize("name", ["<b>Ann</b>", " ", "A" * 101])
def test_a_name_is_short_and_plain(pack, name):
    write(pack, TWO.replace("Ann Example", name))
    assert [one.place for one in pack.found()] == ["person[1].name"]


def test_more_people_than_a_phone_reads_are_refused(pack):
    more = "".join(
        f'[[person]]\nname = "P {number}"\nrole = "physician"\nkey = "{number:064x}"\n'
        for number in range(30, 50)
    )
    write(pack, TWO + more)
    assert "pack.toml: person: 22 people are listed, and a phone reads 20" in map(str, pack.found())
