"""Lines of two records side by side: which belong together, and how a reader is shown them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

CONTEXT = 4  # words shown on either side of what changed
LONGEST = 240  # characters of what is quoted as a whole
_REFERENCE = re.compile(r"\{([^{}]+)\}|\[@fact:([^\]:]+)(?::[^\]]*)?\]|\[@([^\]]+)\]")
_MARK = re.compile(r" ?\[@[^\]]*\]")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_FIGURE = re.compile(r"\{([^{}]+)\}")
_WORD = re.compile(r"[^\s.,;:!?()“”\"]+")


def paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The lines that differ, each with what stands in its place; an empty text where nothing does.

    Lines that both hold in the same order belong together; what lies between them is paired in
    order.
    """
    lengths = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            alike = old[i] == new[j]
            best = max(lengths[i + 1][j], lengths[i][j + 1])
            lengths[i][j] = lengths[i + 1][j + 1] + 1 if alike else best
    i = j = 0
    gone: list[str] = []
    come: list[str] = []
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            yield from _between(gone, come)
            gone, come = [], []
            i, j = i + 1, j + 1
        elif j == len(new) or (i < len(old) and lengths[i + 1][j] >= lengths[i][j + 1]):
            gone.append(old[i])
            i += 1
        else:
            come.append(new[j])
            j += 1
    yield from _between(gone, come)


def _between(gone: list[str], come: list[str]) -> Iterator[tuple[str, str]]:
    for at in range(max(len(gone), len(come))):
        yield (gone[at] if at < len(gone) else "", come[at] if at < len(come) else "")


def shown(line: str, figures: Mapping[str, str]) -> str:
    """A line as a reader knows it: figures filled in, marks, links and emphasis left out."""
    bare = _LINK.sub(lambda found: found[1], _MARK.sub("", line))
    bare = _FIGURE.sub(lambda found: figures.get(found[1], found[0]), bare)
    return bare.replace("*", "").replace("\u00a0", " ")


def references(line: str) -> list[str]:
    """The facts (`facts/id`) and sources (`source: place`) that a line names, in order."""
    found = []
    for figure, fact, source in _REFERENCE.findall(line):
        found.append(source or f"facts/{fact or figure.partition(':')[0]}")
    return found


def excerpts(old: str, new: str) -> tuple[str, str]:
    """What differs between two lines, with a few words around it."""
    before, after = old.split(" "), new.split(" ")
    most = min(len(before), len(after))
    start = 0
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return _cut(before, start, end), _cut(after, start, end)


def _cut(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - CONTEXT), min(len(words), len(words) - end + CONTEXT)
    inner = " ".join(words[first:last])
    return f"{'… ' if first else ''}{inner}{' …' if last < len(words) else ''}"


def cut(text: str) -> str:
    """A text that is quoted as a whole, no longer than `LONGEST`."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def bearing(line: str, qualifiers: Sequence[str]) -> Counter[str]:
    """The words of a line that a decision may rest on: figures, qualifiers, and signs."""
    words = (word.lower() for word in _WORD.findall(line))
    return Counter(word for word in words if word in qualifiers or re.search("[0-9<>%]", word))
