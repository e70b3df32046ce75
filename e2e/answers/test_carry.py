"""A figure carried to another calculator by a tap, with where it is from, until it may not hold."""

import re
import time
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.answers.filling import TITRATION, choose, main_figure, opened, unfold, watched

START = "/baclofen/calculators/starting-dose/"
TEST_DOSE = "/baclofen/calculators/test-dose-volume/"
FROM = re.compile(r"^100\s?mcg/day from Starting daily dose, [0-2][0-9]:[0-5][0-9], US")
STRUCK = re.compile(r"^100\s?mcg/day from Starting daily dose, [0-2][0-9]:[0-5][0-9], US\. ")


def starting_dose(page: Page, site_url: str, label: str = "us") -> None:
    """A starting dose of 100 mcg/day for an adult with spinal spasticity."""
    opened(page, site_url + START)
    choose(page, "label", label)
    choose(page, "population", "adult")
    choose(page, "origin", "spinal")
    page.locator("#in-test_dose").fill("50")
    choose(page, "test_dose_unit", "mcg")
    page.locator("#in-duration").fill("8")
    expect(main_figure(page)).to_have_text("100\u00a0mcg/day")


def carry(page: Page, title: str = "Titration", figure: str = "100\u00a0mcg/day") -> None:
    """Tap it along, and wait until the form there is answered."""
    page.locator("[data-carry] button").get_by_text(
        f"Carry {figure} to {title}", exact=True
    ).click()
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator("#calculator[data-answering]")).to_be_attached()
    unfold(page)


def mark(page: Page) -> Locator:
    """What is told of the figure that was carried."""
    return page.locator(".carried")


@pytest.fixture
def carried(page: Page, site_url: str) -> Page:
    """The titration with a starting dose carried to it."""
    starting_dose(page, site_url)
    carry(page)
    expect(mark(page)).to_have_text(FROM)
    return page


def stands_empty(page: Page, why: str) -> None:
    """The figure is struck out with its reason, and its field and answer are empty."""
    expect(mark(page)).to_have_text(STRUCK)
    expect(mark(page)).to_contain_text(why)
    expect(mark(page).locator("s")).to_have_text("100\u00a0mcg/day")
    expect(mark(page).locator("button")).to_have_count(0)
    expect(page.locator("#in-current")).to_have_value("")
    expect(page.locator("#answer .quantity-read")).to_have_count(0)


def test_a_tap_carries_figure_unit_label_and_patient_and_leaves_nothing_behind(
    page: Page, site_url: str
) -> None:
    starting_dose(page, site_url)
    addresses = watched(page)
    carry(page)
    expect(mark(page)).to_have_text(FROM)
    expect(page.locator("#in-current")).to_have_value("100")
    for name, value in (
        ("current_unit", "mcg/day"), ("label", "us"), ("population", "adult"), ("origin", "spinal"),
    ):  # fmt: skip
        expect(page.locator(f"input[name={name}][value='{value}']")).to_be_checked()
    assert page.url == site_url + TITRATION
    assert not [one for one in addresses if "carry?" in one or "value=" in one]
    assert page.evaluate("sessionStorage.length") == 0
    kept = page.evaluate("JSON.stringify({ ...localStorage })")
    assert not re.search(r"\b100\b", kept)  # within a digest or a time it may stand by chance
    assert "adult" not in kept and "spinal" not in kept
    page.reload()
    expect(page.locator("#in-current")).to_have_value("")
    expect(mark(page)).to_have_count(0)


def test_an_entry_is_carried_as_it_was_typed(page: Page, site_url: str) -> None:
    opened(page, site_url + TEST_DOSE)
    choose(page, "label", "us")
    choose(page, "population", "adult")
    page.locator("#in-dose").fill("0.075")
    choose(page, "dose_unit", "mg")
    carry(page, "Starting daily dose", "0.075\u00a0mg")
    expect(page.locator("#in-test_dose")).to_have_value("0.075")
    expect(page.locator("input[name=test_dose_unit][value='mg']")).to_be_checked()


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("label", "ca", "the label followed is another one"),
        ("population", "child", "the patient is described in another way"),
        ("origin", "cerebral", "the patient is described in another way"),
    ],
)
def test_another_label_or_patient_strikes_it_out(
    carried: Page, name: str, value: str, why: str
) -> None:
    choose(carried, name, value)
    stands_empty(carried, why)


def test_clear_strikes_it_out(carried: Page) -> None:
    problems: list[str] = []
    carried.on("pageerror", lambda error: problems.append(str(error)))
    mark(carried).locator("button").click()
    stands_empty(carried, "Cleared.")
    assert problems == []  # it looks like a preset, and fills nothing in


def test_what_is_typed_over_it_is_the_readers_own(carried: Page) -> None:
    carried.locator("#in-current").fill("110")
    expect(mark(carried)).to_have_count(0)
    choose(carried, "label", "ca")
    expect(mark(carried)).to_have_count(0)


def test_it_lasts_fifteen_minutes(page: Page, site_url: str) -> None:
    page.clock.install()
    starting_dose(page, site_url)
    carry(page)
    page.clock.fast_forward("14:00")
    expect(mark(page)).to_have_text(FROM)
    page.clock.fast_forward("01:00")
    stands_empty(page, "15 minutes have passed")


def test_it_does_not_outlive_a_change_of_what_it_came_from(carried: Page) -> None:
    carried.go_back()
    expect(carried.locator("h1")).to_have_text("Starting daily dose")
    carried.locator("#in-duration").fill("9")
    carried.go_forward()
    expect(carried.locator("h1")).to_have_text("Titration")
    expect(carried.locator("#in-current")).to_have_value("")
    if mark(carried).count():  # a page that was kept tells of it; one loaded anew never knew
        stands_empty(carried, "this page was left meanwhile")


def test_no_button_stands_without_an_answer(page: Page, site_url: str) -> None:
    starting_dose(page, site_url)
    expect(page.locator("[data-carry] button")).to_have_count(3)
    page.locator("#in-duration").fill("")
    expect(page.locator("[data-carry] button")).to_have_count(0)


@pytest.mark.parametrize(
    "other",
    [
        {"pack": "examplin"},
        {"from": "refill"},
        {"figure": "duration"},
        {"unit": "mcg/h"},
        {"value": "1e2"},
        {"label": "uk"},
        {"patient.population": "very-small-child"},
        {"at": "0"},
        {"at": "9999999999999"},
    ],
    ids=str,
)
def test_what_does_not_fit_is_refused(page: Page, site_url: str, other: dict[str, str]) -> None:
    fits = {
        "pack": "baclofen", "from": "starting-dose", "figure": "daily_dose", "value": "100",
        "unit": "mcg/day", "label": "us", "at": str(int(time.time() * 1000) - 1),
        "patient.population": "adult",
    }  # fmt: skip
    opened(page, f"{site_url}{TITRATION}#carry?{urlencode({**fits, **other})}")
    expect(mark(page)).to_have_text(re.compile("^Nothing was carried here"))
    expect(page.locator("#in-current")).to_have_value("")
    assert page.url == site_url + TITRATION
