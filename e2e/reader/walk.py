"""A reader who does at random what readers do, by a seed, and what is seen after each step."""

import contextlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from random import Random
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Page, Request

from e2e.offline.faults import FaultServer
from e2e.offline.phone import Phone
from e2e.offline.shelf import keep
from e2e.reader import invariants
from e2e.reader.actions import ACTIONS
from e2e.reader.invariants import Held, Look
from e2e.reader.library import NUMBERS, Built
from e2e.reader.look import LOOK, SETTLE

SHOWN = 15  # of the last steps, where one finds something
TRIES = 5  # of a look, while another page is on its way
SETTLES_MS = 30_000  # a machine that does much else is slow
AGREES = 100  # looks, while an answer may still be made anew by what was heard meanwhile
BETWEEN_MS = 50
TOLD = 500  # steps from one to the next that a long walk tells of

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
    late: int = 0  # editions that opened once every window was closed
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

    def new_window(self) -> Window:
        """One more, empty."""
        return Window(self.context.new_page())

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

    def walk(self, steps: int, told: Callable[[int], None] | None = None) -> int | None:
        """Do so many steps; the number of the first after which something is wrong, or None.

        `told` hears of every five hundredth.
        """
        for number in range(1, steps + 1):
            name, found = self.advance()
            self.counts[name] = self.counts.get(name, 0) + 1
            self.problems += found
            if self.problems:
                return number
            if told and number % TOLD == 0:
                told(number)
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
            if not found or self.problems:  # what never comes or never stands still, comes no more
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
                awaited = self.page.evaluate(SETTLE, [self.ids, SETTLES_MS])
                found: dict[str, Any] = self.page.evaluate(LOOK)
            except Error as error:  # another page was on its way
                last = error
                with contextlib.suppress(Error):
                    self.page.wait_for_load_state(timeout=SETTLES_MS)
                continue
            if awaited:
                self.problems.append(f"{found['path']} still awaits {awaited}: {found['page']}")
            return found
        self.problems.append(f"{self.page.url} never comes: {last}")
        return self.look


def _words(recalls: Recalls) -> dict[str, str]:
    return {page: words for page, (_, words) in recalls.items()}
