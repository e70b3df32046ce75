"""`webref new`."""

import argparse
import datetime
import sys
import tempfile
from pathlib import Path

from webref.cli.codes import OK, WRONG
from webref.cli.commands import Commands
from webref.content.load import load_site
from webref.content.starter import Answers, starter_files
from webref.errors import ContentError

# Each answer: its option, the question, and what an answer looks like.
QUESTIONS = (
    ("title", "Name of the drug", "Examplin"),
    ("routes", "Routes by which it is given, with commas", "oral, intravenous"),
    ("label", "Label that you write from: jurisdiction and its short tag", "New Zealand, NZ"),
    ("source", "Title of that label", "Examplin data sheet"),
    ("editor", "Who writes the pack", "A. Writer"),
)


def register(commands: Commands) -> None:
    """Add the command."""
    about = "begin a pack: a folder that loads at once, with one example of each thing"
    new = commands.add("new", run_new, about)
    new.add_argument("folder", type=Path, metavar="DIR")
    for option, question, sample in QUESTIONS:
        new.add_argument(f"--{option}", metavar="WORDS", help=f"{question}, as in “{sample}”")


def run_new(options: argparse.Namespace, root: Path) -> int:
    """Ask what is not given, and write the pack whole or not at all; OSError where it may not."""
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OSError(f"{folder} is there already; name a folder that is not, or an empty one")
    try:
        answers = _answers(_asked(options))
        folder.absolute().parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.absolute().parent, prefix=".new-") as place:
            pack = Path(place) / "pack"
            _write(pack, answers, root / "templates/pack")
            load_site(pack, datetime.date.today())
            pack.rename(folder)
    except ValueError as error:
        print(f"webref: {error}", file=sys.stderr)
        return WRONG
    except ContentError as error:
        print("webref: nothing is written, since a pack of these answers is refused:")
        raise error
    print(f"{folder} holds a pack that loads; every figure in it is an example to be replaced.")
    print(f"  webref check {folder}   lists what is wrong\n  webref edit {folder}    shows it")
    return OK


def _asked(options: argparse.Namespace) -> dict[str, str]:
    """The answers by option; ValueError where one is missing and nobody can be asked."""
    given = {option: getattr(options, option) for option, _, _ in QUESTIONS}
    missing = [option for option, answer in given.items() if answer is None]
    if missing and not sys.stdin.isatty():
        raise ValueError(f"write {' '.join(f'--{option} WORDS' for option in missing)} too")
    for option, question, sample in QUESTIONS:
        while not (given[option] or "").strip():
            if given[option] is not None and not sys.stdin.isatty():
                raise ValueError(f"--{option} is empty: write words, as in “{sample}”")
            given[option] = input(f"{question} (as in {sample}): ")
    return {option: answer.strip() for option, answer in given.items()}


def _answers(given: dict[str, str]) -> Answers:
    jurisdiction, comma, tag = (part.strip() for part in given["label"].rpartition(","))
    if not comma or not jurisdiction or not tag:
        raise ValueError(f"{given['label']}: write jurisdiction and tag, as in “New Zealand, NZ”")
    routes = tuple(filter(None, (route.strip() for route in given["routes"].split(","))))
    if not routes:
        raise ValueError(f"{given['routes']}: write routes, as in “oral, intravenous”")
    return Answers(given["title"], routes, jurisdiction, tag, given["source"], given["editor"])


def _write(pack: Path, answers: Answers, templates: Path) -> None:
    for file, text in starter_files(answers, templates, datetime.date.today()):
        (pack / file).parent.mkdir(parents=True, exist_ok=True)
        (pack / file).write_text(text, encoding="utf-8")
