"""A filled calculation as a link, a day of an answer as a calendar file: what each holds."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode

import pytest
from playwright.sync_api import Page, expect

from e2e.answers.filling import DILUTION, answer, choose, fill, main_figure, opened

OTHER = "0123456789ab"
ENTRIES = {
    "label": "us", "stock": "0.5", "stock_unit": "mg/mL", "stock_typed": "mg/mL",
    "target": "200", "target_unit": "mcg/mL", "target_typed": "mcg/mL",
    "volume": "20", "volume_unit": "mL", "volume_typed": "mL",
}  # fmt: skip


class _Noting(SimpleHTTPRequestHandler):
    """A server of files that keeps all that it is sent."""

    def __init__(self, *given: Any, heard: list[str], **more: Any) -> None:
        self.heard = heard
        super().__init__(*given, **more)

    def parse_request(self) -> bool:
        """Read a request, and keep its line and its headers."""
        read = super().parse_request()
        self.heard.append(f"{self.requestline} {self.headers}")
        return read

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
def noting(built_edition: Path, heard: list[str]) -> Iterator[str]:
    """The address of a server that notes in `heard` whatever reaches it."""
    handler = partial(_Noting, heard=heard, directory=str(built_edition))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def link(address: str, edition: str = OTHER, **entries: str) -> str:
    """A link as the page makes it."""
    return f"{address}#entries?" + urlencode({"edition": edition, "entries": urlencode(entries)})


def open_link(page: Page, address: str) -> None:
    """Open it, and wait until the form is answered here and nothing of it stands in the address."""
    page.goto(address)
    expect(page.locator("#calculator[data-answering]")).to_be_attached()
    expect(page).to_have_url(address.partition("#")[0])


def is_held(page: Page) -> None:
    expect(answer(page)).to_contain_text("Entries from a link")
    expect(page.locator("#in-stock")).to_have_value("0.5")
    expect(answer(page).locator(".pair-value")).to_have_count(0)
    expect(page.locator("[data-share] button")).to_have_count(0)


def test_a_link_is_made_by_two_taps_and_brings_its_entries_to_be_taken(
    page: Page, noting: str, heard: list[str]
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, noting + DILUTION)
    fill(page)
    expect(main_figure(page)).to_have_text("8\u00a0mL")
    box = page.locator("[data-share]")
    box.get_by_role("button", name="Link with these entries").click()
    expect(box).to_contain_text("The link holds every entry of this page as text")
    box.get_by_role("button", name="Copy the link").click()
    expect(box).to_contain_text("Copied")
    made = str(page.evaluate("navigator.clipboard.readText()"))
    address, _, fragment = made.partition("#entries?")
    assert address == noting + DILUTION
    brought = {name: texts[0] for name, texts in parse_qs(fragment).items()}
    sent = {name: texts[0] for name, texts in parse_qs(brought["entries"]).items()}
    assert sent == ENTRIES, sent

    page.goto("about:blank")
    open_link(page, made)
    is_held(page)
    expect(answer(page)).not_to_contain_text("edition")  # it is this one
    page.go_back()
    page.go_forward()
    expect(page).to_have_url(noting + DILUTION)
    open_link(page, made)
    page.locator("[data-held=use]").click()
    expect(main_figure(page)).to_have_text("8\u00a0mL")
    assert heard and not any("entries=" in one or "stock" in one for one in heard)


def test_a_code_of_the_link_is_drawn_and_printed_until_an_entry_changes(
    page: Page, noting: str, heard: list[str]
) -> None:
    opened(page, noting + DILUTION)
    fill(page)
    expect(main_figure(page)).to_have_text("8\u00a0mL")
    page.get_by_role("button", name="Link with these entries").click()
    code = page.get_by_role("img", name="QR code of a link with these entries")
    expect(code).to_have_count(0)  # only for who asks
    page.get_by_role("button", name="QR code of the link").click()
    expect(code).to_be_visible()
    expect(page.locator(".qr")).to_contain_text("A camera reads every entry of this page")
    page.emulate_media(media="print")
    expect(code).to_be_visible()
    expect(page.locator("[data-share]")).to_be_hidden()
    page.emulate_media(media="screen")
    size = int(str(code.get_attribute("viewBox")).split()[2])
    dark = str(code.locator("path").get_attribute("d"))
    for x, y in ((4, 4), (size - 11, 4), (4, size - 11)):  # its three corners, whole
        assert all(f"M{x + at} {y}h1v1h-1z" in dark for at in range(7))
        assert f"M{x + 1} {y + 1}h" not in dark and f"M{x + 2} {y + 2}h" in dark
    page.locator("#in-volume").fill("30")
    expect(main_figure(page)).to_have_text("12\u00a0mL")
    expect(page.locator(".qr")).to_have_count(0)
    assert heard and not any("entries=" in one or "stock" in one for one in heard)


def test_a_link_of_another_edition_says_so_until_it_is_taken_or_cleared(
    page: Page, site_url: str
) -> None:
    open_link(page, link(site_url + DILUTION, **ENTRIES))
    is_held(page)
    expect(answer(page)).to_contain_text(f"It was made with edition {OTHER}, and this is ")
    # One that is opened while the page stands takes the place of what was entered.
    page.locator("[data-held=clear]").click()
    expect(page.locator("#in-stock")).to_have_value("")
    fill(page, volume="10")
    expect(main_figure(page)).to_have_text("4\u00a0mL")
    page.evaluate("(hash) => { location.hash = hash; }", link("", **ENTRIES))
    is_held(page)
    expect(page).to_have_url(site_url + DILUTION)
    expect(page.locator("#in-volume")).to_have_value("20")


HOSTILE = {
    "a name of no entry": link("", **ENTRIES, extra="1"),
    "no choice of this form": link("", **ENTRIES | {"label": "<img src=x>"}),
    "no unit of this form": link("", **ENTRIES | {"stock_unit": "kg"}),
    "a name twice": link("", **ENTRIES) + quote("&volume=30"),
    "a long entry": link("", **ENTRIES | {"volume": "2" * 61}),
    "characters that nobody types": link("", **ENTRIES | {"volume": "2\u20280"}),
    "bad UTF-8": link("", **ENTRIES).replace("volume%3D20", "volume%3D%FF"),
    "no edition": "#entries?" + urlencode({"entries": urlencode(ENTRIES)}),
    "an edition that is none": link("", "<b>edition", **ENTRIES),
    "a third part": link("", **ENTRIES) + "&now=2026-11-22",
    "no entries": link(""),
    "a long fragment": link("", **ENTRIES) + "&entries=" + "a" * 2000,
}


def test_a_link_that_does_not_fit_is_refused_and_nothing_of_it_is_entered(
    page: Page, site_url: str
) -> None:
    opened(page, site_url + DILUTION)
    for told, fragment in HOSTILE.items():
        page.evaluate("(hash) => { location.hash = hash; }", fragment)
        expect(page.locator(".carried"), told).to_contain_text("Nothing of it was entered")
        expect(page, told).to_have_url(site_url + DILUTION)
        expect(page.locator("#in-stock"), told).to_have_value("")
        expect(answer(page), told).not_to_contain_text("Entries from a link")
        page.locator("#in-volume").fill("20")
        expect(page.locator(".carried"), told).to_have_count(0)


def test_a_day_goes_into_a_calendar_with_the_medicine_and_without_an_entry(
    page: Page, site_url: str
) -> None:
    opened(page, site_url + "/baclofen/calculators/screening-times/")
    choose(page, "label", "us")
    page.locator("#in-bolus").fill("2026-12-01T09:10")
    choose(page, "clocks", "no")
    expect(main_figure(page)).to_have_text("Wed 2 Dec 2026, 09:10")
    box = page.locator("[data-share]")
    expect(box).to_contain_text("A calendar file holds the medicine")
    with page.expect_download() as waited:
        box.get_by_role("button", name="Calendar file: Next bolus not before").click()
    assert waited.value.suggested_filename == "next_bolus.ics"
    raw = Path(waited.value.path()).read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n")) and raw.endswith(b"\r\n")
    text = raw.decode().replace("\r\n ", "")
    lines = dict(line.split(":", 1) for line in text.split("\r\n") if ":" in line)
    assert lines["DTSTART"] == "20261202T091000"  # the reader's clock, in no zone
    assert lines["SUMMARY"] == "Baclofen: Next test bolus not before this time", lines
    assert lines["DESCRIPTION"].startswith("From Screening times\\, edition ")
    assert "20261201" not in text.replace(lines["DTSTAMP"], "")  # when the last one was given
