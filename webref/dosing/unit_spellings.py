"""The units that people type, in the spellings that they use: the table's, and how they combine.

Nothing is read by it: it says which unit stands behind a number, so that a refusal can name it.
static/answers/unit_spellings.js does the same.
"""

import re
from collections.abc import Sequence

from webref.dosing.unit_table import OFTEN, SINGLES
from webref.dosing.words import say

_SPELLED = {
    spelling: single
    for single in SINGLES
    for spelling in (single.spellings.split(", ") if single.spellings else ())
}
_TIMES = {single.one or single.name for single in SINGLES if single.base == "time"}
_PER = re.compile(r" ?/ ?| per | an? |^per ")
_SEVERAL = re.compile(r"((?:0|[1-9][0-9]*)(?:\.[0-9]+)?) (.+)")


def lower(text: str) -> str:
    """The text with A to Z in lower case and without full stops; nothing else is folded.

    A point between two figures stays, as in `1.73`.
    """
    lowered = re.sub("[A-Z]", lambda letter: letter[0].lower(), text)
    return re.sub(r"(?<![0-9])\.|\.(?![0-9])", "", lowered)


def spell(text: str) -> str:
    """The unit that a text spells, as the table writes it (`mg`, `mcg/kg/min`, `/day`).

    Empty if none. Text as it was typed behind a number, its spaces plain; a name of a unit spells
    itself, but that what it is counted by comes in the order of the letters, so that two spellings
    of one unit are one text.
    """
    typed = lower(text)
    if typed in _SPELLED:
        return _SPELLED[typed].name
    first, *rest = _PER.split(typed)
    if not rest or (first and first not in _SPELLED):
        return ""
    below = [_below(one) for one in rest]
    if not all(below):
        return ""
    return "/".join((_SPELLED[first].name if first else "", *sorted(below)))


def _below(typed: str) -> str:
    """A unit below a line, of which several may be meant, as in `5 mL`; empty if none."""
    several = _SEVERAL.fullmatch(typed)
    single = _SPELLED.get(several[2] if several else typed)
    if single is None:
        return ""
    name = single.one or single.name
    return f"{several[1]} {name}" if several else name


def name(spelled: str) -> str:
    """A unit as `spell` gives it, as it is said: `months`, `mcg/h`, `per day`."""
    return say("typed.per", time=spelled[1:]) if spelled.startswith("/") else spelled


def often(text: str) -> bool:
    """Whether a text behind a number says how often, as in `mg tds`."""
    return any(word in OFTEN for word in lower(text).split(" "))


def per(units: Sequence[str]) -> str:
    """The time for which units all are, as `day` for `mcg/day` and `mg/kg/day`; empty if none."""
    times = {_time(spell(unit)) for unit in units}
    return times.pop() if len(times) == 1 else ""


def _time(spelled: str) -> str:
    return next((part for part in spelled.split("/")[1:] if part in _TIMES), "")
