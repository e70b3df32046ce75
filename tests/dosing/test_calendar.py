"""Dates and times of day as whole minutes."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from webref.dosing.calendar import NoDate, read_clock, read_date, read_moment, show_calendar
from webref.dosing.numbers import Refused

EPOCH = datetime.datetime(1970, 1, 1)
moments = some.datetimes(datetime.datetime(2000, 1, 1), datetime.datetime(2099, 12, 31, 23, 59))


@given(moments)
def test_a_moment_is_the_minutes_since_1970(moment):
    minutes = read_moment(moment.strftime("%Y-%m-%dT%H:%M"))
    assert minutes == (moment - EPOCH) // datetime.timedelta(minutes=1)


@given(moments, some.fractions(0, 1).filter(lambda part: part < 1))
def test_a_part_of_a_minute_is_cut_off(moment, part):
    minutes = read_moment(moment.strftime("%Y-%m-%dT%H:%M")) + part
    wanted = f"{moment:%a} {moment.day} {moment:%b %Y}"
    assert show_calendar(minutes, "date") == wanted
    assert show_calendar(minutes, "moment") == f"{wanted}, {moment:%H:%M}"
    assert show_calendar(minutes, "clock") == f"{moment:%H:%M}"


@given(some.times())
def test_a_time_of_day_is_the_minutes_since_midnight(time):
    assert read_clock(f"{time:%H:%M}") == time.hour * 60 + time.minute


@pytest.mark.parametrize(
    ("minutes", "shown"), [(-1, "23:59"), (1440, "00:00"), (Fraction(-1, 2), "23:59"), (0, "00:00")]
)
def test_a_time_of_day_wraps_at_midnight(minutes, shown):
    assert show_calendar(Fraction(minutes), "clock") == shown


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "year-month-day"),
        ("2026-1-01", "year-month-day"),
        ("2026-01-01 ", "year-month-day"),
        ("2026-01-01\n", "year-month-day"),
        ("\u0662026-01-01", "year-month-day"),
        ("01/02/2026", "year-month-day"),
        ("1999-12-31", "from 2000 to 2099"),
        ("2100-01-01", "from 2000 to 2099"),
        ("2026-02-29", "no such day"),
        ("2026-04-31", "no such day"),
        ("2026-00-01", "no such day"),
        ("2026-13-01", "no such day"),
        ("2026-01-00", "no such day"),
    ],
)
def test_a_date_that_is_none_is_refused_with_the_reason(text, reason):
    with pytest.raises(Refused, match=f"^(A date|Years|There is) .*{reason}.*[.]$"):
        read_date(text)


@pytest.mark.parametrize("text", ["", "9:30", "24:00", "12:60", "09:30:00", "09.30", "0930", "a"])
def test_a_time_of_day_that_is_none_is_refused(text):
    with pytest.raises(Refused, match="00:00 to 23:59"):
        read_clock(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-11-22", "Date and time are read together, such as 2026-11-22T09:30"),
        ("2026-11-22 09:30", "Date and time"),
        ("2026-11-22T", "00:00 to 23:59"),
        ("2026-11-22T09:30T", "00:00 to 23:59"),
        ("T09:30", "year-month-day"),
        ("2026-02-30T09:30", "no such day"),
    ],
)
def test_a_moment_that_is_none_is_refused(text, reason):
    with pytest.raises(Refused, match=f"{reason}.*[.]$"):
        read_moment(text)


def test_first_and_last_minute_are_shown_and_those_beside_them_are_not():
    first, last = read_moment("2000-01-01T00:00"), read_moment("2099-12-31T23:59")
    assert show_calendar(first, "moment") == "Sat 1 Jan 2000, 00:00"
    assert show_calendar(last, "date") == "Thu 31 Dec 2099"
    for outside in (first - Fraction(1, 10), last + 1, last + 10**15, first - 10**15):
        with pytest.raises(NoDate, match=r"^a date outside 2000 to 2099$"):
            show_calendar(outside, "date")
