"""A folder of packs: each is read as it is alone, and what spans them is held together."""

from datetime import date

import pytest

from tests.content.tiny import TinyPack
from webref.content.library import load_library, pack_folders
from webref.content.load import load_site
from webref.errors import ContentError
from webref.render.screen import ScreenNotes

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


def test_a_row_of_compare_has_one_name_in_every_pack(pack, other, tmp_path):
    row = '[[row]]\nid = "use"\nname = "{}"\n'
    column = '[[column]]\nid = "us"\nname = "US"\nkind = "label"\n'
    column += 'cells = { use = "Named [@us-label: page 1]." }\n'
    pack.write("compare.toml", row.format("Use") + column)
    other.write("compare.toml", row.format("Used for") + column)
    assert problems(tmp_path) == [
        "otherin/compare.toml: row[use]: here it means Used for, and in examplin Use; "
        "give one of them another id"
    ]


MIX = """[[interaction]]
id = "mix"
name = "{}"
class = "Others"
effect = "More of both [@us-label: page 1]."
action = "Named only [@us-label: page 1]."
route_seen = "oral"
search = ["{}"]
"""


def test_an_interaction_stands_in_both_packs(pack, other, tmp_path):
    other.replace("pack.toml", 'title = "Examplin"', 'title = "Otherin"')
    pack.write("interactions.toml", MIX.format("Others", "the drug otherin"))
    assert problems(tmp_path) == [
        "examplin/interactions.toml: interaction[mix].search: it is found by Otherin, and no row "
        "of otherin/interactions.toml is found by Examplin: add one there, since readers of "
        "either look for the other"
    ]
    other.write("interactions.toml", MIX.format("Examplin", "otherwise"))
    assert list(load_library(tmp_path, TODAY).sites) == ["examplin", "otherin"]
    pack.write("interactions.toml", MIX.format("Others", "otherinol"))
    other.write("interactions.toml", MIX.format("Others", "something"))
    load_library(tmp_path, TODAY)


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("otherin:home", ""),
        ("otherin:monograph/start#start-more", ""),
        ("otherin:monograph/star", "otherin has no page monograph/star to link to; did you mean "),
        ("othrin:home", "there is no pack othrin beside this one; did you mean otherin"),
    ],
)
def test_a_link_to_another_pack_finds_its_page(pack, other, tmp_path, link, told):
    pack.body(f"See [the other]({link}) [@us-label: page 1].")
    if not told:
        site = load_library(tmp_path, TODAY).sites["examplin"]
        assert site.elsewhere == (link.partition("#")[0],)
        return
    [found] = problems(tmp_path)
    assert found.startswith(f"examplin: ({link}): {told}")


def test_a_link_to_another_pack_leads_there_in_a_library_alone(pack):
    pack.body("See [the other](otherin:monograph/start#start-more) [@us-label: page 1].")
    bodies = [text_of_page(load_site(pack.root, TODAY, base)) for base in ("/", "/examplin/")]
    assert bodies[0].startswith("<p>See the other<")
    there = '<a href="/otherin/monograph/start/#start-more">the other</a>'
    assert bodies[1].startswith(f"<p>See {there}<")


def text_of_page(site):
    """The section of the tiny pack as a page shows it."""
    return str(ScreenNotes().html(site.sections["start"].body))


def test_a_folder_without_packs_is_refused_with_what_a_pack_is(tmp_path):
    assert pack_folders(tmp_path) == ()
    assert problems(tmp_path) == [
        f"{tmp_path}: folder: no pack lies in it: a folder that holds a pack.toml"
    ]
