"""Raw query strings, read strictly."""

from urllib.parse import quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.dosing.cases import BAD_VALUES, MALFORMED
from webref.dosing.query import LONGEST, Malformed, parse_query

NAMES = {"a", "b", "stock_unit"}


@given(some.dictionaries(some.sampled_from(sorted(NAMES)), some.text(max_size=40)))
def test_reads_what_a_browser_writes(parameters):
    assert parse_query(urlencode(parameters), NAMES) == parameters
    assert parse_query(urlencode(parameters, quote_via=quote), NAMES) == parameters


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("", {}),
        ("a=", {"a": ""}),
        ("a=1+2%2B3", {"a": "1 2+3"}),
        ("a=b=c", {"a": "b=c"}),
        ("%61=%c3%A9", {"a": "\u00e9"}),
        ("a=%EF%BB%BF5", {"a": "\ufeff5"}),
        ("a=%00&b=%7F", {"a": "\x00", "b": "\x7f"}),
        ("a=%F0%9F%92%8A", {"a": "\U0001f48a"}),
        ("a=;/?~!'()*", {"a": ";/?~!'()*"}),
    ],
)
def test_reads_every_well_formed_spelling(raw, wanted):
    assert parse_query(raw, NAMES) == wanted


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("a", "without an equals sign"),
        ("a=1&", "without an equals sign"),
        ("&a=1", "without an equals sign"),
        ("a=1&&b=2", "without an equals sign"),
        ("c=1", "is not known here"),
        ("=1", "is not known here"),
        ("A=1", "is not known here"),
        ("a=1&a=1", "gives a twice"),
        ("a=1&%61=2", "gives a twice"),
        ("a=%", "percent sign"),
        ("a=%4", "percent sign"),
        ("a=%4g", "percent sign"),
        ("a=%+1", "percent sign"),
        ("%=1", "percent sign"),
        ("a=%FF", "UTF-8"),
        ("a=%C0%AF", "UTF-8"),
        ("a=%ED%A0%80", "UTF-8"),
        ("a=%F4%90%80%80", "UTF-8"),
        ("a=%C3", "UTF-8"),
        ("%FF=1", "UTF-8"),
        ("a=1 2", "not percent-encoded"),
        ("a=\u00e9", "not percent-encoded"),
        ("a=1\n", "not percent-encoded"),
        ("a=\x7f", "not percent-encoded"),
        ("a=" + "5" * (LONGEST - 1), "longer than"),
    ],
)
def test_refuses_everything_else_with_the_reason(raw, reason):
    with pytest.raises(Malformed, match=f"^This address .*{reason}.*[.]$"):
        parse_query(raw, NAMES)


def test_the_longest_query_is_read():
    raw = "a=" + "5" * (LONGEST - 2)
    assert parse_query(raw, NAMES) == {"a": raw[2:]}


@given(some.text(max_size=60) | some.sampled_from([*MALFORMED, *BAD_VALUES]))
def test_no_text_does_more_than_be_read_or_be_malformed(raw):
    try:
        parameters = parse_query(raw, NAMES)
    except Malformed as malformed:
        assert str(malformed).startswith("This address ")
    else:
        assert set(parameters) <= NAMES
