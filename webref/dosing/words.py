"""Every sentence that an answer may say, in one table; both engines look them up by id.

`python -m tools.write_tables` writes the page's copy, static/answers/words.js. Names in braces are
filled in by `say`; whatever else is in a sentence is for a reader. A pack may give its own
sentences in the place of these: they hold within `speaking`, and in the page's copy of its edition.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

WORDS: Mapping[str, str] = {
    # A number that is not read. No refusal holds a figure that could be taken for what was meant.
    "number.long": "This is too long for a number.",
    "number.thousands": "Three figures after the point, a zero at their end: the point may be read "
    "as that of thousands. Leave the zeros at the end out, or the point.",
    "number.point-first": "A zero belongs before the point. A bare point can be missed.",
    "number.point-last": "A point at the end is not read. Add the figures after it, or leave it "
    "out.",
    "number.comma": "A comma is not read. For decimals use a point; in thousands leave it out.",
    "number.exponent": "A number with e is not read. Write it out in full.",
    "number.sign": "A sign is not read. Every number here is above zero, or zero.",
    "number.zeros-first": "A zero in front is not read. If a point is missing after it, add it; "
    "otherwise leave the zero out.",
    "number.figures": "At most nine figures are read before the point, and nine after it.",
    "number.spaced": "A space within a number is not read. Leave it out.",
    "number.alone": "One number alone is read here, in figures with at most one point.",
    "number.zero": "Only a number above zero is read here.",
    "number.whole": "Only a whole number is read here.",
    # Dates and times of day.
    "date.form": "A date is read as year-month-day, such as 2026-11-22.",
    "date.years": "Years are read from {first} to {last}.",
    "date.none": "There is no such day in the calendar. Check the date.",
    "date.clock": "A time of day is read from 00:00 to 23:59, such as 09:30.",
    "date.moment": "Date and time are read together, such as 2026-11-22T09:30.",
    "date.days": "Mon Tue Wed Thu Fri Sat Sun",
    "date.months": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "date.shown": "{weekday} {day} {month} {year}",
    "date.with-time": "{date}, {time}",
    # An entry that is missing or refused.
    "entry.missing": "{name} is not entered yet.",
    "entry.no-unit": "The unit of {name} is not chosen yet.",
    "entry.no-volume": "The volume that holds it is not entered yet: {name}.",
    "entry.volume": "The volume beside it: {reason}",
    "entry.volume-alone": "A volume is entered beside it, but {unit} is chosen. Choose {printed}, "
    "or clear the volume.",
    "entry.printed": "{amount} in mL",
    "entry.no-label": "The label to follow is not chosen yet.",
    "entry.no-guideline": "The guideline to follow is not chosen yet.",
    "entry.no-either": "The label or guideline to follow is not chosen yet.",
    "entry.nothing": "Nothing has been typed yet.",
    "entry.label": "The label is {labels}.",
    "entry.guideline": "The guideline is {labels}.",
    "entry.either": "The label or guideline is {labels}.",
    "entry.unit": "The unit is {units}.",
    "entry.choice": "This is none of the choices listed.",
    "entry.hidden": "There is a hidden character in this entry. Clear it and type it anew.",
    "entry.unit-changed": "The unit changed after the number was typed. Check it and type it "
    "again.",
    "entry.less": "less than {amount}",
    "entry.about": "about {amount}",
    # A unit typed with a number.
    "typed.offered": "This field takes the number alone; {unit} belongs beside it as the unit.",
    "typed.other": "{typed} is typed, but {chosen} is chosen. Check which one is meant.",
    "typed.field": "This field is in {units}.",
    "typed.no-unit": "This field has no unit.",
    "typed.unit-for-none": "This field has no unit, but {typed} is typed. Check what is asked.",
    "typed.time": "This field is per {time} ({units}), but {typed} is typed. "
    "Enter the total for one {time}.",
    "typed.elsewhere": "This field is in {units}, but {typed} is typed. {advice}",
    "typed.enter": "Enter it in {units}.",
    "typed.weigh": "Weigh in kg.",
    "typed.measure": "Measure in cm.",
    "typed.often": "how often",
    "time.s": "second",
    "time.min": "minute",
    "time.h": "hour",
    "time.day": "day",
    "time.week": "week",
    "typed.per": "per {time}",
    # Why there is no answer.
    "stop.withdrawn": "Withdrawn",
    "stop.clock": "Clock",
    "stop.clock-text": "The date that this device gives cannot be right. Set its clock, then try "
    "again.",
    "stop.expired": "Out of date",
    "stop.expired-text": "This calculator answers only before {date}. Look for a newer edition.",
    "stop.no-answer": "No answer",
    "stop.no-answer-text": "These entries together have no answer. Check each of them.",
    "stop.figures": "No answer that can be read here",
    "stop.figures-text": "A figure of it would hold a point or a comma, which readers of this "
    "language may take for another number. Work it out by hand, and have it checked.",
    "stop.no-date": "No such date here",
    "stop.no-date-text": "A date of the answer would lie outside {first} to {last}, the years that "
    "are shown. Check the dates and times.",
    # A query that is not read.
    "query.long": "This address is longer than {most} characters. "
    "Open the calculator and type the entries again.",
    "query.characters": "This address holds characters that are not percent-encoded. "
    "Open the calculator and type the entries again.",
    "query.equals": "This address holds a part without an equals sign. "
    "Open the calculator and type the entries again.",
    "query.name": "This address holds a name that is not known here. "
    "Open the calculator and type the entries again.",
    "query.twice": "This address gives {name} twice. "
    "Open the calculator and type the entries again.",
    "query.per-cent": "This address holds a percent sign without two hexadecimal figures after it. "
    "Open the calculator and type the entries again.",
    "query.encoding": "This address is not valid UTF-8. "
    "Open the calculator and type the entries again.",
    # Working, and why a branch was taken.
    "working.label": "Label",
    "working.guideline": "Guideline",
    "working.either": "Label or guideline",
    "working.now": "now",
    "working.in-volume": "{amount} \u00f7 {volume}",
    "working.factor": "{amount} per\u00a0{unit}",
    "working.place": "{count} place",
    "working.places": "{count} places",
    "working.is": "{name} is {answer}",
    "working.given": "{name} was given",
    "working.not-given": "{name} was not given",
    "working.compared": "{left} {verb} {right}",
    "verb.<": "is less than",
    "verb.<=": "is at most",
    "verb.>": "is more than",
    "verb.>=": "is at least",
    "verb.==": "is",
    "verb.!=": "is not",
    "join.or": " or ",
    "join.and": " and ",
    # How a call reads: a and b are its first arguments, all is a list of all.
    "function.min": "the least of {all}",
    "function.max": "the greatest of {all}",
    "function.floor": "{a} rounded down",
    "function.ceil": "{a} rounded up",
    "function.round_to": "{a} to the nearest {b}",
    "function.root": "\u221a{a} (to {places})",
    "function.power": "the power {b} of {a} (to {places})",
    # Figures and conditions of pages and paper, which no answer works out: Python alone says them.
    "figure.about": "about",
    "figure.>": "more than",
    "figure.>=": "at least",
    "figure.<": "less than",
    "figure.<=": "at most",
    "figure.label": "{name} label",
    "figure.guideline": "{name} guideline",
    "figure.paper": "{name} paper, reference or notice",
    "figure.leaflet": "{name} leaflet",
    "figure.web page": "{name} web page",
    "figure.evidence": "Published evidence",
    "figure.evidence-tag": "Evidence",
    "figure.rounded": "{name}, rounded",
    "figure.read": "read from the table: {table}",
    "figure.given": "{name} is given",
    "figure.not-given": "{name} is not given",
    "figure.where": "({one} where {case}, else {other})",
    "figure.from": "from {edge}",
    "figure.above": "above {edge}",
    "figure.to": "to {edge}",
    "figure.below": "below {edge}",
    "figure.any": "any",
    # The answer as it is shown and copied.
    "level.stop": "Stop",
    "level.warn": "Warning",
    "level.info": "Note",
    "answer.name": "Answer",
    "answer.none": "No answer.",
    "answer.no-other-label": "No answer under the {name} label",
    "answer.no-other-guideline": "No answer under the {name} guideline",
    "answer.no-other-since": "{none}: {stop}",
    "answer.source": "Source {number}",
    "answer.entry": "Entry: {entry}",
    "answer.label-of": "{name} label",
    "answer.guideline-of": "{name} guideline",
    "answer.agree-label": "the labels agree",
    "answer.agree-guideline": "the guidelines agree",
    "answer.agree-either": "labels and guidelines agree",
    "answer.would-label": "{answer} under the {name} label",
    "answer.would-guideline": "{answer} under the {name} guideline",
    "answer.exact": "rounded for show; exactly {exact}",
    "answer.copy": "Copy as text",
    "answer.print": "Print",
    "answer.working": "Working",
    "answer.since": "since {since}",
    "answer.arithmetic": "Arithmetic; no source prints these results.",
    "answer.followed-label": "Following the {name} label ({dated}).",
    "answer.followed-guideline": "Following the {name} guideline ({dated}).",
    "answer.edition": "Edition {edition}.",
    "answer.due": "Due for review since {review_by}.",
    "answer.row": "This row",
    "note.use": "Use {offered}",
    "range.span": "{low} to {high}",
    "range.low": "{name}, from",
    "range.high": "{name}, to",
    # A picture: how it is drawn, and a figure of a line over days.
    "picture.scale": "Drawn to scale, from zero.",
    "picture.parts": "The parts of the whole, end to end.",
    "picture.day": "From midnight to midnight, with a line every six hours.",
    "picture.days": "From the first time to the last, with a line at each midnight.",
    "picture.days-long": "From the first time to the last.",
    "picture.level": "Across, from the first day to the last; upwards, from zero.",
    "picture.at": "{level}, {at}",
    "copy.about": "{drug}: {title}",
    "copy.message": "{level}: {title}. {text}",
    "copy.edition": "Edition: {edition}",
    "copy.unsigned": "Not clinically checked; not for patient care",
}

_NAME = re.compile(r"\{([a-z_]+)\}")
_spoken: ContextVar[Mapping[str, str]] = ContextVar("spoken", default=WORDS)


class UnknownWords(LookupError):
    """A sentence that the table lacks, or a name of one that is not given."""


@contextmanager
def speaking(words: Mapping[str, str]) -> Iterator[None]:
    """Say every sentence from `words`, by the same ids, until the block ends."""
    before = _spoken.set(words)
    try:
        yield
    finally:
        _spoken.reset(before)


def spoken() -> Mapping[str, str]:
    """The sentences that are said now."""
    return _spoken.get()


def template(key: str) -> str:
    """A sentence with its names in braces; UnknownWords where there is none."""
    words = _spoken.get()
    if key not in words:
        raise UnknownWords(f"no such sentence: {key}")
    return words[key]


def say(key: str, **names: str) -> str:
    """A sentence with its names filled in; UnknownWords where it or a name of it is missing."""

    def named(name: str) -> str:
        if name not in names:
            raise UnknownWords(f"{key} needs {name}")
        return names[name]

    return renamed(template(key), named)


def filled(sentence: str, **names: object) -> str:
    """A sentence with its names filled in; KeyError where a name of it is missing."""
    return renamed(sentence, lambda name: str(names[name]))


def renamed(sentence: str, name: Callable[[str], str]) -> str:
    """A sentence with each name in braces, and the braces, replaced by what `name` makes of it."""
    return _NAME.sub(lambda found: name(found[1]), sentence)


def names_of(sentence: str) -> set[str]:
    """The names that a sentence has filled in."""
    return set(_NAME.findall(sentence))
