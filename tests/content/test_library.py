"""A folder of packs: each is read as it is alone, and what spans them is held together."""

from datetime import date

import pytest

from tests.content.tiny import TinyPack
from webref.content.library import load_library, pack_folders
from webref.errors import ContentError

TODAY = date(2026, 11, 22)


@pytest.fixture
def other(pack, tmp_path):
    """A second pack beside the tiny one."""
    other = TinyPack(tmp_path / "otherin")
    other.replace("pack.toml", 'id = "examplin"', 'id = "otherin"')
    return other


def problems(folder):
    with pytest.raises(ContentError) as caught:
        load_library(folder, TODAY)
    return [str(one) for one in caught.value.problems if not one.warning]


def test_packs_are_kept_by_id_in_order_and_what_is_no_pack_is_left(pack, other, tmp_path):
    (tmp_path / "notes").mkdir()
    (tmp_path / "LICENSE").touch()
    library = load_library(tmp_path, TODAY)
    assert list(library.sites) == ["examplin", "otherin"]
    assert library.sites["examplin"] == pack.site()


def test_every_problem_of_every_pack_is_told_with_its_folder(pack, other, tmp_path):
    for one in (pack, other):
        one.replace("pack.toml", "title =", "titel =")
    told = problems(tmp_path)
    assert {line.partition("/")[0] for line in told} == {"examplin", "otherin"}


def test_a_folder_is_named_as_its_pack_is(pack, tmp_path):
    pack.root.rename(tmp_path / "elsewhere")
    told = "elsewhere/pack.toml: id: examplin lies in a folder named elsewhere; name both alike"
    assert problems(tmp_path) == [told]


def test_a_label_means_the_same_in_every_pack(pack, other, tmp_path):
    other.replace("pack.toml", 'name = "United States"', 'name = "American Samoa"')
    assert problems(tmp_path) == [
        "otherin/pack.toml: label[us]: here it means label US American Samoa, and in examplin "
        "label US United States; give one of them another id"
    ]


def test_a_folder_without_packs_is_refused_with_what_a_pack_is(tmp_path):
    assert pack_folders(tmp_path) == ()
    assert problems(tmp_path) == [
        f"{tmp_path}: folder: no pack lies in it: a folder that holds a pack.toml"
    ]
