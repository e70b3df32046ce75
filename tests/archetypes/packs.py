"""The archetype packs: invented substances, each with the shape of a kind of drug."""

from datetime import date
from functools import cache
from pathlib import Path

from webref.content.load import load_site
from webref.content.site import Site

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
NAMES = sorted(path.parent.name for path in HERE.glob("*/pack.toml"))


@cache
def archetype(name: str) -> Site:
    """An archetype pack as a site; ContentError with every problem where it does not load."""
    return load_site(HERE / name, TODAY)
