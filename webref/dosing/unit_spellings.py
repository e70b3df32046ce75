"""The units that people type, in the spellings that they use; a closed table.

Nothing is read by it: it says which unit stands behind a number, so that a refusal can name it.
static/answers/unit_spellings.js holds the same table.
"""

import re
from collections.abc import Sequence

# A unit's own name, and what else is typed for it, in lower case; compounds are made of these.
SPELLINGS: dict[str, list[str]] = {
    "%": ["%", "percent", "per cent", "pct"],
    "ng": ["ng", "nanogram", "nanograms", "nanogramme", "nanogrammes"],
    "mcg": ["mcg", "mcgs", "ug", "\u00b5g", "\u03bcg", "microgram", "micrograms", "microgramme",
            "microgrammes"],
    "mg": ["mg", "mgs", "milligram", "milligrams", "milligramme", "milligrammes"],
    "g": ["g", "gm", "gms", "gram", "grams", "gramme", "grammes"],
    "kg": ["kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"],
    "lb": ["lb", "lbs", "pound", "pounds"],
    "oz": ["oz", "ounce", "ounces"],
    "stone": ["st", "stone", "stones"],
    "microlitre": ["ul", "\u00b5l", "\u03bcl", "microlitre", "microlitres", "microliter",
                   "microliters"],
    "mL": ["ml", "mls", "millilitre", "millilitres", "milliliter", "milliliters", "cc", "ccs"],
    "dL": ["dl", "decilitre", "decilitres", "deciliter", "deciliters"],
    "L": ["l", "litre", "litres", "liter", "liters"],
    "s": ["s", "sec", "secs", "second", "seconds"],
    "min": ["min", "mins", "minute", "minutes"],
    "h": ["h", "hr", "hrs", "hour", "hours"],
    "day": ["d", "day", "days"],
    "week": ["w", "wk", "wks", "week", "weeks"],
    "month": ["mo", "mos", "mth", "mths", "month", "months", "month old", "months old"],
    "year": ["y", "yr", "yrs", "yo", "year", "years", "year old", "years old"],
    "unit": ["u", "iu", "unit", "units"],
    "mmol": ["mmol", "mmols", "millimole", "millimoles"],
    "mol": ["mol", "mols", "mole", "moles"],
    "mEq": ["meq", "meqs", "milliequivalent", "milliequivalents"],
    "mm": ["mm", "millimetre", "millimetres", "millimeter", "millimeters"],
    "cm": ["cm", "cms", "centimetre", "centimetres", "centimeter", "centimeters"],
    "m": ["metre", "metres", "meter", "meters"],
    "inch": ["inch", "inches"],
    "foot": ["ft", "foot", "feet"],
    "drop": ["drop", "drops", "gtt", "gtts"],
    "teaspoon": ["tsp", "tsps", "teaspoon", "teaspoons"],
    "tablespoon": ["tbsp", "tbsps", "tablespoon", "tablespoons"],
    "tablet": ["tab", "tabs", "tablet", "tablets"],
    "capsule": ["cap", "caps", "capsule", "capsules"],
    "pill": ["pill", "pills"],
    "ampoule": ["amp", "amps", "ampoule", "ampoules", "ampule", "ampules", "ampul", "ampuls"],
    "vial": ["vial", "vials"],
    "bottle": ["bottle", "bottles"],
    "dose": ["dose", "doses"],
    "bolus": ["bolus", "boluses"],
    "session": ["session", "sessions"],
    "time": ["time", "times"],
}  # fmt: skip

# Words that say how often, which no field takes beside a number.
OFTEN: list[str] = [
    "od", "bd", "bid", "bds", "td", "tds", "tid", "ter", "qd", "qds", "qid", "qod", "eod", "qam",
    "qpm", "qhs", "hs", "om", "on", "mane", "nocte", "nightly", "daily", "hourly", "weekly",
    "monthly", "yearly", "once", "twice", "thrice", "every", "each", "prn", "sos", "stat", "ac",
    "pc",
]  # fmt: skip

# Units that are words, with an s where they stand alone.
WORDS = {
    "microlitre", "day", "week", "month", "year", "unit", "drop", "teaspoon", "tablespoon",
    "tablet", "capsule", "pill", "ampoule", "vial", "bottle", "dose", "session", "time",
}  # fmt: skip

_NAMES = {spelling: name for name, spellings in SPELLINGS.items() for spelling in spellings}
_PER = re.compile(r" ?/ ?| per | an? |^per ")


def lower(text: str) -> str:
    """The text with A to Z in lower case and without full stops; nothing else is folded."""
    return re.sub("[A-Z]", lambda letter: letter[0].lower(), text).replace(".", "")


def spell(text: str) -> str:
    """The unit that a text spells, by its own name (`mg`, `mcg/day`, `/day`); empty if none.

    Text as it was typed behind a number, its spaces plain; a name of the table of units spells
    itself.
    """
    typed = lower(text)
    if typed in _NAMES:
        return _NAMES[typed]
    first, *rest = _PER.split(typed)
    if not rest or (first and first not in _NAMES) or any(one not in _NAMES for one in rest):
        return ""
    return "/".join((_NAMES.get(first, ""), *(_NAMES[one] for one in rest)))


def name(spelled: str) -> str:
    """A unit as `spell` gives it, as it is said: `months`, `mcg/h`, `per day`."""
    if spelled in WORDS:
        return f"{spelled}s"
    return f"per {spelled[1:]}" if spelled.startswith("/") else spelled


def often(text: str) -> bool:
    """Whether a text behind a number says how often, as in `mg tds`."""
    return any(word in OFTEN for word in lower(text).split(" "))


def per(units: Sequence[str]) -> str:
    """The time for which units all are, as `day` for `mcg/day` and `mg/day`; empty if for none."""
    parts = {spell(unit).rpartition("/")[2] if "/" in spell(unit) else "" for unit in units}
    common = parts.pop() if len(parts) == 1 else ""
    return common if common in ("min", "h", "day", "week") else ""
