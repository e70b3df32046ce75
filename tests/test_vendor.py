"""The vendored libraries are the published ones, and each stands in the record."""

import hashlib
import tomllib
from pathlib import Path

import pytest

VENDOR = Path(__file__).parents[1] / "static/vendor"
LIBRARIES = tomllib.loads((VENDOR / "VENDORED.toml").read_text("utf-8"))["library"]


def test_every_script_is_in_the_record_once():
    assert sorted(path.relative_to(VENDOR).as_posix() for path in VENDOR.glob("**/*.js")) == sorted(
        library["file"] for library in LIBRARIES
    )


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library["name"])
def test_file_is_byte_for_byte_the_published_one(library):
    digest = hashlib.sha256((VENDOR / library["file"]).read_bytes()).hexdigest()
    assert digest == library["sha256"]


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library["name"])
def test_record_agrees_with_itself_and_the_licence_is_carried(library):
    assert set(library) == {"file", "name", "version", "licence", "package", "path", "sha256"}
    assert library["package"] == f"npm:{library['name']}@{library['version']}"
    kept = Path(library["path"]).name  # not every host serves .mjs as a script
    file = f"{library['name']}.js" if kept == "index.mjs" else kept
    assert Path(library["file"]).name == file
    titles = (VENDOR / "LICENCES.txt").read_text("utf-8").splitlines()
    assert f"{library['name']} {library['version']}" in titles
