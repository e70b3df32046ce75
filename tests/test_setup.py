"""What `make` does about system packages, tried with stand-ins for Debian's tools."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tools import vendored

SCRIPT = Path(__file__).parents[1] / "tools/system.sh"
COMMAND = "apt-get update && apt-get install --yes --no-install-recommends"


@pytest.fixture
def machine(tmp_path):
    """A machine with the package `here`; `user` decides who calls; apt-get writes what it gets."""
    stand_ins = {
        "dpkg-query": 'for name; do :; done; [ "$name" = here ] && echo installed',
        "id": f"cat {tmp_path}/user",
        "apt-get": f'echo "$@" >> {tmp_path}/asked',
    }
    for name, body in stand_ins.items():
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)
    (tmp_path / "asked").touch()

    def call(*packages, user, path=f"{tmp_path}:/bin"):
        (tmp_path / "user").write_text(user)
        return subprocess.run(
            ["/bin/sh", SCRIPT, "the trial", *packages],
            env={"PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )

    return call


def asked(tmp_path):
    return (tmp_path / "asked").read_text().splitlines()


@pytest.mark.parametrize("user", ["0", "1000"])
def test_nothing_is_done_or_said_when_nothing_is_missing(machine, tmp_path, user):
    done = machine("here", user=user)
    assert (done.returncode, done.stdout, done.stderr, asked(tmp_path)) == (0, "", "", [])


def test_root_has_only_the_missing_packages_installed(machine, tmp_path):
    done = machine("here", "gone", "lost", user="0")
    assert done.returncode == 0
    assert asked(tmp_path) == [
        "update --quiet=2",
        "install --yes --no-install-recommends --quiet=2 gone lost",
    ]


def test_anybody_else_is_told_the_one_command_and_why(machine, tmp_path):
    done = machine("here", "gone", "lost", user="1000")
    assert done.returncode == 1
    assert "the trial" in done.stderr
    assert done.stderr.splitlines()[-1].strip() == f"{COMMAND} gone lost"
    assert asked(tmp_path) == []


def test_another_system_is_told_what_must_be_there(machine, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    done = machine("here", "gone", user="1000", path=str(empty))
    assert done.returncode == 0
    assert done.stderr.endswith(": here gone\n")


ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def pinned(name):
    """Each package of a file of requirements with its version and how many digests it has."""
    text = (ROOT / "requirements" / name).read_text("utf-8").replace("\\\n", " ")
    lines = [line.split() for line in text.splitlines() if re.match("[a-zA-Z0-9]", line)]
    return {line[0].lower(): sum("--hash=sha256:" in part for part in line[1:]) for line in lines}


def test_every_package_installed_is_held_to_digests():
    for name in ("run.txt", "test.txt", "audit.txt", "fuzz.txt"):
        assert pinned(name) and all(pinned(name).values()), name


def test_what_the_project_names_is_pinned_as_it_names_it():
    run, test = pinned("run.txt"), pinned("test.txt")
    named = PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"]
    assert {one.lower() for one in named} <= run.keys()
    extras = PROJECT["project"]["optional-dependencies"].values()
    assert {one.lower() for extra in extras for one in extra} <= run.keys() | test.keys()


def test_the_databases_are_asked_about_everything_and_a_silent_one_is_no_answer(tmp_path):
    vendored.main(str(tmp_path))
    asked = json.loads((tmp_path / "package.json").read_text())["dependencies"]
    libraries = tomllib.loads((ROOT / "static/vendor/VENDORED.toml").read_text())["library"]
    assert [f"npm:{name}@{version}" for name, version in asked.items()] == [
        library["package"] for library in libraries
    ]
    recipe = (ROOT / "Makefile").read_text().partition("\nadvisories:")[2].partition("\n\n")[0]
    assert "requirements/*.txt" in recipe
    assert "pip-audit --strict " in recipe
    assert "tools.vendored" in recipe
