"""A pack's folder as it stands at one moment: read, and noticed when it changes."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from webref.content.load import read_site
from webref.content.site import Site
from webref.errors import Problem
from webref.outputs.synonyms import check_synonyms

FolderState = frozenset[tuple[str, int, int]]


@dataclass(frozen=True)
class Reading:
    """What a reading of the folder gave. site: none where an error stands among the problems."""

    site: Site | None
    problems: tuple[Problem, ...]
    texts: dict[str, str]  # of every file, by which a page is known to name a fact


def state_of(root: Path) -> FolderState:
    """What is another after any file of the folder was saved, renamed or taken away."""
    found = set()
    for path in root.rglob("*"):
        try:
            there = path.lstat()
        except OSError:  # taken away meanwhile
            continue
        found.add((str(path), there.st_mtime_ns, there.st_size))
    return frozenset(found)


def read(root: Path, today: date) -> Reading:
    """The pack with every problem, those of an editor's own scratch files apart."""
    site, found = read_site(root, today)
    problems = [problem for problem in found if not _is_scratch(problem.file)]
    if site and all(problem.warning for problem in problems):
        problems += check_synonyms(site)
    whole = all(problem.warning for problem in problems)
    return Reading(site if whole else None, tuple(problems), _texts(root))


def _is_scratch(file: str) -> bool:
    """Whether a file is one that editors keep beside what they edit, such as `.first.toml.swp`."""
    name = Path(file).name
    return name.startswith(".") or name.endswith(("~", ".swp", ".tmp", ".bak"))


def _texts(root: Path) -> dict[str, str]:
    found = {}
    for path in sorted(root.rglob("*")):
        try:
            if path.is_file() and path.suffix in (".toml", ".md"):
                found[path.relative_to(root).as_posix()] = path.read_text("utf-8", "replace")
        except OSError:  # said among the problems
            continue
    return found
