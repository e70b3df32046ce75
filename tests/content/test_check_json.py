"""`webref check --json`: what `webref check` says, as one list for an editor's program."""

import json

import pytest

from webref.cli.codes import DRIFTED, OK, WRONG
from webref.cli.command import main

US = "\n\nStart with 50 micrograms (0.5 mL); usually\nonce a day, later 30-80 mcg.\n"


def listed(capsys, *words):
    code = main(["check", *words, "--json"])
    out, said = capsys.readouterr()
    assert said == ""
    return code, json.loads(out)


def test_a_pack_without_problems_gives_an_empty_list(pack, capsys):
    assert listed(capsys, str(pack.root)) == (OK, [])


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("monograph/start.md", "{start.us}", "{start.uk} 5.0 mg"),
        ("pack.toml", "title =", "titel ="),
        ("sources.toml", "[[source]]", "[[source"),
    ],
)
def test_every_problem_stands_in_the_list_as_check_prints_it(pack, capsys, file, old, new):
    pack.replace(file, old, new)
    code, records = listed(capsys, str(pack.root))
    assert (code, [set(one) for one in records]) == (
        WRONG,
        [{"file", "place", "message", "warning"}] * len(records),
    )
    assert main(["check", str(pack.root)]) == code
    lines = capsys.readouterr().err.splitlines()
    word = {True: "warning: ", False: ""}
    assert lines == [
        f"{one['file']}: {one['place']}: {word[one['warning']]}{one['message']}" for one in records
    ]


def test_a_warning_is_listed_and_passes(pack, capsys):
    pack.replace("pack.toml", "review_by = 2027-05-22", "review_by = 2026-11-23")
    pack.replace("pack.toml", "date = 2026-11-22", "date = 2025-11-22")
    pack.replace("pack.toml", "review_by = 2026-11-23", "review_by = 2025-11-23")
    code, records = listed(capsys, str(pack.root))
    assert code == OK
    assert {
        "file": "pack.toml", "place": "review_by", "message": "2025-11-23 is past", "warning": True,
    } in records  # fmt: skip


def test_a_figure_that_stands_on_no_line_cited_is_listed_and_ends_with_3(pack, capsys, tmp_path):
    (tmp_path / "copies").mkdir()
    (tmp_path / "copies/000_label.txt").write_text(US.replace("50", "55"))
    code, records = listed(capsys, str(pack.root), "--against", str(tmp_path / "copies"))
    assert code == DRIFTED
    assert [one["place"] for one in records] == ["fact[start.us]"]
