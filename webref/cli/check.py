"""`webref check`."""

import argparse
import json
import sys
from pathlib import Path

from webref.cli.codes import DRIFTED, OK, WRONG
from webref.cli.commands import Commands
from webref.cli.packs import load_pack, read_pack
from webref.content.drift.compare import compare
from webref.content.drift.copies import Copies
from webref.errors import ContentError, Problem
from webref.outputs.synonyms import check_synonyms


def register(commands: Commands) -> None:
    """Add the command."""
    check = commands.add("check", run_check, "read a content pack and list every problem")
    check.add_argument("folder", type=Path, nargs="?", metavar="PACK")
    about = "hold every figure against copies of the sources"
    check.add_argument("--against", type=Path, metavar="DIR", help=about)
    about = "print every problem as one list, for other programs"
    check.add_argument("--json", action="store_true", help=about)


def run_check(options: argparse.Namespace, root: Path) -> int:
    """Read the pack, whose problems main prints; 3 where a figure stands on no line cited."""
    if options.json:
        return _list(options, root)
    site = read_pack(options, root, options.folder)
    if unfound := list(check_synonyms(site)):
        raise ContentError(unfound)
    print(
        f"{site.pack.title}: {len(site.facts)} facts, {len(site.sections)} sections, "
        f"{len(site.calculators)} calculators, {len(site.pages())} pages, no errors"
    )
    if not options.against:
        return OK
    found = compare(site, Copies(options.against))
    for line in (*found.by_hand, *found.unheld):
        print(line)
    for problem in found.problems:
        print(problem, file=sys.stderr)
    print(
        f"{found.figures} figures: {found.standing} stand on the lines cited, "
        f"{len(found.by_hand)} were read by hand, {len(found.unheld)} have no copy here, "
        f"{len(found.problems)} were not found"
    )
    return DRIFTED if found.problems else OK


def _list(options: argparse.Namespace, root: Path) -> int:
    """Print every problem as one list of JSON and nothing else; the code is that of `check`."""
    drifted: tuple[Problem, ...] = ()
    try:
        site = load_pack(options, root, options.folder)
        problems = [*site.warnings, *check_synonyms(site)]
    except ContentError as error:
        problems = [*error.problems]
    code = OK if all(problem.warning for problem in problems) else WRONG
    if code == OK and options.against:
        drifted = tuple(compare(site, Copies(options.against)).problems)
        code = DRIFTED if drifted else OK
    records = [vars(problem) for problem in (*problems, *drifted)]
    print(json.dumps(records, ensure_ascii=False, indent=1))
    return code
