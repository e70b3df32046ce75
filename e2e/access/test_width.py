"""Nothing stands beyond the screen or parts within a word, whatever the width: that is misread."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from e2e.access.pages import PAGES
from e2e.answers.filling import first_answer, open_answered
from e2e.offline.faults import FaultServer
from e2e.running import listing
from e2e.signing.editions import write_edition
from e2e.width import BEYOND, LAY_OUT, PARTED
from tests.archetypes.packs import NAMES, archetype
from tests.packs import shipped

# Every fold stands open, the digest of the edition is there as it is once all is saved, and a
# banner names a file.
UNFOLD = """async () => {
  const banner = document.querySelector("script[src$='static/page.js']").src
    .replace("page.js", "offline/banner.js");
  const { showBanner } = await import(banner);
  const text = `/static/look/${"a-file-".repeat(20)}.css`;
  showBanner("offer", { level: "note", title: "", text, more: new Text(text) });
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const digests = document.querySelectorAll("[data-own-digest]");
  for (const one of digests) one.textContent = "0".repeat(64);
}"""
# A phone at three and two times the size of text, phones, one held sideways, tablets, both ends of
# each layout.
WIDTHS = (
    120, 150, 180, 240, 280, 320, 360, 412, 480, 639, 640, 703,
    704, 768, 959, 960, 1024, 1215, 1216, 1311, 1312, 1600,
)  # fmt: skip
# What never parts within itself, from which width on.
FIGURES, FIGURES_FROM, WORDS_FROM = ".quantity, .unit", 180, 240
TABLES = ("titration", "oral-titration")  # answers with a table
# What stands on My list, between two others and with a long name.
PINNED = """([ids]) => localStorage.setItem("webref-pins", JSON.stringify(ids.map((id) => (
  { id, url: `/baclofen/${id}/`, title: id.replaceAll(/[/-]/g, " ") }
))))"""
THREE = ("calculators/titration", "protocols/restart/us", "monograph/precautions-patient")


def misread(page: Page, path: str) -> list[tuple[str, int, str]]:
    """The widths at which something of the page, all laid out, is beyond the screen or parted."""
    page.evaluate(UNFOLD)
    page.evaluate(LAY_OUT)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 640})
        if page.evaluate(BEYOND) > 0:
            found.append((path, width, "beyond the screen"))
        if width >= FIGURES_FROM:
            words = page.evaluate(PARTED, None if width >= WORDS_FROM else FIGURES)
            found += [(path, width, word) for word in words]
    return found


@pytest.mark.parametrize("is_every", [False, pytest.param(True, marks=pytest.mark.nightly)])
def test_no_page_scrolls_sideways_at_any_width(
    page: Page, site_url: str, built_edition: Path, is_every: bool
) -> None:
    urls = [str(file["url"]) for file in listing(built_edition)["files"]]
    found = []
    page.goto(f"{site_url}/")
    page.evaluate(PINNED, [THREE])
    for path in (url for url in urls if url.endswith("/")) if is_every else PAGES:
        page.goto(site_url + path)
        found += misread(page, path)
    assert found == []


@pytest.mark.parametrize("is_every", [False, pytest.param(True, marks=pytest.mark.nightly)])
def test_no_answer_is_cut_off_at_any_width(page: Page, site_url: str, is_every: bool) -> None:
    found = []
    for name, calculator in shipped().calculators.items():
        if is_every or name in TABLES:
            address = f"/baclofen/calculators/{name}/"
            open_answered(page, site_url + address, first_answer(calculator))
            found += misread(page, address)
    assert found == []


@pytest.mark.parametrize(
    ("pack", "ids"),
    [
        ("dantrolene", ["differences"]),
        ("exampcurve", ["calculators/area"]),  # a long title, and labels that agree
        ("exampwater", ["calculators/flow", "without-scripts"]),  # a table with a long head
        *(
            pytest.param(name, None, marks=pytest.mark.nightly)
            for name in ("dantrolene", "tizanidine", *NAMES)
        ),
    ],
)
def test_nothing_of_another_pack_is_cut_off_at_any_width(
    page: Page, tmp_path: Path, pack: str, ids: list[str] | None
) -> None:
    site = archetype(pack) if pack in NAMES else shipped(pack)
    found = []
    with FaultServer(write_edition(site, tmp_path / "edition", None)) as host:
        for one in site.pages():
            if ids is not None and one.id not in ids:
                continue
            calculator = site.calculators.get(one.id.removeprefix("calculators/"))
            if calculator:
                open_answered(page, host.url + one.url, first_answer(calculator))
            else:
                page.goto(host.url + one.url)
            found += misread(page, one.url)
    assert found == []


def test_what_a_part_cuts_off_is_told_as_beyond_the_screen(page: Page, site_url: str) -> None:
    dilution = shipped().calculators["dilution"]
    open_answered(page, f"{site_url}/baclofen/calculators/dilution/", first_answer(dilution))
    page.locator("#answer details").evaluate_all("(folds) => folds.map((one) => one.open = true)")
    assert page.evaluate(BEYOND) <= 0
    page.locator(".working").first.scroll_into_view_if_needed()
    assert page.evaluate(BEYOND) <= 0
    page.evaluate("() => { document.querySelector('.working').style.whiteSpace = 'nowrap'; }")
    assert page.evaluate(BEYOND) > 0
