"""Characters of a typed entry that nobody sees: spaces of every width, and marks without a shape.

static/answers/characters.js holds the same table.
"""

import re

# First and last code point of each run.
SPACES = (
    (0x0009, 0x000D), (0x0020, 0x0020), (0x0085, 0x0085), (0x00A0, 0x00A0), (0x1680, 0x1680),
    (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000),
)  # fmt: skip

# Format characters and blanks, which come along with copied text and mean nothing at its ends.
UNSEEN = (
    (0x00AD, 0x00AD), (0x034F, 0x034F), (0x0600, 0x0605), (0x061C, 0x061C), (0x06DD, 0x06DD),
    (0x070F, 0x070F), (0x0890, 0x0891), (0x08E2, 0x08E2), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202C), (0x2060, 0x206F), (0x2800, 0x2800),
    (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF9, 0xFFFB),
    (0x110BD, 0x110BD), (0x110CD, 0x110CD), (0x13430, 0x1343F), (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip

# Controls, and the two marks that turn figures round as they are shown: refused at the ends too.
NEVER = ((0x0000, 0x0008), (0x000E, 0x001F), (0x007F, 0x0084), (0x0086, 0x009F), (0x202D, 0x202E))

Runs = tuple[tuple[int, int], ...]


def _among(runs: Runs) -> str:
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in runs)


_ENDS = re.compile(f"[{_among(SPACES + UNSEEN)}]")
_SPACE = re.compile(f"[{_among(SPACES)}]+")
_HIDDEN = re.compile(f"[{_among(UNSEEN + NEVER)}]")


def trim(text: str) -> str:
    """The text without spaces and format characters at its ends, every space within a plain one."""
    first, last = 0, len(text)
    while first < last and _ENDS.match(text[first]):
        first += 1
    while first < last and _ENDS.match(text[last - 1]):
        last -= 1
    return _SPACE.sub(" ", text[first:last])


def has_hidden(text: str) -> bool:
    """Whether a trimmed text holds a character that nobody sees and that is no space."""
    return _HIDDEN.search(text) is not None
