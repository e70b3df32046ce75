"""The letters of the alphabets that search reads, and how it spells."""

import unicodedata
from collections.abc import Iterator

from webref.outputs.search_words import Spelling, spelling

SPELLING = Spelling(spelling())


def letters() -> Iterator[str]:
    """Every letter of the Latin, Greek and Cyrillic alphabets."""
    for code in range(0x110000):
        name = unicodedata.name(chr(code), "")
        if name.startswith(("LATIN ", "GREEK ", "CYRILLIC ")) and chr(code).isalpha():
            yield chr(code)
