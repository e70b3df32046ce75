"""A unit typed behind a number: never taken, always named.

No refusal here holds a figure, so that none can be taken in another unit than the one meant.
static/answers/typed_units.js does the same.
"""

import re
from collections.abc import Sequence

from webref.dosing.numbers import EXPONENT, Refused, read_number
from webref.dosing.unit_spellings import name, often, per, spell
from webref.dosing.words import say

# A number, and what stands behind it; spaces are plain ones.
_AMOUNT = re.compile(r"([+\-\u2212\u2013]?[0-9.,]+) ?([A-Za-z%\u00b5\u03bc/].*)")
_LETTER = re.compile(r"[A-Za-z%\u00b5\u03bc]")

_SEVERAL = re.compile("/[0-9]")  # as in mg/5 mL, which would hand a figure back

# What to do instead, where a unit is known that no field offers: the unit that this one has.
_ADVICE = {
    **dict.fromkeys(("lb", "oz", "stone"), ("kg", "typed.weigh")),
    **dict.fromkeys(("inches", "feet"), ("cm", "typed.measure")),
}


def split_unit(text: str) -> tuple[str, str]:
    """A trimmed entry as the number and the unit typed behind it, which may be empty."""
    match = _AMOUNT.fullmatch(text)
    return (match[1], match[2]) if match and not EXPONENT.fullmatch(text) else (text, "")


def refuse_unit(text: str, units: Sequence[str], chosen: str) -> None:
    """Raise Refused where anything like a unit is typed with the number.

    `units` are those that the field offers, `chosen` is one of them or empty. The refusal names
    them, and carries number and unit where one tap may set both: where the unit typed is offered
    and no other is chosen.
    """
    number, typed = split_unit(text)
    field = say("join.or").join(units)
    if not typed:
        if _LETTER.search(text) and not EXPONENT.fullmatch(text):
            raise Refused(_alone(field))
        return
    spelled = spell(typed)
    offered = next((unit for unit in units if spelled and spell(unit) == spelled), "")
    if offered and chosen in ("", offered):
        why = say("typed.offered", unit=offered)
        try:
            read_number(number)
        except Refused as refused:
            raise Refused(f"{refused} {why}") from None
        raise Refused(why, number, offered)
    if offered:
        raise Refused(say("typed.other", typed=offered, chosen=chosen))
    if _SEVERAL.search(spelled) or not (spelled or often(typed)):
        raise Refused(_alone(field))
    raise Refused(_elsewhere(units, field, spelled))


def _alone(field: str) -> str:
    """Why letters that spell no unit are not read."""
    unit = say("typed.field", units=field) if field else say("typed.no-unit")
    return f"{say('number.alone')} {unit}"


def _elsewhere(units: Sequence[str], field: str, spelled: str) -> str:
    """Why a unit that the field does not offer, or a word of how often, is not read."""
    typed = name(spelled) if spelled else say("typed.often")
    if not field:
        return say("typed.unit-for-none", typed=typed)
    time = per(units)
    if time and per([spelled or "/often"]) != time:
        return say("typed.time", time=say(f"time.{time}"), units=field, typed=typed)
    offered, advice = _ADVICE.get(spelled, ("", ""))
    what = say(advice) if offered in units else say("typed.enter", units=field)
    return say("typed.elsewhere", units=field, typed=typed, advice=what)
