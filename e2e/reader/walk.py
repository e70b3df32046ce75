"""A reader who does at random what readers do, by a seed, and what is seen after each step."""

import contextlib
import json
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from random import Random
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page, Request

from e2e.offline.faults import FaultServer
from e2e.offline.phone import Phone
from e2e.offline.shelf import keep
from e2e.offline.tiny import notice_list
from e2e.reader import invariants
from e2e.reader.actions import ACTIONS
from e2e.reader.invariants import Held, Look
from e2e.reader.library import NUMBERS, Built
from e2e.reader.look import ENTER, FIND, GO, LOOK, SETTLE, TAP, UPDATE
from webref.dosing.spec import Calculator
from webref.outputs.library import notices_json

SHOWN = 15  # of the last steps, where one finds something
TRIES = 5  # of a look, while another page is on its way
SETTLES_MS = 10_000
AGREES = 40  # looks, while an answer may still be made anew by what was heard meanwhile
BETWEEN_MS = 50
WINDOWS = 2
OFFERED_MS = 3000

Recalls = dict[str, tuple[str, str]]  # page: id and words of its notice


@dataclass
class Window:
    """A window, and what it was told of recalls when it last came to a page."""

    page: Page
    recalls: dict[str, Recalls] = field(default_factory=dict)


@dataclass
class Walk:
    """A phone that keeps a library, its server stopped; and a reader at it."""

    context: BrowserContext
    host: FaultServer
    built: Built
    seed: int
    weights: Mapping[str, float] = field(default_factory=dict)
    look: Look = field(default_factory=dict)
    done: deque[str] = field(default_factory=lambda: deque(maxlen=SHOWN))
    problems: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    random: Random = field(init=False)

    def __post_init__(self) -> None:
        """Keep every pack, watch what is asked for, and stop the server."""
        self.random = Random(self.seed)
        self.held = Held(self.built)
        self.ids = self.built.ids()
        self.known = self.built.addresses()
        self.recalls: dict[str, Recalls] = {pack: {} for pack in self.built.packs}
        self.sequence = 0
        self.arrived = False
        self.host.folder = self.built.folders[NUMBERS[0]]
        self.context.on("request", self._asked)
        self.context.on("console", self._said)
        self.context.on("weberror", lambda one: self.problems.append(f"error: {one.error}"))
        page = Phone(self.context, self.host).visit()
        keep(page, *self.built.packs)
        self.windows = [Window(page)]
        self.at = 0
        self.host.stop()
        self.look = self.seen()

    @property
    def window(self) -> Window:
        """The window that the reader looks at."""
        return self.windows[self.at]

    @property
    def page(self) -> Page:
        """Its page."""
        return self.window.page

    @property
    def pack(self) -> str:
        """The pack of the page, or one of them on the pages of the library."""
        own = str(self.look["path"]).split("/")[1]
        return own if own in self.built.packs else self.random.choice(self.built.packs)

    def _asked(self, request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme in ("data", "blob"):
            return
        here = f"{url.scheme}://{url.netloc}" == self.host.url
        if not here or url.query or request.method != "GET" or url.path not in self.known:
            self.problems.append(f"asked for {request.method} {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        # That the server is stopped is told of each list that is looked for.
        refused = message.text.startswith("Failed to load resource: net::ERR_CONNECTION")
        if message.type == "error" and not refused:
            self.problems.append(f"console: {message.text}")

    def walk(self, steps: int) -> int | None:
        """Do so many steps; the number of the first after which something is wrong, or None."""
        for number in range(1, steps + 1):
            name, found = self.advance()
            self.counts[name] = self.counts.get(name, 0) + 1
            self.problems += found
            if self.problems:
                return number
        return None

    def advance(self) -> tuple[str, list[str]]:
        """One step, and what is wrong after it."""
        can = {name: one for name, one in ACTIONS.items() if one[1](self.look)}
        weights = [self.weights.get(name, one[0]) for name, one in can.items()]
        (name,) = self.random.choices(list(can), weights)
        self.arrived = False
        said = f"{name}: {can[name][2](self)}"
        self.look = self.seen()
        self.done.append(f"{said} -> {self.at} {self.look['path']}")
        return name, self.wrong()

    def wrong(self) -> list[str]:
        """What is wrong with what stands now; an answer may be on its way anew."""
        found = list(self._wrong())
        for _ in range(AGREES):
            if not found:
                break
            self.page.wait_for_timeout(BETWEEN_MS)
            self.look = self.seen()
            found = list(self._wrong())
        if self.arrived:
            self.window.recalls = {pack: dict(own) for pack, own in self.recalls.items()}
        return found

    def _wrong(self) -> Iterator[str]:
        own = str(self.look["path"]).split("/")[1]
        now = self.recalls.get(own, {})
        before = self.window.recalls.get(own, {})
        either = [
            list(invariants.of_answers(self.held, self.look, _words(known)))
            for known in ([now] if self.arrived else [now, before])
        ]
        yield from min(either, key=len)
        if self.arrived:
            yield from invariants.of_arrival(self.look)
            yield from invariants.of_recall(self.look, now)
        yield from chain(*(rule(self.held, self.look) for rule in invariants.EVERYWHERE))

    def report(self, number: int) -> str:
        """What was found, and how it is walked again."""
        steps = "\n".join(f"  {line}" for line in self.done)
        wrong = "\n".join(f"  {line}" for line in self.problems)
        again = f"READER_SEED={self.seed} READER_STEPS={number}"
        return f"after step {number} ({again}):\n{wrong}\nthe last steps:\n{steps}"

    def seen(self) -> Look:
        """What stands on the page once it stands still."""
        last: Error | None = None
        for _ in range(TRIES):
            try:
                still = self.page.evaluate(SETTLE, [self.ids, SETTLES_MS])
                found: dict[str, Any] = self.page.evaluate(LOOK)
            except Error as error:  # another page was on its way
                last = error
                with contextlib.suppress(Error):
                    self.page.wait_for_load_state(timeout=SETTLES_MS)
                continue
            if not still:
                self.problems.append(f"{found['path']} never stands still: {found['page']}")
            return found
        self.problems.append(f"{self.page.url} never comes: {last}")
        return self.look

    def _leads(self, path: str) -> None:
        """Wait until the address is that of a page."""
        if urlsplit(self.page.url).path == path:
            return
        try:
            self.page.wait_for_url(lambda url: urlsplit(url).path == path, wait_until="commit")
        except Error:
            self.problems.append(f"{path} was asked for, and {self.page.url} stands")

    def tap(self, css: str) -> str:
        """Tap one of what a selector finds."""
        found = self.page.evaluate(TAP, [css, self.random.random()])
        if not found:
            return "nothing"
        path, to = self.look["path"], found["to"]
        carries = css == "[data-carry] button"
        if to and to != path:
            self._leads(to)
            self.arrived = True
        elif carries:
            self.page.wait_for_url(lambda url: urlsplit(url).path != path, wait_until="commit")
        return str(found["said"])

    def enter(self, pairs: list[tuple[str, str]]) -> str:
        """Make entries, and see that no answer outlives one."""
        outlived = self.page.evaluate(ENTER, [list(pair) for pair in pairs])
        if outlived:
            self.problems.append(f"an answer outlived the entry of {outlived}")
        return json.dumps(pairs)

    def calculator(self) -> Calculator:
        """That of the page."""
        site = self.held.site_of(self.look)
        assert site, self.look["path"]
        return site.calculators[self.look["calculator"]]

    def find(self, words: str) -> str:
        """Type into a box that finds."""
        self.page.evaluate(FIND, ["#q, #find, #filter-words", words])
        return repr(words)

    def step(self, by: int) -> str:
        """Go back or forward."""
        key = self.page.evaluate(GO, by)
        try:
            self.page.wait_for_function("(key) => navigation.currentEntry.key === key", arg=key)
        except Error:
            self.problems.append(f"a step by {by} leads nowhere")
        if urlsplit(self.page.url).path != self.look["path"]:
            self.arrived = True
        return ""

    def reload(self) -> str:
        """Load the page again."""
        self.page.reload()
        self.arrived = True
        return ""

    def open(self) -> str:
        """Open a page in a new window, the oldest other one closed."""
        if len(self.windows) == WINDOWS:
            self.windows.pop(1 - self.at).page.close()
        path = self.random.choice(["/", *sorted(self.ids)])
        self.windows.append(Window(self.context.new_page()))
        self.at = len(self.windows) - 1
        self.page.goto(self.host.url + path)
        self.arrived = True
        return path

    def other(self) -> str:
        """Look at the other window."""
        self.at = (self.at + 1) % len(self.windows)
        return str(self.at)

    def resize(self, size: tuple[int, int]) -> str:
        """Turn the phone, take another, or enlarge the text."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        return f"{size[0]} x {size[1]}"

    def theme(self) -> str:
        """Switch the colours."""
        dark = self.random.random() < 0.5
        self.page.emulate_media(color_scheme="dark" if dark else "light")
        return "dark" if dark else "light"

    def publish(self) -> str:
        """The server gives the other edition, the phone saves it, and the server stops."""
        pack = self.pack
        (folder,) = (one for one in self.built.folders.values() if one != self.host.folder)
        self.host.folder = folder
        with self._served():
            waits = self.page.evaluate(UPDATE, f"/{pack}/")
            if waits and self.look["kind"] not in ("card", "library"):
                with contextlib.suppress(Error):
                    self.page.wait_for_selector("[data-banner=offer]", timeout=OFFERED_MS)
        return f"{folder.name} of {pack}, {'waits' if waits else 'nothing waits'}"

    def accept(self) -> str:
        """Open the edition that is offered, or put it off."""
        if self.random.random() < 0.3:
            return self.tap("[data-banner=offer] button:last-child")
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Open it").dispatch_event("click")
        self.arrived = True
        return "opened"

    def recall(self) -> str:
        """Recall a calculator, or lift what is recalled; the page hears of it."""
        pack = self.pack
        self.sequence += 1
        own = self.recalls[pack]
        site = self.built.sites[NUMBERS[0], pack]
        shown = self.look["calculator"] if self.look["calculator"] in site.calculators else ""
        name = f"calculators/{shown or self.random.choice(sorted(site.calculators))}"
        if own:
            own.clear()
        else:
            own[name] = (f"r{self.sequence}", f"Recall {self.sequence} is being looked into.")
        notices = {
            one: notice_list(*_notices(held), sequence=self.sequence)
            for one, held in self.recalls.items()
        }
        body = notices_json({one: json.loads(text) for one, text in notices.items()})
        for folder in self.built.folders.values():
            (folder / "notices.json").write_bytes(body)
        with self._served(), self.page.expect_response("**/notices.json"):
            self.page.reload()
        self.arrived = True
        return f"{pack} {list(own)}"

    @contextlib.contextmanager
    def _served(self) -> Iterator[None]:
        self.host.start()
        yield
        self.host.stop()


def _words(recalls: Recalls) -> dict[str, str]:
    return {page: words for page, (_, words) in recalls.items()}


def _notices(recalls: Recalls) -> list[dict[str, str]]:
    about = {"date": "2026-11-22", "level": "withdrawn"}
    return [
        {"id": one, **about, "subject": page, "text": text} for page, (one, text) in recalls.items()
    ]
