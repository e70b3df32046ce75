"""Bends the dosing code in every place and names what no test notices.

python -m tools.mutants [--minutes 60] [--draw 7 | --after 813] [--floor 97] [MODULE ...]

mutmut writes the changes to `mutants/`; its own runner collects the tests anew for each of them,
so here one session, collected once, is forked.
"""

import argparse
import os
import random
import shutil
import sys
from pathlib import Path

from mutmut.__main__ import create_mutants
from mutmut.configuration import config
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.utils.file_utils import (
    copy_also_copy_files,
    copy_src_dir,
    setup_source_paths,
    walk_mutatable_files,
)

from tools.mutant_runs import KILLED, Runs

FOLDER = Path("mutants")


def write_changes(modules: list[str]) -> list[SourceFileMutationData]:
    """A copy of the tree in which every function of the modules stands beside its changes."""
    if modules:
        config().only_mutate = [f"webref/dosing/{module}.py" for module in modules]
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    set_mutant_under_test("mutant_generation")
    copy_src_dir()
    copy_also_copy_files()
    setup_source_paths()
    create_mutants(1)
    files = [SourceFileMutationData(path=path) for path in sorted(walk_mutatable_files())]
    for file in files:
        file.load()
    return files


def tell(files: list[SourceFileMutationData], verdicts: dict[str, str], floor: float) -> int:
    """Keep the verdicts where `mutmut show` finds them, and print the table.

    1 where fewer than `floor` per cent were noticed.
    """
    print("\n| Module | Changes | Noticed | Survived |\n|---|---|---|---|")
    total = survived = 0
    for file in files:
        found = {name: verdicts[name] for name in file.exit_code_by_key if name in verdicts}
        file.exit_code_by_key |= {name: int(one in KILLED) for name, one in found.items()}
        file.save()
        lost = sum(one not in KILLED for one in found.values())
        if found:
            row = f"{len(found):,} | {len(found) - lost:,} | {lost}"
            print(f"| `{Path(file.path).stem}` | {row} |")
        total, survived = total + len(found), survived + lost
    print(f"\n{total:,} changes, {total - survived:,} noticed, {survived} survived")
    for name, one in verdicts.items():
        if one not in KILLED:
            print(f"{one}: {name}")
    return int((total - survived) * 100 < total * floor)


def main() -> int:
    """Try every change of the modules, or of all; 1 where too few were noticed."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("module", nargs="*", help="of webref/dosing; all by default")
    parser.add_argument("--minutes", type=float, default=1e6, help="after which it ends (none)")
    parser.add_argument("--draw", type=int, help="of the order, such as a date (always the same)")
    parser.add_argument("--after", type=int, default=0, help="so many that were tried before")
    parser.add_argument("--floor", type=float, default=100, help="per cent to be noticed (all)")
    asked = parser.parse_args()
    files = write_changes(asked.module)
    names = [name for file in files for name in file.exit_code_by_key]
    # What was tried by the end is a fair sample, and of the same code another run goes on after it.
    random.Random(len(names) if asked.draw is None else asked.draw).shuffle(names)
    print(total := f"{len(names):,} changes", flush=True)
    names = names[asked.after :]
    here = Path.cwd()
    os.chdir(FOLDER)
    try:
        verdicts = Runs(names, asked.minutes * 60).verdicts()
    finally:
        os.chdir(here)
    if asked.after or len(verdicts) < len(names):
        print(f"a sample: {len(verdicts):,} of {total}, after the first {asked.after:,}")
    return tell(files, verdicts, asked.floor)


if __name__ == "__main__":
    sys.exit(main())
