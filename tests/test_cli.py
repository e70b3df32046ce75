"""The command line: exit codes, and one line instead of a traceback."""

import functools
import json

import pytest

from webref import cli
from webref.content.load import load_site

read_once = functools.cache(load_site)

DILUTION = ("calc", "dilution", "stock=0.5mg/mL", "target=200mcg/mL", "volume=20mL")


@pytest.fixture(autouse=True)
def reading(monkeypatch):
    """A pack is read once for all the commands that are tried."""
    monkeypatch.setattr(cli, "load_site", read_once)


def run(capsys, *words):
    """The exit code, what was printed, and what was said of trouble."""
    try:
        code = cli.main(words)
    except SystemExit as left:  # argparse has printed usage
        code = left.code
    return code, *capsys.readouterr()


def test_an_answer_exits_with_0_and_a_stop_with_2(capsys):
    code, out, _ = run(capsys, *DILUTION)
    assert (code, "Stock: 0.5 mg/mL" in out) == (0, True)
    code, out, _ = run(capsys, *DILUTION[:3], "target=1mg/mL", "volume=20mL", "--json")
    record = json.loads(out)
    assert (code, record["status"], record["outputs"]) == (2, "stop", {})


@pytest.mark.parametrize(
    "entries",
    [
        ("stock=0.5mg/mL", "stock=0.5mg/mL"),
        ("stock=0.5mg/mL", "stock_unit=mcg/mL"),
        ("stock_unit=mcg/mL", "stock=0.5mg/mL"),
        ("stock=0.5", "stock_unit=mcg/mL", "stock_unit=mg/mL"),
    ],
)
def test_an_entry_or_its_unit_given_twice_is_refused(capsys, entries):
    code, out, said = run(capsys, "calc", "dilution", *entries, "target=200mcg/mL", "volume=20mL")
    assert (code, out) == (1, "")
    assert said.endswith(" is given twice\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 2),
        (("nosuch",), 2),
        (("calc",), 1),
        (("calc", "-h"), 0),
        (("calc", "nosuch"), 1),
        (("calc", "dilution", "nosuch=1"), 1),
        (("calc", "dilution", "="), 1),
        (("calc", "dilution"), 2),
        ((*DILUTION, "--now", "garbage"), 2),
        (("pdf",), 0),
        (("pdf", "nosuch"), 1),
        (("pdf", "../x"), 1),
        (("check", "nosuch"), 1),
        (("check", "--pack", "nosuch"), 1),
        (("build", "/proc/x"), 1),
        (("serve", "nosuch"), 1),
        (("serve", "nosuch", "--port", "65536"), 2),
        (("serve", "nosuch", "--port", "0"), 2),
        (("serve", "nosuch", "--port", "x"), 2),
    ],
)
def test_nothing_typed_ends_in_a_traceback(capsys, words, code):
    found, out, said = run(capsys, *words)
    assert found == code
    assert out or said


@pytest.mark.parametrize("command", ["check", "build", "serve", "pdf", "calc"])
def test_every_command_tells_its_use(capsys, command):
    code, out, said = run(capsys, command, "--help")
    assert (code, f"webref {command}" in out + said) == (0, True)


def test_a_build_never_takes_a_folder_that_holds_something_else(capsys, tmp_path):
    kept = tmp_path / "notes.txt"
    kept.write_text("mine")
    code, _, said = run(capsys, "build", str(tmp_path))
    assert code == 1
    assert said.startswith(f"webref: {tmp_path} holds files and no edition; empty it")
    assert said.count("\n") == 1
    assert kept.read_text() == "mine"


@pytest.mark.parametrize(("command", "kind"), [("calc", "calculator"), ("pdf", "document")])
def test_a_name_that_is_not_there_is_said_to_be_before_those_that_are(capsys, command, kind):
    _, _, said = run(capsys, command, "nosuch")
    first, _, listed = said.partition("\n")
    assert first == f"webref: there is no {kind} nosuch"
    assert "dilution" in listed
