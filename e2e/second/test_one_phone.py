"""One phone, two persons: what the second sees, and what is said once both are in."""

import re

import pytest
from playwright.sync_api import Page, expect

from e2e.answers.filling import DILUTION, choose, fill, main_figure, opened
from e2e.offline.faults import FaultServer
from e2e.offline.phone import Phone
from e2e.second.hand import ANSWER, DEVICE, ONE, begin, check, compare, heard, panel, tap

# All that a page holds of what was entered: fields, texts, address, history and storage.
EVERYTHING = """() => [
    document.documentElement.outerHTML.replace(/<script[^]*?<\\/script>/g, ""),
    ...[...document.querySelectorAll("input:not([type=hidden])")]
        .map((one) => (one.type !== "radio" || one.checked ? one.value : "")),
    location.href, JSON.stringify([history.state, localStorage, sessionStorage]),
].join("\\n")"""


@pytest.fixture
def calculator(phone: Phone, page: Page, host: FaultServer) -> Page:
    """The calculator saved on a phone, with the server stopped."""
    phone.open("/offline/", page)
    phone.wait_ready(page)
    host.stop()
    opened(page, host.url + DILUTION)
    return page


def test_the_second_person_sees_nothing_of_the_first_and_both_agree(calculator: Page) -> None:
    page = calculator
    fill(page, target="202.9", volume="19.7")
    expect(main_figure(page)).to_contain_text("7.9")
    before = str(page.evaluate(EVERYTHING))
    assert "202.9" in before
    assert "19.7" in before
    check(page, ONE)
    expect(panel(page).locator("h2")).to_have_text("The second person enters everything")
    expect(panel(page).locator("h2")).to_be_focused()
    expect(panel(page)).to_contain_text("Baclofen Dilution. Edition")
    expect(page.locator("#answer .pair-value")).to_have_count(0)
    held = str(page.evaluate(EVERYTHING))
    for entry in ("202.9", "19.7", "7.994"):
        assert entry not in held, entry
    assert page.locator("input[name=label]:checked").count() == 0
    fill(page, stock="0.5", target="202.9", volume="19.7")
    compare(page)
    expect(panel(page).locator("h2")).to_have_text("The two agree")
    expect(heard(page)).to_contain_text("The two agree. The second person came to the same")
    expect(heard(page)).to_contain_text("Tries until they agreed: 1.")
    expect(panel(page)).to_contain_text("What a second check does not catch")
    expect(main_figure(page)).to_contain_text("7.9")
    page.locator("#in-volume").fill("18")  # agreed on no more
    expect(panel(page)).to_have_count(0)


def test_another_unit_of_the_same_amount_agrees(calculator: Page) -> None:
    begin(calculator, ONE)
    fill(calculator, stock="500")
    choose(calculator, "stock_unit", "mcg/mL")
    calculator.locator("#in-stock").fill("500")
    compare(calculator)
    expect(panel(calculator).locator("h2")).to_have_text("The two agree")
    expect(panel(calculator)).to_contain_text(
        "Stock: 0.5\u00a0mg/mL and 500\u00a0mcg/mL are the same."
    )


def test_what_differs_is_named_once_both_are_struck_and_no_answer_is_handed_on(
    calculator: Page,
) -> None:
    page = calculator
    begin(page, ONE)
    fill(page, target="20")
    compare(page)
    expect(panel(page).locator("h2")).to_have_text("The two do not agree")
    named = (
        "Target: first 200\u00a0mcg/mL, second 20\u00a0mcg/mL. The first is ten times the second."
    )
    expect(panel(page)).to_contain_text(named)
    figures = panel(page).locator("li").first.locator(".quantity")
    expect(figures).to_have_text(["200\u00a0mcg/mL", "20\u00a0mcg/mL"])  # each on one line
    expect(figures.first).to_have_css("white-space", "nowrap")
    expect(heard(page)).to_contain_text(named)
    expect(panel(page)).to_contain_text("Baclofen Dilution")
    expect(panel(page)).not_to_contain_text(ANSWER)
    expect(page.locator("#answer .pair-value")).to_have_count(0)
    expect(page.locator("#in-target")).to_have_value("")
    tap(page, "Begin anew")
    fill(page)
    tap(page, "Done: check it again")
    tap(page, ONE)
    fill(page)
    compare(page)
    expect(panel(page)).to_contain_text("Tries until they agreed: 2.")
    expect(main_figure(page)).to_have_text(ANSWER)


