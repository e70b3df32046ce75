"""`webref diff`."""

import argparse
import json
from pathlib import Path

from webref.cli.codes import OK
from webref.cli.commands import Commands
from webref.content.wording.table import TABLE
from webref.dosing.words import speaking
from webref.outputs.changes.report import report, said, told
from webref.web.committee import committee_pdf


def register(commands: Commands) -> None:
    """Add the command."""
    about = "say what changed between two editions; needs no pack"
    diff = commands.add("diff", run_diff, about)
    diff.add_argument("old", metavar="OLD", help="folder or address of the older edition")
    diff.add_argument("new", metavar="NEW", help="folder or address of the newer one")
    diff.add_argument("--toml", action="store_true", help="print a row for the pack's changes.toml")
    diff.add_argument("--json", action="store_true", help="print a record for other programs")
    about = "write it as a PDF, for the committee that decides on the newer one"
    diff.add_argument("--pdf", type=Path, metavar="FILE", help=about)


def run_diff(options: argparse.Namespace, root: Path) -> int:
    """Print every change with its source, and every file that none of them explains."""
    with speaking(TABLE):
        found = report(options.old, options.new)
        if options.pdf:
            options.pdf.write_bytes(committee_pdf(found, root))
            print(f"webref: wrote {options.pdf}")
        elif options.json:
            rows = [vars(change) for change in found.changes]
            plain = {"known": found.known, "changes": rows, "files": found.files}
            print(json.dumps(plain, ensure_ascii=False, indent=1))
        elif options.toml:
            print(*told(found), sep="\n")
        else:
            print(*said(found), sep="\n")
    return OK
