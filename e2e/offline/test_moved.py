"""A phone that holds an edition of once at "/", where a library stands now, moves over to its pack.

`edition-3b4d22d.tar.xz` is the tiny pack of the tests of commit 3b4d22d, built by the code of that
commit, without PDFs: its pages, scripts and worker are those that phones have.
"""

import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Response, expect

from e2e.offline.faults import FaultServer, broken, portal
from e2e.offline.phone import SAVE_MS, Phone
from e2e.offline.shelf import WHOLE, build_library, expect_state, without_pdfs
from e2e.offline.tiny import ROOT
from e2e.running import listing
from e2e.waiting import until
from tests.content.tiny import TinyPack
from webref.web.build import Edition

ONCE = Path(__file__).with_name("edition-3b4d22d.tar.xz")
READY = re.compile(r"(Ready|Saved) offline: (\d+) of \2, edition [0-9a-f]{7}")
BEFORE = "Saved here as it was before there was a list of drugs.*"
LIVE = re.compile(r"/(notices\.json|edition\.json|sw\.js)$")
START = "/examplin/monograph/start/"


def pages_in(folder: Path, base: str) -> list[str]:
    """The addresses of the pages of the edition at a base."""
    files = listing(folder / base[1:])["files"]
    return [file["url"] for file in files if file["type"].startswith("text/html")]


@pytest.fixture(
    scope="module",
    params=["of 3b4d22d", pytest.param("of today", marks=pytest.mark.nightly)],
)
def once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition that stands alone: that of once, and by night one of today."""
    work = tmp_path_factory.mktemp("once")
    if request.param == "of today":
        with without_pdfs():
            Edition(TinyPack(work / "examplin").site(), ROOT, work / "out").build()
        return work / "out"
    with tarfile.open(ONCE) as archive:
        archive.extractall(work, filter="data")
    return work


def tiny_library(work: Path, *names: str) -> Path:
    """A library of tiny packs."""
    for name in names:
        pack = TinyPack(work / "packs" / name)
        for old in ("examplin", "Examplin"):
            pack.replace("pack.toml", f'"{old}"', f'"{name if old.islower() else name.title()}"')
    return build_library(work / "packs", work / "out")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the pack that stood alone, and another."""
    return tiny_library(tmp_path_factory.mktemp("library"), "examplin", "otherin")


@pytest.fixture
def host(once: Path) -> Iterator[FaultServer]:
    with FaultServer(once) as host:
        yield host


@pytest.fixture
def page(phone: Phone, once: Path) -> Page:
    """The first page of the edition of once, which is saved; one page is pinned, a label chosen."""
    page = phone.open()
    ready(page)
    phone.open(START, page)
    page.locator('[data-action="pin"]').click()
    page.evaluate("localStorage.setItem('webref-label', 'ca')")
    # As an edition of today notes it; that of once does not, nor that it was consented to.
    page.evaluate("(name) => localStorage.setItem('webref-shown', name)", edition_of(once))
    phone.open("/", page)
    ready(page)
    return page


def ready(page: Page) -> None:
    """Wait until the edition of once says that it is saved."""
    expect(page.locator("[data-offline-text]").first).to_have_text(READY, timeout=SAVE_MS)


def opens(phone: Phone, addresses: list[str]) -> None:
    """Assert that with the server stopped each page opens, with all that it loads."""
    phone.host.stop()
    answers(phone, addresses)
    phone.host.start()


def answers(phone: Phone, addresses: list[str]) -> None:
    """The same, whatever the server does."""
    assert addresses
    window = phone.context.new_page()
    lost: list[str] = []

    def look(response: Response) -> None:
        if response.status >= 400 and not LIVE.search(response.url):
            lost.append(response.url)

    window.on("response", look)
    for address in addresses:
        answer = phone.open_answer(address, window)
        assert answer.status == 200, address
        expect(window.locator("h1").first).not_to_have_text("Not saved on this device")
    assert lost == []
    window.close()


def edition_of(folder: Path) -> str:
    """The edition in a folder."""
    return str(listing(folder)["edition"])


def cache_of(folder: Path) -> str:
    """The name of its cache."""
    return f"webref-edition-{edition_of(folder)}"


def here(page: Page, once: Path) -> tuple[bool, bool]:
    """Whether the edition of once is saved, and the pack at its own address."""
    names = " ".join(page.evaluate("() => caches.keys()"))
    return cache_of(once) in names, "edition-examplin-" in names


def wait_gone(phone: Phone, page: Page, once: Path) -> None:
    """Wait until nothing of the edition of once is saved.

    The worker spares what any window has shown in its own life, which browsers end once it is
    idle for half a minute; the page of the list drops it then.
    """
    phone.stop_worker()
    phone.open("/", page)
    gone = f"async () => !(await caches.has('{cache_of(once)}'))"
    until(page, gone, timeout_ms=SAVE_MS)


def as_once(once: Path) -> list[str]:
    """The pages of the edition of once, at the addresses at which they stand in a library."""
    return [START[:10] if url == "/" else url for url in pages_in(once, "/") if url != "/offline/"]


def publish(phone: Phone, library: Path) -> None:
    """Put the library in the place of the edition."""
    phone.host.stop()
    phone.host.folder = library
    phone.host.start()


def take_over(phone: Phone, page: Page, library: Path) -> None:
    """The same, and take it over where the page of once offers it."""
    publish(phone, library)
    page.reload()
    with page.expect_navigation():
        page.get_by_role("button", name="Open it").click(timeout=SAVE_MS)
    expect(page.locator("[data-pack=examplin]")).to_be_visible()


