"""Which pack a command reads where content/ holds several."""

import json
from pathlib import Path

import pytest

from tests.content.tiny import TinyPack
from webref.cli import command
from webref.cli.packs import pack_folder

NAMES = ("examplin", "otherin")


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A folder of webref's own with two packs in its content/."""
    for name in NAMES:
        pack = TinyPack(tmp_path / "content" / name)
        pack.replace("pack.toml", 'id = "examplin"', f'id = "{name}"')
    monkeypatch.setattr(command, "find_root", lambda: tmp_path)
    return tmp_path


def chosen(root, *words, edition=None):
    return pack_folder(command.parser().parse_args([*words, "calc"]), root, edition)


def edition(folder, pack):
    folder.mkdir()
    (folder / "edition.json").write_text(json.dumps({"pack": pack, "files": []}))
    return folder


def test_several_packs_and_no_choice_are_refused_with_what_to_write(root, capsys):
    assert command.main(["calc", "volume"]) == 1
    assert capsys.readouterr().err == (
        "webref: content/ holds several packs and this is done to one; "
        "write --pack examplin or --pack otherin\n"
    )


def test_a_pack_is_named_by_its_folder_or_as_one_that_comes_with_webref(root, monkeypatch):
    assert chosen(root, "--pack", "otherin") == root / "content/otherin"
    assert chosen(root, "--pack", str(root / "elsewhere")) == root / "elsewhere"
    (root / "otherin").mkdir()
    monkeypatch.chdir(root)
    assert chosen(root, "--pack", "otherin") == Path("otherin")


def test_an_edition_says_which_pack_it_is_of(root, tmp_path):
    assert chosen(root, edition=edition(tmp_path / "built", "otherin")) == root / "content/otherin"
    for stranger in (edition(tmp_path / "other", "nosuch"), tmp_path / "none"):
        with pytest.raises(OSError, match="write --pack"):
            chosen(root, edition=stranger)


def test_check_reads_them_all_and_names_the_pack_of_each_problem(root, capsys):
    assert command.main(["check"]) == 0
    assert capsys.readouterr().out.count("no errors\n") == len(NAMES)
    wrong = root / "content/otherin/pack.toml"
    wrong.write_text(wrong.read_text("utf-8").replace("title =", "titel =", 1), "utf-8")
    assert command.main(["check"]) == 1
    assert capsys.readouterr().err.startswith("otherin/pack.toml: ")
    assert command.main(["check", "--pack", "examplin"]) == 0
    capsys.readouterr()
    assert command.main(["check", "--packs", str(root / "content"), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)[0]["file"] == "otherin/pack.toml"
