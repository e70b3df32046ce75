"""Words of any alphabet, their stems and the slips between them; static/words.js does alike.

Both sides read the pattern, the letters and the endings from the index, so that they split and fold
by the same table, whatever edition of Unicode a browser knows.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

# Letters of every alphabet with their marks; figures with a point, or with commas at thousands.
_LETTERS = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u037d\u037f-\u0386\u0388-\u1fff"
    "\u2071\u207f\u2090-\u209c\u2183\u2184\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufaff\ufb00-\ufdff\ufe70-\ufefc\U00010000-\U0001efff"
)
_FIGURE = r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+"
WORD = f"{_FIGURE}|[{_LETTERS}][{_LETTERS}0-9]*"

# Blocks whose letters are folded: Latin, Greek and Cyrillic.
_BLOCKS = (
    (0x0041, 0x024F),
    (0x0250, 0x02FF),
    (0x0370, 0x052F),
    (0x1C80, 0x1C8F),
    (0x1D00, 0x1DBF),
    (0x1E00, 0x1FFF),
    (0x2C60, 0x2C7F),
    (0x2DE0, 0x2DFF),
    (0xA640, 0xA69F),
    (0xA720, 0xA7FF),
    (0xAB30, 0xAB6F),
    (0xFB00, 0xFB06),
)
_MARKS = re.compile("[\u0300-\u036f]")

# Endings taken off, the first that leaves enough: dilute, dilution and diluting are one.
ENDINGS = "iness ness ings ions ing ion ies ied es ed y e s"
LEAST = 3  # letters that an ending must leave
KEPT_DOUBLE = "lsz"  # fill, miss and fizz keep both of their last letters

Data = dict[str, Any]


@cache
def fold_table() -> Mapping[str, str]:
    """What each letter of the folded blocks becomes: small, without marks, in plain letters."""
    found = {}
    for first, last in _BLOCKS:
        for letter in map(chr, range(first, last + 1)):
            small = unicodedata.normalize("NFKD", letter).casefold()
            plain = "".join(c for c in unicodedata.normalize("NFKD", small) if c.isalnum())
            if letter.isalpha() and plain != letter:
                found[letter] = plain
    return found


def spelling() -> Data:
    """How words are split, folded and stemmed, for the index."""
    letters: dict[str, str] = {}
    for letter, plain in fold_table().items():
        letters[plain] = letters.get(plain, "") + letter
    return {
        "word": WORD,
        "letters": letters,
        "endings": ENDINGS,
        "least": LEAST,
        "kept_double": KEPT_DOUBLE,
    }


class Spelling:
    """Splits, folds and stems as the index says."""

    def __init__(self, data: Data) -> None:
        """Read what `spelling` gave."""
        self._word = re.compile(data["word"])
        self._plain = {
            letter: plain for plain, letters in data["letters"].items() for letter in letters
        }
        self._endings: list[str] = data["endings"].split()
        self.least: int = data["least"]
        self._kept_double: str = data["kept_double"]

    def pieces(self, text: str) -> Iterator[tuple[int, int]]:
        """Where each word of a text begins and ends."""
        for match in self._word.finditer(text):
            yield match.span()

    def fold(self, word: str) -> str:
        """A word in small plain letters; a micro sign before a letter is mc, 1,000 is 1000."""
        word = re.sub("[µμ](?=[A-Za-z])", "mc", word)
        word = "".join(self._plain.get(letter, letter) for letter in _MARKS.sub("", word))
        word = word.replace(",", "")
        return f"0{word}" if word.startswith(".") else word

    def words(self, text: str) -> list[str]:
        """The words of a text, folded."""
        folded = (self.fold(text[begin:end]) for begin, end in self.pieces(text))
        return [word for word in folded if word]

    def stem(self, word: str) -> str:
        """What a word has in common with its other forms."""
        for ending in self._endings:
            rest = word[: -len(ending)]
            if not word.endswith(ending) or len(rest) < self.least:
                continue
            if ending == "s" and rest.endswith("s"):
                continue
            doubled = ending in {"ing", "ings", "ed"} and rest[-1] == rest[-2]
            return rest[:-1] if doubled and rest[-1] not in self._kept_double else rest
        return word


def slips_between(one: str, other: str) -> int:
    """How many letters are wrong, missing, added or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def is_figure(word: str) -> bool:
    """Whether a word is a figure, which is looked for whole."""
    return word[:1].isdigit() and word[:1].isascii()
