"""The commands: a key is made, an edition is signed, and whoever asks is told by whom."""

import json
import stat
import subprocess
import sys
from dataclasses import replace

import pytest

from e2e.offline.tiny import write_tiny
from tests.outputs.signing.cases import ANN, BEN, CEM, DORA, carried, key_of, people_text
from webref.cli.command import main
from webref.outputs.signing import ed25519
from webref.outputs.signing.order import keep_signatures, refuse_lower


@pytest.fixture(autouse=True)
def answers(monkeypatch):
    """What is typed when a passphrase is asked for."""
    typed = []
    monkeypatch.setattr("getpass.getpass", lambda _: typed.pop(0))
    return typed


@pytest.fixture
def keys(tmp_path):
    """The private keys of everybody, in files."""
    for one in (ANN, BEN, CEM, DORA):
        ed25519.write_key(key_of(one.name), tmp_path / one.name, "")
    return lambda one: tmp_path / one.name


@pytest.fixture
def written(tmp_path):
    """Writes an edition with these people; its folder."""

    def write(people, name="edition", number=1):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        (folder / "people.json").write_text(people_text(people), "utf-8")
        write_tiny(folder, number)
        return folder

    return write


def run(capsys, *words):
    """A command's exit code and all that it printed."""
    code = main([str(word) for word in words])
    out = capsys.readouterr()
    return code, out.out + out.err


def sign(capsys, folder, key, *more):
    return run(capsys, "sign", folder, "--key", key, "--date", "2026-11-29", *more)


def test_an_edition_is_signed_by_one_after_another(capsys, written, keys):
    folder = written(carried())
    code, text = run(capsys, "verify", folder)
    assert code == 1
    assert "tiny, number 7: not signed by enough: 0 of the 2 needed have signed" in text
    assert sign(capsys, folder, keys(ANN))[0] == 0
    code, text = run(capsys, "verify", folder)
    assert (code, f"  Ann Example, pharmacist, key {ANN.key}: 2026-11-29" in text) == (1, True)
    assert f"  {BEN.name}, pharmacist, key {BEN.key}: has not signed" in text
    code, text = sign(capsys, folder, keys(BEN))
    assert (code, "tiny, number 7: signed, 2 of the 2 needed have signed" in text) == (0, True)
    assert sign(capsys, folder, keys(BEN))[0] == 0
    assert len(json.loads((folder / "signatures.json").read_text())["signatures"]) == 2
    code, text = run(capsys, "verify", folder)
    assert (code, "compare them with those published elsewhere" in text) == (0, True)


def test_an_edition_that_nobody_signs_says_so_and_is_whole(capsys, tmp_path):
    write_tiny(tmp_path, 1)
    code, text = run(capsys, "verify", tmp_path)
    assert (code, "tiny: unsigned, since the pack lists nobody who signs it" in text) == (0, True)


def test_signatures_made_elsewhere_are_added(capsys, written, keys, tmp_path):
    folder, elsewhere = written(carried()), written(carried(), "elsewhere")
    sign(capsys, folder, keys(ANN))
    sign(capsys, elsewhere, keys(BEN))
    code, text = run(capsys, "sign", folder, "--add", elsewhere / "signatures.json")
    assert (code, "signed, 2 of the 2 needed" in text) == (0, True)
    other = written(carried(), "other", number=2)
    code, text = run(capsys, "sign", other, "--add", folder / "signatures.json")
    assert (code, "proves nothing of this edition" in text) == (1, True)
    assert not (other / "signatures.json").exists()


def test_new_keys_are_signed_by_the_old(capsys, written, keys, tmp_path):
    old = written(carried(), "old") / "people.json"
    folder = written(carried(CEM, DORA, sequence=8))
    for one in (CEM, DORA):
        sign(capsys, folder, keys(one))
    assert run(capsys, "verify", folder)[0] == 0
    code, text = run(capsys, "verify", folder, "--people", old)
    assert (code, "not by enough of the people known before" in text) == (1, True)
    code, text = sign(capsys, folder, keys(ANN))
    assert (code, f"the pack lists nobody with the key {ANN.key}" in text) == (1, True)
    code, text = sign(capsys, folder, keys(ANN), "--people", old)
    assert (code, "tiny, number 8: signed" in text) == (0, True)
    assert run(capsys, "verify", folder, "--people", old)[0] == 0


