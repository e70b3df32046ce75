"""A library's faults in Firefox and in WebKitGTK, as far as their drivers go: `make test-all`."""

import re
import shutil
from pathlib import Path

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from e2e.offline.engines import READY, engine, shown, tap_offer, wait_badge, wait_until
from e2e.offline.faults import broken
from e2e.offline.shelf import FIRST, RECALL, WHOLE, Shelf
from e2e.offline.tiny import PAGES, notice_list

__all__ = ["engine"]  # a fixture

pytestmark = pytest.mark.filterwarnings("ignore:setting remote_server_addr:DeprecationWarning")

STATE = """const row = document.querySelector(`[data-pack="${arguments[0]}"] [data-state]`);
return row ? row.textContent.trim() : "";"""
PRESS = """const act = document.querySelector(
  `[data-pack="${arguments[0]}"] [data-act="${arguments[1]}"]`);
if (act) act.click();
return Boolean(act);"""
HEARD = """const done = arguments[0];
caches.match("/notices.json", { cacheName: "webref-notices" })
  .then((saved) => saved ? saved.json() : {})
  .then(({ packs }) => done(packs?.second?.sequence ?? -1));"""


class Reader:
    """A reader of a library at another engine, with the list saved."""

    def __init__(self, driver: WebDriver, shelf: Shelf) -> None:
        self.driver = driver
        self.shelf = shelf
        self.open("/")
        wait_badge(driver, READY)

    def open(self, address: str) -> None:
        """Open an address in the window that is in front."""
        self.driver.get(self.shelf.host.url + address)

    def state(self, pack: str) -> str:
        """What the row of a pack says."""
        return str(self.driver.execute_script(STATE, pack))

    def wait_state(self, pack: str, words: str) -> None:
        """Wait until the row of a pack says something that matches the whole pattern."""
        pattern = re.compile(words)
        holds = lambda: bool(pattern.fullmatch(self.state(pack)))  # noqa: E731
        wait_until(holds, lambda: self.state(pack))

    def press(self, pack: str, act: str) -> None:
        """Tap a button of a row, once it is there."""
        tapped = lambda: bool(self.driver.execute_script(PRESS, pack, act))  # noqa: E731
        wait_until(tapped, lambda: f"{pack} has no button {act}: {self.state(pack)}")

    def keep(self, *packs: str) -> None:
        """Keep packs from the list, one after the other, until each is whole."""
        for pack in packs:
            self.press(pack, "keep")
            self.wait_state(pack, WHOLE)

    def is_whole(self, pack: str, number: int) -> None:
        """Assert that every page of a pack opens and shows one edition throughout."""
        for address in PAGES:
            self.open(f"/{pack}{address}")
            wait_until(lambda: shown(self.driver)[2] != "", lambda: shown(self.driver))
            assert shown(self.driver) == (str(number),) * 3, address

    def other_window(self, address: str) -> str:
        """Open an address in a window of its own; the window before it."""
        before = self.driver.current_window_handle
        self.driver.switch_to.new_window("tab")
        self.open(address)
        return before

    def take(self, pack: str) -> None:
        """Take a newer edition of a pack where it waits; one that no window uses may not."""
        self.wait_state(pack, f"{WHOLE}.*")
        taken = lambda: bool(  # noqa: E731
            "waits" not in self.state(pack) or self.driver.execute_script(PRESS, pack, "open")
        )
        wait_until(taken, lambda: self.state(pack))


@pytest.fixture
def reader(engine: WebDriver, shelf: Shelf) -> Reader:
    return Reader(engine, shelf)


def test_what_is_kept_opens_with_the_server_stopped_and_the_rest_says_how(reader: Reader) -> None:
    reader.keep("first", "third")
    reader.shelf.host.stop()
    reader.is_whole("first", 1)
    reader.is_whole("third", 1)
    reader.open("/second/a/")
    page = reader.driver
    wait_until(lambda: "/second/a/ is not saved here" in body(page), lambda: body(page))
    reader.open("/")
    reader.wait_state("first", WHOLE)
    reader.wait_state("second", "Not saved here")


def body(driver: WebDriver) -> str:
    """The words of the page."""
    words = driver.execute_script("return document.body ? document.body.innerText : ''")
    return " ".join(str(words).split())


