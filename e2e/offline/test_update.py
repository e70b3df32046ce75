"""From one edition to another: by consent, whole, and never two in one window."""

import datetime
import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from e2e.night import members
from e2e.offline.browsers import OwnBrowser
from e2e.offline.faults import (
    Fault,
    FaultServer,
    broken,
    cut,
    drip,
    portal,
    redirect_to,
    replaced,
    truncated,
    wrong,
)
from e2e.offline.phone import Phone
from e2e.offline.tiny import ROOT
from webref.outputs.offline import EditionFile, edition_of, stamp

Make = Callable[..., Path]

SKIPS_THE_REST = (b'await fillOnce("rest")', b'await fillOnce("boot")')
FAULTS: dict[str, tuple[str, Fault]] = {
    "a page with wrong bytes": ("/a/", wrong),
    "a library with wrong bytes": ("/static/tiny.js", wrong),
    "the list with wrong bytes": ("/edition.json", wrong),
    "a list that leaves out the rest": ("/edition.json", replaced(b': "rest"', b': "pdf"')),
    "a worker with wrong bytes": ("/sw.js", wrong),
    "a worker that skips the rest": ("/sw.js", replaced(*SKIPS_THE_REST)),
    "a worker with another edition's stamp": ("/sw.js", replaced(b'EDITION = "', b'EDITION = "0')),
    "a worker cut short": ("/sw.js", cut),
    "a truncated page": ("/a/", truncated),
    "a page cut on disk": ("/a/", cut),
    "a portal for everything": (".*", portal),
    "a portal for all but the worker": (r"/(?!sw\.js$).*", portal),
    "server errors for everything": (".*", broken),
    "server errors for pages": (".*/", broken),
    "a page that redirects to another": ("/a/", redirect_to("/b/")),
    "everything redirects home": ("/.+", redirect_to("/")),
}
BY_DAY = (
    "a page with wrong bytes",
    "a list that leaves out the rest",
    "a worker with wrong bytes",
    "a portal for everything",
)


@pytest.mark.parametrize(("path", "fault"), members(FAULTS, BY_DAY))
def test_a_fault_during_an_update_leaves_the_old_edition_whole(
    phone: Phone, edition: Make, path: str, fault: Fault
) -> None:
    page = phone.visit()
    phone.host.folder = edition(2)
    phone.host.fail(path, fault)
    assert not phone.update(page)
    phone.host.stop()
    phone.is_whole(1)
    phone.host.mend()
    phone.host.start()
    assert phone.update(page)
    phone.open_offered(page)
    phone.host.stop()
    phone.is_whole(2)


def malform(folder: Path, url: str) -> None:
    """Publish an edition whose list, sound in itself, holds half a digest for one file."""
    listed = json.loads((folder / "edition.json").read_text())
    for file in listed["files"]:
        if file["url"] == url:
            file["sha256"] = file["sha256"][:32]
    listed["edition"] = edition_of(EditionFile(**file) for file in listed["files"])
    text = json.dumps(listed)
    (folder / "edition.json").write_text(text)
    worker = (ROOT / "static/sw.js").read_text()
    manifest = hashlib.sha256(text.encode()).hexdigest()
    (folder / "sw.js").write_text(stamp(worker, listed["edition"], manifest))


def test_a_list_with_a_malformed_digest_leaves_the_old_edition_whole(
    phone: Phone, edition: Make
) -> None:
    page = phone.visit()
    phone.host.folder = edition(2)
    malform(phone.host.folder, "/a/")
    phone.host.fail("/a/", wrong)
    assert not phone.update(page)
    phone.host.stop()
    phone.is_whole(1)


@pytest.mark.parametrize(
    "answered", [12, *(pytest.param(n, marks=pytest.mark.nightly) for n in (0, 6, 18))]
)
def test_a_server_lost_at_the_nth_file_of_an_update_leaves_the_old_edition_whole(
    phone: Phone, edition: Make, answered: int
) -> None:
    page = phone.visit()
    phone.host.folder = edition(2)
    phone.host.stop_after(answered)
    phone.update(page)
    phone.host.stop()
    phone.is_whole(1)
    phone.host.start()
    phone.host.asked.clear()
    assert phone.update(page)
    phone.open_offered(page)
    phone.host.stop()
    phone.is_whole(2)


def test_a_slow_update_leaves_the_old_edition_in_use_until_it_is_whole(
    phone: Phone, edition: Make
) -> None:
    page = phone.visit()
    phone.host.folder = edition(2)
    phone.host.fail("/[ab]/", drip(2))
    page.reload()
    phone.wait_ready(page)
    phone.is_whole(1)
    phone.open_offered(page)
    phone.host.stop()
    phone.is_whole(2)


def test_an_update_copies_what_did_not_change(phone: Phone, edition: Make) -> None:
    page = phone.visit()
    phone.host.folder = edition(1, changed=())
    assert phone.update(page)
    phone.open_offered(page)
    phone.host.folder = edition(2, changed=("/b/",))
    phone.host.asked.clear()
    assert phone.update(page)
    pages = [path for path in phone.host.asked if path.endswith("/")]
    assert pages == ["/b/"]


