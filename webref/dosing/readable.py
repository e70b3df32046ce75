"""Figures held against how the pack's readers write them: none is shown that means another thing.

A point before decimals and commas in thousands are all that is ever shown. Where readers write
otherwise, 1,000 may be read as 1, so that there is no answer with such a figure.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from webref.dosing.lookups import rows_unread
from webref.dosing.result import Message, Result
from webref.dosing.words import say

# A mark that is read otherwise, and the figures that hold it. A date or a time of day has neither.
_FIGURES: Mapping[str, re.Pattern[str]] = {
    ".": re.compile(r"[0-9][0-9,]*\.[0-9]+"),
    ",": re.compile(r"[0-9]+,[0-9][0-9,.]*"),
}


def misread(text: str, marks: str) -> str:
    """The first figure of a text that holds one of these marks; empty where none does."""
    found = (_FIGURES[mark].search(text) for mark in marks)
    return next((match[0] for match in found if match), "")


def readable(result: Result) -> Result:
    """The result as it is; a stop without any figure where one of its figures would be misread.

    An entry in another unit is left out where it alone would be.
    """
    marks = result.calculator.misread
    if not marks:
        return result
    entries = tuple(
        replace(entry, echo="" if misread(entry.echo, marks) else entry.echo)
        for entry in result.entries
    )
    if not any(misread(text, marks) for text in _shown(result)):
        return replace(result, entries=entries)
    message = Message("figures", "stop", say("stop.figures"), say("stop.figures-text"))
    return replace(
        result,
        status="stop",
        entries=tuple(replace(entry, shown="", echo="") for entry in result.entries),
        messages=(message,),
        answers=(),
        working=(),
        schedules=(),
        pictures=(),
        lookups=rows_unread(result.calculator),
    )


def _shown(result: Result) -> Iterator[str]:
    """Every text of a result that may hold a figure; what is printed anyway is held at load."""
    for entry in result.entries:
        yield entry.shown
    for message in result.messages:
        yield from (message.title, message.text)
    for answer in result.answers:
        for shown in (answer.shown, *(other.shown for other in answer.others)):
            if shown:
                yield from (shown.text, "0.0" if shown.rounded else "")
        yield from (other.stop for other in answer.others)
    for line in result.working:
        yield from (*line.parts, line.since, line.exact)
    for picture in result.pictures:
        for row in picture.rows:
            yield from (row.name, row.figure)
    yield from _cells(row.cells for schedule in result.schedules for row in schedule.rows)


def _cells(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for cells in rows:
        yield from cells
