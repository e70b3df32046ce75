"""Parts of the last build: found by all that they were made from, and never half."""

import pytest

from webref.outputs.cache import Cache, digest_of


def test_a_part_is_made_once(tmp_path):
    assert Cache(tmp_path).take("key", lambda: b"part") == b"part"
    assert Cache(tmp_path).take("key", lambda: b"other") == b"part"


@pytest.mark.parametrize("spoilt", [b"", b"x", b"x" * 31, b"x" * 36])
def test_a_part_that_was_cut_or_altered_is_made_again(tmp_path, spoilt):
    Cache(tmp_path).put("key", b"part")
    (tmp_path / "key").write_bytes(spoilt)
    assert Cache(tmp_path).take("key", lambda: b"again") == b"again"
    assert Cache(tmp_path).get("key") == b"again"


def test_parts_do_not_run_into_each_other():
    assert digest_of("ab", "c") != digest_of("a", "bc")
    assert digest_of("ab", b"c") == digest_of(b"ab", "c")


def test_what_nothing_asked_for_is_forgotten(tmp_path):
    for key in ("old", "new"):
        Cache(tmp_path).put(key, b"part")
    cache = Cache(tmp_path)
    cache.get("new")
    cache.prune()
    assert [path.name for path in tmp_path.iterdir()] == ["new"]
