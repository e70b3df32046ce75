"""The digest of what computes: another rule on either side is another engine, nothing else is."""

import shutil

import pytest

from webref import dosing
from webref.cli.packs import find_root
from webref.outputs.engine import engine_of


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A copy of what computes, that may be changed."""
    shutil.copytree(find_root() / "static", tmp_path / "static")
    package = tmp_path / "dosing"
    shutil.copytree(next(iter(dosing.__path__)), package)
    monkeypatch.setattr(dosing, "__file__", str(package / "__init__.py"))
    engine_of.cache_clear()
    yield tmp_path
    engine_of.cache_clear()


@pytest.mark.parametrize(
    ("name", "another"),
    [
        ("dosing/run.py", True),
        ("static/answers/run.js", True),
        ("static/vendor/fraction.min.js", True),
        ("static/page.js", False),
    ],
)
def test_what_computes_decides_the_engine(root, name, another):
    before = engine_of(root)
    engine_of.cache_clear()
    assert engine_of(root) == before
    with (root / name).open("ab") as file:
        file.write(b"\n")
    engine_of.cache_clear()
    assert (engine_of(root) != before) == another
