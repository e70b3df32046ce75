"""Takes each control out in turn and expects its test to fail: `python -m tests.safety.guards`.

Words of a title may follow, to try those hazards alone. What stands against faults of the
network is taken out by `python -m e2e.offline.guards`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.safety.hazards import ROOT, Control, read_hazards

PARTS = ("content", "docs", "e2e", "static", "templates", "tests", "tools", "webref")
BUILT = ".pytest_cache/d/edition"  # by the browser's tests before; only what changed is made


def is_noticed(control: Control, copy: Path) -> bool:
    """Whether the first test fails in a copy of the tree in which the control is taken out."""
    assert control.out is not None
    target = copy / control.out.file
    text = target.read_text("utf-8")
    if text.count(control.out.old) != 1:
        raise SystemExit(f"{control.out.file}: {control.out.old!r} does not stand there once")
    target.write_text(text.replace(control.out.old, control.out.new), "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-m", "", "-p", "no:xdist"]
    command.append(control.tests[0])
    own = {**os.environ, "PYTHONPATH": str(copy)}  # what is built and served is the copy's too
    done = subprocess.run(command, cwd=copy, env=own, capture_output=True, text=True, check=False)
    target.write_text(text, "utf-8")
    refused = "ContentError" in done.stdout  # a pack that contradicts itself does not load
    if " failed" not in done.stdout and " passed" not in done.stdout and not refused:
        raise SystemExit(f"{control.says}: the test did not run\n{done.stdout}{done.stderr}")
    return done.returncode != 0


def main(words: list[str]) -> int:
    """Try every control that says how it is taken out; 1 where one went unnoticed.

    `H27-` tries those from H27 on.
    """
    first = next((word[:-1] for word in words if word.endswith("-")), "")
    words = [word for word in words if not word.endswith("-")]
    unnoticed = 0
    with tempfile.TemporaryDirectory(prefix="webref-hazards-") as name:
        copy = Path(name)
        for part in PARTS:
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / part, copy / part, ignore=ignored)
        shutil.copy(ROOT / "pyproject.toml", copy)
        if (ROOT / BUILT).is_dir():
            shutil.copytree(ROOT / BUILT, copy / BUILT)
        for hazard in read_hazards():
            if hazard.id < first or (
                words and not any(word in f"{hazard.id} {hazard.title}" for word in words)
            ):
                continue
            for control in (one for one in hazard.control if one.out):
                noticed = is_noticed(control, copy)
                unnoticed += not noticed
                print("noticed  " if noticed else "UNNOTICED", hazard.id, control.says, flush=True)
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
