"""Rules on words: dosing figures that are no facts, and spellings that have led to errors."""

import re
import unicodedata
from collections.abc import Iterator

from webref.content.reading.references import without_references
from webref.dosing.unit_patterns import AMOUNT, AMOUNT_IN_WORDS

_WORD = (
    r"(?:half a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)"
)

# An amount, concentration, rate or volume: figures or a number word, then a unit. Times, ages and
# percentages are not among them.
_GAP = r"[\s\u2010-\u2015-]"
_FIGURE = re.compile(
    rf"(?<![\w.])(?<!\d,)\d[\d,.]*{_GAP}{{0,3}}{AMOUNT}(?![A-Za-z])(?:/[A-Za-z]+)*",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(rf"\b{_WORD}{_GAP}{{1,3}}{AMOUNT_IN_WORDS}(?![A-Za-z])", re.IGNORECASE)

# The list of error-prone abbreviations of the Institute for Safe Medication Practices, as far as
# a reference of doses can meet it, and what to write.
_BANNED = (
    (re.compile(r"[\u00b5\u03bc]g\b|\b[uU]g\b"), "mcg"),
    (re.compile(r"(?<![\w.,])\d[\d,.]*[ \u00a0]?[uU]\b|\bI\.?U\.?(?![A-Za-z])"), "units"),
    (re.compile(r"\b(?:cc|ml|ML)\b"), "mL"),
    (re.compile(r"\bMG\b|\bmgs\b|\bmcgs\b"), "mg or mcg"),
    (re.compile(r"\b(?:qd|QD|q\.d\.|Q\.D\.|q1d|qhs|qn|OD|o\.d\.)(?!\w)"), "daily"),
    (re.compile(r"\b(?:qod|QOD|q\.o\.d\.|Q\.O\.D\.)(?!\w)"), "every other day"),
    (re.compile(r"\b(?:bid|BID|b\.i\.d\.|bd|BD)(?!\w)"), "twice daily"),
    (re.compile(r"\b(?:tid|TID|t\.i\.d\.|tds|TDS)(?!\w)"), "3 times daily"),
)
_MEASURED = rf"(?=[ \u00a0-]?(?:(?i:{AMOUNT})(?![A-Za-z])|%|h\b|kg\b|min\b))"
_TRAILING_ZERO = re.compile(rf"(?<![\d.])\d+\.(?:\d*[1-9])?0+{_MEASURED}")
_NAKED_POINT = re.compile(r"(?<![\w.)])\.\d+")
_NO_COMMA = re.compile(rf"(?<![\d.,])\d{{4,}}(?:\.\d+)?{_MEASURED}")

# What is shown must be what is read. By general category: controls, formats, private use, code
# points without a character, halves of pairs, ends of line and paragraph. Beside them, what
# Unicode lets a program draw as nothing though its category is that of a letter or a mark.
_UNSEEN = {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_PLAIN = re.compile(r"[\t\n -~\u00a0]*")  # characters that need no look


def dosing_figures(text: str) -> Iterator[str]:
    """Every amount, concentration, rate or volume that stands in these words.

    Spaces of any width and signs that stand for several letters are read as those they look like.
    """
    words = unicodedata.normalize("NFKC", text)
    for pattern in (_FIGURE, _IN_WORDS):
        for match in pattern.finditer(words):
            yield " ".join(match[0].split())


def invisible(text: str) -> Iterator[tuple[int, str]]:
    """Where a character stands that is not what it seems, and a message.

    Tabs, line ends and no-break spaces may stand; so may every letter with its accents.
    """
    at = 0
    while (at := _plain_end(text, at)) < len(text):
        if wrong := _wrong_character(text, at):
            yield at, f"holds U+{ord(text[at]):04X}, {wrong}"
        at += 1


def _plain_end(text: str, start: int) -> int:
    match = _PLAIN.match(text, start)
    return match.end() if match else start


def _wrong_character(text: str, at: int) -> str:
    """What is wrong with the character at this place, and what to do; else nothing."""
    character = text[at]
    category = unicodedata.category(character)
    before = text[at - 1] if at else " "
    if category in _UNSEEN or _BLANK.match(character):
        return "which nobody sees: delete it"
    if category == "Zs":
        return "a space of another width: write a plain or a no-break space"
    if category in ("Nd", "Nl"):
        return "a figure of another script: write 0 to 9"
    if category in ("Mn", "Me", "Mc") and not (before.isalpha() or unicodedata.combining(before)):
        return "a mark that stands on no letter: delete it"
    if "\u3300" <= character <= "\u33ff" or "\uff00" <= character <= "\uff5e":
        return f"which looks like {unicodedata.normalize('NFKC', character)}: write that"
    if category[0] == "L" and _is_cyrillic(character) and _beside_latin(text, at):
        return "a Cyrillic letter in a Latin word: write the Latin one"
    return ""


def _is_cyrillic(character: str) -> bool:
    return unicodedata.name(character, "").startswith("CYRILLIC")


def _beside_latin(text: str, at: int) -> bool:
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return any(one.isascii() and one.isalnum() for one in around)


def error_prone(text: str) -> Iterator[str]:
    """A message for every error-prone spelling; fact references and citations are passed over."""
    yield from misspelled(without_references(text))


def misspelled(words: str) -> Iterator[str]:
    """A message for every error-prone spelling of a text that is shown as it stands."""
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
# Tables whose keys are names that the pack gives, so that none of them says what it holds.
_FREE = {"cells", "more", "facts", "constants", "outputs", "start", "next", "read_by_hand"}
# Keys whose strings are shown as they are, without a citation: not prose.
_PLAIN_KEYS = {
    "title",
    "summary",
    "short",
    "hint",
    "lead",
    "name",
    "answers",
    "point",
    "class",
    "route_seen",
    "system",
    "dated",
    "tag",
    "population",
    "capped",
}
# Tables of a calculator whose plain words are filled in with names, which are held there.
_FILLED = (["check"], ["limit"], ["lookup"], ["picture", "row"])
_PLAIN_IN = {("check", "text"), ("input", "note")}  # of a calculator; prose elsewhere
# What these tables hold is typed, or repeats a fact that they name.
_REPEATING = {"example", "presets", "source"}


def error_prone_strings(
    data: object, keys: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The keys and a message for every error-prone spelling in a table's strings.

    Invisible characters, which an escape can bring in, are refused under every key; a dosing
    figure is refused where words stand that cannot cite.
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
            named = [key for key in keys if isinstance(key, str)]
            if _is_passed_over(named):
                return
            plain = named[-1] in _PLAIN_KEYS or (named[0], named[-1]) in _PLAIN_IN
            for message in misspelled(data) if plain else error_prone(data):
                yield keys, message
            filled = any(named[: len(one)] == one for one in _FILLED)
            if plain and not filled and re.search("[{}]", data):
                yield keys, "a brace would be shown as it stands: only prose names facts"
            if plain and not _REPEATING & set(named):
                for figure in dosing_figures(data):
                    yield keys, f"the figure {figure} is no fact"


def strings_shown(
    data: object, keys: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The keys and the words of every string of a table that its readers are shown as it stands."""
    match data:
        case dict():
            for key, value in data.items():
                yield from strings_shown(value, (*keys, key))
        case list():
            for at, value in enumerate(data):
                yield from strings_shown(value, (*keys, at))
        case str():
            named = [key for key in keys if isinstance(key, str)]
            if "example" not in named and not _is_passed_over(named):
                yield keys, data


def _is_passed_over(named: list[str]) -> bool:
    """Whether a string is typed or printed elsewhere, by the names on the way to it."""
    if named[0] == "source" and named[-1] == "title":  # as the source prints it
        return True
    return any(
        key in _PASSED_OVER and before not in _FREE
        for before, key in zip(["", *named], named, strict=False)
    )
