"""A list of recalls counts only where the recall key signed it, once a pack names one."""

import json

import pytest

from tests.content.tiny import TinyPack
from tests.outputs.signing.cases import ANN, DORA, key_of
from webref.cli.command import main
from webref.errors import ContentError
from webref.outputs.signing import ed25519
from webref.outputs.signing.recalls import is_signed, recall_message
from webref.web.build import notices

PEOPLE = f"""
sequence = 3
needed = 1
recall_key = "{DORA.key}"
signing_roles = ["pharmacist"]

[[person]]
name = "{ANN.name}"
role = "pharmacist"
key = "{ANN.key}"
"""
LIST = """sequence = 4
issued = 2026-11-22
until = 2027-05-22

[[notice]]
id = "n1"
date = 2026-11-22
level = "withdrawn"
subject = "monograph/start"
text = "A wrong figure, \\"sic\\": 药."
"""


@pytest.fixture
def pack(tmp_path):
    return TinyPack(tmp_path)


@pytest.fixture
def keyed(pack):
    """A pack that names a recall key and has a list."""
    pack.replace("pack.toml", "format = 2\n", f"format = 2\n{PEOPLE}")
    pack.write("notices.toml", LIST)
    return pack


@pytest.fixture
def key(tmp_path_factory):
    """The file of somebody's key."""

    def write(one):
        file = tmp_path_factory.mktemp("keys") / "key.pem"
        ed25519.write_key(key_of(one.name), file, "")
        return str(file)

    return write


def listed(pack):
    return json.loads(notices(pack.site()))


def test_a_list_is_signed_in_its_file_and_stays_readable(keyed, key, capsys):
    assert "notices.toml: signature: warning: is missing" in keyed.problems()[0]
    assert not is_signed(DORA.key, "examplin", listed(keyed))
    for _ in range(2):
        assert main(["sign-notices", "--pack", str(keyed.root), "--key", key(DORA)]) == 0
    assert is_signed(DORA.key, "examplin", listed(keyed))
    assert not keyed.problems()
    text = (keyed.root / "notices.toml").read_text("utf-8")
    assert (text.count("signature"), text.startswith("sequence = 4\nissued")) == (1, True)


def test_another_key_signs_nothing(keyed, key, capsys):
    assert main(["sign-notices", "--pack", str(keyed.root), "--key", key(ANN)]) == 1
    assert "not the key that pack.toml names" in capsys.readouterr().err
    assert not is_signed(DORA.key, "examplin", listed(keyed))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sequence = 4", "sequence = 5"),
        ("2027-05-22", "2028-05-22"),
        ("issued = 2026-11-22", "issued = 2026-11-23"),
        ('"withdrawn"', '"info"'),
        ("monograph/start", "emergency/overdose"),
        ("A wrong figure", "A right figure"),
        ('id = "n1"', 'id = "n2"'),
        ("date = 2026-11-22", "date = 2026-11-21"),
    ],
)
def test_a_changed_list_is_signed_by_nobody(keyed, key, old, new):
    main(["sign-notices", "--pack", str(keyed.root), "--key", key(DORA)])
    text = (keyed.root / "notices.toml").read_text("utf-8")
    keyed.write("notices.toml", text.replace(old, new))
    assert not is_signed(DORA.key, "examplin", listed(keyed))


def test_another_pack_another_key_and_no_form_are_refused(keyed, key):
    main(["sign-notices", "--pack", str(keyed.root), "--key", key(DORA)])
    found = listed(keyed)
    assert not is_signed(DORA.key, "other", found)
    assert not is_signed(ANN.key, "examplin", found)
    assert not is_signed(DORA.key, "examplin", found | {"signature": "x"})
    assert not is_signed(DORA.key, "examplin", found | {"signature": 1})
    # A signature of an edition is none of a list, though both are JSON in the end.
    assert recall_message("examplin", found).startswith(b"webref recall list 1\n[")


def test_a_recall_key_needs_a_list_and_a_signature_has_a_form(pack):
    pack.replace("pack.toml", "format = 2\n", f"format = 2\n{PEOPLE}")
    with pytest.raises(ContentError, match=r"recall_key: signs notices[.]toml, which is missing"):
        pack.site()
    pack.write("notices.toml", LIST.replace("until", 'signature = "ab"\nuntil', 1))
    assert "notices.toml: signature: is none: `webref sign-notices` writes it" in pack.problems()
