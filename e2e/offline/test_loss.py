"""What is lost on the phone itself: room, caches, the browser, the worker."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from e2e.offline.faults import FaultServer, broken
from e2e.offline.phone import Phone
from e2e.offline.tiny import BOOT_PAGES

Make = Callable[..., Path]


def limit_storage(context: BrowserContext, page: Page, origin: str, bytes_left: int | None) -> None:
    """Have the browser refuse to store more than so many bytes; None lifts the limit."""
    session = context.new_cdp_session(page)
    size = {} if bytes_left is None else {"quotaSize": bytes_left}
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, **size})


def delete_from_cache(page: Page, address: str) -> None:
    """Drop one saved file behind the worker's back."""
    page.evaluate(
        """async (address) => {
          for (const name of await caches.keys()) {
            if (name.startsWith("webref-edition-")) await (await caches.open(name)).delete(address);
          }
        }""",
        address,
    )


def delete_caches(page: Page) -> None:
    """Drop every cache behind the worker's back."""
    page.evaluate(
        "async () => { for (const name of await caches.keys()) await caches.delete(name); }"
    )


def test_a_first_visit_without_room_says_so(context: BrowserContext, host: FaultServer) -> None:
    phone = Phone(context, host)
    blank = context.new_page()
    blank.goto(host.url + "/static/app.css")
    limit_storage(context, blank, host.url, 5000)
    page = phone.open()
    phone.wait_badge(page, "Not saved here \\(no room left\\)")
    assert phone.marks(page) == []
    limit_storage(context, blank, host.url, None)
    page.reload()
    phone.wait_ready(page)
    host.stop()
    phone.is_whole(1)


def test_an_update_without_room_leaves_the_old_edition_and_says_so(
    phone: Phone, edition: Make
) -> None:
    page = phone.visit()
    phone.open("/offline/", page)
    phone.wait_ready(page)
    used = page.evaluate("async () => (await navigator.storage.estimate()).usage")
    limit_storage(phone.context, page, phone.host.url, used + 2000)
    phone.host.folder = edition(2, filler=200000)
    assert not phone.update(page)
    expect(page.get_by_text("A newer edition did not fit on this device.")).to_be_visible()
    phone.wait_ready(page)
    phone.host.stop()
    phone.is_whole(1)


@pytest.mark.parametrize("server", ["answers", "is gone"])
def test_a_full_device_still_opens_everything_that_it_saved(phone: Phone, server: str) -> None:
    page = phone.visit()
    limit_storage(phone.context, page, phone.host.url, 1)
    if server == "is gone":
        phone.host.stop()
    phone.is_whole(1)


def test_caches_deleted_behind_the_worker_are_admitted_offline_and_filled_again_online(
    phone: Phone,
) -> None:
    page = phone.visit()
    delete_caches(page)
    phone.host.stop()
    for address in ("/", "/a/", "/search?q=x"):
        phone.says_not_saved(address)
    phone.host.start()
    phone.open("/", page)
    assert phone.shown(page) == ("1", "1", "1")
    phone.wait_ready(page)
    phone.host.stop()
    phone.is_whole(1)


def test_caches_deleted_while_the_server_moved_on_end_in_one_new_edition(
    phone: Phone, edition: Make
) -> None:
    page = phone.visit()
    delete_caches(page)
    phone.host.folder = edition(2)
    page.reload()
    assert phone.shown(page) == ("2", "2", "2")
    phone.wait_ready(page)
    phone.host.stop()
    phone.is_whole(2)


def test_one_lost_file_is_admitted_and_fetched_again(phone: Phone) -> None:
    page = phone.visit()
    count = phone.saves()
    delete_from_cache(page, "/a/")
    phone.host.stop()
    page.reload()
    phone.wait_badge(page, f"Incomplete: {count - 1} of {count}")
    phone.says_not_saved("/a/")
    phone.host.start()
    page.reload()
    phone.wait_ready(page)
    phone.host.stop()
    phone.is_whole(1)


