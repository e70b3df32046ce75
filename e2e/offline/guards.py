"""Takes each guard out in turn and expects a named test to fail: `python -m e2e.offline.guards`."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from e2e.offline.guarded import GUARDS, Guard

ROOT = Path(__file__).parents[2]


def is_noticed(guard: Guard) -> bool:
    """Whether the named test passes with the guard and fails without it, in a copy of the tree."""
    with tempfile.TemporaryDirectory(prefix="webref-guards-") as name:
        copy = Path(name)
        for part in ("static", "webref", "e2e"):
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", copy)
        target = copy / "static" / guard.file
        text = target.read_text(encoding="utf-8")
        for old, new in guard.changes:
            if text.count(old) != 1:
                raise SystemExit(f"{guard.name}: {old!r} stands {text.count(old)} times in it")
            text = text.replace(old, new)
        target.write_text(text, encoding="utf-8")
        test = f"e2e/offline/{guard.test}"
        command = [sys.executable, "-m", "pytest", "-q", "-m", "", "-p", "no:cacheprovider", test]
        done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    if "1 failed" not in done.stdout and "1 passed" not in done.stdout:
        raise SystemExit(f"{guard.name}: the test did not run\n{done.stdout}{done.stderr}")
    return done.returncode == 1


def main(names: list[str]) -> int:
    """Try every guard, or those whose name holds one of the words; 1 where one went unnoticed."""
    unnoticed = 0
    for guard in GUARDS:
        if names and not any(name in guard.name for name in names):
            continue
        noticed = is_noticed(guard)
        unnoticed += not noticed
        print("noticed  " if noticed else "UNNOTICED", guard.name, flush=True)
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
