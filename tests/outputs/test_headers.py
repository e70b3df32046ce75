"""The table of headers: strict, closed, and the same for every host."""

import re

import pytest

from webref.outputs.headers import POLICY, SECURITY, answer_headers, content_type


def test_the_policy_lets_nothing_in_from_elsewhere_and_runs_nothing_inline() -> None:
    assert "default-src 'self'" in POLICY
    assert not re.search(r"unsafe|\*|https?:|data:|blob:", POLICY)


def test_every_answer_carries_the_whole_table() -> None:
    assert SECURITY.items() <= answer_headers().items()
    assert answer_headers()["Content-Security-Policy"] == POLICY
    assert answer_headers()["Cache-Control"] == "no-cache"


def test_tls_is_promised_only_behind_tls() -> None:
    assert "Strict-Transport-Security" not in answer_headers()
    assert "max-age=" in answer_headers(tls=True)["Strict-Transport-Security"]


def test_every_feature_named_is_closed() -> None:
    features = SECURITY["Permissions-Policy"].split(", ")
    assert len(features) > 5
    assert all(re.fullmatch(r"[a-z-]+=\(\)", feature) for feature in features)


def test_a_media_type_follows_from_the_last_ending() -> None:
    assert content_type("vendor/mustache.min.js") == "text/javascript; charset=utf-8"


@pytest.mark.parametrize("name", ["README", "a.exe", "a.html.old"])
def test_a_name_without_a_media_type_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no media type"):
        content_type(name)
