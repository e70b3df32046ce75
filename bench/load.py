"""A minute of 200 keep-alive connections on `webref serve`: no error, no growth, no starving.

    .venv/bin/python -m bench.load build --seconds 60

Pages, assets and live answers are mixed; two of the connections ask for filled worksheets alone.
A worksheet may be told to come back later (503); nothing else may.
"""

import argparse
import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.servers import Running, webref

CONNECTIONS = 200
WORKSHEETS = 2
SLOWEST = 2.0  # seconds that nineteen in twenty pages may take at most, on two busy cores
GROWTH = 1.15  # memory after, at most so many times the memory after a third


@dataclass
class Told:
    """What the server answered: statuses by kind of address, and how long each took."""

    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    seconds: dict[str, list[float]] = field(default_factory=dict)

    def note(self, kind: str, status: int, seconds: float) -> None:
        """Count one answer."""
        self.statuses[kind, status] += 1
        self.seconds.setdefault(kind, []).append(seconds)


async def ask(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, address: str
) -> tuple[int, bytes]:
    """One request on an open connection: status and body."""
    head = f"GET {address} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n"
    writer.write(head.encode())
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    status = int(lines[0].split()[1])
    names = dict(line.lower().split(": ", 1) for line in lines[1:] if ": " in line)
    if "content-length" in names:
        return status, await reader.readexactly(int(names["content-length"]))
    body = b""
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readexactly(2)
    return status, body


async def connection(
    port: int, addresses: Sequence[tuple[str, str]], end: float, told: Told, seed: int
) -> None:
    """Ask for addresses in a seeded random order until the end, on one connection."""
    choose = random.Random(seed)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while time.monotonic() < end:
        kind, address = choose.choice(addresses)
        began = time.monotonic()
        status, _ = await ask(reader, writer, address)
        told.note(kind, status, time.monotonic() - began)
        if status == 503:
            await asyncio.sleep(1)
    writer.close()
    await writer.wait_closed()


def memory(server: Running) -> int:
    """Kilobytes that the server's processes hold, shared pages divided among them."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            # Field 5, after the name in brackets, is the process group.
            if int(stat.read_text().rpartition(")")[2].split()[2]) == server.pid:
                rollup = (stat.parent / "smaps_rollup").read_text()
                total += int(rollup.partition("\nPss:")[2].split()[0])
        except (FileNotFoundError, ProcessLookupError):
            continue
    return total


def addresses_of(edition: Path) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """What is asked for, by the list of the edition: pages, assets and answers; worksheets."""
    files = [file["url"] for file in json.loads((edition / "edition.json").read_text())["files"]]
    pages = [("page", url) for url in files if url.endswith("/")]
    assets = [("asset", url) for url in files if url.startswith("/static/")]
    calculators = [url for url in files if url.count("/") == 4 and "/calculators/" in url]
    answers = [("answer", f"{url}result") for url in calculators] + [("answer", "/search?q=pump")]
    typed = "mass=10&mass_unit=mg&mass_typed=mg&volume=5&volume_unit=mL&volume_typed=mL"
    sheets = [
        ("worksheet", f"{url}worksheet.pdf?{typed}")
        for url in calculators
        if url.endswith("/concentration/")
    ]
    return pages + assets + answers, sheets


async def load(server: Running, edition: Path, seconds: int) -> tuple[Told, int, int]:
    """Keep every connection busy; what was told, and memory early and late."""
    mixed, sheets = addresses_of(edition)
    port = int(server.url.rpartition(":")[2])
    told, end = Told(), time.monotonic() + seconds
    tasks = [
        asyncio.create_task(
            connection(port, sheets if number < WORKSHEETS else mixed, end, told, number)
        )
        for number in range(CONNECTIONS)
    ]
    await asyncio.sleep(seconds / 3)
    early = memory(server)
    await asyncio.gather(*tasks)
    return told, early, memory(server)


def main() -> int:
    """Load the server, print what it told, and return 1 where it broke a promise."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("edition", type=Path)
    options.add_argument("--seconds", type=int, default=60)
    asked = options.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="webref-bench-") as work,
        webref(asked.edition, Path(work)) as server,
    ):
        told, early, late = asyncio.run(load(server, asked.edition, asked.seconds))
    for (kind, status), count in sorted(told.statuses.items()):
        print(f"{kind:10} {status} {count:8,} times")
    for kind, seconds in sorted(told.seconds.items()):
        slow = statistics.quantiles(seconds, n=20)[-1]
        print(f"{kind:10} median {statistics.median(seconds):.3f} s, 19 in 20 within {slow:.3f} s")
    print(f"memory     {early / 1024:.0f} MB early, {late / 1024:.0f} MB at the end")
    wrong = [
        f"{count} {kind} answers with status {status}"
        for (kind, status), count in told.statuses.items()
        if status != 200 and (kind, status) != ("worksheet", 503)
    ]
    if statistics.quantiles(told.seconds["page"], n=20)[-1] > SLOWEST:
        wrong.append("pages starved")
    if late > early * GROWTH:
        wrong.append("memory grew")
    if not told.statuses["worksheet", 200]:
        wrong.append("no worksheet was made")
    for problem in wrong:
        print(f"bench: {problem}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
