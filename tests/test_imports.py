"""What a script imports at once needs no library: none has run yet."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parent.parent / "static"
IMPORT = re.compile(r'^(?:import|export)\b[^"\n;(]*?"(\.[^"]+)"', re.MULTILINE)
LIBRARY = re.compile(r"\{ (?:Fraction|Mustache) \} = globalThis")


def imported(script: Path) -> set[Path]:
    """The script and every other that it imports before it runs."""
    found, waiting = set[Path](), [script]
    while waiting:
        path = waiting.pop().resolve()
        if path not in found:
            found.add(path)
            waiting += [path.parent / name for name in IMPORT.findall(path.read_text("utf-8"))]
    return found


@pytest.mark.parametrize(
    "script", [*STATIC.glob("*.js"), *(STATIC / "form").glob("*.js")], ids=lambda path: path.name
)
def test_no_script_of_a_page_reads_a_library_that_has_not_run(script):
    if script.name == "plain.js":  # asked for with the engine
        return
    reading = [path.name for path in imported(script) if LIBRARY.search(path.read_text("utf-8"))]
    assert reading == []


def test_the_engine_does_read_them():
    names = {path.name for path in imported(STATIC / "answers/answer.js")}
    reading = [name for name in names if LIBRARY.search((STATIC / "answers" / name).read_text())]
    assert sorted(reading) == ["numbers.js", "render.js"]