def test_one_is_updated_while_another_is_open(reader: Reader) -> None:
    reader.keep("first", "second")
    lists = reader.other_window("/second/a/")
    open_one = reader.driver.current_window_handle
    reader.shelf.publish(first=2, second=2)
    reader.driver.switch_to.window(lists)
    reader.open("/")
    reader.wait_state("second", f"{WHOLE}. A newer edition waits")
    newer = "A newer edition waits|The list names another edition of it"  # by engine
    reader.wait_state("first", f"{WHOLE}. ({newer})")
    reader.take("first")
    reader.driver.switch_to.window(open_one)
    assert shown(reader.driver) == ("1", "1", "1")
    reader.driver.close()
    reader.driver.switch_to.window(lists)
    reader.take("second")
    reader.wait_state("first", f"{WHOLE}.*")
    reader.wait_state("second", f"{WHOLE}(. The list names another edition of it)?")
    reader.shelf.host.stop()
    reader.is_whole("first", 2)
    reader.is_whole("second", 2)


def test_an_update_that_is_cut_off_leaves_every_pack_whole(reader: Reader) -> None:
    reader.keep("first", "second")
    reader.shelf.publish(first=2)
    reader.shelf.host.fail("/first/[c-f]/", broken)
    reader.open("/")
    reader.wait_state("first", f"{WHOLE}.*")
    wait_until(lambda: "/first/c/" in reader.shelf.host.asked, lambda: reader.shelf.host.asked)
    reader.shelf.host.stop()
    reader.is_whole("first", 1)
    reader.is_whole("second", 1)


def test_one_is_removed_and_kept_again(reader: Reader) -> None:
    reader.keep("first", "second")
    reader.press("first", "drop")
    reader.wait_state("first", "Not saved here")
    reader.is_whole("second", 1)
    reader.open("/")
    reader.keep("first")
    reader.shelf.host.stop()
    reader.is_whole("first", 1)


def recalls_heard(driver: WebDriver) -> int:
    """The number of the list of recalls that the device remembers of the second pack."""
    return int(driver.execute_async_script(HEARD))


def test_a_pack_never_opened_hears_of_its_recall(reader: Reader) -> None:
    reader.keep("second")
    recalled = reader.shelf.write(FIRST, {"second": notice_list(RECALL, sequence=1)})
    text = (recalled / "notices.json").read_bytes()
    (reader.shelf.host.folder / "notices.json").write_bytes(text)
    reader.open("/")
    wait_until(lambda: recalls_heard(reader.driver) == 1, lambda: recalls_heard(reader.driver))
    reader.shelf.host.stop()
    reader.open("/second/calc/")
    page = reader.driver
    wait_until(lambda: "Do not use this." in body(page), lambda: body(page))


def test_a_pack_taken_out_of_the_library_stays_and_is_named(reader: Reader) -> None:
    reader.keep("first", "second")
    reader.shelf.host.folder = reader.shelf.write({"second": 1, "third": 1})
    reader.open("/")
    tap_offer(reader.driver)
    reader.wait_state("first", "No longer in this library; saved here as it was")
    reader.shelf.host.stop()
    reader.is_whole("first", 1)


def test_a_list_newer_than_a_pack_and_the_other_way_round_says_so(reader: Reader) -> None:
    reader.keep("first")
    host, work = reader.shelf.host, reader.shelf.work
    newer = reader.shelf.write({**FIRST, "first": 2})
    behind = Path(shutil.copytree(newer, work / "behind"))
    shutil.rmtree(behind / "first")
    shutil.copytree(host.folder / "first", behind / "first")
    host.folder = behind
    reader.open("/")
    tap_offer(reader.driver)
    reader.wait_state("first", f"{WHOLE}. The list names another edition of it")
    reader.is_whole("first", 1)
    host.folder = newer
    reader.open("/")
    reader.wait_state("first", f"{WHOLE}(. A newer edition waits)?")
    reader.take("first")
    reader.wait_state("first", WHOLE)
    host.stop()
    reader.is_whole("first", 2)


def test_two_windows_on_two_packs_take_their_newer_editions_apart(reader: Reader) -> None:
    reader.keep("first", "second")
    reader.open("/first/a/")
    one = reader.other_window("/second/a/")
    other = reader.driver.current_window_handle
    reader.shelf.publish(first=2, second=2)
    reader.driver.switch_to.window(one)
    reader.open("/first/a/")
    tap_offer(reader.driver)
    wait_until(lambda: shown(reader.driver) == ("2", "2", "2"), lambda: shown(reader.driver))
    reader.driver.switch_to.window(other)
    assert shown(reader.driver) == ("1", "1", "1")
    reader.shelf.host.stop()
    reader.is_whole("second", 1)
    reader.is_whole("first", 2)
