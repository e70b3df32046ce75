"""Run every reader, or the named ones, for a while each, and stop at the first that breaks.

python -m fuzz [--seconds 60] [READER ...]
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from fuzz.readers import READERS, SEEDS


def main() -> int:
    """Run the readers one after another; 1 where one raised what it does not promise."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("reader", nargs="*", help=f"one of {', '.join(READERS)}; all by default")
    parser.add_argument("--seconds", type=int, default=60, help="for each reader (60)")
    asked = parser.parse_args()
    if unknown := set(asked.reader) - set(READERS):
        parser.error(f"no such reader: {', '.join(sorted(unknown))}")
    broken = [name for name in asked.reader or READERS if _run(name, asked.seconds)]
    print(f"broken: {', '.join(broken)}" if broken else "no reader broke")
    return bool(broken)


def _run(name: str, seconds: int) -> int:
    """One reader in a process of its own, since the fuzzer ends the process that it runs in."""
    print(f"{name}: {seconds} s", flush=True)
    with tempfile.TemporaryDirectory() as seeds, tempfile.TemporaryDirectory() as found:
        for place, text in enumerate(SEEDS[name]):
            Path(seeds, str(place)).write_bytes(text.encode("utf-8", "surrogateescape"))
        ended = subprocess.run(
            [sys.executable, "-m", "fuzz.one", name, seeds, f"-max_total_time={seconds}",
             "-max_len=8000", "-timeout=10", f"-artifact_prefix={found}/", "-verbosity=1"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        texts = [path.read_bytes() for path in Path(found).iterdir()]
    last = [line for line in ended.stderr.splitlines() if "exec/s" in line][-1:]
    print(*last, sep="\n")
    if ended.returncode:
        print(ended.stdout[-3000:], ended.stderr[-3000:], *map(repr, texts), sep="\n")
    return ended.returncode


if __name__ == "__main__":
    sys.exit(main())
