"""`webref words`."""

import argparse
import json
from pathlib import Path

from webref.cli.codes import OK
from webref.cli.commands import Commands
from webref.content.wording.table import TABLE

HEAD = """\
# The sentences that no pack writes. Saved as words.toml and translated, they take the place of the
# English ones; names in braces stay as they are.
signed = []

[words]"""


def register(commands: Commands) -> None:
    """Add the command."""
    about = "print every sentence of the interface, to be translated as words.toml"
    commands.add("words", run_words, about)


def run_words(_: argparse.Namespace, __: Path) -> int:
    """Print the ids and the English sentences as TOML."""
    print(HEAD)
    for key, text in TABLE.items():
        print(f"{json.dumps(key)} = {json.dumps(text, ensure_ascii=False)}")
    return OK
