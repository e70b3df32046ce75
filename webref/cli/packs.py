"""Where webref's own folder lies, and which pack a command reads."""

import argparse
import datetime
import sys
from pathlib import Path

from webref.content.load import load_site
from webref.content.site import Site


def find_root() -> Path:
    """The folder that holds content/, static/ and templates/: the wheel's own, or the checkout."""
    package = Path(__file__).parents[1]
    packed = package / "data"
    return packed if packed.is_dir() else package.parent


def pack_folder(options: argparse.Namespace, root: Path) -> Path:
    """The pack that `--pack` names, or the only one in content/; OSError where several are."""
    if options.pack:
        return Path(options.pack)
    packs = sorted((root / "content").glob("*/pack.toml"))
    if len(packs) > 1:
        words = " or ".join(f"--pack content/{pack.parent.name}" for pack in packs)
        raise OSError(f"content/ holds several packs and an edition holds one; write {words}")
    return packs[0].parent if packs else root / "content"


def load_pack(options: argparse.Namespace, root: Path, folder: Path | None = None) -> Site:
    """The site of the pack that the options name, or the one that comes with webref."""
    return load_site(folder or pack_folder(options, root), datetime.date.today())


def read_pack(options: argparse.Namespace, root: Path, folder: Path | None = None) -> Site:
    """The same, its warnings printed."""
    site = load_pack(options, root, folder)
    for warning in site.warnings:
        print(warning, file=sys.stderr)
    return site
