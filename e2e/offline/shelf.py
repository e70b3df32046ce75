"""A library of tiny packs, and what a phone says of each of them on its list."""

import contextlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from e2e.offline.faults import FaultServer
from e2e.offline.phone import SAVE_MS, Phone
from e2e.offline.tiny import PAGES, ROOT, notice_list, write_tiny
from webref.outputs import freeze
from webref.outputs.library import notices_json, row_of
from webref.web import sheets
from webref.web.library.build import LibraryBuild
from webref.web.library.edition import write_library

FIRST = {"first": 1, "second": 1, "third": 1}
RECALL = {
    "id": "n1",
    "date": "2026-11-22",
    "level": "withdrawn",
    "subject": "calculators/tiny",
    "text": "Do not use this.",
}
WHOLE = r"Saved offline: (\d+) of \1, edition [0-9a-f]{7}"


def write_shelf(
    folder: Path,
    numbers: Mapping[str, int],
    notices: Mapping[str, str] = {},
    records: Mapping[str, object] = {},
) -> Path:
    """Write a library whose packs stand at these editions, by name; the folder.

    `notices` holds lists of recalls in place of empty ones, `records` what packs say.
    """
    for pack, number in numbers.items():
        write_tiny(folder, number, base=f"/{pack}/", record=records.get(pack))
    own = folder.with_name(f"{folder.name}-own")
    write_library(ROOT, own, [row_of(folder, pack) for pack in numbers])
    for path in own.iterdir():
        path.rename(folder / path.name)
    lists = {pack: json.loads(notices.get(pack, notice_list())) for pack in numbers}
    (folder / "notices.json").write_bytes(notices_json(lists))
    return folder


@contextlib.contextmanager
def without_pdfs() -> Iterator[None]:
    """Build without PDFs and copies, which no phone takes here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheets, "make_all", lambda *_: ())
        patch.setattr(freeze, "COMPRESSORS", ())
        yield


def build_library(packs: Path, folder: Path, root: Path = ROOT) -> Path:
    """Build the packs of a folder as a library by the code below a root; the library's folder."""
    with without_pdfs():
        LibraryBuild(packs, root, folder).build()
    return folder


class Shelf:
    """A host that serves a library, and puts another one in its place."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self.count = 0
        self.host = FaultServer(self.write(FIRST))

    def write(self, numbers: Mapping[str, int], notices: Mapping[str, str] = {}) -> Path:
        """A folder with the packs at these editions."""
        self.count += 1
        return write_shelf(self.work / f"library-{self.count}", numbers, notices)

    def publish(self, **numbers: int) -> None:
        """Serve the packs at these editions, the others as at first."""
        self.host.folder = self.write({**FIRST, **numbers})


def row(page: Page, pack: str) -> Locator:
    """The row of a pack on the list."""
    return page.locator(f"[data-pack={pack}]")


def expect_state(page: Page, pack: str, words: str) -> None:
    """Wait until the row of a pack says something that matches the whole pattern."""
    state = row(page, pack).locator("[data-state]")
    expect(state).to_have_text(re.compile(f"^{words}$"), timeout=SAVE_MS)


def press(page: Page, pack: str, act: str) -> None:
    """Tap a button of a row."""
    row(page, pack).locator(f"[data-act={act}]").click(timeout=SAVE_MS)


def keep(page: Page, *packs: str) -> None:
    """Keep packs from the list, one after the other, until each is whole."""
    for pack in packs:
        press(page, pack, "keep")
        expect_state(page, pack, WHOLE)


def is_whole(phone: Phone, pack: str, number: int, pages: Iterable[str] = PAGES) -> None:
    """Assert that every page of a pack opens and shows one edition throughout."""
    phone.is_whole(number, [f"/{pack}{url}" for url in pages])


def with_saved(context: BrowserContext, host: FaultServer, *packs: str) -> Page:
    """A new phone at the list, these packs saved, the server stopped."""
    page = Phone(context, host).visit()
    keep(page, *packs)
    host.stop()
    return page
