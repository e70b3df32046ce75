"""What a hostile client on the same network costs the others, and what comes back to it.

    .venv/bin/python -m bench.attacks build

The edition is copied, since one attack replaces a file of it. Seconds are of this machine, as
busy as it is: hold them against another version of webref measured in the same sitting.
"""

import argparse
import concurrent.futures
import http.client
import json
import re
import shutil
import socket
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.servers import webref

Ask = Callable[..., tuple[float, http.client.HTTPResponse, bytes]]
NONSENSE = "+".join(f"qzxw{letter}vkjq" for letter in "abcdefghij")
CLIENTS = 16
SECONDS = 8
WAIT = 60  # seconds after which an answer counts as none


def asking(port: int) -> Ask:
    """A way to ask the server: seconds, answer and body."""

    def ask(address: str, **headers: str) -> tuple[float, http.client.HTTPResponse, bytes]:
        began = time.monotonic()
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WAIT)
        connection.request("GET", address, headers=headers)
        answer = connection.getresponse()
        try:
            body = answer.read()
        except http.client.IncompleteRead as cut:
            body = cut.partial
        connection.close()
        return time.monotonic() - began, answer, body

    return ask


def blanks(ask: Ask) -> str:
    """One header with forty thousand blanks, then four larger ones beside Home."""
    one, answer, _ = ask("/nowhere/", Accept=f"a{' ' * 40_000}b")
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        jobs = [pool.submit(ask, "/nowhere/", Accept=f"a{' ' * 100_000}b") for _ in range(4)]
        time.sleep(0.2)
        try:
            home = f"{ask('/')[0]:.2f} s"
        except TimeoutError:
            home = f"over {WAIT} s"
        concurrent.futures.wait(jobs)
    return f"{answer.status} after {one:.2f} s; Home beside four larger ones {home}"


def nonsense(ask: Ask) -> str:
    """A question of ten words that are none, alone and from sixteen clients beside Home."""
    alone = min(ask(f"/search?q={NONSENSE}")[0] for _ in range(3))
    end = time.monotonic() + SECONDS

    def client(_: int) -> int:
        asked = 0
        while time.monotonic() < end:
            ask(f"/search?q={NONSENSE}")
            asked += 1
        return asked

    with concurrent.futures.ThreadPoolExecutor(CLIENTS) as pool:
        jobs = pool.map(client, range(CLIENTS))
        home = []
        while time.monotonic() < end:
            home.append(ask("/")[0])
            time.sleep(0.1)
        asked = sum(jobs)
    middle = statistics.median(home)
    return f"{alone * 1000:.0f} ms; Home beside {asked} of them {middle:.2f} s (median)"


def redirect(ask: Ask, folder: Path) -> str:
    """An entry in an address with two slashes, asked for in another host's name."""
    listed = json.loads((folder / "edition.json").read_text())["files"]
    calculators = (
        file["url"] for file in listed if re.search(r"/calculators/[^/]+/$", file["url"])
    )
    address = next(calculators).replace("/calculators/", "//calculators/")
    _, answer, _ = ask(f"{address}result?stock=500", Host="evil.example")
    return f"{answer.status}, leads to {answer.getheader('Location') or 'nothing'}"


def replaced(ask: Ask, folder: Path) -> str:
    """A longer list of recalls put in the place of the one that stood there at the start."""
    ask("/notices.json")
    longer = b'{"notices": []}' + b" " * 9000
    new = folder / "notices.json.new"
    new.write_bytes(longer)
    new.replace(folder / "notices.json")
    _, answer, body = ask("/notices.json")
    return f"{answer.status}, {len(body):,} of {len(longer):,} bytes"


def refused_brotli(ask: Ask) -> str:
    """A page for who refuses brotli."""
    _, answer, _ = ask("/", **{"Accept-Encoding": "br;q=0, gzip"})
    return f"{answer.getheader('Content-Encoding')}, Vary {answer.getheader('Vary')}"


def kept(ask: Ask) -> str:
    """How long a refusal may be kept that repeats what was asked."""
    _, answer, _ = ask("/search?q=%ff")
    return f"{answer.status}, {answer.getheader('Cache-Control')}"


def malformed(port: int) -> str:
    """What granian says by itself of a request that it cannot read."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as one:
        one.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nnot a header\r\n\r\n")
        lines = one.recv(4096).decode("latin-1").split("\r\n")
    names = {line.partition(":")[0].lower() for line in lines[1:] if ":" in line}
    policy = "with" if "content-security-policy" in names else "without"
    return f"{lines[0].partition(' ')[2]}, {policy} the headers of the table"


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("edition", type=Path)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="webref-bench-") as work:
        folder = shutil.copytree(asked.edition, Path(work) / "edition")
        with webref(folder, Path(work)) as server:
            port = int(server.url.rpartition(":")[2])
            ask = asking(port)
            print("a search for nonsense  ", nonsense(ask), flush=True)
            print("two slashes, other host", redirect(ask, folder), flush=True)
            print("a longer notices.json  ", replaced(ask, folder), flush=True)
            print("br;q=0                 ", refused_brotli(ask), flush=True)
            print("a refusal              ", kept(ask), flush=True)
            print("a malformed request    ", malformed(port), flush=True)
            # Last, since it may hold everything up.
            print("blanks in a header     ", blanks(ask), flush=True)


if __name__ == "__main__":
    main()
