"""The hands of a reader: what is done at a page, at the phone, and at the server."""

import contextlib
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import Error

from e2e.offline.tiny import notice_list
from e2e.reader.library import NUMBERS
from e2e.reader.look import ENTER, FIND, GO, HEARD, LOADED, TAP, UPDATE, WORKERS
from e2e.waiting import until
from webref.content.wording.table import TABLE
from webref.dosing.spec import Calculator
from webref.outputs.library import notices_json

if TYPE_CHECKING:
    from e2e.reader.walk import Recalls, Walk

MOST_WINDOWS = 2
OFFERED_MS = 3000
UPDATED_MS = 60_000
OPENED_MS = 15_000  # the page says sooner that it may not come


def leads(walk: "Walk", path: str) -> None:
    """Wait until the address is that of a page."""
    if urlsplit(walk.page.url).path == path:
        return
    try:
        walk.page.wait_for_url(lambda url: urlsplit(url).path == path, wait_until="commit")
    except Error:
        walk.problems.append(f"{path} was asked for, and {walk.page.url} stands")


def tap(walk: "Walk", css: str) -> str:
    """Tap one of what a selector finds."""
    found = walk.page.evaluate(TAP, [css, walk.random.random()])
    if not found:
        return "nothing"
    path, to = walk.look["path"], found["to"]
    carries = css == "[data-carry] button"
    if to and to != path:
        leads(walk, to)
        walk.arrived = True
    elif carries:
        walk.page.wait_for_url(lambda url: urlsplit(url).path != path, wait_until="commit")
    return str(found["said"])


def enter(walk: "Walk", pairs: list[tuple[str, str]]) -> str:
    """Make entries, and see that no answer outlives one."""
    outlived = walk.page.evaluate(ENTER, [list(pair) for pair in pairs])
    if outlived:
        walk.problems.append(f"an answer outlived the entry of {outlived}")
    return json.dumps(pairs)


def calculator(walk: "Walk") -> Calculator:
    """That of the page."""
    site = walk.held.site_of(walk.look)
    assert site, walk.look["path"]
    return site.calculators[walk.look["calculator"]]


def find(walk: "Walk", words: str) -> str:
    """Type into a box that finds."""
    walk.page.evaluate(FIND, ["#q, #find, #filter-words", words])
    return repr(words)


def step(walk: "Walk", by: int) -> str:
    """Go back or forward."""
    key = walk.page.evaluate(GO, by)
    try:
        until(walk.page, "(key) => navigation.currentEntry.key === key", arg=key)
    except Error:
        walk.problems.append(f"a step by {by} leads nowhere")
    if urlsplit(walk.page.url).path != walk.look["path"]:
        walk.arrived = True
    return ""


def reload(walk: "Walk") -> str:
    """Load the page again."""
    walk.page.reload()
    walk.arrived = True
    return ""


def open_another(walk: "Walk") -> str:
    """Open a page in a new window, half of them of the same pack; the oldest other one closes."""
    if len(walk.windows) == MOST_WINDOWS:
        walk.windows.pop(1 - walk.at).page.close()
    here = f"/{walk.pack}/"
    own = [path for path in walk.ids if path.startswith(here)]
    path = walk.random.choice(walk.random.choice((["/", *sorted(walk.ids)], sorted(own))))
    walk.windows.append(walk.new_window())
    walk.at = len(walk.windows) - 1
    walk.page.goto(walk.host.url + path)
    walk.arrived = True
    return path


def other(walk: "Walk") -> str:
    """Look at the other window."""
    walk.at = (walk.at + 1) % len(walk.windows)
    return str(walk.at)


def resize(walk: "Walk", size: tuple[int, int]) -> str:
    """Turn the phone, take another, or enlarge the text."""
    walk.page.set_viewport_size({"width": size[0], "height": size[1]})
    return f"{size[0]} x {size[1]}"


