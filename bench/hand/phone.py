"""A slow phone that holds an edition, and the table that its times stand in."""

import contextlib
import json
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright

from e2e.chromium import find_chromium

SLOWER = 4
SCREEN = {"width": 360, "height": 640}
READY_MS = 300_000

# Milliseconds since 1970 at which a page stands: its heading and the end of its first screen are
# painted, and each of its forms has someone to answer a keystroke.
SETTLED = """
globalThis.painted = () => new Promise((done) => requestAnimationFrame(() => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => done(performance.timeOrigin + performance.now());
  channel.port2.postMessage(null);
}));
// What a page needed has come by then; one without a form stands before its scripts have run.
globalThis.come = () => performance.getEntriesByType("resource").map((one) => one.name);
globalThis.whole = new Promise((done) => addEventListener("load", done));
globalThis.settled = (page) => new Promise((done) => {
  const look = () => {
    const stands = document.readyState !== "loading" && document.querySelector("h1")
      && (!page || document.body.dataset.page === page)
      && !document.querySelector("[data-answer]:not([data-answering]), .chooser[hidden]");
    if (!stands) return requestAnimationFrame(look);
    globalThis.needed ??= document.readyState === "complete" ? come() : whole.then(come);
    painted().then(done);
  };
  look();
});
globalThis.loaded = settled("");
"""


@dataclass
class Times:
    """The milliseconds of one thing that a hand does, and of the reference beside it."""

    name: str
    here: list[float] = field(default_factory=list)
    reference: list[float] = field(default_factory=list)


def high(times: Iterable[float]) -> float:
    """The 95th percentile."""
    found = sorted(times)
    return found[round(0.95 * (len(found) - 1))]


def head(title: str, here: str, reference: str) -> None:
    """The head of a table; numbers of `show` stand below it."""
    print(f"\n{title:40} {here:>17} {reference:>17} {'ratio':>7}")
    print(f"{'milliseconds':40}" + f" {'median':>8} {'p95':>8}" * 2)


def show(times: Times) -> None:
    """One line: median and 95th percentile, here and in the reference, and how often faster."""
    cells = [statistics.median(times.here), high(times.here)]
    cells += [statistics.median(times.reference), high(times.reference)]
    ratio = cells[2] / cells[0]
    line = "".join(f" {cell:8.0f}" for cell in cells)
    print(f"{times.name:40}{line} {ratio:6.1f}x", flush=True)


def total(rows: list[Times]) -> None:
    """The line of all of them."""
    here = [one for row in rows for one in row.here]
    reference = [one for row in rows for one in row.reference]
    show(Times("all of these", here, reference))


def addresses(edition: Path) -> list[str]:
    """The addresses of all pages of an edition."""
    listed = json.loads((edition / "edition.json").read_text("utf-8"))["files"]
    return [one["url"] for one in listed if one["url"].endswith("/")]


def calculators(edition: Path) -> list[str]:
    """The addresses of its calculators."""
    return [
        one
        for one in addresses(edition)
        if one.split("/")[2:3] == ["calculators"] and one.count("/") > 3
    ]


def launch(play: Playwright, profile: Path) -> BrowserContext:
    """Chromium as a phone, with what its profile holds."""
    options: dict[str, Any] = {"viewport": SCREEN, "is_mobile": True, "has_touch": True}
    return play.chromium.launch_persistent_context(
        profile,
        executable_path=find_chromium(),
        args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        **options,
    )


def slow(context: BrowserContext, page: Page) -> None:
    """Slow the page's processor, and have each page of it say when it stands."""
    page.add_init_script(SETTLED)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


@contextlib.contextmanager
def phone(play: Playwright, profile: Path) -> Iterator[Page]:
    """A window of a slow phone, at a blank page."""
    context = launch(play, profile)
    page = context.pages[0]
    slow(context, page)
    yield page
    context.close()


def save(play: Playwright, profile: Path, url: str) -> None:
    """A first visit, until everything but the PDFs is saved."""
    context = launch(play, profile)
    page = context.pages[0]
    page.goto(url)
    page.locator("[data-offline=ready]").first.wait_for(timeout=READY_MS)
    context.close()
