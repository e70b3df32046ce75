"""How a command is added to the command line, and the kinds of its words."""

import argparse
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from webref.outputs.nginx import Host

Run = Callable[[argparse.Namespace, Path], int]  # the options and webref's own folder; exit code

PACK = "another pack folder, or by its name alone a pack that comes with webref"


class Commands:
    """The commands of one parser."""

    def __init__(self, whole: argparse.ArgumentParser) -> None:
        self.parsers = whole.add_subparsers(required=True, metavar="COMMAND")

    def add(
        self, name: str, run: Run, about: str, add_help: bool = True
    ) -> argparse.ArgumentParser:
        """A command, to which its own options are added."""
        one = self.parsers.add_parser(name, help=about, description=about, add_help=add_help)
        one.set_defaults(run=run)
        # Suppressed, or the absent option would take back the one before the command.
        one.add_argument("--pack", type=Path, metavar="DIR", default=argparse.SUPPRESS, help=PACK)
        return one


def origin(text: str) -> str:
    """The address of readers as `scheme://host` in lower case, or nothing where none is given."""
    if not text:
        return ""
    found = urlsplit(text)
    if found.scheme not in ("http", "https") or not found.netloc or "@" in found.netloc:
        raise argparse.ArgumentTypeError(f"{text} is no address: write https://drug.example.org")
    if found.path not in ("", "/") or found.query or found.fragment:
        raise argparse.ArgumentTypeError("leave out the path: an edition sits at a host's root")
    return f"{found.scheme}://{found.netloc.lower()}"


def host(text: str) -> Host:
    """A host for nginx by its name."""
    try:
        return Host.debian(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def port(text: str) -> int:
    """A port as typed."""
    number = int(text)
    if not 1 <= number <= 65535:
        raise ValueError(text)
    return number
