"""Two real drugs' calculators in turn, no server: nothing is carried over, no doubt whose it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from e2e.answers.filling import choose, main_figure, unfold
from e2e.offline.faults import FaultServer
from e2e.offline.shelf import build_library, with_saved
from e2e.offline.tiny import ROOT

STANDS = """() => ({
  typed: [...document.querySelectorAll("#calculator input")]
    .filter((one) => !["hidden", "radio", "checkbox"].includes(one.type) && one.value)
    .map(({ name }) => name),
  chosen: [...document.querySelectorAll("#calculator input[type=radio]:checked")]
    .filter((one) => !one.defaultChecked).map(({ name }) => name),
  figures: document.querySelectorAll("#answer .pair-value").length,
  header: document.querySelector("header.top").innerText,
  title: document.title,
  words: document.querySelector("main").innerText,
  address: location.hash + location.search,
})"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packs that come with webref as a library, without PDFs and copies."""
    return build_library(ROOT / "content", tmp_path_factory.mktemp("two-drugs") / "out")


@pytest.fixture
def host(built: Path) -> Iterator[FaultServer]:
    with FaultServer(built) as host:
        yield host


@pytest.fixture
def page(context: BrowserContext, host: FaultServer) -> Page:
    """The list, two drugs saved, the server stopped."""
    return with_saved(context, host, "tizanidine", "dantrolene")


def walk_to(page: Page, drug: str, calculator: str) -> None:
    """From wherever the reader is: the list, the drug, its calculators, the one."""
    page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/", 3)[2] + "/")
    page.locator("#packs").get_by_role("link", name=drug).click()
    page.get_by_role("link", name="Calculate", exact=True).click()
    page.locator("main").get_by_role("link", name=calculator).first.click()
    expect(page.locator("h1")).to_have_text(calculator)
    expect(page.locator("#calculator[data-answering]")).to_be_attached()
    unfold(page)


def total_of_tizanidine(page: Page) -> None:
    """Three doses of 4 mg a day under the US label."""
    choose(page, "label", "us")
    page.locator("#in-each").fill("4")
    page.locator("#in-times").fill("3")
    expect(main_figure(page)).to_have_text("12\u00a0mg/day")


def is_empty(page: Page, drug: str, other: str) -> None:
    """Assert that nothing is typed, chosen or answered, and that the drug is named."""
    found = page.evaluate(STANDS)
    assert (found["typed"], found["chosen"], found["figures"], found["address"]) == ([], [], 0, "")
    assert drug in found["header"]
    assert drug in found["title"]
    assert other not in found["header"] + found["title"] + found["words"]


def answers_of(page: Page, drug: str, other: str) -> None:
    """Assert that what stands as an answer names its drug, and no other."""
    said = page.locator("#answer").inner_text() + page.locator("header.top").inner_text()
    assert drug in said
    assert other not in page.locator("main").inner_text()


def test_two_calculators_in_turn_share_nothing_and_name_their_drug(page: Page) -> None:
    walk_to(page, "Tizanidine", "Daily total")
    is_empty(page, "Tizanidine", "Dantrolene")
    total_of_tizanidine(page)
    answers_of(page, "Tizanidine", "Dantrolene")
    walk_to(page, "Dantrolene", "Adult steps")
    is_empty(page, "Dantrolene", "Tizanidine")  # the label of the other drug is not chosen either
    choose(page, "label", "us")
    choose(page, "step", "second")
    page.locator("#in-capsule").fill("25")
    expect(main_figure(page)).to_be_visible()
    answers_of(page, "Dantrolene", "Tizanidine")
    walk_to(page, "Tizanidine", "Daily total")
    found = page.evaluate(STANDS)
    assert (found["typed"], found["figures"]) == ([], 0)
    for _ in range(4):  # calculators, home, the list, the other drug's answer
        left = page.url
        page.evaluate("history.back()")  # a driver's own step is lost where a kept page is shown
        expect(page).not_to_have_url(left)
    expect(page.locator("h1")).to_have_text("Adult steps")
    expect(page.locator("#calculator[data-answering]")).to_be_attached()
    assert "Tizanidine" not in page.locator("main").inner_text()
    names = page.evaluate(
        "() => Object.keys(localStorage).filter((one) => /label|pins|recent/.test(one))"
    )
    assert {name.rpartition("-")[2] for name in names} == {"tizanidine", "dantrolene"}
