"""Dates and times of day as whole minutes; local clock time, no zone, no clock is read."""

import re
from datetime import datetime, timedelta
from fractions import Fraction

from webref.dosing.numbers import Refused
from webref.dosing.words import say

FIRST_YEAR, LAST_YEAR = 2000, 2099
CALENDAR_UNITS = ("date", "moment", "clock")

_EPOCH = datetime(1970, 1, 1)


class NoDate(Exception):
    """A date outside the calendar that is shown."""


_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_CLOCK = re.compile(r"([0-9]{2}):([0-9]{2})")


def read_date(text: str) -> Fraction:
    """`2026-11-22` to the minutes from 1970 to that midnight; anything else is Refused."""
    match = _DATE.fullmatch(text)
    if not match:
        raise Refused(say("date.form"))
    year, month, day = (int(part) for part in match.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused(say("date.years", first=str(FIRST_YEAR), last=str(LAST_YEAR)))
    try:
        moment = datetime(year, month, day)
    except ValueError:
        raise Refused(say("date.none")) from None
    return _minutes(moment)


def read_clock(text: str) -> Fraction:
    """`09:30` to the minutes from midnight; anything else is Refused."""
    match = _CLOCK.fullmatch(text)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise Refused(say("date.clock"))
    return Fraction(int(match[1]) * 60 + int(match[2]))


def read_moment(text: str) -> Fraction:
    """`2026-11-22T09:30` to the minutes from 1970; anything else is Refused."""
    date, letter, clock = text.partition("T")
    if not letter:
        raise Refused(say("date.moment"))
    return read_date(date) + read_clock(clock)


def show_calendar(minutes: Fraction, unit: str) -> str:
    """Minutes as a date, a moment or a time of day, parts of a minute cut off; NoDate outside."""
    if unit not in CALENDAR_UNITS:
        raise ValueError(f"{unit} is no unit of the calendar")
    whole = minutes.numerator // minutes.denominator
    if unit == "clock":
        return f"{whole // 60 % 24:02d}:{whole % 60:02d}"
    if not _minutes(datetime(FIRST_YEAR, 1, 1)) <= whole < _minutes(datetime(LAST_YEAR + 1, 1, 1)):
        raise NoDate(f"a date outside {FIRST_YEAR} to {LAST_YEAR}")
    moment = _EPOCH + timedelta(minutes=whole)
    date = say(
        "date.shown",
        weekday=say("date.days").split(" ")[moment.weekday()],
        day=str(moment.day),
        month=say("date.months").split(" ")[moment.month - 1],
        year=str(moment.year),
    )
    time = f"{moment.hour:02d}:{moment.minute:02d}"
    return date if unit == "date" else say("date.with-time", date=date, time=time)


def _minutes(moment: datetime) -> Fraction:
    return Fraction((moment - _EPOCH) // timedelta(minutes=1))
