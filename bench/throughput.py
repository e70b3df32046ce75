"""Requests per second of `webref serve` against nginx with the same files, in one sitting.

    .venv/bin/python -m bench.throughput build

Each server is asked in turn, several times over, by wrk; medians are printed.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

from bench.servers import Running, nginx, webref

ROUNDS = 3
SECONDS = 5
CONNECTIONS = 32
PATHS = ("/", "/offline/", "/static/app.css", "/static/offline.js", "/edition.json")


def rate(server: Running, path: str, seconds: int) -> float:
    """Requests per second for one address; any failed request stops the measurement."""
    wrk = shutil.which("wrk")
    if not wrk:
        raise SystemExit("bench: wrk is not installed")
    told = subprocess.run(
        [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-H", "Accept-Encoding: gzip",
         server.url + path],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    if "Non-2xx" in told or "Socket errors" in told:
        raise SystemExit(f"bench: {server.name} failed at {path}\n{told}")
    found = re.search(r"Requests/sec:\s+([\d.]+)", told)
    assert found, told
    return float(found[1])


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("edition", type=Path)
    options.add_argument("--seconds", type=int, default=SECONDS)
    asked = options.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="webref-bench-") as work,
        webref(asked.edition, Path(work)) as ours,
        nginx(asked.edition, Path(work)) as theirs,
    ):
        print(f"{'address':24}{'webref':>10}{'nginx':>10}{'ratio':>8}   requests per second")
        for path in PATHS:
            pairs = [
                (rate(ours, path, asked.seconds), rate(theirs, path, asked.seconds))
                for _ in range(ROUNDS)
            ]
            mine, other = (statistics.median(side) for side in zip(*pairs, strict=True))
            print(f"{path:24}{mine:10,.0f}{other:10,.0f}{mine / other:8.2f}", flush=True)


if __name__ == "__main__":
    main()
