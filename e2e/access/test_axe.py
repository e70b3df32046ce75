"""axe finds nothing on any page, in light, dark and forced colours, nor in the states of a page."""

import json
import urllib.request
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from e2e.night import members
from webref.content import kinds

# A page of each kind, below the pack's folder; pages of their own come with a slash.
KINDS = [
    "/",
    "/offline/",
    "/search?q=withdrawl",
    "/nowhere/",
    "emergency/withdrawal/",
    "emergency/overdose/",
    "calculators/titration/",
    "protocols/screening/",
    "protocols/screening/us/",
    "protocols/refill-visit/",
    "monograph/screening/",
    "monograph/kinetics/",
    *(f"{kind.id}/" for kind in kinds.KINDS.values() if kind.title and kind.id != "offline"),
]

# Pages that look like no other; by night every kind is read on dark ground.
DARK_BY_DAY = (
    "/",
    "/offline/",
    "emergency/withdrawal/",
    "calculators/titration/",
    "protocols/screening/us/",
    "monograph/kinetics/",
    "differences/",
)

# What is typed into the calculator of the test dose, and what is then seen.
STATES = [
    ("50", ".quantity-read"),
    ("60", ".check-warn"),
    ("500", ".readout-stop"),
    (".5", ".error"),
]


def address(kind: str) -> str:
    return kind if kind.startswith("/") else f"/baclofen/{kind}"


# On another ground a page differs in its colours alone; every rule is asked of it on light ground.
EVERY: dict[str, Any] = {"resultTypes": ["violations"]}
OF_COLOUR = {**EVERY, "runOnly": ["color-contrast", "link-in-text-block"]}


def violations(page: Page, options: dict[str, Any] = EVERY) -> list[str]:
    """What axe finds, each with the elements it means."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def addresses(site_url: str) -> list[str]:
    """Every page of the edition."""
    with urllib.request.urlopen(f"{site_url}/edition.json") as answer:
        urls = [file["url"] for file in json.load(answer)["files"]]
    return [url for url in urls if url.endswith("/")]


COLOURS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}


@pytest.fixture(scope="module")
def phones(browser: Browser, browser_context_args: dict[str, Any]) -> Any:
    """A phone for each set of colours."""
    contexts = {
        name: browser.new_context(**browser_context_args, **colours)
        for name, colours in COLOURS.items()
    }
    yield {name: context.new_page() for name, context in contexts.items()}
    for context in contexts.values():
        context.close()


def colours_by_day(*by_day: str) -> list[Any]:
    return members({name: (name,) for name in COLOURS}, by_day)


@pytest.fixture(params=colours_by_day("light"))
def phone(request: Any, phones: dict[str, Page]) -> Page:
    return phones[request.param]


@pytest.mark.nightly
def test_axe_finds_nothing_on_any_page(phones: dict[str, Page], site_url: str) -> None:
    page = phones["light"]
    found = {}
    for url in addresses(site_url):
        page.goto(site_url + url)
        found[url] = violations(page)
    assert {url: those for url, those in found.items() if those} == {}


# Light is held against one page of each kind here, and against every page at night.
@pytest.mark.parametrize(
    ("colours", "kind"),
    [
        pytest.param("dark", kind, marks=[] if kind in DARK_BY_DAY else [pytest.mark.nightly])
        for kind in KINDS
    ]
    + [pytest.param("forced", kind, marks=pytest.mark.nightly) for kind in KINDS]
    + [("light", kind) for kind in KINDS],
)
def test_axe_finds_nothing_in_other_colours(
    phones: dict[str, Page], site_url: str, colours: str, kind: str
) -> None:
    page = phones[colours]
    page.goto(site_url + address(kind))
    assert violations(page, EVERY if colours == "light" else OF_COLOUR) == []


def test_every_kind_of_page_is_held_against_axe(site_url: str) -> None:
    folders = {url.split("/")[2] for url in addresses(site_url) if url.count("/") > 2}
    assert folders <= {
        address(kind).split("/")[2] for kind in KINDS if address(kind).count("/") > 1
    }


@pytest.mark.parametrize("phone", colours_by_day("light", "dark"), indirect=True)
def test_an_answer_a_warning_a_stop_and_a_refusal_are_accessible(
    phone: Page, site_url: str
) -> None:
    phone.goto(f"{site_url}/baclofen/calculators/test-dose-volume/")
    expect(phone.locator("#calculator[data-answering]")).to_be_attached()
    phone.locator("input[name=label][value=us]").check(force=True)
    phone.locator("input[name=dose_unit][value=mcg]").check(force=True)
    for typed, seen in STATES:
        phone.locator("#in-dose").fill(typed)
        expect(phone.locator(f"main {seen}").first).to_be_visible()
        assert violations(phone) == []


def test_hits_and_an_opened_source_are_accessible(phone: Page, site_url: str) -> None:
    phone.goto(site_url)
    expect(phone.locator("#search[data-answering]")).to_be_attached()
    phone.locator("#q").fill("withdrawl")
    expect(phone.locator("#hits .hits")).to_be_visible()
    assert violations(phone) == []
    phone.goto(f"{site_url}/baclofen/monograph/screening/")
    phone.locator(".mark").first.click()
    expect(phone.locator("#source-1")).to_be_visible()
    assert violations(phone) == []


def test_a_step_far_down_a_protocol_is_accessible(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}/baclofen/protocols/screening/us/#age.infection.ready")
    expect(phone.locator(".step:visible .path").first).to_be_visible()
    assert violations(phone) == []


@pytest.mark.parametrize("path", ["/offline/", "/baclofen/list/"])
def test_all_that_a_page_may_show_is_accessible(phone: Page, site_url: str, path: str) -> None:
    phone.goto(site_url + path)
    phone.evaluate(
        """() => {
            for (const one of document.querySelectorAll("main [hidden]")) one.hidden = false;
            for (const one of document.querySelectorAll("main details")) one.open = true;
        }"""
    )
    assert violations(phone) == []
