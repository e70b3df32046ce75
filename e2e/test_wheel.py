"""A wheel installed outside the checkout is the whole product."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

from e2e.running import Server, build

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The `webref` command of a wheel in a virtual environment of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet"]
    wheel = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, CHECKOUT]
    subprocess.run([*pip, *wheel], check=True)
    environment = folder / "environment"
    venv.create(environment, with_pip=True)
    own = [environment / "bin/python", "-m", "pip", "--quiet", "install"]
    pins = ["--require-hashes", "--requirement", CHECKOUT / "requirements/run.txt"]
    subprocess.run([*own, *pins], check=True)
    subprocess.run([*own, "--no-deps", *folder.glob("*.whl")], check=True)
    return environment / "bin/webref"


def files(edition: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(edition)): path.read_bytes()
        for path in sorted(edition.rglob("*"))
        if path.is_file()
    }


def test_it_builds_the_same_bytes_as_the_checkout(installed, built_edition, tmp_path):
    own = files(build(tmp_path / "build", webref=installed, cwd=tmp_path))
    expected = files(built_edition)
    assert own.keys() == expected.keys()
    assert [name for name in own if own[name] != expected[name]] == []


def test_it_serves_with_no_folder_named(installed, tmp_path):
    server = Server(None, tmp_path / "server.log", webref=installed, cwd=tmp_path)
    server.start()
    try:
        assert server.answers()
    finally:
        server.stop()
