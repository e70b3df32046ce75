"""`webref check`."""

import argparse
import datetime
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from webref.cli.codes import DRIFTED, OK, WRONG
from webref.cli.commands import Commands
from webref.cli.packs import load_packs, pack_folder, packs_folder, warn
from webref.content.drift.compare import Tally, compare
from webref.content.drift.copies import Copies
from webref.content.load import load_site
from webref.content.review import review_lines
from webref.content.site import Site
from webref.errors import ContentError, Problem
from webref.outputs.synonyms import check_synonyms


def register(commands: Commands) -> None:
    """Add the command."""
    check = commands.add("check", run_check, "read content packs and list every problem")
    check.add_argument("folder", type=Path, nargs="?", metavar="PACK")
    about = "read every pack of a folder and what spans them; content/ where no pack is named"
    check.add_argument("--packs", type=Path, metavar="DIR", help=about)
    about = "hold every figure against copies of the sources"
    check.add_argument("--against", type=Path, metavar="DIR", help=about)
    about = "list what is due by whom, and when each label was held against the one in force"
    check.add_argument("--review", action="store_true", help=about)
    about = "print every problem as one list, for other programs"
    check.add_argument("--json", action="store_true", help=about)


def run_check(options: argparse.Namespace, root: Path) -> int:
    """Read the packs, whose problems main prints; 3 where a figure stands on no line cited."""
    if options.json:
        return _list(options, root)
    sites, warnings = _read(options, root)
    warn(warnings)
    if unfound := list(_unfound(sites)):
        raise ContentError(unfound)
    codes = []
    for name, site in sites.items():
        print(
            f"{site.pack.title}: {len(site.facts)} facts, {len(site.sections)} sections, "
            f"{len(site.calculators)} calculators, {len(site.pages())} pages, no errors"
        )
        if options.review:
            print(*review_lines(site, datetime.date.today()), sep="\n")
        if options.against:
            codes.append(_told(compare(site, Copies(options.against)), name))
    return max(codes, default=OK)


def _read(
    options: argparse.Namespace, root: Path
) -> tuple[Mapping[str, Site], tuple[Problem, ...]]:
    """The packs by what stands before the names of their files, and the warnings of all."""
    folder = None if options.folder else packs_folder(options, root)
    if folder:
        library = load_packs(folder)
        return {f"{name}/": site for name, site in library.sites.items()}, library.warnings
    pack = options.folder or pack_folder(options, root)
    site = load_site(pack, datetime.date.today())
    return {"": site}, site.warnings


def _unfound(sites: Mapping[str, Site]) -> Iterator[Problem]:
    for name, site in sites.items():
        yield from (_placed(name, one) for one in check_synonyms(site))


def _placed(name: str, problem: Problem) -> Problem:
    return replace(problem, file=f"{name}{problem.file}")


def _told(found: Tally, name: str) -> int:
    """Print what holding a pack's figures against copies found; the exit code that it gives."""
    for line in (*found.by_hand, *found.unheld):
        print(_placed(name, line))
    for problem in found.problems:
        print(_placed(name, problem), file=sys.stderr)
    print(
        f"{found.figures} figures: {found.standing} stand on the lines cited, "
        f"{len(found.by_hand)} were read by hand, {len(found.unheld)} have no copy here, "
        f"{len(found.problems)} were not found"
    )
    return DRIFTED if found.problems else OK


def _list(options: argparse.Namespace, root: Path) -> int:
    """Print every problem as one list of JSON and nothing else; the code is that of `check`."""
    drifted: list[Problem] = []
    try:
        sites, warnings = _read(options, root)
        problems = [*warnings, *_unfound(sites)]
    except ContentError as error:
        sites, problems = {}, [*error.problems]
    code = OK if all(problem.warning for problem in problems) else WRONG
    if code == OK and options.against:
        for name, site in sites.items():
            found = compare(site, Copies(options.against))
            drifted += (_placed(name, problem) for problem in found.problems)
        code = DRIFTED if drifted else OK
    records = [vars(problem) for problem in (*problems, *drifted)]
    print(json.dumps(records, ensure_ascii=False, indent=1))
    return code
