"""Every calculator and every protocol printed by its own page, with nobody to ask."""

import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from e2e.answers.filling import first_answer, open_answered
from e2e.offline.faults import FaultServer
from e2e.pdfs.opened import least_size
from tests.packs import shipped
from webref.content.site import Site
from webref.content.wording.table import TABLE

HEAD = 400  # characters of a side's text that its running head, two lines, stands in
DILUTION = "calculators/dilution"
PAPERS = ("A4", "Letter")
SIDES = {"protocols/screening/us": 2, "protocols/screening/ca": 2}  # of any other, one
# What stands on a dark ground on paper, whoever has grounds printed.
DARK = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const ground = getComputedStyle(one).backgroundColor.match(/[\\d.]+/g).map(Number);
  const [red, green, blue, alpha = 1] = ground;
  return one.checkVisibility() && alpha > 0 && red + green + blue < 3 * 128;
}).map((one) => `${one.tagName} ${one.className}`)"""


@pytest.fixture(scope="module")
def site() -> Site:
    return shipped()


def sheets(site: Site) -> dict[str, str]:
    """Every page with a sheet of its own, by address; with the entries of its first answer."""
    found = {f"calculators/{name}": first_answer(one) for name, one in site.calculators.items()}
    return found | {page.id: "" for page in site.pages() if page.kind == "protocol"}


def opened(page: Page, host: FaultServer, address: str, entries: str) -> None:
    """Come to the page, answered where it can be, and let the host go."""
    host.start()
    if entries:
        open_answered(page, host.url + address, entries)
    else:
        page.goto(host.url + address)
    expect(page.locator("[data-edition]")).to_contain_text("Edition ")
    host.stop()


def told(page: Page, paper: str, file: Path) -> list[str]:
    """The text of each side that the page prints, its words one space apart."""
    page.pdf(path=file, format=paper, print_background=True)
    text = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    return [" ".join(side.split()) for side in text.split("\f")[:-1]]


@pytest.mark.parametrize("one_in", [6, pytest.param(1, marks=pytest.mark.nightly)])
def test_each_prints_its_sheet_with_every_side_named_and_nothing_black(
    page: Page, files_host: FaultServer, site: Site, tmp_path: Path, one_in: int
) -> None:
    files_host.stop()
    pages = {one.id: one for one in site.pages()}
    for name, entries in list(sheets(site).items())[::one_in]:
        opened(page, files_host, pages[name].url, entries)
        label = name.rpartition("/")[2] if name.startswith("protocols/") else ""
        followed = site.pack.labels[label].name if label in site.pack.labels else ""
        said = f"Edition {TABLE['copy.unsigned']} {followed}"
        said += " Following the" if "label=" in entries else ""
        for paper in PAPERS:
            sides = told(page, paper, tmp_path / "sheet.pdf")
            for side in sides:
                assert side.startswith(f"{site.pack.title} {pages[name].title}"), (name, side[:99])
                assert set(said.split()) <= set(side[:HEAD].split()), (name, side[:HEAD])
            assert len(sides) <= SIDES.get(name, 1), (name, paper)
            assert least_size(tmp_path / "sheet.pdf") >= 8, (name, paper)
        page.emulate_media(media="print")
        assert page.evaluate(DARK) == [], name
        page.emulate_media(media="null")


def test_an_answer_past_its_review_date_says_so_on_paper(
    page: Page, files_host: FaultServer, site: Site, tmp_path: Path
) -> None:
    files_host.stop()
    page.clock.set_fixed_time((site.pack.review_by + timedelta(days=1)).isoformat())
    opened(page, files_host, f"/{site.pack.id}/calculators/dilution/", sheets(site)[DILUTION])
    [side] = told(page, "A4", tmp_path / "sheet.pdf")
    assert TABLE["answer.due"].partition("{")[0].strip() in side