def is_between(phone: Phone, page: Page, once: Path, library: Path) -> None:
    """Come to where the list has taken over, and the pack cannot be had yet."""
    phone.host.fail("/examplin/sw.js", broken)
    take_over(phone, page, library)
    expect_state(page, "examplin", BEFORE)
    assert here(page, once) == (True, False)
    phone.host.mend()


def has_moved(phone: Phone, page: Page, once: Path, library: Path) -> None:
    """Assert that the pack is whole at its own address, with what was kept of it."""
    expect_state(page, "examplin", WHOLE)
    expect_state(page, "otherin", "Not saved here")
    wait_gone(phone, page, once)
    opens(phone, pages_in(library, "/examplin/"))
    phone.host.stop()
    phone.open("/examplin/list/", page)
    expect(page.locator("#list a")).to_have_text("First dose")
    kept = page.evaluate("() => ({ ...localStorage })")
    assert kept["webref-label-examplin-examplin"] == "ca"
    assert not {"webref-pins", "webref-recent", "webref-label"} & set(kept)
    if kept["webref-shown"] == edition_of(once):  # nothing was consented to by a page that notes it
        taken = f"took the place of {edition_of(once)[:7]} while no page was open"
        expect(page.locator("[data-banner=taken]")).to_contain_text(taken)
    else:
        expect(page.locator("[data-banner=taken]")).to_have_count(0)
    phone.open("/list/", page)
    expect(page.locator("#mine h2")).to_have_text("Examplin")
    phone.host.start()


def test_an_edition_of_once_is_held_until_its_pack_is_whole_in_the_library(
    phone: Phone, page: Page, once: Path, library: Path
) -> None:
    opens(phone, pages_in(once, "/"))
    is_between(phone, page, once, library)
    opens(phone, as_once(once))
    phone.open("/list/", page)
    expect(page.locator("#mine a")).to_have_text("Examplin: First dose")
    phone.open("/", page)
    has_moved(phone, page, once, library)


@pytest.mark.nightly
@pytest.mark.parametrize("requests", [0, 3, 40])
def test_a_server_that_stops_while_the_pack_is_saved_leaves_the_edition_of_once(
    phone: Phone, page: Page, once: Path, library: Path, requests: int
) -> None:
    is_between(phone, page, once, library)
    phone.host.stop_after(requests, worker_only=True)
    phone.open("/", page)
    expect(page.locator("[data-count]")).not_to_be_empty(timeout=SAVE_MS)  # it gave up
    opens(phone, as_once(once))
    phone.open("/", page)
    has_moved(phone, page, once, library)


@pytest.mark.nightly
def test_a_portal_in_the_middle_of_the_move_leaves_the_edition_of_once(
    phone: Phone, page: Page, once: Path, library: Path
) -> None:
    is_between(phone, page, once, library)
    phone.host.fail(".*", portal)
    answers(phone, as_once(once))
    phone.host.mend()
    opened = phone.open(START)  # from the server now, and so saved without the list
    ready(opened)
    opened.close()
    phone.open("/", page)
    has_moved(phone, page, once, library)


@pytest.mark.nightly
def test_a_phone_whose_windows_were_closed_before_the_offer_moves_over_too(
    phone: Phone, page: Page, once: Path, library: Path
) -> None:
    publish(phone, library)
    page.reload()
    assert phone.update(page)
    page.close()
    opens(phone, [url for url in as_once(once) if url != "/examplin/"])
    window = phone.open("/")
    if not window.locator("[data-pack]").count():
        window.get_by_role("button", name="Open it").click(timeout=SAVE_MS)
    has_moved(phone, window, once, library)


@pytest.mark.nightly
def test_a_window_of_once_keeps_its_files_until_it_is_closed(
    phone: Phone, page: Page, once: Path, library: Path
) -> None:
    window = phone.open(START)
    take_over(phone, page, library)
    expect_state(page, "examplin", WHOLE)
    expect(page.locator("[data-count]")).not_to_be_empty(timeout=SAVE_MS)
    assert here(page, once) == (True, True)
    phone.host.stop()
    sheet = next(file["url"] for file in listing(once)["files"] if file["url"].endswith(".css"))
    style = f"async () => (await (await fetch('{sheet}')).text())"
    assert window.evaluate(style) == (once / sheet[1:]).read_text("utf-8")
    phone.host.start()
    window.close()
    phone.open("/", page)
    has_moved(phone, page, once, library)


@pytest.mark.nightly
def test_a_library_of_that_pack_alone_leads_on_to_it(
    phone: Phone, page: Page, once: Path, tmp_path: Path
) -> None:
    publish(phone, library := tiny_library(tmp_path, "examplin"))
    page.reload()
    page.get_by_role("button", name="Open it").click(timeout=SAVE_MS)
    expect(page).to_have_url(re.compile("/examplin/$"), timeout=SAVE_MS)
    ready(page)
    wait_gone(phone, page, once)
    opens(phone, pages_in(library, "/examplin/"))


@pytest.mark.nightly
def test_what_was_removed_is_not_saved_again_and_its_pins_stay(
    phone: Phone, page: Page, library: Path
) -> None:
    phone.open("/offline/", page)
    ready(page)
    page.locator("[data-do=remove]").dispatch_event("click")  # it lies in a fold
    expect(page.locator("[data-offline-text]").first).to_contain_text("removed", timeout=SAVE_MS)
    publish(phone, library)
    phone.open("/", page)
    expect_state(page, "examplin", "Not saved here")
    phone.open("/list/", page)
    expect(page.locator("#mine a")).to_have_text("Examplin: First dose")
