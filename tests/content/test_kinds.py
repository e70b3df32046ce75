"""One row for each kind of page, and a template behind each row."""

from pathlib import Path

import pytest

from webref.content.kinds import HITS, KINDS, PARTS, TABLES

TEMPLATES = Path(__file__).parents[2] / "templates"
UNLISTED = {"index", "documents"}  # of the printed monograph, made of no kind of page
COMMON = "rows"  # how a part is printed that has no template of its own


def test_every_kind_has_a_template_and_every_template_a_kind():
    assert {path.stem for path in (TEMPLATES / "pages").glob("*.html")} == set(KINDS)


def test_every_template_of_the_printed_monograph_is_of_a_part_and_other_parts_have_rows():
    names = {path.stem for path in (TEMPLATES / "print/parts").glob("*.html")}
    parts = {name for name, _ in PARTS}
    assert names <= parts | UNLISTED | {COMMON}
    assert names >= UNLISTED | {COMMON}
    assert all(KINDS[name].rows for name in parts - names)


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.rows])
def test_what_search_finds_of_a_row_is_of_a_kind_that_it_weighs(name):
    assert KINDS[name].table is not None
    assert HITS[KINDS[name].rows.id] is KINDS[name].rows


def test_no_two_files_of_rows_share_a_name():
    assert len({table.file for table in TABLES}) == len(TABLES)
