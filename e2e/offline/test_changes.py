"""What an update changes is said before anybody consents to it, from what the phone holds."""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from e2e.offline.phone import RECORD_KEPT, SAVE_MS, Phone
from e2e.offline.shelf import WHOLE, expect_state, keep, press, row, write_shelf
from e2e.waiting import until
from tests.changes.write_vectors import CASES, OLD

Make = Callable[..., Path]
# The worker that waits never hears that it is to take over.
HELD = """() => {
  const post = ServiceWorker.prototype.postMessage;
  ServiceWorker.prototype.postMessage = function (said, ...ports) {
    if (said.ask !== "take over") post.call(this, said, ...ports);
  };
}"""
UNKNOWN = "Changes unknown: treat all as changed."


def record(*cases: str) -> dict[str, Any]:
    """The record of the vectors, bent as some of their cases are, without pages of its own."""
    found = {**copy.deepcopy(OLD), "pages": {}}
    for case in cases:
        CASES[case](found)
    return found


def visit(phone: Phone) -> Page:
    """A first visit, until the record is saved too."""
    page = phone.visit()
    until(page, RECORD_KEPT, timeout_ms=SAVE_MS)
    return page


def waiting(phone: Phone, edition: Make) -> Page:
    """A visit to one edition while another waits in which a figure changed."""
    phone.host.folder = edition(1, record=record())
    page = visit(phone)
    phone.host.folder = edition(2, record=record("a figure"))
    assert phone.update(page)
    return page


def test_every_change_is_said_before_consent_without_a_server(phone: Phone, edition: Make) -> None:
    phone.host.folder = edition(1, record=record())
    page = visit(phone)
    bent = record("a figure", "wording", "a qualifier of a sentence", "a worked example")
    phone.host.folder = edition(2, record=bent, changed=("/a/",))
    assert phone.update(page)
    phone.host.stop()
    page.reload()
    offer = page.locator("[data-banner='offer']")
    expect(offer).to_contain_text("figure was “at least 24 h”, now “at least 48 h”.")
    expect(offer).to_contain_text("Source: Label: Dosage.")
    expect(offer.locator("summary")).to_contain_text(
        "Figures, limits, steps, qualifiers: 2. Worked examples that come out otherwise: 1. "
        "Wording only: 1. Code and appearance: "
    )
    expect(offer).to_contain_text("/a/ changed, which nothing above explains.")
    expect(offer.get_by_text("It may not help the pump.")).to_be_visible()
    phone.open_offered(page)
    phone.is_whole(2, ("/a/",))


def test_an_edition_that_says_the_same_is_said_to(phone: Phone, edition: Make) -> None:
    phone.host.folder = edition(1, record=record())
    page = visit(phone)
    phone.host.folder = edition(2, record=record(), changed=())
    assert phone.update(page)
    expect(page.locator("[data-banner='offer']")).to_contain_text("Code and appearance")
    expect(page.locator("[data-banner='offer']")).not_to_contain_text("Wording only")


def test_an_edition_without_a_record_is_told_as_all_changed(phone: Phone, edition: Make) -> None:
    page = phone.visit()
    phone.host.folder = edition(2, record=record())
    assert phone.update(page)
    expect(page.locator("[data-banner='offer']")).to_contain_text(UNKNOWN)
    phone.open_offered(page)


def test_so_is_one_whose_record_did_not_arrive(phone: Phone, edition: Make) -> None:
    phone.host.folder = edition(1, record=record())
    page = visit(phone)
    phone.host.folder = edition(2, record=record("a figure"))
    (phone.host.folder / "facts.json").write_text("{}")
    assert phone.update(page)
    expect(page.locator("[data-banner='offer']")).to_contain_text(UNKNOWN)


@pytest.fixture
def shelf(tmp_path: Path) -> Callable[..., Path]:
    """Writes a library whose first pack is of this edition, its record bent as cases are."""

    def write(number: int, *cases: str) -> Path:
        told = {**record(*cases), "pages": {"home": "/first/", "monograph/a": "/first/a/"}}
        folder = tmp_path / f"shelf-{number}"
        return write_shelf(folder, {"first": number, "second": 1}, records={"first": told})

    return write


def listed(phone: Phone, shelf: Callable[..., Path]) -> tuple[Page, Page]:
    """The list of a library while an edition waits of a pack, and the window with that pack."""
    phone.host.folder = shelf(1)
    page = phone.visit()
    keep(page, "first")
    window = phone.open("/first/a/")
    phone.host.folder = shelf(2, "a figure")
    page.reload()
    expect_state(page, "first", f"{WHOLE}. A newer edition waits")
    return page, window


def test_a_library_s_list_tells_how_an_edition_opens_that_does_not(
    phone: Phone, shelf: Callable[..., Path]
) -> None:
    page, _ = listed(phone, shelf)
    phone.host.stop()
    page.evaluate(HELD)
    press(page, "first", "open")
    expect(row(page, "first")).to_contain_text("Close every window", timeout=SAVE_MS)


def test_a_library_says_it_on_its_list_and_on_the_pack_s_own_pages(
    phone: Phone, shelf: Callable[..., Path]
) -> None:
    page, window = listed(phone, shelf)
    phone.host.stop()
    window.reload()
    changed = "figure was “at least 24 h”, now “at least 48 h”."
    expect(row(page, "first")).to_contain_text(changed)
    expect(row(page, "first")).not_to_contain_text("facts.json")
    expect(window.locator("[data-banner='offer']")).to_contain_text(changed, timeout=SAVE_MS)
    press(page, "first", "open")
    expect_state(page, "first", WHOLE + ".*")
    expect(row(page, "first")).not_to_contain_text(changed)


def reopened(phone: Phone) -> Page:
    """The phone with every page closed and one opened again: what waits takes over."""
    for page in phone.context.pages:
        page.close()
    return phone.open("/b/")


def test_what_took_over_while_no_page_was_open_is_said_until_it_is_read(
    phone: Phone, edition: Make
) -> None:
    waiting(phone, edition)
    phone.host.stop()
    page = reopened(phone)
    assert phone.shown(page) == ("2", "2", "2")
    for address in ("/b/", "/a/"):
        phone.open(address, page)
        taken = page.locator("[data-banner='taken']")
        expect(taken).to_contain_text("took the place of", timeout=SAVE_MS)
        expect(taken).to_contain_text("figure was “at least 24 h”, now “at least 48 h”.")
    taken.get_by_role("button", name="I have read this").click()
    expect(taken).to_have_count(0)
    phone.open("/b/", page)
    phone.wait_ready(page)
    expect(taken).to_have_count(0)
    until(page, "caches.has('webref-before').then((is_kept) => !is_kept)")


def test_where_an_edition_does_not_open_the_reader_is_told_how_it_will(
    phone: Phone, edition: Make
) -> None:
    page = waiting(phone, edition)
    phone.host.stop()
    page.evaluate(HELD)
    offer = page.locator("[data-banner='offer']")
    offer.get_by_role("button", name="Open it").click()
    expect(offer).to_contain_text("Close every window of this reference", timeout=SAVE_MS)
    expect(offer.get_by_role("button")).to_have_count(0)
    page = reopened(phone)
    assert phone.shown(page) == ("2", "2", "2")


def test_of_what_a_reader_has_opened_nothing_is_said_again(phone: Phone, edition: Make) -> None:
    page = waiting(phone, edition)
    phone.open_offered(page)
    page = reopened(phone)
    phone.wait_ready(page)
    expect(page.locator("[data-banner='taken']")).to_have_count(0)
