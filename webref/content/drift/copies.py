"""Copies of sources, which lie outside the project: the words on the lines that a fact cites."""

import re
from functools import cached_property
from pathlib import Path

# `002:810-811` or `000:114,152`: the beginning of a copy's file name, and lines from 1.
_LINES = re.compile(r"(?P<copy>[A-Za-z0-9]+):(?P<lines>\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)")


class Copies:
    """The copies that lie in one folder, each file named from its short name on (`002_….txt`)."""

    def __init__(self, folder: Path) -> None:
        """Read from this folder; NotADirectoryError where there is none."""
        if not folder.is_dir():
            raise NotADirectoryError(f"{folder} is no folder with copies of the sources")
        self._folder = folder

    @cached_property
    def _texts(self) -> dict[str, list[str]]:
        """The lines of every copy, by the part of its name before the first `_` or point."""
        return {
            re.split(r"[_.]", path.name)[0]: path.read_text(encoding="utf-8").split("\n")
            for path in sorted(self._folder.iterdir())
            if path.is_file() and not path.is_symlink()
        }

    def passage(self, lines: str) -> str | None:
        """The words on the lines cited, in one line; None where no copy of that name lies here.

        ValueError where the copy ends before these lines, or `lines` is in no such form.
        """
        match = _LINES.fullmatch(lines)
        if not match:
            if ":" in lines:
                raise ValueError(f"{lines} names no lines, as 002:810-811 does")
            return None  # words such as `abstract`: no copy was kept
        text = self._texts.get(match["copy"])
        if text is None:
            return None
        found: list[str] = []
        for stretch in match["lines"].split(","):
            first, _, last = stretch.partition("-")
            start, end = int(first), int(last or first)
            if not 1 <= start <= end <= len(text):
                raise ValueError(f"the copy {match['copy']} has {len(text)} lines, not {stretch}")
            found += text[start - 1 : end]
        return " ".join(" ".join(found).split())
