"""The commands: parse, call, print, exit code."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from webref.cli import calc, check, diff, documents, edit, editions, examples, new, sign, words
from webref.cli.codes import WRONG
from webref.cli.commands import PACK, Commands, Run
from webref.cli.packs import find_root
from webref.errors import ContentError, PdfError
from webref.outputs.engine import webref_version
from webref.outputs.freeze import FreezeError

GROUPS = (check, editions, sign, diff, documents, calc, examples, new, words, edit)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; what to return to the shell. KeyboardInterrupt on Ctrl-C."""
    options = parser().parse_args(arguments)
    run: Run = options.run
    try:
        return run(options, find_root())
    except ContentError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return WRONG
    except (FreezeError, PdfError, OSError) as error:
        print(f"webref: {error}", file=sys.stderr)
        return WRONG


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    whole = argparse.ArgumentParser(prog="webref", description=__doc__)
    whole.add_argument("--version", action="version", version=f"webref {webref_version()}")
    whole.add_argument("--pack", type=Path, metavar="DIR", help=PACK)
    commands = Commands(whole)
    for group in GROUPS:
        group.register(commands)
    return whole
