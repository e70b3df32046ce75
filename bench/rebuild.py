"""Processor time of a build from nothing, of one of an unchanged pack, and after one changed word.

    .venv/bin/python -m bench.rebuild

The pack is a copy; the word stands in the first paragraph of its longest section.
Each is printed with its part of the build from nothing, all in one sitting.
"""

import argparse
import resource
import shutil
import subprocess
import tempfile
from pathlib import Path

from bench.servers import beside_python


def build(pack: Path, folder: Path) -> float:
    """Build; the seconds of processor that the command and its processes took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [beside_python("webref"), "build", folder, "--pack", pack],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def change_a_word(pack: Path) -> str:
    """Change one word of the longest section; which file it stands in."""
    section = max((pack / "monograph").glob("*.md"), key=lambda path: path.stat().st_size)
    head, mark, body = section.read_text("utf-8").rpartition("+++\n")
    changed = body.replace(" the ", " this ", 1)
    if changed == body:
        raise SystemExit(f"bench: {section} has no word to change")
    section.write_text(head + mark + changed, "utf-8")
    return section.name


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("pack", type=Path, nargs="?", default=Path("content/baclofen"))
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="webref-bench-") as work:
        pack, folder = Path(work) / asked.pack.name, Path(work) / "edition"
        shutil.copytree(asked.pack, pack)
        whole = build(pack, folder)
        rows = [("from nothing", whole), ("unchanged", build(pack, folder))]
        name = change_a_word(pack)
        rows.append((f"one word of {name}", build(pack, folder)))
        print(f"{'processor seconds of a build':36} {'':>8} {'of the first':>14}")
        for words, took in rows:
            print(f"{words:36} {took:8.1f} {took / whole:14.1%}", flush=True)


if __name__ == "__main__":
    main()
