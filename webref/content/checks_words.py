"""Rules on words: dosing figures that are no facts, and spellings that have led to errors."""

import re
from collections.abc import Iterator

from webref.content.prose.markdown import without_references

_UNIT = (
    r"(?:mcg|micrograms?|mg|milligrams?|ng|nanograms?|g|grams?|mL|ml|cc|L|mcL|"
    r"millilit(?:re|er)s?|lit(?:re|er)s?)"
)
_WORD = (
    r"(?:half a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)"
)

# An amount, concentration, rate or volume: figures or a number word, then a unit. Times, ages and
# percentages are not among them.
_FIGURE = re.compile(rf"(?<![\w.])\d[\d,.]*[ \u00a0-]?{_UNIT}(?![A-Za-z])(?:/[A-Za-z]+)*")
_IN_WORDS = re.compile(rf"\b{_WORD}[ \u00a0-](?:{_UNIT})(?![A-Za-z])", re.IGNORECASE)

# The list of error-prone abbreviations of the Institute for Safe Medication Practices, as far as
# a reference of doses can meet it, and what to write.
_BANNED = (
    (re.compile(r"[\u00b5\u03bc]g\b|\b[uU]g\b"), "mcg"),
    (re.compile(r"\b\d[\d,.]*[ \u00a0]?[uU]\b|\bI\.?U\.?(?![A-Za-z])"), "units"),
    (re.compile(r"\b(?:cc|ml|ML)\b"), "mL"),
    (re.compile(r"\bMG\b|\bmgs\b|\bmcgs\b"), "mg or mcg"),
    (re.compile(r"\b(?:qd|QD|q\.d\.|Q\.D\.|q1d|qhs|qn|OD|o\.d\.)(?!\w)"), "daily"),
    (re.compile(r"\b(?:qod|QOD|q\.o\.d\.|Q\.O\.D\.)(?!\w)"), "every other day"),
    (re.compile(r"\b(?:bid|BID|b\.i\.d\.|bd|BD)(?!\w)"), "twice daily"),
    (re.compile(r"\b(?:tid|TID|t\.i\.d\.|tds|TDS)(?!\w)"), "3 times daily"),
)
_MEASURED = rf"(?=[ \u00a0-]?(?:{_UNIT}|%|h\b|kg\b|min\b))"
_TRAILING_ZERO = re.compile(rf"(?<![\d.])\d+\.(?:\d*[1-9])?0+{_MEASURED}")
_NAKED_POINT = re.compile(r"(?<![\w.)])\.\d+")
_NO_COMMA = re.compile(rf"(?<![\d.,])\d{{4,}}(?:\.\d+)?{_MEASURED}")

# Control characters, marks of byte order or direction, and blanks without width: what is shown
# would not be what is read.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)


def dosing_figures(text: str) -> Iterator[str]:
    """Every amount, concentration, rate or volume that stands in these words."""
    for pattern in (_FIGURE, _IN_WORDS):
        for match in pattern.finditer(text):
            yield match[0].replace("\u00a0", " ")


def invisible(text: str) -> Iterator[tuple[int, str]]:
    """Where a character stands that no reader sees, and a message; line ends and tabs may stand."""
    for match in _INVISIBLE.finditer(text):
        yield match.start(), f"holds U+{ord(match[0]):04X}, which nobody sees: delete it"


def error_prone(text: str) -> Iterator[str]:
    """A message for every error-prone spelling; fact references and citations are passed over."""
    words = without_references(text)
    for pattern, better in _BANNED:
        for match in pattern.finditer(words):
            yield f"{match[0]} can be misread; write {better}"
    for match in _TRAILING_ZERO.finditer(words):
        yield f"{match[0]} has a trailing zero, which can be read ten times too high"
    for match in _NAKED_POINT.finditer(words):
        yield f"{match[0]} has no zero before the point"
    for match in _NO_COMMA.finditer(words):
        yield f"{match[0]} has no comma for the thousands"


# Keys whose strings are typed by readers, printed in a source, or names for the machine.
_PASSED_OVER = {
    "id",
    "search",
    "words",
    "means",
    "place",
    "lines",
    "copy",
    "address",
    "page",
    "inputs",
    "value",
}


def error_prone_strings(
    data: object, keys: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The keys and a message for every error-prone spelling in a table's strings.

    Invisible characters, which an escape can bring in, are refused under every key.
    """
    match data:
        case dict():
            for key, value in data.items():
                yield from error_prone_strings(value, (*keys, key))
        case list():
            for at, value in enumerate(data):
                yield from error_prone_strings(value, (*keys, at))
        case str():
            for _, message in invisible(data):
                yield keys, message
            if not _PASSED_OVER & set(keys):
                for message in error_prone(data):
                    yield keys, message
