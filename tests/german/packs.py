"""The German pack, about an invented substance."""

import datetime
from functools import cache
from pathlib import Path

from webref.content.load import load_site
from webref.content.site import Site

ROOT = Path(__file__).parents[2]
PACK = Path(__file__).parent / "prueflin"


@cache
def german() -> Site:
    """The pack, read and checked."""
    return load_site(PACK, datetime.date(2026, 11, 22))
