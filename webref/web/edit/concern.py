"""Which page of a site a problem of a pack concerns."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from webref.content.kinds import KINDS
from webref.errors import Problem

PLAIN = {"sources.toml": "sources", "synonyms.toml": "search", "notices.toml": "offline"}


def concerns(problem: Problem, page: str, texts: Mapping[str, str]) -> bool:
    """Whether a problem is of the file behind a page id, or of a fact that this file names."""
    if page_of(problem.file) == page or page.startswith(f"{page_of(problem.file)}/"):
        return True
    fact = re.match(r"fact\[([^]]+)]", problem.place)
    if not fact or not problem.file.startswith("facts/"):
        return False
    name = rf"(?<![\w.]){re.escape(fact[1])}(?![\w.])"
    files = (file for file in texts if not file.startswith("facts/"))
    return any(page_of(file) == page and re.search(name, texts[file]) for file in files)


def page_of(file: str) -> str:
    """The id of the page that a file makes, or home."""
    path = PurePosixPath(file)
    if path.parent.name in ("monograph", "emergency", "calculators", "protocols"):
        return f"{path.parent.name}/{path.stem}"
    if path.parent.name == "sheets":
        return "pdfs"
    rows = {kind.table.file: kind.id for kind in KINDS.values() if kind.table}
    return {**rows, **PLAIN}.get(file, "home")
