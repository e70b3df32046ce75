"""`webref examples`."""

import argparse
import json
import sys
from pathlib import Path

from webref.cli.codes import OK, WRONG
from webref.cli.commands import Commands
from webref.cli.packs import read_pack
from webref.content.calculators.boundaries import propose
from webref.dosing.spec import Example
from webref.dosing.words import speaking
from webref.errors import near

HEAD = """\
# Entries on the edges of {title}, with what the formula makes of them.
# They are the program's own answers, so they prove nothing yet: work each out by hand from the
# label, mend the formula where it differs, and keep the row with the place that you compared.
# A row is refused while its source is empty."""
UNCHECKED = "# checked = no: to be compared with the label by hand"


def register(commands: Commands) -> None:
    """Add the command."""
    about = "propose entries on the edges of a calculator as worked examples to be checked"
    examples = commands.add("examples", run_examples, about)
    examples.add_argument("calculator", nargs="?", metavar="ID", default="")


def run_examples(options: argparse.Namespace, root: Path) -> int:
    """Print the rows that a calculator file might hold, none of them checked."""
    site = read_pack(options, root)
    calculator = site.calculators.get(options.calculator)
    if calculator is None:
        meant = near(options.calculator, site.calculators)
        if options.calculator:
            print(f"webref: there is no calculator {options.calculator}{meant}", file=sys.stderr)
        print("webref examples ID", *sorted(site.calculators), sep="\n  ", file=sys.stderr)
        return WRONG
    print(HEAD.format(title=calculator.title))
    with speaking(site.words):
        found = list(propose(calculator))
    for example in found:
        print("", UNCHECKED, *rows(example), sep="\n")
    if not found:
        print("# None: they start from examples of your own that are answered, or all are there.")
    return OK


def rows(example: Example) -> list[str]:
    """A worked example as lines of TOML."""
    lines = ["[[example]]", f"name = {_quoted(example.name)}"]
    lines.append(f"inputs = {_table(example.inputs)}")
    if example.now:
        lines.append(f"now = {_quoted(example.now)}")
    lines.append(f"status = {_quoted(example.status)}")
    if example.outputs:
        lines.append(f"outputs = {_table(example.outputs)}")
    if example.checks:
        lines.append(f"checks = [{', '.join(map(_quoted, example.checks))}]")
    return [*lines, f"source = {_quoted(example.source)}"]


def _table(pairs: tuple[tuple[str, str], ...]) -> str:
    return "{ " + ", ".join(f"{name} = {_quoted(text)}" for name, text in pairs) + " }"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
