"""Entries in the hand: units, echoes, products, and the label that a device remembers."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.answers.filling import DILUTION, TITRATION, answer, choose, fill, main_figure, opened
from webref.dosing.words import say

UNCOVERED = """() => {
  const name = document.querySelector("#answer .readout-drug");
  name.scrollIntoView({ block: "center" });
  const words = document.createRange();
  words.selectNodeContents(name);
  const { left, top, bottom } = words.getBoundingClientRect();
  return [top + 1, bottom - 1].every((y) => document.elementFromPoint(left + 1, y) === name);
}"""


def test_a_unit_changed_after_the_number_was_typed_is_refused(dilution: Page) -> None:
    fill(dilution)
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    choose(dilution, "stock_unit", "mcg/mL")
    expect(answer(dilution)).to_contain_text("The unit changed after the number was typed.")
    expect(dilution.locator("#in-stock")).to_have_attribute("aria-invalid", "true")
    dilution.locator("#in-stock").fill("500")
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    expect(dilution.locator("#in-stock")).not_to_have_attribute("aria-invalid", "true")


def test_the_first_unit_may_be_chosen_before_or_after_the_number(dilution: Page) -> None:
    choose(dilution, "stock_unit", "mcg/mL")
    fill(dilution)
    # The number was typed as mcg/mL, and then mg/mL was chosen.
    expect(answer(dilution)).to_contain_text("The unit changed after the number was typed.")
    opened(dilution, dilution.url)
    fill(dilution)
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")


def test_an_entry_is_echoed_beside_its_field_and_a_refusal_takes_the_place(dilution: Page) -> None:
    fill(dilution)
    note = dilution.locator("#note-stock")
    expect(note).to_have_text("0.5\u00a0mg/mL = 500\u00a0mcg/mL")
    expect(answer(dilution).locator(".input-note")).to_have_count(0)
    dilution.locator("#in-stock").fill(".5")
    expect(note).to_have_text(say("number.point-first"))
    expect(note).to_have_class(re.compile(r"\berror\b"))
    expect(dilution.locator("#in-stock")).to_have_value(".5")
    expect(answer(dilution)).to_contain_text("No answer.")
    expect(main_figure(dilution)).to_have_count(0)
    dilution.locator("#in-stock").fill("0.5")
    expect(note).to_have_text("0.5\u00a0mg/mL = 500\u00a0mcg/mL")
    expect(note).not_to_have_class(re.compile(r"\berror\b"))


def test_a_preset_fills_in_number_and_unit(dilution: Page) -> None:
    fill(dilution, stock="3")
    choose(dilution, "stock_unit", "mcg/mL")
    dilution.get_by_role("button", name="2 mg/mL").click()
    expect(dilution.locator("#in-stock")).to_have_value("2")
    expect(dilution.locator("input[name=stock_unit]:checked")).to_have_value("mg/mL")
    expect(main_figure(dilution)).to_have_text("2\u00a0mL")


def test_a_unit_typed_with_the_number_is_one_tap_away(dilution: Page) -> None:
    fill(dilution, stock="0.5 mg/mL")
    note = dilution.locator("#note-stock")
    expect(note).to_contain_text("mg/mL belongs beside it as the unit.")
    expect(main_figure(dilution)).to_have_count(0)
    note.get_by_role("button", name="Use mg/mL").click()
    expect(dilution.locator("#in-stock")).to_have_value("0.5")
    expect(dilution.locator("#in-stock")).to_be_focused()
    expect(dilution.locator("input[name=stock_typed]")).to_have_value("mg/mL")
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    dilution.locator("#in-stock").fill("500 mcg/mL")
    expect(note).to_have_text("mcg/mL is typed, but mg/mL is chosen. Check which one is meant.")
    expect(note.get_by_role("button")).to_have_count(0)
    dilution.locator("#in-volume").fill("20 mL")
    dilution.locator("#note-volume").get_by_role("button", name="Use mL").click()
    expect(dilution.locator("#in-volume")).to_have_value("20")


def test_a_stop_leads_to_the_entry_that_it_is_tied_to(dilution: Page) -> None:
    fill(dilution, target="5000")
    link = answer(dilution).locator(".check-stop").get_by_role("link", name="Entry: Target")
    link.first.click()
    expect(dilution.locator("#in-target")).to_be_focused()


@pytest.mark.parametrize(
    ("stock", "below"), [("0.5", "pair-cell"), ("1.5", "check-warn"), ("500", "check-stop")]
)
def test_the_drug_s_name_is_not_covered_by_what_stands_below_it(
    dilution: Page, stock: str, below: str
) -> None:
    fill(dilution, stock=stock)
    expect(answer(dilution).locator(f".{below}").first).to_be_attached()
    assert dilution.evaluate(UNCOVERED)


def test_no_label_is_chosen_on_a_first_visit_and_the_last_one_later(
    dilution: Page, site_url: str
) -> None:
    chosen = dilution.locator("input[name=label]:checked")
    expect(chosen).to_have_count(0)
    choose(dilution, "label", "ca")
    opened(dilution, site_url + TITRATION)
    expect(chosen).to_have_value("ca")
    expect(dilution.locator("[data-remembered]")).to_contain_text("kept on this device")
    expect(answer(dilution)).to_contain_text("Patient is not entered yet.")


def test_a_device_that_keeps_nothing_is_not_said_to_remember(page: Page, site_url: str) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error(); };")
    opened(page, site_url + DILUTION)
    choose(page, "label", "ca")
    expect(page.locator("input[name=label]:checked")).to_have_value("ca")
    expect(page.locator("[data-remembered]")).to_have_text("")


def test_a_change_of_label_clears_what_hangs_on_it(dilution: Page) -> None:
    fill(dilution)
    dilution.locator("#in-ampoule").fill("5")
    expect(answer(dilution)).to_contain_text("Ampoules")
    choose(dilution, "label", "ca")
    expect(dilution.locator("#in-ampoule")).to_have_value("")
    expect(dilution.locator("input[name=ampoule_typed]")).to_have_value("")
    expect(dilution.locator("#in-stock")).to_have_value("0.5")


def test_an_optional_entry_that_is_filled_in_is_never_folded_away(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + DILUTION)
    fold = page.locator("[data-more]")
    expect(page.locator("#in-ampoule")).to_be_hidden()
    fold.locator("summary").click()
    page.locator("#in-ampoule").fill("5")
    fold.locator("summary").click()
    expect(page.locator("#in-ampoule")).to_be_visible()
    page.locator("#in-ampoule").fill("")
    fold.locator("summary").click()
    expect(page.locator("#in-ampoule")).to_be_hidden()


@pytest.mark.parametrize(("locale", "mode"), [("en-GB", "decimal"), ("de-DE", "text")])
def test_a_keypad_without_a_point_gives_way_to_all_keys(
    browser: Browser, browser_context_args: dict[str, Any], site_url: str, locale: str, mode: str
) -> None:
    context = browser.new_context(**{**browser_context_args, "locale": locale})
    page = context.new_page()
    opened(page, site_url + DILUTION)
    expect(page.locator("#in-stock")).to_have_attribute("inputmode", mode)
    page.locator("#in-stock").fill("0,5")
    expect(page.locator("#in-stock")).to_have_attribute("inputmode", "text")
    context.close()
