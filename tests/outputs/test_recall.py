"""A list of recalls that phones would not heed is refused, and going back lifts none."""

import json

import pytest

from webref.outputs.folder import put
from webref.outputs.library import notices_json
from webref.outputs.recall import keep_recalls, recalls_in, refuse_older

FIRST = {"id": "first", "text": "Read again."}
OTHER = {"id": "other", "text": "Read this too."}


def listed(sequence, *notices):
    return json.dumps({"sequence": sequence, "notices": notices}).encode()


@pytest.fixture
def folder(tmp_path):
    """An edition beside which list 5 stands, with one notice."""
    put(tmp_path, "/edition.json", b'{"files": []}')
    put(tmp_path, "/notices.json", listed(5, FIRST))
    return tmp_path


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (listed(4, FIRST), r"have the number 5, and the pack's have 4: phones .* sequence = 6$"),
        (listed(0), r"have the number 5, and the pack's have 0: .* sequence = 6$"),
        (listed(5), r"have the number 5 as the pack's have, which lack first: .* sequence = 6$"),
        (listed(5, {**FIRST, "text": "Changed."}, OTHER), r"which lack first: .* sequence = 6$"),
    ],
)
def test_a_list_that_phones_would_not_heed_is_refused_with_the_number_to_write(folder, new, why):
    with pytest.raises(OSError, match=why):
        refuse_older(folder, new)


@pytest.mark.parametrize("new", [listed(6), listed(5, FIRST), listed(5, OTHER, FIRST)])
def test_a_list_that_is_newer_or_adds_is_taken(folder, new):
    refuse_older(folder, new)


@pytest.mark.parametrize("text", [b"", b"[]", b"{}", b'{"sequence": "5", "notices": []}'])
def test_a_file_of_the_wrong_form_is_no_list_as_phones_have_it(folder, text):
    put(folder, "/notices.json", text)
    assert recalls_in(folder) == {}
    refuse_older(folder, listed(0))


@pytest.mark.parametrize(("other", "then"), [(listed(4), 5), (listed(6), 6), (b"", 5)])
def test_the_newer_of_two_lists_stays(folder, tmp_path, other, then):
    last = tmp_path / "last"
    put(last, "/edition.json", b'{"files": []}')
    put(last, "/notices.json", other)
    keep_recalls(folder, last)
    assert recalls_in(last)[""]["sequence"] == then


def test_of_a_library_the_newer_list_of_each_pack_stays(tmp_path):
    held = {"issued": "2026-11-22", "until": "2027-05-22", "notices": []}
    for name, numbers in (("now", {"first": 3, "second": 1}), ("last", {"first": 2, "second": 4})):
        packs = {pack: {"sequence": number, **held} for pack, number in numbers.items()}
        put(tmp_path / name, "/edition.json", b'{"files": []}')
        put(tmp_path / name, "/notices.json", notices_json(packs))
    keep_recalls(tmp_path / "now", tmp_path / "last")
    found = recalls_in(tmp_path / "last")
    assert {pack: one["sequence"] for pack, one in found.items()} == {"first": 3, "second": 4}
