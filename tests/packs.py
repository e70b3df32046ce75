"""The packs that come with webref, each read once in a process, since all their proofs are run."""

from datetime import date
from functools import cache
from pathlib import Path

from webref.content.load import load_site
from webref.content.site import Site

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 22)


@cache
def shipped(name: str = "baclofen") -> Site:
    """A pack of content/ as it is on the day of its edition."""
    return load_site(ROOT / "content" / name, TODAY)
