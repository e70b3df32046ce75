"""The house: how long a file may be, and that a type's name means one thing."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
LONGEST = 300
OURS = (".py", ".js", ".mjs", ".css", ".html", ".mustache", ".sh")
FOLDERS = ("bench", "deploy", "e2e", "fuzz", "static", "templates", "tests", "tools", "webref")


def files():
    """Every file that was written by hand, below the root."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in OURS and "vendor" not in path.parts:
                yield path


def types_of(path):
    """The names of the classes and type aliases of a module."""
    for node in ast.parse(path.read_text("utf-8")).body:
        match node:
            case ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(name)]) if not name.isupper() and name[0] != "_":
                yield name


def test_no_file_is_longer_than_one_can_keep_in_mind():
    lines = {path: len(path.read_text("utf-8").splitlines()) for path in files()}
    assert len(lines) > 600
    long = {str(path.relative_to(ROOT)): n for path, n in lines.items() if n > LONGEST}
    assert long == {}


def test_a_name_of_a_type_means_one_thing_in_the_package():
    found = defaultdict(list)
    for path in (ROOT / "webref").rglob("*.py"):
        for name in types_of(path):
            found[name].append(str(path.relative_to(ROOT)))
    assert len(found) > 400
    assert {name: where for name, where in found.items() if len(where) > 1} == {}


def test_no_test_waits_for_a_promise_that_nobody_awaits():
    # What Playwright waits for so is the promise, which is true at once.
    own = "wait_for_function" + "("
    files = [path for folder in ("e2e", "bench") for path in (ROOT / folder).rglob("*.py")]
    assert [path for path in files if own in path.read_text("utf-8")] == []
