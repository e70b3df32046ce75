"""Where webref's own folder lies, and which pack or packs a command reads."""

import argparse
import datetime
import sys
from collections.abc import Iterable
from pathlib import Path

from webref.content.library import Library, load_library, pack_folders
from webref.content.load import load_site
from webref.content.site import Site
from webref.errors import Problem
from webref.outputs.folder import LIST, file_at, pack_in


def find_root() -> Path:
    """The folder that holds content/, static/ and templates/: the wheel's own, or the checkout."""
    package = Path(__file__).parents[1]
    packed = package / "data"
    return packed if packed.is_dir() else package.parent


def pack_folder(options: argparse.Namespace, root: Path, edition: Path | None = None) -> Path:
    """The pack that `--pack` names, else that of the edition in a folder, else the only one.

    A folder is named, or by its name alone a pack that comes with webref.
    OSError where content/ holds several packs and nothing says which.
    """
    own = root / "content"
    if options.pack:
        named: Path = options.pack
        return own / named if not named.exists() and (own / named).is_dir() else named
    packs = pack_folders(own)
    if len(packs) == 1:
        return packs[0]
    if edition and file_at(edition, LIST).is_file() and own / pack_in(edition) in packs:
        return own / pack_in(edition)
    if packs:
        words = " or ".join(f"--pack {pack.name}" for pack in packs)
        raise OSError(f"{own.name}/ holds several packs and this is done to one; write {words}")
    return own


def read_pack(options: argparse.Namespace, root: Path, edition: Path | None = None) -> Site:
    """The site of the pack that the options name, or of an edition, its warnings printed."""
    site = load_site(pack_folder(options, root, edition), datetime.date.today())
    warn(site.warnings)
    return site


def packs_folder(options: argparse.Namespace, root: Path) -> Path | None:
    """The folder of packs that `--packs` names, or content/ where it holds several and none is."""
    named: Path | None = options.packs
    several = not options.pack and len(pack_folders(root / "content")) > 1
    return named or (root / "content" if several else None)


def load_packs(folder: Path) -> Library:
    """Every pack of a folder."""
    return load_library(folder, datetime.date.today())


def warn(warnings: Iterable[Problem]) -> None:
    """Print warnings."""
    for warning in warnings:
        print(warning, file=sys.stderr)
