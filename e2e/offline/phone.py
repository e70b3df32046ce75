"""What a reader can see of an edition on a phone, and what must be true of it."""

import re
import time
from collections.abc import Iterable

from playwright.sync_api import BrowserContext, Page, Response, expect

from e2e.offline.faults import FaultServer
from e2e.offline.tiny import PAGES
from e2e.running import listing

SAVE_MS = 15000
NOT_SAVED = "Not saved on this device"
RECORD_KEPT = """async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("webref-edition-"));
    const kept = names.map((name) => caches.match("/-/record-whole", { cacheName: name }));
    return (await Promise.all(kept)).every(Boolean);
}"""  # the record comes last, after the badge says ready


class Phone:
    """A browser at a host."""

    def __init__(self, context: BrowserContext, host: FaultServer) -> None:
        self.context = context
        self.host = host

    def open(self, address: str = "/", page: Page | None = None) -> Page:
        """Open an address in a window, a new one unless given."""
        page = page or self.context.new_page()
        page.goto(self.host.url + address)
        return page

    def open_answer(self, address: str, page: Page) -> Response:
        """Open an address in a window; what answered."""
        answer = page.goto(self.host.url + address)
        assert answer
        return answer

    def visit(self) -> Page:
        """A first visit, until everything but the PDFs is saved."""
        page = self.open()
        self.wait_ready(page)
        return page

    def wait_ready(self, page: Page) -> None:
        """Wait until the badge says ready."""
        self.wait_badge(page, r"Saved offline: (\d+) of \1, edition [0-9a-f]{7}")

    def wait_badge(self, page: Page, words: str) -> None:
        """Wait until the badge says something that matches."""
        expect(page.locator("[data-offline-text]")).to_have_text(re.compile(words), timeout=SAVE_MS)

    def shown(self, page: Page) -> tuple[str, str, str]:
        """The editions that page, style and script of a window show."""
        style = page.evaluate(
            "getComputedStyle(document.getElementById('style'), '::before').content"
        )
        return (
            page.locator("#page").inner_text(),
            style.strip('"'),
            page.locator("#script").inner_text(),
        )

    def later(self, page: Page) -> str:
        """The edition of a file that the window asks for only now; empty where it gets none."""
        with page.expect_event("requestfinished", timeout=5000):
            page.locator("#load").click()
        page.wait_for_timeout(100)
        return page.locator("#later").inner_text()

    def is_whole(self, number: int, addresses: Iterable[str] = PAGES) -> None:
        """Assert that every page opens from the phone alone and shows one edition throughout."""
        page = self.context.new_page()
        for address in addresses:
            self.open(address, page)
            assert self.shown(page) == (str(number),) * 3, address
        assert self.spoilt(page) == []
        page.close()

    def says_not_saved(self, address: str) -> None:
        """Assert that an address says in words that it is not saved here."""
        page = self.context.new_page()
        self.open(address, page)
        expect(page.get_by_text(NOT_SAVED).first).to_be_visible()
        page.close()

    def update(self, page: Page) -> bool:
        """Have the browser look for another worker and wait it out; whether one is waiting now."""
        waits = page.evaluate(
            """async () => {
              const registration = await navigator.serviceWorker.getRegistration();
              await registration.update().catch(() => undefined);
              while (registration.installing) await new Promise((go) => setTimeout(go, 20));
              return Boolean(registration.waiting);
            }"""
        )
        return bool(waits)

    def open_offered(self, page: Page) -> None:
        """Tap the offer of another edition and wait until the window shows it."""
        with page.expect_navigation():
            page.get_by_role("button", name="Open it").click(timeout=SAVE_MS)
        self.wait_ready(page)

    def caches(self, page: Page) -> dict[str, list[str]]:
        """Every cache of the address with the paths in it."""
        held = page.evaluate(
            """async () => {
              const held = {};
              for (const name of await caches.keys()) {
                const keys = await (await caches.open(name)).keys();
                held[name] = keys.map((request) => new URL(request.url).pathname);
              }
              return held;
            }"""
        )
        assert isinstance(held, dict)
        return held

    def spoilt(self, page: Page) -> list[str]:
        """The saved files that do not have the digest that their edition's list gives them."""
        found = page.evaluate(
            """async () => {
              const found = [];
              for (const name of await caches.keys()) {
                const cache = name.startsWith("webref-edition-") && await caches.open(name);
                const list = cache && await cache.match("/edition.json");
                for (const { url, sha256 } of list ? (await list.json()).files : []) {
                  const stored = await cache.match(url);
                  if (!stored) continue;
                  const hash = await crypto.subtle.digest("SHA-256", await stored.arrayBuffer());
                  const hex = Array.from(new Uint8Array(hash), (byte) =>
                    byte.toString(16).padStart(2, "0"));
                  if (hex.join("") !== sha256) found.push(url);
                }
              }
              return found;
            }"""
        )
        assert isinstance(found, list)
        return found

    def spoil(self, page: Page, address: str) -> None:
        """Replace the bytes of one saved file behind the worker's back."""
        page.evaluate(
            """async (address) => {
              for (const name of await caches.keys()) {
                if (name.startsWith("webref-edition-")) {
                  await (await caches.open(name)).put(address, new Response("spoilt"));
                }
              }
            }""",
            address,
        )

    def saves(self) -> int:
        """How many files it saves of the host's edition by itself: all but PDFs."""
        return sum(file["set"] != "pdf" for file in listing(self.host.folder)["files"])

    def stop_worker(self) -> None:
        """Stop every worker, as a browser does with an idle one; it starts again when needed."""
        session = self.context.new_cdp_session(self.context.new_page())
        session.send("ServiceWorker.enable")
        session.send("ServiceWorker.stopAllWorkers")

    def marks(self, page: Page) -> list[str]:
        """The sets that are marked whole in any edition's cache."""
        paths = (path for held in self.caches(page).values() for path in held)
        return sorted(path[3:-6] for path in paths if path.startswith("/-/"))

    def cached_editions(self, page: Page) -> list[str]:
        """The editions that have a cache here."""
        start = "webref-edition-"
        return [name[len(start) :] for name in self.caches(page) if name.startswith(start)]

    def wait_no_cache(self, page: Page) -> None:
        """Wait until no edition has a cache here."""
        deadline = time.monotonic() + SAVE_MS / 1000
        while self.cached_editions(page):
            assert time.monotonic() < deadline, "an edition is still saved"
            page.wait_for_timeout(50)
