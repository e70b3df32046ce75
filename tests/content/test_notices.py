"""notices.toml, in the form that a phone takes."""

from datetime import date
from pathlib import Path

import pytest

from tests.content.notices import HEAD
from webref.content.load import read_site
from webref.content.tables import notices as records
from webref.content.tables.notices import NoticeList

NOTICE = {
    "id": '"first"',
    "date": "2026-11-22",
    "level": '"withdrawn"',
    "subject": '"monograph/start"',
    "text": '"Read again."',
}


def notices(*rows):
    """A notices.toml of rows that differ from NOTICE in what they give."""
    return HEAD + "".join(
        "[[notice]]\n" + "".join(f"{key} = {value}\n" for key, value in {**NOTICE, **row}.items())
        for row in rows
    )


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"text": '""'}, ".text: write 1 to 600 characters without < and >"),
        ({"text": '"Doses < 50 mcg."'}, ".text: write 1 to 600 characters without < and >"),
        ({"text": f'"{"x" * 601}"'}, ".text: write 1 to 600 characters without < and >"),
        (
            {"text": '"' + "\U0001f48a" * 301 + '"'},
            ".text: write 1 to 600 characters without < and >",
        ),
        ({"subject": '"home"'}, ".subject: no page that can be recalled"),
        ({"subject": '"protocols/start/us"'}, ".subject: no page that can be recalled"),
        ({"subject": '"edition/abc"'}, ".subject: no page that can be recalled"),
        ({"subject": '"edition/ABCDEF01"'}, ".subject: no page that can be recalled"),
        ({"subject": '""'}, ": a withdrawn notice names its subject"),
    ],
)
def test_a_notice_that_a_phone_would_ignore_is_refused(pack, row, problem):
    pack.write("notices.toml", notices(row))
    (found,) = pack.problems()
    assert f"notices.toml: notice[first]{problem}" in found


def test_more_notices_than_a_phone_takes_are_refused(pack):
    rows = [{"id": f'"n{n}"', "subject": '"edition/abcdef0"'} for n in range(51)]
    pack.write("notices.toml", notices(*rows[:50]))
    assert len(pack.site().notices) == 50
    pack.write("notices.toml", notices(*rows))
    assert "at most 50" in pack.problems()[0]


def test_a_phone_takes_notices_of_the_same_form():
    script = (Path(__file__).parents[2] / "static/offline/notices.js").read_text("utf-8")
    assert f"const MOST = {records.NOTICES_MOST};" in script
    assert f"text: /^{records.NOTICE_TEXT}$/," in script
    ways = records.NOTICE_SUBJECT.replace("/", "\\/").split("|edition")
    assert f"subject: /^$|^{ways[0].removeprefix('|')}$|^edition{ways[1]}$/," in script
    assert f"const LAST = {records.SEQUENCE_MOST};" in script.replace("_", "")


def test_a_list_has_a_number_its_day_and_the_last_day_it_holds_for(pack):
    pack.write("notices.toml", HEAD)
    listed = NoticeList(3, date(2026, 11, 22), date(2027, 2, 22))
    assert pack.site().notice_list == listed


def test_a_pack_without_notices_gives_list_0_from_its_date_to_its_review(pack):
    site = pack.site()
    assert site.notice_list == NoticeList(0, site.pack.date, site.pack.review_by)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("sequence = 3\n", "", "sequence: is missing"),
        ("sequence = 3", "sequence = 0", "sequence: write at least 1, not 0"),
        ("until = 2027-02-22", "until = 2026-11-22", "until is the last day the list holds for"),
        ("issued = 2026-11-22", "issued = 2026-11-21", "issued before its notice first"),
    ],
)
def test_a_list_whose_number_or_days_cannot_be_is_refused(pack, old, new, problem):
    pack.write("notices.toml", notices({}).replace(old, new))
    assert problem in pack.problems()[0]


def test_a_list_that_no_longer_holds_is_a_warning(pack):
    pack.write("notices.toml", HEAD)
    _, found = read_site(pack.root, date(2027, 2, 23))
    assert "notices.toml: until: warning: 2027-02-22 is past" in map(str, found)
