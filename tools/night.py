"""Runs every long part of the tests, each whatever became of the others: `python -m tools.night`.

Names of parts may follow, to run those alone. What a part prints is kept in .venv/night/, and the
last lines of the night name the parts that failed.
"""

import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

LOGS = Path(".venv/night")
TOLD = 25  # lines of a part that failed


@dataclass(frozen=True)
class Part:
    """A part of the night and the command that it is."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Ended:
    """How a part ended: the code of its command, and the minutes that it took."""

    part: Part
    code: int
    minutes: float


def _make(target: str, *sizes: str) -> Part:
    return Part(target, ("make", target, *sizes))


# Parts of a lane follow each other and take one core; lanes run side by side.
LANES = (
    (_make("mutants", "MINUTES=60"),),
    (_make("guards"), _make("controls"), _make("audit"), _make("fuzz", "SECONDS=30")),
)
# After the lanes, one by one, since each of these takes both cores.
WHOLE = (_make("parity", "CASES=2500"), _make("long"), _make("engines"))


def run(part: Part, logs: Path) -> Ended:
    """Run a part, and keep what it prints."""
    print(f"{time.strftime('%H:%M')} {part.name} begins", flush=True)
    began = time.monotonic()
    with (logs / f"{part.name}.log").open("w") as log:
        done = subprocess.run(part.command, stdout=log, stderr=subprocess.STDOUT, check=False)
    ended = Ended(part, done.returncode, (time.monotonic() - began) / 60)
    said = f"FAILED ({ended.code})" if ended.code else "passed"
    print(f"{time.strftime('%H:%M')} {part.name} {said}, {ended.minutes:.1f} min", flush=True)
    return ended


def night(lanes: Sequence[Sequence[Part]], whole: Sequence[Part], logs: Path) -> int:
    """Run all parts and sum them up; 1 where one of them failed."""
    logs.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    with ThreadPoolExecutor(max(len(lanes), 1)) as pool:
        ended = [one for lane in pool.map(lambda lane: _lane(lane, logs), lanes) for one in lane]
    ended += _lane(whole, logs)
    failed = [one for one in ended if one.code]
    for one in failed:
        log = logs / f"{one.part.name}.log"
        print(f"\n{one.part.name}, the end of {log}:")
        print("\n".join(log.read_text(errors="replace").splitlines()[-TOLD:]))
    print(f"\n{(time.monotonic() - began) / 60:.0f} min, {len(ended)} parts:")
    for one in ended:
        print(f"  {one.minutes:6.1f} min  {'FAILED' if one.code else 'passed'}  {one.part.name}")
    print(f"failed: {', '.join(one.part.name for one in failed)}" if failed else "nothing failed")
    return int(bool(failed))


def _lane(parts: Sequence[Part], logs: Path) -> list[Ended]:
    return [run(part, logs) for part in parts]


def main(names: list[str]) -> int:
    """The night, or the named parts of it."""
    parts = {part.name: part for part in (*(one for lane in LANES for one in lane), *WHOLE)}
    if unknown := set(names) - parts.keys():
        raise SystemExit(f"no such part: {', '.join(sorted(unknown))}; of {', '.join(parts)}")
    if names:
        return night((), [parts[name] for name in names], LOGS)
    return night(LANES, WHOLE, LOGS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
