"""From the finger to the page that stands, beside the same taps loading whole pages."""

import contextlib
from collections.abc import Iterator

from playwright.sync_api import Error, Page

from bench.hand.phone import Times, head, show, total

PAUSE_MS = 1000  # a reader looks for a link before tapping on it
DOCK = ".dock-places a[href$='{}']"
CONTENTS = "/{}/contents/"
# What a reader taps, and on which page; "{}" is the pack, "*" its first section.
TAPS = (
    ("Home, from the dock", "/{}/contents/", DOCK.format("/")),
    ("a card, from the dock", "/{}/contents/", ".dock-emergency a"),
    ("calculators, from the dock", "/{}/contents/", DOCK.format("/calculators/")),
    ("protocols, from the dock", "/", DOCK.format("/protocols/")),
    ("monograph, from the dock", "/", DOCK.format("/monograph/")),
    ("a calculator, from its list", "/{}/calculators/", "main .hits a"),
    ("the last calculator of its list", "/{}/calculators/", "main .hits li:last-child a"),
    ("a protocol, from its list", "/{}/protocols/", "main .hits a"),
    ("a section, from the contents", "/{}/monograph/", "main .hits a"),
    ("the next section", "*", ".turn a[rel=next]"),
    ("differences", CONTENTS, "main a[href$='/differences/']"),
    ("interactions", CONTENTS, "main a[href$='/interactions/']"),
    ("adverse events", CONTENTS, "main a[href$='/events/']"),
    ("comparison", CONTENTS, "main a[href$='/compare/']"),
    ("rejected claims", CONTENTS, "main a[href$='/appraisal/']"),
    ("sources", CONTENTS, "main a[href$='/sources/']"),
    ("My list", "/", "main a[href$='/list/']"),
    ("contents", "/{}/monograph/", "main .note a"),
)
PRESS_MS = 60  # a finger stays on a link for as long, most for longer; its tap is when it lifts
TOUCH = """(link) => {
  link.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, isPrimary: true }));
}"""
# A tap, and milliseconds until its page stands; told by the document itself, or by the next one.
# Nobody asks for them before: what drives the browser works in the page, slowed as it is.
TAP = """(link) => {
  const name = new URL(link.href).pathname.split("/").slice(2, -1).join("/");
  globalThis.here = new Promise((done) => setTimeout(() => {
    sessionStorage.setItem("tapped", performance.timeOrigin + performance.now());
    settled(name || "home").then(done);
    link.click();
  }));
}"""
BACK = """(name) => {
  globalThis.here = new Promise((done) => setTimeout(() => {
    sessionStorage.setItem("tapped", performance.timeOrigin + performance.now());
    settled(name).then(done);
    history.back();
  }));
}"""
SINCE = """async () => {
  const stands = await (globalThis.here ?? loaded);
  return stands - Number(sessionStorage.getItem("tapped"));
}"""
# The page's own script hears of no tap, and the browser follows the link.
LOADING = "addEventListener('click', (event) => event.stopImmediatePropagation(), true);"


def way(page: Page, rounds: int, start: str, css: str, times: Times, *, loads: bool) -> Times:
    """One way of TAPS, and Back from where it led; each several times."""
    back = Times(f"{times.name}, and Back")
    for _ in range(rounds):
        page.goto(start)
        page.evaluate("() => loaded")
        name = str(page.evaluate("document.body.dataset.page"))
        link = page.locator(css).first
        link.scroll_into_view_if_needed()  # or nobody could tap on it
        page.wait_for_timeout(PAUSE_MS)
        with moving(page, loads=loads):
            link.evaluate(TOUCH)
            page.wait_for_timeout(PRESS_MS)
            link.evaluate(TAP)
        (times.reference if loads else times.here).append(since(page))
        page.wait_for_timeout(PAUSE_MS)
        with moving(page, loads=loads):
            page.evaluate(BACK, name)
        (back.reference if loads else back.here).append(since(page))
    return back


def since(page: Page) -> float:
    """Milliseconds since the tap at which its page stood, also where it was loaded after all."""
    page.wait_for_timeout(PAUSE_MS / 2)
    try:
        return float(page.evaluate(SINCE))
    except Error:  # the page was still on its way when it took too long to be put in place
        page.wait_for_load_state()
        return float(page.evaluate(SINCE))


@contextlib.contextmanager
def moving(page: Page, *, loads: bool) -> Iterator[None]:
    """A tap, or Back; where pages are loaded, until the next one is there."""
    if not loads:
        yield
        return
    page.evaluate(LOADING)
    with page.expect_navigation(wait_until="load"):
        yield


def taps(page: Page, url: str, pages: list[str], rounds: int) -> None:
    """Every way of TAPS, in place and loading; then Back of all of them."""
    folder = next(one for one in pages if one.endswith("/calculators/")).split("/")[1]
    section = next(one for one in pages if "/monograph/" in one and one.count("/") > 3)
    rows, backs = [], Times("Back, from each of them")
    head("a tap, until its page stands", "put in place", "loaded whole")
    for name, start, css in TAPS:
        times = Times(name)
        address = url + (section if start == "*" else start.format(folder))
        for loads in (False, True):
            back = way(page, rounds, address, css, times, loads=loads)
            backs.here += back.here
            backs.reference += back.reference
        rows.append(times)
        show(times)
    show(backs)
    total([*rows, backs])
