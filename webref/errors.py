"""Problems found in a content pack, and the one error that carries them all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


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


class PdfError(Exception):
    """A document that could not be made as it should be; the message says why."""
