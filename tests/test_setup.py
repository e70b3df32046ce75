"""What `make` does about system packages, tried with stand-ins for Debian's tools."""

import subprocess
from pathlib import Path

import pytest

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
