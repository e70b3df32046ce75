"""What a calculator gets wrong is told with its file, its place and what to write instead."""

import pytest

from tests.content.volume import FILE, write_volume

SHARE, VOLUME = "output[share].value", "output[volume]"


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        ('value = "dose / first"', 'value = "root(dose / first)"', SHARE, "root(a, 4)"),
        ('value = "dose / first"', 'value = "power(dose / first, 2)"', SHARE, "power("),
        ('value = "dose / first"', 'value = "exp(dose / first)"', SHARE, "exp: "),
        ('value = "dose / first"', 'value = "dose"', SHARE, "not as plain number"),
        ('unit = "mL"\nmain', 'unit = "mL/kg"\nmain', f"{VOLUME}.value", "not as mL/kg"),
        ('unit = "mL"\nmain', 'unit = "mL/Kg"\nmain', VOLUME, "did you mean mL/kg?"),
        ('unit = "mL"\nmain', 'unit = "mL/mL"\nmain', VOLUME, "no unit mL/mL: "),
        ('unit = "mL"\nmain', 'unit = "mg per mcg"\nmain', VOLUME, "write % or no unit"),
        ('{ volume = "0.25 mL" }', '{ volume = "0.52 mL" }', "example[25]", "volume is 0.25 mL"),
        ('status = "ok"', 'status = "stop"', "example[10]", "status is ok, not stop"),
    ],
)
def test_a_refusal_names_file_and_place_and_what_to_write(pack, old, new, place, said):
    write_volume(pack)
    pack.replace(FILE, old, new)
    found = pack.problems()
    assert any(line.startswith(f"{FILE}: {place}") and said in line for line in found), found
