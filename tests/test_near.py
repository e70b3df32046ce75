"""A name that is not known is refused with the name that was probably meant."""

import pytest

from webref.errors import near


@pytest.mark.parametrize(
    ("name", "known", "said"),
    [
        ("start.uss", ("start.us", "stop.ca"), "; did you mean start.us?"),
        ("START.US", ("start.us", "start.ca"), "; did you mean start.us?"),
        ("dose_2", ("dose_1", "dose_3"), "; did you mean dose_1 or dose_3?"),
        ("loading", ("start.us", "stop.ca"), ""),
        ("start.fr", ("start.us",), ""),
        ("monograph/go", ("monograph/start",), ""),
        ("monograph/go", ("monograph",), ""),
        ("uslabel", ("us-label",), "; did you mean us-label?"),
        ("tga", ("tag", "name"), "; did you mean tag?"),
        ("", ("a", ""), ""),
        ("same", ("same", "sane"), ""),
        ("a" * 61, ("a" * 60,), ""),
    ],
)
def test_what_is_near_is_said_and_what_is_not_is_left_out(name, known, said):
    assert near(name, known) in (said, said.replace("dose_1 or dose_3", "dose_3 or dose_1"))
