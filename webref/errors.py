"""Problems found in a content pack, and the one error that carries them all."""

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

Found = Iterator[tuple[str, str]]  # what is wrong in one file: place and message


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a pack: the file (relative to the pack), the place in it, and what.

    A warning is printed and the site still starts; anything else stops it.
    """

    file: str
    place: str
    message: str
    warning: bool = False

    def __str__(self) -> str:
        """`file: place: message` on one line, with the word warning before the message of one."""
        word = "warning: " if self.warning else ""
        line = f"{self.file}: {self.place}: {word}{self.message}"
        return "".join(c if c.isprintable() or c == "\u00a0" else repr(c)[1:-1] for c in line)


class ContentError(Exception):
    """A pack that cannot become a site, with every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, warnings included, in order of file and place."""
        self.problems = tuple(in_order(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file, place and message; line 9 comes before line 10."""

    def key(problem: Problem) -> tuple[str, list[tuple[int, str]], str]:
        pieces = re.findall(r"[0-9]+|[^0-9]+", problem.place)
        place = [(int(p), "") if p.isdecimal() else (-1, p) for p in pieces]
        return problem.file, place, problem.message

    return sorted(problems, key=key)


def near(name: str, known: Iterable[str]) -> str:
    """`; did you mean start.us?` for a name that is not known, or nothing where none is near it.

    The two nearest are said where two are near. Nothing is ever read as the name that is near.
    """
    by_folded = {one.lower(): one for one in known if one}
    folded = name.lower()
    if not folded or len(name) > _LONGEST_NAME or name in by_folded.values():
        return ""
    swapped = [one for one in by_folded if sorted(one) == sorted(folded)]
    close = difflib.get_close_matches(folded, by_folded, 2, _NEAR)
    found = [folded] if folded in by_folded else swapped[:2]
    found = found or [one for one in close if _part_by_part(folded, one)]
    return f"; did you mean {' or '.join(by_folded[one] for one in found)}?" if found else ""


def _part_by_part(name: str, other: str) -> bool:
    """Whether the parts of two names are near one by one: start.fr is no slip of start.us."""
    parts, others = (re.split(r"[./:-]", one) for one in (name, other))
    if len(parts) != len(others):
        return difflib.SequenceMatcher(None, name, other).ratio() >= _WHOLE_NEAR
    pairs = zip(parts, others, strict=True)
    return all(difflib.SequenceMatcher(None, *pair).ratio() >= _PART_NEAR for pair in pairs)


_LONGEST_NAME = 60  # characters; comparing takes time, and no name of a pack is longer
_NEAR, _PART_NEAR, _WHOLE_NEAR = 0.75, 0.6, 0.9


class PdfError(Exception):
    """A document that could not be made as it should be; the message says why."""
