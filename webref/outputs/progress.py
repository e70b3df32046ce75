"""How far a build is: a bar on a terminal, one line for each part of the work elsewhere."""

import sys
from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

T = TypeVar("T")


def say(words: str) -> None:
    """One line for whoever waits."""
    print(f"webref: {words}", file=sys.stderr, flush=True)


def track(items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """The same items, while what is left of them is shown; nothing is said of none."""
    if total is None and isinstance(items, Sized):
        total = len(items)
    if not total:
        yield from items
    elif sys.stderr.isatty():
        from rich.console import Console  # only a terminal waits for its import
        from rich.progress import track as bar

        console = Console(stderr=True)
        yield from bar(items, f"webref: {what}", total, console=console, transient=True)
    else:
        say(f"{total} {what}")
        yield from items
