"""Taps and keystrokes on a phone four times slower than this machine, with the server stopped.

    .venv/bin/python -m bench.hand build

A tap is timed from the finger to the first painted content of the page that it opens; a keystroke
from its event until its answer is painted, beside a field that only repeats what is typed.
"""

import argparse
import contextlib
import json
import shutil
import statistics
import tempfile
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

from bench.servers import Running, webref

ROUNDS = 5
SLOWER = 4
PHONE: ViewportSize = {"width": 360, "height": 640}
READY_MS = 120_000
# Links that readers tap, one for each way through the site.
TAPS = (
    ("a card, from the dock", "/offline/", ".dock-emergency a"),
    ("calculators, from the dock", "/offline/", '.dock-places a[href$="/calculators/"]'),
    ("a calculator, from its list", "*/calculators/", "main .hits a"),
    ("a protocol, from its list", "*/protocols/", "main .hits a"),
    ("a section, from the contents", "*/monograph/", "main .hits a"),
)
# Milliseconds from the tap, noted before it, to the first content painted.
PAINTED = """() => new Promise((done) => {
  const told = () => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    if (!paint) return false;
    done(performance.timeOrigin + paint.startTime - Number(sessionStorage.getItem("tapped")));
    return true;
  };
  if (!told()) new PerformanceObserver(told).observe({ type: "paint", buffered: true });
})"""
TAP = """(link) => { link.addEventListener("click",
  () => sessionStorage.setItem("tapped", performance.timeOrigin + performance.now())); }"""
# Milliseconds from an input event until what it changes is painted; the second field only repeats.
KEYS = """async (rounds) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(null);
  }));
  const form = document.querySelector("#calculator");
  const field = form.querySelector(".field");
  const plain = document.createElement("input");
  const shown = document.createElement("p");
  plain.addEventListener("input", () => { shown.textContent = plain.value; });
  document.querySelector("main").append(plain, shown);
  const times = { answer: [], reference: [] };
  for (let round = 1; round <= rounds; round += 1) {
    let before = performance.now();
    const swapped = new Promise((done) => {
      form.addEventListener("htmx:after:swap", done, { once: true });
    });
    field.value = String(round);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await swapped;
    await painted();
    times.answer.push(performance.now() - before);
    before = performance.now();
    plain.value = String(round);
    plain.dispatchEvent(new Event("input", { bubbles: true }));
    await painted();
    times.reference.push(performance.now() - before);
  }
  return times;
}"""


def row(name: str, times: Iterable[float]) -> None:
    """One line: median and 95th percentile, in milliseconds."""
    found = sorted(times)
    high = found[min(len(found) - 1, round(0.95 * (len(found) - 1)))]
    print(f"{name:44} {statistics.median(found):8.0f} {high:8.0f}", flush=True)


def taps(page: Page, url: str, folder: str) -> None:
    """Every way of TAPS, each several times."""
    for name, start, css in TAPS:
        times = []
        for _ in range(ROUNDS):
            page.goto(url + start.replace("*", folder))
            link = page.locator(css).first
            link.evaluate(TAP)
            with page.expect_navigation(wait_until="load"):
                link.dispatch_event("click")
            times.append(page.evaluate(PAINTED))
        row(f"tap: {name}", times)


def keystrokes(page: Page, url: str, calculators: list[str]) -> None:
    """Every calculator, with whatever its first field then says; then what a bare field takes."""
    reference: list[float] = []
    for address in calculators:
        page.goto(url + address)
        page.locator("#calculator[data-htmx-powered]").wait_for()
        times = page.evaluate(KEYS, ROUNDS * 2)
        reference += times["reference"]
        row(f"keystroke: {address.split('/')[-2]}", times["answer"])
    row("keystroke: a field that repeats it", reference)


def measure(server: Running, edition: Path, stop: contextlib.ExitStack) -> None:
    """Save the edition on a phone, stop the server, and measure what the phone does alone."""
    listed = json.loads((edition / "edition.json").read_text("utf-8"))["files"]
    calculators = [
        one["url"] for one in listed
        if "/calculators/" in one["url"] and not one["url"].endswith("/calculators/")
        and one["url"].endswith("/")
    ]  # fmt: skip
    folder = "/" + calculators[0].split("/")[1]
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
        )
        context = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True)
        page = context.new_page()
        page.goto(server.url)
        page.locator("[data-offline=ready]").first.wait_for(timeout=READY_MS)
        stop.close()
        slow = context.new_cdp_session(page)
        slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        head = f"milliseconds, processor slowed {SLOWER} times"
        print(f"{head:44} {'median':>8} {'p95':>8}")
        taps(page, server.url, folder)
        keystrokes(page, server.url, calculators)
        browser.close()


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("edition", type=Path)
    asked = options.parse_args()
    with contextlib.ExitStack() as stop:
        work = Path(stop.enter_context(tempfile.TemporaryDirectory(prefix="webref-bench-")))
        measure(stop.enter_context(webref(asked.edition, work)), asked.edition, stop)


if __name__ == "__main__":
    main()