def test_a_spoilt_file_is_not_copied_into_the_next_edition(phone: Phone, edition: Make) -> None:
    phone.host.folder = edition(3, changed=())
    page = phone.visit()
    phone.spoil(page, "/a/")
    phone.host.folder = edition(2, changed=("/b/",))
    assert phone.update(page)
    phone.open_offered(page)
    phone.host.stop()
    phone.open("/a/", page)
    assert phone.shown(page) == ("0", "2", "2")


def test_a_window_that_back_restored_keeps_its_edition(
    own_browser: OwnBrowser, host: FaultServer, edition: Make
) -> None:
    phone = Phone(own_browser.start(), host)
    first = phone.visit()
    first.evaluate("() => { addEventListener('pageshow', (it) => { back = it.persisted; }); }")
    phone.open("/b/", first)
    phone.stop_worker()
    first.reload()
    phone.wait_ready(first)  # its worker has tidied the notes of windows that are gone
    first.evaluate("() => { setTimeout(() => history.back(), 50); }")
    expect(first).to_have_url(host.url + "/")
    assert first.evaluate("() => back") is True
    phone.wait_ready(first)
    host.folder = edition(2)
    second = phone.open("/c/")
    assert phone.update(second)
    phone.open_offered(second)
    host.stop()
    assert phone.shown(second) == ("2", "2", "2")
    assert phone.shown(first) == ("1", "1", "1")
    assert phone.later(first) == "1"


def test_a_page_names_its_own_edition_also_when_the_server_answers_first(
    phone: Phone, edition: Make
) -> None:
    (own,) = phone.cached_editions(phone.visit())
    phone.host.folder = edition(2)
    phone.context.add_init_script(
        """const post = ServiceWorker.prototype.postMessage;
        ServiceWorker.prototype.postMessage = function (...said) {
          setTimeout(() => post.apply(this, said), 1000);
        };
        localStorage.removeItem("webref-checked");"""
    )
    page = phone.open("/b/")
    with page.expect_response("**/edition.json"):
        page.reload()
    named = page.evaluate("async () => (await import('/static/offline/known.js')).edition")
    assert named["edition"] == own
    expect(page.locator("[data-edition]")).to_contain_text(own[:7])


def test_a_form_in_use_is_never_reloaded_under_the_hand(phone: Phone, edition: Make) -> None:
    first = phone.visit()
    second = phone.open("/calc/")
    phone.wait_ready(second)
    second.locator("#typed").fill("75")
    phone.host.folder = edition(2)
    assert phone.update(first)
    offer = second.get_by_text("A newer edition waits")
    expect(offer).to_be_visible()
    become = """(kind) => {
      document.body.dataset.kind = kind;
      document.dispatchEvent(new Event("webref:saved"));
    }"""
    second.evaluate(become, "card")  # nothing comes before the steps of a card
    expect(offer).to_have_count(0)
    second.evaluate(become, "calculator")
    expect(offer).to_be_visible()
    phone.open_offered(first)
    assert phone.shown(first) == ("2", "2", "2")
    phone.host.stop()
    second.wait_for_timeout(300)
    assert second.locator("#typed").input_value() == "75"
    assert phone.shown(second) == ("1", "1", "1")
    assert phone.later(second) == "1"
    phone.open_offered(second)
    assert phone.shown(second) == ("2", "2", "2")


def test_a_window_left_open_on_the_first_of_three_editions_keeps_its_own_files(
    phone: Phone, edition: Make
) -> None:
    oldest = phone.visit()
    page = phone.open("/b/")
    for number in (2, 3):
        phone.host.folder = edition(number)
        assert phone.update(page)
        phone.open_offered(page)
    phone.host.stop()
    assert phone.shown(oldest) == ("1", "1", "1")
    assert phone.later(oldest) == "1"
    assert phone.later(page) == "3"
    assert len(phone.cached_editions(page)) == 2
    oldest.close()
    page.reload()
    phone.wait_ready(page)
    assert len(phone.cached_editions(page)) == 1
    phone.is_whole(3)


def test_the_reader_can_put_an_offer_off_and_is_not_asked_again(
    phone: Phone, edition: Make
) -> None:
    page = phone.visit()
    phone.host.folder = edition(2)
    phone.update(page)
    page.get_by_role("button", name="Later").click()
    page.reload()
    phone.wait_ready(page)
    page.wait_for_timeout(300)
    expect(page.get_by_role("button", name="Open it")).to_have_count(0)
    assert phone.shown(page) == ("1", "1", "1")


def test_a_rollback_is_an_update_to_an_earlier_edition(phone: Phone, edition: Make) -> None:
    page = phone.visit()
    phone.host.folder = edition(2, date=datetime.date(2026, 11, 21))
    assert phone.update(page)
    phone.open_offered(page)
    phone.host.folder = edition(1)
    assert phone.update(page)
    expect(page.get_by_text("An older edition waits")).to_be_visible()
    phone.open_offered(page)
    phone.host.stop()
    phone.is_whole(1)


def test_an_update_is_found_and_offered_without_being_asked_for(
    phone: Phone, edition: Make
) -> None:
    page = phone.visit()
    phone.host.folder = edition(2)
    page.reload()
    phone.open_offered(page)
    expect(page.locator("[data-edition]")).to_have_text(re.compile(r"Edition [0-9a-f]{7}, 20\sNov"))
    assert phone.shown(page) == ("2", "2", "2")
