"""Which engine answers: the code that computes on either side, under one digest."""

from functools import cache
from importlib.metadata import version
from pathlib import Path

import webref.dosing as dosing
from webref.outputs.cache import digest_of

PAGE = ("static/answers", "static/vendor/fraction.min.js")  # what computes on the page
SHORT = 12  # figures of it on paper


@cache
def engine_of(root: Path) -> str:
    """SHA-256 over the names and bytes of what computes, in Python and on the page.

    `root` holds static/. Editions of one engine answer alike wherever their content is the same.
    """
    python = Path(dosing.__file__).parent
    files = [(f"dosing/{path.name}", path) for path in sorted(python.glob("*.py"))]
    for place in PAGE:
        found = root / place
        paths = sorted(found.rglob("*.js")) if found.is_dir() else [found]
        files += [(path.relative_to(root).as_posix(), path) for path in paths]
    return digest_of(*(part for name, path in files for part in (name, path.read_bytes())))


def webref_version() -> str:
    """The version of the installed package."""
    return version("webref")