def test_an_older_edition_and_one_without_people_are_told(capsys, written, keys, tmp_path):
    folder = written(carried())
    for one in (ANN, BEN):
        sign(capsys, folder, keys(one))
    known = tmp_path / "known.json"
    known.write_text(people_text(carried(sequence=9)), "utf-8")
    code, text = run(capsys, "verify", folder, "--people", known)
    assert (code, "older than the edition 9 known before" in text) == (1, True)
    bare = tmp_path / "bare"
    write_tiny(bare, 1)
    code, text = run(capsys, "verify", bare, "--people", known)
    assert (code, "lists nobody who signs it, and the edition known before did" in text) == (
        1,
        True,
    )
    known.write_text(people_text(carried(pack="other")), "utf-8")
    assert (
        "sign the pack other, which is not here"
        in run(capsys, "verify", folder, "--people", known)[1]
    )


@pytest.mark.parametrize(
    ("name", "said"), [("one.pdf", "not the file that the edition lists"), ("a/index.html", "/a/")]
)
def test_nobody_signs_or_is_believed_where_a_file_was_swapped(capsys, written, keys, name, said):
    folder = written(carried())
    for one in (ANN, BEN):
        sign(capsys, folder, keys(one))
    (folder / name).write_bytes(b"%PDF-1.7 another")
    for code, text in (sign(capsys, folder, keys(CEM)), run(capsys, "verify", folder)):
        assert (code, said in text) == (1, True)


def test_nobody_signs_what_was_checked_by_nobody(capsys, written, keys):
    folder = written(replace(carried(), unchecked=3))
    code, text = sign(capsys, folder, keys(ANN))
    assert (code, "3 files of the pack name no checker" in text) == (1, True)


def test_a_key_is_made_outside_what_is_kept_with_others(capsys, tmp_path, answers):
    answers += ["", "a long word", "a long word", "a long word", "another"]
    file = tmp_path / "plain.pem"
    code, text = run(capsys, "key", file)
    public = ed25519.public_key(ed25519.read_key(file))
    assert (code, f'key = "{public}"' in text, "whoever copies it can sign" in text) == (
        0, True, True,
    )  # fmt: skip
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    sealed = tmp_path / "sealed.pem"
    assert run(capsys, "key", sealed)[0] == 0
    assert ed25519.is_sealed(sealed)
    assert ed25519.read_key(sealed, "a long word")
    with pytest.raises(OSError, match="passphrase is another one"):
        ed25519.read_key(sealed, "")
    assert "not the same" in run(capsys, "key", tmp_path / "third.pem")[1]
    (tmp_path / "kept/.git").mkdir(parents=True)
    code, text = run(capsys, "key", tmp_path / "kept/deep.pem")
    assert (code, "is kept with others" in text) == (1, True)
    answers += [""]
    assert run(capsys, "key", file)[0] == 1  # it stands already


def test_numbers_rise_and_signatures_stay_with_their_edition(capsys, written, keys, tmp_path):
    folder = written(carried())
    listing = folder / "edition.json"
    for one in (ANN, BEN):
        sign(capsys, folder, keys(one))
    same, other = written(carried(), "same"), written(carried(), "other", number=2)
    keep_signatures(folder, same, "/")
    assert (same / "signatures.json").read_bytes() == (folder / "signatures.json").read_bytes()
    for path in (listing, other / "edition.json"):
        path.write_text(path.read_text().replace('"pack"', '"sequence": 7,\n "pack"'))
    with pytest.raises(OSError, match=r"In pack[.]toml, write sequence = 8"):
        keep_signatures(folder, other, "/")
    refuse_lower(folder, "/", 7)
    for lower in (None, 6):
        with pytest.raises(OSError, match="would call this one older"):
            refuse_lower(folder, "/", lower)
    refuse_lower(tmp_path / "nothing", "/", None)


def test_nobody_needs_the_package_of_keys_who_signs_nothing():
    asked = "import sys, webref.cli.command, webref.web.build, webref.web.serve\n"
    asked += "sys.exit('cryptography' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
