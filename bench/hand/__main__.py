"""Taps and keystrokes on a phone four times slower than this machine, with the server stopped.

    .venv/bin/python -m bench.hand build

Each time stands beside its reference in the same run: a tap beside the same tap loading a whole
page, a keystroke beside a field that only repeats what is typed.
"""

import argparse
import contextlib
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from bench.hand.first import cold, first_visit
from bench.hand.keys import keystrokes, questions
from bench.hand.phone import SLOWER, addresses, calculators, phone, save
from bench.hand.taps import taps
from bench.servers import webref

PARTS = ("taps", "keys", "search", "cold", "first")


def main() -> None:
    """Measure and print tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("edition", type=Path)
    options.add_argument("--pack", type=Path, default=Path("content/baclofen"))
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--part", choices=PARTS, action="append", help="all unless some are named")
    asked = options.parse_args()
    parts = asked.part or PARTS
    pages, rounds = addresses(asked.edition), asked.rounds
    print(f"processor of the page slowed {SLOWER} times, server stopped")
    with contextlib.ExitStack() as stop:
        work = Path(stop.enter_context(tempfile.TemporaryDirectory(prefix="webref-bench-")))
        play = stop.enter_context(sync_playwright())
        with webref(asked.edition, work) as server:
            save(play, work / "profile", server.url)
        card = next(one for one in pages if "/emergency/" in one)
        if "cold" in parts:
            cold(play, work / "profile", server.url + card, rounds)
        page = stop.enter_context(phone(play, work / "profile"))
        if "taps" in parts:
            taps(page, server.url, pages, rounds)
        if "keys" in parts:
            keystrokes(page, server.url, calculators(asked.edition), asked.pack, rounds)
        if "search" in parts:
            questions(page, server.url)
        if "first" in parts:
            kinds = {one.rsplit("/", 2)[0]: one for one in reversed(pages)}
            first_visit(page, server.url, asked.edition, sorted({"/", *kinds.values()}))


if __name__ == "__main__":
    main()
