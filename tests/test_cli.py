"""The command line: exit codes, and one line instead of a traceback."""

import functools
import json
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from webref.cli import check, command, packs
from webref.content.load import load_site
from webref.content.tables.notices import ROWS as NOTICES
from webref.content.tables.notices import Notice
from webref.content.tables.vocabulary import ROWS as VOCABULARY
from webref.content.tables.vocabulary import Synonym
from webref.dosing.words import say
from webref.outputs.engine import engine_of, webref_version

read_once = functools.cache(load_site)

DILUTION = ("calc", "dilution", "stock=0.5mg/mL", "target=200mcg/mL", "volume=20mL")


@pytest.fixture(autouse=True)
def reading(monkeypatch):
    """A pack is read once for all the commands that are tried."""
    for module in (packs, check):
        monkeypatch.setattr(module, "load_site", read_once)


def run(capsys, *words):
    """The exit code of a command about the first pack, what was printed, and said of trouble."""
    try:
        code = command.main(("--pack", "baclofen", *words))
    except SystemExit as left:  # argparse has printed usage
        code = left.code
    return code, *capsys.readouterr()


def test_the_version_is_that_of_the_package(capsys):
    project = tomllib.loads((packs.find_root() / "pyproject.toml").read_text())["project"]
    assert run(capsys, "--version")[:2] == (0, f"webref {project['version']}\n")


@pytest.mark.parametrize("words", [("--pack", "one", "check"), ("check", "--pack", "one")])
def test_a_pack_is_named_before_or_after_the_command(words):
    assert command.parser().parse_args(words).pack == Path("one")
    assert command.parser().parse_args(["check"]).pack is None


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


def test_a_record_says_that_no_edition_and_no_clinician_stand_behind_it(capsys):
    record = json.loads(run(capsys, *DILUTION, "--json")[1])
    assert (record["edition"], record["clinically_checked"]) == ("unbuilt", False)
    assert record["engine"] == engine_of(packs.find_root())
    assert record["webref"] == webref_version()
    for words in (DILUTION, ("calc", "dilution")):  # answered, and not yet
        out = run(capsys, *words)[1]
        assert say("copy.unsigned") in out
        assert "Edition: unbuilt" in out


def bend(monkeypatch, **changes):
    def load(folder, today):
        site = read_once(folder, today)
        return replace(site, **{key: change(site) for key, change in changes.items()})

    for module in (packs, check):
        monkeypatch.setattr(module, "load_site", load)


def hold(monkeypatch, table, **changes):
    """What a file of rows holds, otherwise."""

    def tables(site):
        return {**site.tables, table.file: replace(site.rows(table), **changes)}

    bend(monkeypatch, tables=tables)


@pytest.mark.parametrize(
    "asked", [(), ("--now", "2026-11-22T09:30"), ("--now", "2025-12-31T23:59")]
)
def test_an_expired_calculator_answers_nothing_whatever_moment_is_typed(capsys, monkeypatch, asked):
    def expired(site):
        return {
            name: replace(one, refuse_after="2026-01-01") for name, one in site.calculators.items()
        }

    bend(monkeypatch, calculators=expired)
    code, out, _ = run(capsys, *DILUTION, *asked, "--json")
    assert (code, json.loads(out)["outputs"]) == (2, {})


def test_a_recalled_calculator_answers_nothing_and_says_why(capsys, monkeypatch):
    notice = Notice("n1", date(2026, 11, 22), "withdrawn", "calculators/dilution", "Wrong sum.")
    hold(monkeypatch, NOTICES, notices=(notice,))
    code, out, _ = run(capsys, *DILUTION)
    assert (code, "Wrong sum." in out) == (2, True)
    assert "mL/day" not in out and "8 mL" not in out


def test_a_synonym_that_finds_nothing_is_refused(capsys, monkeypatch):
    assert run(capsys, "check")[0] == 0
    lost = Synonym(("antispasmodic",), ("baclofen", "zyzzyva tablets"))
    hold(monkeypatch, VOCABULARY, synonyms=(lost,))
    code, _, problems = run(capsys, "check")
    assert code == 1
    assert "synonyms.toml" in problems
    assert "no page has “zyzzyva tablets”: write words that the pack uses" in problems
