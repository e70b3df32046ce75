"""Problems found in a content pack, and the one error that carries them all."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong with a pack: the file (relative to the pack), the place in it, and what.

    A warning is printed and the site still starts; anything else stops it.
    """

    file: str
    place: str
    message: str
    warning: bool = False

    def __str__(self) -> str:
        """`file: place: message`, with the word warning before the message of one."""
        word = "warning: " if self.warning else ""
        return f"{self.file}: {self.place}: {word}{self.message}"


class ContentError(Exception):
    """A pack that cannot become a site, with every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, warnings included, in order of file and place."""
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
