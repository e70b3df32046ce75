"""Requests per second of `webref serve`, of other servers and of nginx with the same files.

    .venv/bin/python -m bench.throughput build

Each server is asked in turn, several times over, by wrk in one sitting.
Medians are printed, then what part of nginx's each of them is.
"""

import argparse
import contextlib
import re
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

from bench.servers import Running, gunicorn, nginx, waitress, webref

ROUNDS = 3
SECONDS = 5
CONNECTIONS = 32
PATHS = ("/", "/offline/", "/static/offline.js", "/boot.txt", "/edition.json")


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
    with contextlib.ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="webref-bench-")))
        kinds = (webref, gunicorn, waitress, nginx)
        servers = [stack.enter_context(kind(asked.edition, work)) for kind in kinds]
        print(f"{'requests per second':24}", *(f"{server.name:>16}" for server in servers), sep="")
        for path in PATHS:
            rounds = [
                [rate(server, path, asked.seconds) for server in servers] for _ in range(ROUNDS)
            ]
            medians = [statistics.median(side) for side in zip(*rounds, strict=True)]
            shown = (f"{one:9,.0f} ({one / medians[-1]:.2f})" for one in medians)
            print(f"{path:24}", *(f"{one:>16}" for one in shown), sep="", flush=True)


if __name__ == "__main__":
    main()
