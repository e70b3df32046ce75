"""What a library does over several packs, of what is saved and with the server stopped."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from e2e.offline.faults import FaultServer
from e2e.offline.phone import SAVE_MS
from e2e.offline.shelf import build_library, press, row, with_saved
from tests.content.tiny import TinyPack

COMPARE = """[[row]]
id = "use"
name = "Use"

[[row]]
id = "{row}"
name = "{row}"

[[column]]
id = "us"
name = "United States"
kind = "label"
cells = {{ use = "{title} is used [@us-label: page 1].", {row} = "Said [@us-label: page 2]." }}
"""
MIX = """[[interaction]]
id = "{id}"
name = "{name}"
class = "Others"
effect = "{name} with this one [@us-label: on {name}]."
action = "Named only [@us-label: page 3]."
route_seen = "oral"
search = ["{name}"]
"""


def write_pack(folder: Path, name: str, other: str) -> None:
    """A tiny pack that compares, and has an interaction with another one and with a third drug."""
    pack = TinyPack(folder / name)
    title = name.title()
    pack.replace("pack.toml", 'id = "examplin"', f'id = "{name}"')
    pack.replace("pack.toml", 'title = "Examplin"', f'title = "{title}"')
    pack.replace("pack.toml", "routes =", 'indications = ["Spasms"]\nroutes =')
    pack.write("compare.toml", COMPARE.format(row=f"{name}-row", title=title))
    mixes = [MIX.format(id=one, name=one.title()) for one in (other, "thirdol")]
    pack.write("interactions.toml", "\n".join(mixes))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of three packs, without PDFs and copies."""
    work = tmp_path_factory.mktemp("across")
    for name, other in (("examplin", "otherin"), ("otherin", "examplin"), ("lastin", "examplin")):
        write_pack(work / "packs", name, other)
    mixes = work / "packs/examplin/interactions.toml"
    mixes.write_text(mixes.read_text() + MIX.format(id="lastin", name="Lastin"))
    return build_library(work / "packs", work / "out")


@pytest.fixture
def host(built: Path) -> Iterator[FaultServer]:
    with FaultServer(built) as host:
        yield host


@pytest.fixture
def page(context: BrowserContext, host: FaultServer) -> Page:
    """The list of drugs, two of three saved, and the server stopped."""
    return with_saved(context, host, "examplin", "otherin")


def test_headings_of_saved_drugs_are_found_and_what_is_not_saved_is_said(page: Page) -> None:
    page.get_by_label("Find a drug").fill("first")
    hits = page.locator("#hits li")
    expect(hits).to_have_count(2)
    expect(hits.first).to_contain_text("Examplin")
    said = page.locator("[data-searched]")
    expect(said).to_have_text(
        "Found: 2. Pages and headings of 2 of 3 drugs were searched, those saved on this device."
    )
    page.get_by_label("Find a drug").fill("otherin first")
    expect(hits).to_have_count(1)
    page.get_by_label("Find a drug").fill("lastin")
    expect(row(page, "lastin")).to_contain_text("Not saved here")
    expect(hits).to_have_count(0)
    page.get_by_label("Find a drug").fill("otherin first")
    hits.first.get_by_role("link").click()
    expect(page.locator("header b")).to_have_text("Otherin")
    expect(page).to_have_url(re.compile("/otherin/monograph/start/"))


def test_rows_of_two_drugs_stand_beside_each_other_and_empty_cells_say_so(page: Page) -> None:
    page.get_by_role("link", name="Compare").click()
    table = page.locator("#across")
    expect(table.locator("thead th")).to_have_text(
        ["Point", "Examplin, United States", "Otherin, United States"]
    )
    rows = table.locator("tbody tr")
    expect(rows.locator("th")).to_have_text(["Use", "examplin-row", "otherin-row"])
    expect(rows.nth(0)).to_contain_text("Examplin is used")
    expect(rows.nth(0)).to_contain_text("Otherin is used")
    expect(rows.nth(1).locator("td").nth(1)).to_have_text(
        "Otherin has no such row; its own pages may say more."
    )
    expect(page.locator("#across-said")).to_contain_text("2 of 3 drugs can be compared")
    ids = page.evaluate("() => [...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))
    for mark in page.locator("#across .mark").all():
        target = mark.get_attribute("popovertarget")
        expect(page.locator(f"#{target}")).to_have_count(1)
    page.get_by_role("checkbox").first.uncheck(force=True)
    expect(table.locator("thead th")).to_have_text(["Point", "Otherin, United States"])


SPOILT = """() => {
  const one = (id, url) => ({ id, url, title: id });
  localStorage.setItem("webref-pins-otherin", JSON.stringify([
    one("elsewhere", "//evil/"), one("script", "javascript:alert(1)"),
    one("another's", "/otherin/../lastin/"), one("a file", "/otherin/edition.json"),
    one("entries", "/otherin/calculators/x/?a=1"), one("section", "/otherin/monograph/start/")]));
  localStorage.setItem("webref-pins-lastin", '[{"id": "x", "url": "/examplin/", "title": "x"}]');
}"""


def test_my_list_takes_only_pages_of_the_drug_from_what_is_kept(
    context: BrowserContext, host: FaultServer
) -> None:
    page = context.new_page()
    page.goto(f"{host.url}/list/")
    page.evaluate(SPOILT)
    page.reload()
    links = page.locator("#mine a")
    expect(links).to_have_text("Otherin: section")
    expect(links).to_have_attribute("href", "/otherin/monograph/start/")


def test_my_list_holds_drugs_and_pages_and_shows_the_rows_between_them(page: Page) -> None:
    for pack in ("examplin", "lastin"):
        press(page, pack, "list")
        expect(row(page, pack).locator("[data-act=unlist]")).to_be_visible(timeout=SAVE_MS)
    page.goto(page.url + "otherin/monograph/start/")
    page.locator("[data-action=pin]").click()
    page.goto(page.url.partition("otherin")[0] + "list/")
    expect(page.locator("#mine h2")).to_have_text(["Examplin", "Lastin", "Otherin"])
    expect(page.locator("#mine")).to_contain_text("Lastin is not saved on this device")
    expect(page.get_by_role("link", name="Otherin: ")).to_be_visible()
    expect(page.get_by_text("This is no interaction check.")).to_be_visible()
    mixes = page.locator("#mixes")
    expect(mixes.locator("#examplin-otherin")).to_have_count(1)
    expect(mixes.locator("tbody tr")).to_have_count(3)  # Otherin and Lastin, and Examplin
    expect(mixes).not_to_contain_text("Thirdol")
    expect(mixes).to_contain_text("Lastin is not saved on this device, so its")
    page.get_by_role("button", name="Remove Examplin from My list").click()
    expect(page.locator("#mine h2")).to_have_text(["Lastin", "Otherin"])
    expect(mixes).to_contain_text("Otherin: no row of its interactions names another drug")