def theme(walk: "Walk") -> str:
    """Switch the colours."""
    dark = walk.random.random() < 0.5
    walk.page.emulate_media(color_scheme="dark" if dark else "light")
    return "dark" if dark else "light"


def publish(walk: "Walk") -> str:
    """The server gives the other edition, the phone saves it, and the server stops."""
    pack = walk.pack
    (folder,) = (one for one in walk.built.folders.values() if one != walk.host.folder)
    walk.host.folder = folder
    with served(walk):
        waits = walk.page.evaluate(UPDATE, [f"/{pack}/", UPDATED_MS])
        if isinstance(waits, str):
            stands = walk.page.evaluate(WORKERS)
            walk.problems.append(f"an edition of {pack} never ends {waits}: {stands}")
        elif waits and walk.look["kind"] not in ("card", "library"):
            with contextlib.suppress(Error):
                walk.page.wait_for_selector("[data-banner=offer]", timeout=OFFERED_MS)
    return f"{folder.name} of {pack}, {'waits' if waits else 'nothing waits'}"


def accept(walk: "Walk") -> str:
    """Open the edition that is offered, or put it off."""
    if walk.random.random() < 0.3:
        return tap(walk, "[data-banner=offer] button:last-child")
    for window in walk.windows:  # a worker that is asked something meanwhile makes room late
        window.page.wait_for_load_state("networkidle")
    try:
        with walk.page.expect_navigation(timeout=OPENED_MS):
            walk.page.get_by_role("button", name="Open it").dispatch_event("click")
    except Error:
        if walk.page.locator("[data-banner=offer]").count():
            return close_and_open(walk)
        walk.arrived = walk.page.evaluate(LOADED, walk.look["loaded"])  # late, or by another window
        return "no longer offered"
    walk.arrived = True
    return "opened"


def close_and_open(walk: "Walk") -> str:
    """Where the edition does not open the page says to close every window: that opens it."""
    told = walk.page.text_content("[data-banner=offer]") or ""
    if TABLE["banner.late"] not in told:
        stands = walk.page.evaluate(WORKERS)
        walk.problems.append(f"an edition was to be opened, and no page came: {stands}, {told}")
    path = walk.look["path"]
    for window in walk.windows:
        window.page.close()
    walk.windows, walk.at = [walk.new_window()], 0
    walk.arrived = True
    walk.late += 1
    try:
        walk.page.goto(walk.host.url + path)
    except Error:
        walk.problems.append(f"{path} does not open after every window was closed")
    return "opened once every window was closed"


def recall(walk: "Walk") -> str:
    """Recall a calculator, or lift what is recalled; the phone hears of it."""
    pack = walk.pack
    walk.sequence += 1
    own = walk.recalls[pack]
    site = walk.built.sites[NUMBERS[0], pack]
    shown = walk.look["calculator"] if walk.look["calculator"] in site.calculators else ""
    name = f"calculators/{shown or walk.random.choice(sorted(site.calculators))}"
    if own:
        own.clear()
    else:
        own[name] = (f"r{walk.sequence}", f"Recall {walk.sequence} is being looked into.")
    notices = {
        one: notice_list(*_notices(told), sequence=walk.sequence)
        for one, told in walk.recalls.items()
    }
    body = notices_json({one: json.loads(text) for one, text in notices.items()})
    for folder in walk.built.folders.values():
        (folder / "notices.json").write_bytes(body)
    with served(walk):
        walk.page.reload()
        until(walk.page, HEARD, arg=[pack, walk.sequence])
    walk.arrived = True
    return f"{pack} {list(own)}"


@contextlib.contextmanager
def served(walk: "Walk") -> Iterator[None]:
    """The server, for as long as something is asked of it."""
    walk.host.start()
    yield
    walk.host.stop()


def _notices(recalls: "Recalls") -> list[dict[str, str]]:
    about = {"date": "2026-11-22", "level": "withdrawn"}
    return [
        {"id": one, **about, "subject": page, "text": text} for page, (one, text) in recalls.items()
    ]
