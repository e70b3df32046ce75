"""axe finds nothing on a page of every kind, in light and dark, and in the states of a page."""

import json
import urllib.request
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

# A page of each kind, below the pack's folder; pages of their own come with a slash.
KINDS = [
    "/",
    "/offline/",
    "/search?q=withdrawl",
    "/nowhere/",
    "emergency/withdrawal/",
    "emergency/overdose/",
    "calculators/",
    "calculators/titration/",
    "without-scripts/",
    "protocols/",
    "protocols/screening/",
    "protocols/screening/us/",
    "protocols/refill-visit/",
    "monograph/",
    "monograph/screening/",
    "monograph/kinetics/",
    "differences/",
    "appraisal/",
    "refusals/",
    "interactions/",
    "events/",
    "compare/",
    "contents/",
    "list/",
    "sources/",
    "pdfs/",
]


def address(kind: str) -> str:
    return kind if kind.startswith("/") else f"/baclofen/{kind}"


def violations(page: Page) -> list[str]:
    """What axe finds, each with the elements it means."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.fixture(params=["light", "dark"], scope="module")
def phone(request: Any, browser: Browser, browser_context_args: dict[str, Any]) -> Any:
    context = browser.new_context(**browser_context_args, color_scheme=request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(phone, site_url, kind):
    phone.goto(site_url + address(kind))
    assert violations(phone) == []


def test_every_kind_of_page_is_held_against_axe(site_url):
    with urllib.request.urlopen(f"{site_url}/edition.json") as answer:
        urls = [file["url"] for file in json.load(answer)["files"] if file["url"].endswith("/")]
    folders = {url.split("/")[2] for url in urls if url.count("/") > 2}
    assert folders <= {
        address(kind).split("/")[2] for kind in KINDS if address(kind).count("/") > 1
    }


def test_an_answer_a_stop_and_a_refusal_are_accessible(phone, site_url):
    phone.goto(f"{site_url}/baclofen/calculators/test-dose-volume/")
    expect(phone.locator("#calculator[data-htmx-powered]")).to_be_attached()
    phone.locator("input[name=label][value=us]").check(force=True)
    phone.locator("input[name=dose_unit][value=mcg]").check(force=True)
    for typed, seen in (("50", ".quantity-read"), ("500", ".readout-stop"), (".5", ".error")):
        phone.locator("#in-dose").fill(typed)
        expect(phone.locator(f"main {seen}").first).to_be_visible()
        assert violations(phone) == []


def test_hits_and_an_opened_source_are_accessible(phone, site_url):
    phone.goto(site_url)
    expect(phone.locator("#search[data-htmx-powered]")).to_be_attached()
    phone.locator("#q").fill("withdrawl")
    expect(phone.locator("#hits .hits")).to_be_visible()
    assert violations(phone) == []
    phone.goto(f"{site_url}/baclofen/monograph/screening/")
    phone.locator(".mark").first.click()
    expect(phone.locator("#source-1")).to_be_visible()
    assert violations(phone) == []
