"""Regular expressions made from the table of units, for words that hold figures."""

import re
from collections.abc import Iterable

from webref.dosing.unit_table import BASES, SINGLES, Single

_AMOUNTS = {base.id for base in BASES if base.drug} | {"volume"}


def _any(words: Iterable[str]) -> str:
    """Any of some words, a longer one before one that begins it."""
    return "|".join(re.escape(word) for word in sorted({*words} - {""}, key=lambda w: (-len(w), w)))


def _words(single: Single) -> set[str]:
    singular = single.spoken[:-1] if single.spoken.endswith("s") else single.spoken
    return {single.name, single.one, single.spoken, singular}


# Between a figure and its unit, as units are written and said; what is counted may stand apart.
_MEASURED = _any(word for single in SINGLES if single.base for word in _words(single))
PARTED = re.compile(rf"(?<=\d) (?=(?:{_MEASURED}|°C)(?![A-Za-z]))")


def _amounts(*but: str) -> str:
    return "(?:{})".format(
        _any(
            word
            for single in SINGLES
            if single.base in _AMOUNTS and single.name not in but
            for word in (*_words(single), *single.spellings.split(", "))
        )
    )


# An amount of drug or a volume, in every spelling; times, ages, lengths and shares are not among
# them. To be read without regard to capitals. Behind a number in words, units may be mg and mcg.
AMOUNT = _amounts()
AMOUNT_IN_WORDS = _amounts("units")
