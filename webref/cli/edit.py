"""`webref edit`."""

import argparse
import sys
from pathlib import Path

from webref.cli.codes import OK
from webref.cli.commands import Commands, port
from webref.web.edit.folder import Reading
from webref.web.edit.live import edit


def register(commands: Commands) -> None:
    """Add the command."""
    about = "show a pack while it is written, with what is wrong with it, anew after each save"
    edited = commands.add("edit", run_edit, about)
    edited.add_argument("folder", type=Path, metavar="DIR")
    edited.add_argument("--host", default="localhost")
    # Another than that of an edition, which a browser may have saved under its address.
    edited.add_argument("--port", type=port, default=8001)


def run_edit(options: argparse.Namespace, root: Path) -> int:
    """Serve the pack until stopped."""
    edit(options.folder, root, options.host, options.port, say)
    return OK


def say(reading: Reading) -> None:
    """A reading of the pack in the terminal: every problem, and how many there are."""
    for problem in reading.problems:
        print(problem, file=sys.stderr)
    errors = sum(not problem.warning for problem in reading.problems)
    warnings = len(reading.problems) - errors
    print(f"webref: read anew, {errors} errors, {warnings} warnings", flush=True)