def test_a_missing_entry_another_label_and_a_stop_are_told(calculator: Page) -> None:
    page = calculator
    begin(page, ONE)
    tap(page, "Compare")
    expect(heard(page)).to_contain_text("Not compared yet: ")
    fill(page)
    choose(page, "label", "ca")
    page.locator("#in-stock").fill("0.5")
    compare(page)
    expect(panel(page)).to_contain_text("label", ignore_case=True)
    expect(panel(page).locator("h2")).to_have_text("The two do not agree")
    tap(page, "Begin anew")
    fill(page)
    tap(page, "Done: check it again")
    tap(page, ONE)
    fill(page, target="900")
    compare(page)
    expect(panel(page)).to_contain_text("The second entries have no answer: ")


def test_leaving_the_page_ends_it_and_nothing_comes_back(calculator: Page) -> None:
    page = calculator
    begin(page, ONE)
    page.locator("#in-target").fill("200")
    page.get_by_role("link", name="Home").first.click()
    expect(page.locator("#calculator")).to_have_count(0)
    page.go_back()
    expect(page.locator("#calculator[data-answering]")).to_be_attached()
    expect(page.locator("#in-target")).to_have_value("")
    expect(page.locator("#answer [data-held]")).to_have_count(0)
    expect(panel(page)).to_have_count(0)


def test_what_was_copied_and_reported_of_the_first_answer_leaves_the_page(
    calculator: Page,
) -> None:
    page = calculator
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error()); }")
    fill(page, target="202.9", volume="19.7")
    expect(main_figure(page)).to_contain_text("7.9")
    page.locator("[data-action=copy]").click()
    expect(page.locator("[data-copied]")).to_contain_text("202.9")
    page.get_by_role("button", name="Report a mistake in this answer").click()
    page.get_by_label("Add what I entered, and the answer").check()
    check(page, ONE)
    expect(page.locator(".report")).to_have_count(0)
    held = str(page.evaluate(EVERYTHING))
    for entry in ("202.9", "19.7", "7.994"):
        assert entry not in held, entry


def test_entries_of_an_earlier_visit_to_the_page_do_not_come_back(calculator: Page) -> None:
    page = calculator

    def taps(address: str) -> None:
        page.locator(f"a[href='{address}']:visible").first.click()
        expect(page).to_have_url(re.compile(rf"//[^/]*{address}$"))

    fill(page, target="202.9")
    expect(main_figure(page)).to_be_visible()
    taps("/")
    taps(DILUTION)
    expect(page.locator("#calculator[data-answering]")).to_be_attached()
    begin(page, ONE)
    for address in ("/", DILUTION):
        page.go_back()
        expect(page).to_have_url(re.compile(rf"//[^/]*{address}$"))
    expect(page.get_by_text("Next entry: Stock")).to_be_visible()  # and nothing is held back
    expect(page.locator("#in-target")).to_have_value("")
    expect(page.locator("#answer [data-held]")).to_have_count(0)


def test_what_the_device_shows_is_held_against_the_answer(calculator: Page) -> None:
    page = calculator
    begin(page, DEVICE)
    expect(page.locator("#calculator")).to_be_hidden()
    expect(page.locator("#answer")).to_be_hidden()
    expect(panel(page)).not_to_contain_text(ANSWER)
    tap(page, "Compare")
    expect(heard(page)).to_have_text("Enter at least one figure that the device shows.")
    page.locator("#device-stock_volume").fill("8.0")
    tap(page, "Compare")
    expect(panel(page).locator("h2")).to_have_text("The two agree")
    expect(panel(page)).to_contain_text("8.0\u00a0mL, the same.")
    expect(panel(page)).to_contain_text("Preservative-free saline: not compared.")
    expect(main_figure(page)).to_have_text(ANSWER)
    check_again(page)


def check_again(page: Page) -> None:
    """The device shows ten times of it."""
    tap(page, "End the check")
    check(page, DEVICE)
    page.locator("#device-stock_volume").fill("80")
    tap(page, "Compare")
    expect(panel(page).locator("h2")).to_have_text("The device shows something else")
    expect(panel(page)).to_contain_text("It shows ten times as much.")
    expect(page.locator("#answer .pair-value")).to_have_count(0)
    assert ANSWER not in panel(page).inner_text().replace("80\u00a0mL", "")