def test_a_spoilt_file_is_found_and_replaced_by_checking(phone: Phone) -> None:
    page = phone.visit()
    phone.open("/offline/", page)
    phone.wait_ready(page)
    phone.spoil(page, "/a/")
    page.get_by_role("button", name="Check the saved edition now").click()
    expect(page.get_by_text("Compared with the server.")).to_be_visible()
    phone.wait_ready(page)
    phone.host.stop()
    phone.is_whole(1)


def test_a_spoilt_list_is_not_believed_and_fetched_again(phone: Phone) -> None:
    page = phone.visit()
    phone.spoil(page, "/edition.json")
    phone.stop_worker()
    phone.host.stop()
    phone.says_not_saved("/")
    phone.host.start()
    phone.open("/", page)
    phone.wait_ready(page)
    phone.host.stop()
    phone.is_whole(1)


# What the lines of a list do not cover: the headers of every page, its dates, the sets and types.
BEND_LIST = """async (change) => {
  const [name] = (await caches.keys()).filter((one) => one.startsWith("webref-edition-"));
  const cache = await caches.open(name);
  const list = await (await cache.match("/edition.json")).json();
  await cache.put("/edition.json", Response.json({ ...list, ...change }));
}"""
LISTED = """async () => {
  const [name] = (await caches.keys()).filter((one) => one.startsWith("webref-edition-"));
  return (await (await (await caches.open(name)).match("/edition.json")).json()).headers;
}"""


def test_a_list_that_lost_its_headers_is_found_by_check_now(phone: Phone) -> None:
    page = phone.visit()
    headers = page.evaluate(LISTED)
    phone.open("/offline/", page)
    phone.wait_ready(page)
    page.evaluate(BEND_LIST, {"headers": {}})
    page.get_by_role("button", name="Check the saved edition now").click()
    expect(page.get_by_text("Compared with the server.")).to_be_visible()
    phone.wait_ready(page)
    assert page.evaluate(LISTED) == headers


@pytest.mark.parametrize("change", [{"headers": {}}, {"refuse_after": "2099-01-01"}], ids=str)
def test_a_changed_list_is_not_believed_and_fetched_again(
    phone: Phone, change: dict[str, object]
) -> None:
    page = phone.visit()
    page.evaluate(BEND_LIST, change)
    phone.stop_worker()
    phone.host.stop()
    phone.says_not_saved("/")
    phone.host.start()
    phone.open("/", page)
    phone.wait_ready(page)
    phone.host.stop()
    phone.is_whole(1)
    answer = page.reload()
    assert answer is not None
    assert answer.all_headers()["content-security-policy"].startswith("default-src 'self'")


def test_a_lost_file_is_never_fetched_from_another_edition(phone: Phone, edition: Make) -> None:
    page = phone.visit()
    delete_from_cache(page, "/a/")
    phone.host.folder = edition(2)
    phone.host.fail("/b/", broken)
    phone.says_not_saved("/a/")
    phone.host.stop()
    phone.is_whole(1, BOOT_PAGES)


def test_the_kill_switch_leaves_nothing_behind(phone: Phone) -> None:
    page = phone.visit()
    folder = phone.host.folder
    (folder / "sw.js").write_bytes((folder / "sw-kill.js").read_bytes())
    phone.update(page)
    phone.wait_badge(page, "Not saved here \\(switched off by the editors\\)")
    phone.wait_no_cache(page)
    page.reload()
    assert phone.shown(page) == ("1", "1", "1")
    phone.wait_badge(page, "Not saved")


def test_a_reader_can_remove_the_edition_and_save_it_again(phone: Phone) -> None:
    page = phone.visit()
    phone.open("/offline/", page)
    phone.wait_ready(page)
    page.get_by_role("button", name="Remove").click()
    phone.wait_badge(page, "Not saved here \\(removed\\)")
    expect(page.locator("[data-done]")).to_be_focused()
    assert phone.cached_editions(page) == []
    page.reload()
    phone.wait_badge(page, "Not saved here \\(removed\\)")
    assert phone.cached_editions(page) == []
    page.get_by_role("button", name="Save again").click()
    phone.wait_ready(page)
