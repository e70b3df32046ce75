"""What documents tell to type and say of the code is what there is."""

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest

from webref.cli.command import parser
from webref.content.calculators.scope import PLAIN_LITERALS
from webref.web import worksheets

ROOT = Path(__file__).parents[1]
DOCUMENTS = [
    ROOT / name
    for name in (
        "README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/publish.md", "docs/offline.md",
        "docs/governance.md", "docs/testing.md", "docs/print.md", "docs/writing-a-pack.md",
        "deploy/Containerfile", "deploy/webref.service",
    )
]  # fmt: skip
BLOCK = re.compile(r"^```(?:sh|console)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
# On a line of a block, between backticks in a sentence, or by its whole path.
FORMS = r"(?:^[$ ]*|/opt/webref/bin/){0} ([a-z][^\n]*)", r"`{0} ([a-z][^`\n]*)`"
END = re.compile(r"\s+(?:&&|>|#).*")


def told(name):
    """The commands of this name that documents tell to type, each with the document."""
    found = []
    for path in DOCUMENTS:
        text = path.read_text("utf-8").replace("\\\n", " ")
        blocks = "\n".join(BLOCK.findall(text)) if path.suffix == ".md" else text
        lines = re.findall(FORMS[0].format(name), blocks, re.MULTILINE)
        lines += re.findall(FORMS[1].format(name), text)
        found += [(path.name, line) for line in sorted({END.sub("", line) for line in lines})]
    assert len(found) > 9
    return [pytest.param(line, id=f"{document}: {line}") for document, line in found]


@pytest.mark.parametrize("command", told("webref"))
def test_a_command_of_webref_is_one(command):
    typed = command.replace("${ORIGIN}", "https://drug.example.org")
    words = [word.strip("[]") for word in shlex.split(typed)]
    refused = io.StringIO()
    with contextlib.redirect_stderr(refused), contextlib.suppress(SystemExit):
        parser().parse_args(words)
    wrong = [line for line in refused.getvalue().splitlines() if "error:" in line]
    # A command or an option that a sentence names alone may lack what it is done to.
    named = len(words) == 1 or words[-1].startswith("--")
    assert not wrong or (named and re.search("are required|expected one", wrong[0])), wrong


@pytest.mark.parametrize("command", told("make"))
def test_a_target_of_make_is_one(command):
    target = command.split()[0]
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


NUMBERS = ("no", "one", "two", "three", "four")


def test_documents_say_how_many_worksheets_a_process_makes_at_once():
    at_once, waiting, wait = (
        NUMBERS[number] for number in (worksheets.AT_ONCE, worksheets.WAITING, worksheets.WAIT)
    )
    told = f"A process makes {at_once} at a time and lets {waiting} more request wait, for {wait} "
    assert told in (ROOT / "docs/print.md").read_text("utf-8")


def test_documents_name_the_literals_that_a_formula_may_hold():
    *others, last = sorted(PLAIN_LITERALS, key=int)
    told = f"Literals other than {', '.join(others)} and {last} are declared as facts or constants."
    assert told in (ROOT / "docs/pack-format.md").read_text("utf-8")
