"""A small library in two editions, told apart by marks in page, style and script."""

import datetime
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from e2e.offline.shelf import build_library
from e2e.running import listing
from webref.content.load import load_site
from webref.content.site import Site

ROOT = Path(__file__).parents[2]
NUMBERS = (1, 2)
# Packs of the tests' own beside a real one: counted drops, and limits that stop.
TINY = {name: ROOT / "tests/archetypes" / name for name in ("exampdrip", "exampladder")}
REAL = {"baclofen": ROOT / "content/baclofen"}
MARKS = {
    "templates/layout.html": ('" data-saves', '" data-made="{number}" data-saves'),
    "templates/library/frame.html": (
        'data-kind="library"',
        'data-made="{number}" data-kind="library"',
    ),
    "static/look/frame.css": ("", ':root {{ --made: "{number}"; }}\n'),
    "static/page.js": ("", 'document.documentElement.dataset.code = "{number}";\n'),
}
# What the second edition says otherwise, so that an answer of the other one is noticed.
RENAMED = {
    "exampdrip": ('name = "Flow"', 'name = "Flow of the second edition"'),
    "exampladder": ('name = "Next daily dose"', 'name = "Next dose of a day"'),
}


@dataclass(frozen=True)
class Edit:
    """A text of a file, which stands there, and what is put in its place."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Built:
    """The library in each of its editions: folders, sites, and what their addresses hold."""

    folders: Mapping[int, Path]
    sites: Mapping[tuple[int, str], Site]

    @property
    def packs(self) -> list[str]:
        """The names of its packs."""
        return sorted({pack for _, pack in self.sites})

    def edition(self, number: int, pack: str) -> str:
        """The digest of an edition of a pack."""
        return str(listing(self.folders[number] / pack)["edition"])

    def ids(self) -> dict[str, str]:
        """The page that stands at each address of the packs."""
        return {page.url: page.id for site in self.sites.values() for page in site.pages()}

    def addresses(self) -> set[str]:
        """Every address at which anything of the library may be asked for."""
        found = {"/notices.json"}
        for folder in self.folders.values():
            for base in ("/", *(f"/{pack}/" for pack in self.packs)):
                files = listing(folder / base.strip("/"))["files"]
                found |= {one["url"] for one in files}
                found |= {f"{base}{name}" for name in ("sw.js", "edition.json", "boot.txt")}
        return found


def write_root(folder: Path, number: int, edits: Iterable[Edit]) -> Path:
    """A copy of what pages are drawn with, marked as of an edition, and edited."""
    for part in ("static", "templates"):
        shutil.copytree(ROOT / part, folder / part)
    for name, (old, new) in MARKS.items():
        text = (folder / name).read_text("utf-8")
        marked = new.format(number=number)
        assert old in text, name
        text = text.replace(old, marked, 1) if old else text + marked
        (folder / name).write_text(text, "utf-8")
    for edit in edits:
        path = folder / edit.file
        text = path.read_text("utf-8")
        assert text.count(edit.old) == 1, f"{edit.file}: {edit.old!r} does not stand there once"
        path.write_text(text.replace(edit.old, edit.new), "utf-8")
    return folder


def build(work: Path, packs: Mapping[str, Path], edits: Iterable[Edit] = ()) -> Built:
    """Both editions of a library of these packs, without PDFs and copies."""
    folders, sites = {}, {}
    for number in NUMBERS:
        root = write_root(work / f"root-{number}", number, edits)
        own = work / f"packs-{number}"
        for pack, source in packs.items():
            shutil.copytree(source, own / pack)
            if number > 1 and pack in RENAMED:
                _rename(own / pack, *RENAMED[pack])
            sites[number, pack] = load_site(own / pack, datetime.date.today())
        folders[number] = build_library(own, work / f"library-{number}", root)
    return Built(folders, sites)


def _rename(pack: Path, old: str, new: str) -> None:
    for path in (pack / "calculators").iterdir():
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
