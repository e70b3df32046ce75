"""What comes before the first tap: a cold start, the bytes of a first visit, and what shifts."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Playwright

from bench.hand.phone import Times, head, phone, show
from webref.outputs.folder import file_at

SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 500);
})"""
PAINTED = "() => loaded.then((at) => at - performance.timeOrigin)"


def cold(play: Playwright, profile: Path, address: str, rounds: int) -> None:
    """A page opened in a browser that has just been started, and again in the same one."""
    times = Times(f"{urlsplit(address).path}, browser just started")
    for _ in range(rounds):
        with phone(play, profile) as page:
            for found in (times.here, times.reference):
                page.goto(address)
                found.append(page.evaluate(PAINTED))
    head("from the address until a card is painted", "cold", "opened again")
    show(times)


def sent(edition: Path, address: str) -> int:
    """The bytes of a file as a browser receives it."""
    file = file_at(edition, address)
    small = file.with_name(f"{file.name}.br")
    return (small if small.exists() else file).stat().st_size


def first_visit(page: Page, url: str, edition: Path, addresses: list[str]) -> None:
    """What pages need before they can be used, compressed; and how much of them shifts."""
    print(
        f"\n{'a first visit, bytes compressed':40} {'page, styles':>17} {'script':>8} {'shift':>8}"
    )
    for address in addresses:
        page.goto(url + address)
        page.evaluate("() => loaded")
        used = {urlsplit(name).path for name in page.evaluate("needed")}
        look = sum(sent(edition, one) for one in used if one.endswith(".css"))
        script = sum(sent(edition, one) for one in used if one.endswith(".js"))
        shift = page.evaluate(SHIFTS)
        print(f"{address:40} {sent(edition, address) + look:17,} {script:8,} {shift:8.4f}")
