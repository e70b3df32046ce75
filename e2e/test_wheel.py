"""A wheel installed outside the checkout is the whole product."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from e2e.running import Server, build

CHECKOUT = Path(__file__).parents[1]
SMALL = CHECKOUT / "tests/archetypes/exampladder"


PIP = [sys.executable, "-m", "pip", "--quiet"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["wheel", "--no-deps", "--no-build-isolation", "--wheel-dir"]
    subprocess.run([*PIP, *options, folder, CHECKOUT], check=True)
    [made] = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """The `webref` command of the wheel in an environment with everything that it depends on."""
    environment = wheel.parent / "environment"
    venv.create(environment, with_pip=True)
    own = [str(environment / "bin/python"), "-m", "pip", "--quiet", "install"]
    pins = ["--require-hashes", "--requirement", str(CHECKOUT / "requirements/run.txt")]
    subprocess.run([*own, *pins], check=True)
    subprocess.run([*own, "--no-deps", wheel], check=True)
    return environment / "bin/webref"


@pytest.fixture(scope="module")
def beside(wheel: Path) -> Path:
    """The `webref` command of the wheel beside the libraries that the tests themselves have."""
    environment = wheel.parent / "beside"
    venv.create(environment)
    python = environment / "bin/python"
    [packages] = environment.glob("lib/python3*/site-packages")
    # What is named so is searched last, and its own lists, which name the checkout, are not read.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    subprocess.run([*PIP, "--python", python, "install", "--no-deps", wheel], check=True)
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


def test_it_serves_what_it_built(beside: Path, tmp_path: Path) -> None:
    python = beside.with_name("python")
    found = [str(python), "-c", "import webref; print(webref.__file__)"]
    where = subprocess.run(found, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert str(beside.parents[1]) in where.stdout
    small: list[str | Path] = ["--pack", SMALL]  # the whole one is built by night
    edition = build(tmp_path / "build", *small, webref=beside, cwd=tmp_path)
    server = Server(edition, tmp_path / "server.log", webref=beside, cwd=tmp_path)
    server.command += small
    serves(server)


@pytest.mark.nightly
def test_it_serves_with_no_folder_named(installed: Path, tmp_path: Path) -> None:
    serves(Server(None, tmp_path / "server.log", webref=installed, cwd=tmp_path))


def serves(server: Server) -> None:
    server.start()
    try:
        assert server.answers()
    finally:
        server.stop()
