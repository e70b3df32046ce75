"""A wheel installed outside the checkout is the whole product."""

import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from e2e.running import Server, build

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `webref` command of a wheel in a virtual environment of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet"]
    wheel = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir"]
    subprocess.run([*pip, *wheel, folder, CHECKOUT], check=True)
    environment = folder / "environment"
    venv.create(environment, with_pip=True)
    own = [str(environment / "bin/python"), "-m", "pip", "--quiet", "install"]
    pins = ["--require-hashes", "--requirement", str(CHECKOUT / "requirements/run.txt")]
    subprocess.run([*own, *pins], check=True)
    subprocess.run([*own, "--no-deps", *folder.glob("*.whl")], check=True)
    return environment / "bin/webref"


def files(edition: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(edition)): path.read_bytes()
        for path in sorted(edition.rglob("*"))
        if path.is_file()
    }


@pytest.mark.nightly
def test_it_builds_the_same_bytes_as_the_checkout(
    installed: Path, built_edition: Path, tmp_path: Path
) -> None:
    own = files(build(tmp_path / "build", webref=installed, cwd=tmp_path))
    expected = files(built_edition)
    assert own.keys() == expected.keys()
    assert [name for name in own if own[name] != expected[name]] == []


def test_it_serves_what_it_built(installed: Path, built_edition: Path, tmp_path: Path) -> None:
    # Documents laid out before are taken from there; by night the wheel lays them out itself.
    made = built_edition.with_name(f".{built_edition.name}.webref") / "cache"
    shutil.copytree(made, tmp_path / ".build.webref/cache")
    edition = build(tmp_path / "build", webref=installed, cwd=tmp_path)
    serves(Server(edition, tmp_path / "server.log", webref=installed, cwd=tmp_path))


@pytest.mark.nightly
def test_it_serves_with_no_folder_named(installed: Path, tmp_path: Path) -> None:
    serves(Server(None, tmp_path / "server.log", webref=installed, cwd=tmp_path))


def serves(server: Server) -> None:
    server.start()
    try:
        assert server.answers()
    finally:
        server.stop()
