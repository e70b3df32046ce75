"""A folder of packs to one frozen library, or everything that is wrong with any of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from webref.content.load import read_site
from webref.content.site import Site
from webref.errors import ContentError, Problem

PACK_FILE = "pack.toml"

Labels = Mapping[str, list[str]]  # kind, tag and name of each label, by its id


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
    """What spans packs, by the names of their folders: ids, and one meaning for each label."""
    for folder, site in sites.items():
        if site.pack.id != folder:
            told = f"{site.pack.id} lies in a folder named {folder}; name both alike"
            yield Problem(f"{folder}/{PACK_FILE}", "id", told)
    yield from check_labels({folder: labels_of(site) for folder, site in sites.items()})


def labels_of(site: Site) -> Labels:
    """What each label of a pack means: its kind, tag and name by its id."""
    return {one.id: [one.kind, one.tag, one.name] for one in site.pack.labels.values()}


def check_labels(packs: Mapping[str, Labels]) -> Iterator[Problem]:
    """Labels that mean another thing in another pack, by the names of the packs' folders."""
    first: dict[str, str] = {}
    for folder, labels in packs.items():
        for name, meant in labels.items():
            there = first.setdefault(name, folder)
            before = packs[there][name]
            if meant != before:
                told = (
                    f"here it means {' '.join(meant)}, and in {there} {' '.join(before)}; "
                    "give one of them another id"
                )
                yield Problem(f"{folder}/{PACK_FILE}", f"label[{name}]", told)
