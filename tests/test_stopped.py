"""Ctrl-C at any moment of a command: one plain line, and the code of a shell for it."""

import os
import subprocess
import sys

import pytest

# A shell that runs these tests in the background has them ignore Ctrl-C.
BEGIN = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
press = lambda *_: os.kill(os.getpid(), signal.SIGINT)
"""
END = """
from webref.cli import main
sys.exit(main())
"""
IMPORTING = """
class Pressed:
    def find_spec(name, *_):
        if name == "{0}":
            press()
sys.meta_path.insert(0, Pressed)
"""
CALLED = """
import {0}
{0}.{1} = press
"""
AFTERWARDS = """
import atexit
atexit.register(press)
"""


def stopped(moment, *words):
    """What is said of a command that is stopped at a moment, and the code that it returns."""
    command = [sys.executable, "-c", BEGIN + moment + END, *words]
    return _run(command)


def _run(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr, done.returncode


@pytest.mark.parametrize(
    "module",
    ["webref.cli.command", "pydantic", "webref.content.load", "granian", "webref.cli.edit"],
)
def test_while_modules_are_imported(module):
    assert stopped(IMPORTING.format(module), "check") == ("webref: stopped\n", 130)


@pytest.mark.parametrize(
    ("module", "function", "words"),
    [
        ("command", "parser", ["check"]),
        ("command", "find_root", ["build", "edition"]),
        ("packs", "load_site", ["calc", "--pack", "baclofen", "dilution"]),
        ("editions", "edition_in", ["serve", "edition", "--pack", "dantrolene"]),
        ("edit", "edit", ["edit", "content/dantrolene"]),
    ],
)
def test_while_a_command_runs(module, function, words):
    moment = CALLED.format(f"webref.cli.{module}", function)
    assert stopped(moment, *words) == ("webref: stopped\n", 130)


def test_when_a_command_is_done():
    assert stopped(AFTERWARDS, "--version") == ("webref: stopped\n", 130)


def test_a_command_that_was_started_to_run_on_through_it_does():
    ignoring = BEGIN.replace("default_int_handler", "SIG_IGN")
    command = [sys.executable, "-c", ignoring + AFTERWARDS + "press()" + END, "--version"]
    assert _run(command) == ("", os.EX_OK)
