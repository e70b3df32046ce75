"""What a library costs as it grows: tiny packs that are generated, without PDFs.

    .venv/bin/python -m bench.library [1 10 100]

For each number of packs: what a first visit of the list and of a pack asks for and is sent, the
processor seconds of a build, of a second one after one changed word, of a server's start, of the
first page of a pack after it and of a search answered first and again, and what a phone stores
that keeps ten of the packs.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from werkzeug.test import Client

from tests.content.tiny import TinyPack
from webref.outputs.folder import LIST, below, file_at, listing_of
from webref.web import sheets
from webref.web.library.build import LibraryBuild
from webref.web.library.live import library_starter

ROOT = Path(__file__).parents[1]
KEPT = 10


def write_packs(folder: Path, count: int) -> None:
    """Write packs that differ in id and title alone."""
    for number in range(count):
        pack = TinyPack(folder / f"drug-{number:03}")
        pack.replace("pack.toml", 'id = "examplin"', f'id = "drug-{number:03}"')
        pack.replace("pack.toml", 'title = "Examplin"', f'title = "Drug {number:03}"')


def took(act: Callable[[], object]) -> str:
    """The processor seconds of this process that something takes."""
    before = time.process_time()
    act()
    return f"{time.process_time() - before:.2f} s"


def first_visit(folder: Path, base: str) -> str:
    """What saves the first set of an edition: page, worker, list and bundle as they are sent."""
    sent = [base, below(base, LIST), f"{base}sw.js", f"{base}boot.txt"]
    sizes = [_sent(folder, url) for url in sent]
    files = [one for one in listing_of(folder, base)["files"] if one["set"] == "boot"]
    return f"{sum(sizes) / 1000:.1f} kB for {len(files)} files"


def _sent(folder: Path, url: str) -> int:
    path = file_at(folder, url)
    small = path.with_name(path.name + ".br")
    return (small if small.is_file() else path).stat().st_size


def stored(folder: Path, packs: list[str]) -> str:
    """The bytes of the editions that a phone holds: the list's own, and those of ten packs."""
    bases = ["/", *(f"/{pack}/" for pack in packs[:KEPT])]
    listed = (file for base in bases for file in listing_of(folder, base)["files"])
    return f"{sum(file['bytes'] for file in listed if file['set'] != 'pdf') / 1e6:.2f} MB"


def measure(work: Path, count: int) -> dict[str, str]:
    """One column of the table."""
    write_packs(work / "packs", count)
    library = LibraryBuild(work / "packs", ROOT, work / "out")
    found = {"build": took(library.build)}
    changed = work / "packs/drug-000/pack.toml"
    changed.write_text(changed.read_text("utf-8").replace("An invented", "One invented"), "utf-8")
    found["build after one word"] = took(library.build)
    start = library_starter(work / "packs", ROOT, work / "out", "")
    found["server start"] = took(start)
    client = Client(start())
    found["first page of a pack"] = took(lambda: client.get("/drug-000/", buffered=True))
    for name in ("first search answer", "next search answer"):
        found[name] = took(lambda: client.get("/drug-000/search?q=start", buffered=True))
    found["first visit of the list"] = first_visit(library.folder, "/")
    found["first visit of a pack"] = first_visit(library.folder, "/drug-000/")
    names = sorted(path.name for path in (work / "packs").iterdir())
    found[f"storage of the list and {KEPT} packs"] = stored(library.folder, names)
    return found


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("packs", type=int, nargs="*", default=[1, 10, 100])
    sheets.make_all = lambda *_: iter(())  # PDFs are laid out pack by pack, as they always are
    columns = {}
    for count in options.parse_args().packs:
        with tempfile.TemporaryDirectory(prefix="webref-bench-") as work:
            columns[count] = measure(Path(work), count)
    print(f"{'packs':32}" + "".join(f"{count:>24}" for count in columns))
    for name in next(iter(columns.values())):
        print(f"{name:32}" + "".join(f"{column[name]:>24}" for column in columns.values()))


if __name__ == "__main__":
    main()
