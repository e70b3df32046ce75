"""`webref pdf`."""

import argparse
import sys
from pathlib import Path

from webref.cli.codes import OK, WRONG
from webref.cli.commands import Commands, origin
from webref.cli.packs import read_pack
from webref.errors import near
from webref.web import sheets
from webref.web.build import write_pdf


def register(commands: Commands) -> None:
    """Add the command."""
    pdf = commands.add("pdf", run_pdf, "write one printed document to a file")
    pdf.add_argument("name", nargs="?", metavar="NAME", help="which; without it they are listed")
    pdf.add_argument("--out", type=Path, metavar="FILE", help="NAME.pdf where none is given")
    pdf.add_argument("--origin", type=origin, default="", metavar="URL", help="its address")


def run_pdf(options: argparse.Namespace, root: Path) -> int:
    """Write one printed document, or list the names of all."""
    site = read_pack(options, root)
    if options.name not in sheets.names(site):
        if options.name:
            known = near(options.name, sheets.names(site))
            print(f"webref: there is no document {options.name}{known}", file=sys.stderr)
        print("webref pdf NAME [--out FILE]", *sheets.names(site), sep="\n  ", file=sys.stderr)
        return WRONG if options.name else OK
    file = options.out or Path(f"{options.name}.pdf")
    write_pdf(site, root, options.name, file, options.origin)
    return OK
