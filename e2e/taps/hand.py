"""A reader who taps: what a tap leads to, and whether a page was loaded for it."""

from playwright.sync_api import Locator, Page, expect

CALCULATE = '.dock-places a[href$="/calculators/"]'
MONOGRAPH = '.dock-places a[href$="/monograph/"]'


class Hand:
    """A window of a phone, and the address of its edition."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def open(self, address: str) -> None:
        """Load a page, and wait until its taps are answered here."""
        self.page.goto(self.url + address)
        self.mark()

    def mark(self) -> None:
        """Mark the document: a load takes the mark away."""
        self.page.evaluate("document.documentElement.dataset.marked = ''")

    def is_marked(self) -> bool:
        """Whether no page was loaded since."""
        return bool(self.page.evaluate("'marked' in document.documentElement.dataset"))

    def tap(self, link: str | Locator) -> None:
        """Tap a link and wait until its page stands, and the address says so."""
        found = self.page.locator(link).first if isinstance(link, str) else link.first
        address = found.evaluate("(link) => new URL(link.href).pathname")
        found.click()
        self.stands(str(address))

    def stands(self, path: str) -> None:
        """Wait until the page of an address stands."""
        self.page.wait_for_url(lambda url: url.partition("#")[0] == self.url + path)
        name = path.removeprefix("/baclofen").strip("/") or "home"
        expect(self.page.locator("body")).to_have_attribute("data-page", name)

    def back(self, path: str) -> None:
        """Go back, to the page of an address."""
        self.page.evaluate("history.back()")
        self.stands(path)

    def forward(self, path: str) -> None:
        """Go forward, to the page of an address."""
        self.page.evaluate("history.forward()")
        self.stands(path)
