"""A folder of packs to one frozen library, or everything that is wrong with any of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from webref.content.load import read_site
from webref.content.site import Site
from webref.content.spans import Spans, check_spans, spans_of
from webref.errors import ContentError, Problem

PACK_FILE = "pack.toml"


@dataclass(frozen=True)
class Library:
    """Packs that stand side by side, by id in alphabetical order, each checked as a whole.

    The warnings are those of all packs, the name of the pack's folder before each file.
    """

    sites: Mapping[str, Site]
    warnings: tuple[Problem, ...] = ()


def pack_folders(folder: Path) -> tuple[Path, ...]:
    """The packs below a folder, each a folder with a pack.toml, in order of name."""
    return tuple(sorted(file.parent for file in folder.glob(f"*/{PACK_FILE}")))


def load_library(folder: Path, today: date) -> Library:
    """Every pack of the folder, read and checked alone and beside the others; else ContentError.

    All problems of all packs are reported together.
    """
    found = pack_folders(folder)
    if not found:
        raise ContentError(
            [
                Problem(
                    str(folder), "folder", f"no pack lies in it: a folder that holds a {PACK_FILE}"
                )
            ]
        )
    sites: dict[str, Site] = {}
    problems: list[Problem] = []
    for pack in found:
        site, own = read_site(pack, today)
        problems += [replace(one, file=f"{pack.name}/{one.file}") for one in own]
        if site:
            sites[pack.name] = site
    problems += check_library(sites)
    if not all(problem.warning for problem in problems):
        raise ContentError(problems)
    return Library(sites, tuple(problems))


def check_library(sites: Mapping[str, Site]) -> Iterator[Problem]:
    """What spans packs, by the names of their folders: ids, and all that `check_spans` holds."""
    for folder, site in sites.items():
        if site.pack.id != folder:
            told = f"{site.pack.id} lies in a folder named {folder}; name both alike"
            yield Problem(f"{folder}/{PACK_FILE}", "id", told)
    spans: dict[str, Spans] = {folder: spans_of(site) for folder, site in sites.items()}
    yield from check_spans(spans)
