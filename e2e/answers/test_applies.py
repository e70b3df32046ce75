"""Entries that go with some options of a choice alone: shown once one of them is chosen."""

from playwright.sync_api import Browser, Page, expect

from e2e.answers.filling import choose, opened

PLAN = "/baclofen/calculators/titration-plan/"


def test_an_entry_is_shown_below_its_choice_once_it_applies(page: Page, site_url: str) -> None:
    opened(page, site_url + PLAN)
    age = page.locator("#in-age")
    expect(age).to_be_hidden()
    choose(page, "population", "child")
    expect(age).to_be_visible()
    assert page.locator("details #in-age").count() == 0
    patient = page.locator("#in-population").bounding_box()
    field = age.bounding_box()
    assert patient and field and 0 < field["y"] - patient["y"] - patient["height"] < 60


def test_an_entry_that_no_longer_applies_is_empty_and_out_of_sight(
    page: Page, site_url: str
) -> None:
    opened(page, site_url + PLAN)
    choose(page, "population", "child")
    page.locator("#in-age").fill("8")
    choose(page, "population", "adult")
    expect(page.locator("#in-age")).to_be_hidden()
    expect(page.locator("#in-age")).to_have_value("")
    expect(page.locator("#answer-said")).to_contain_text("Age cleared")


def test_the_fold_names_what_applies_alone(page: Page, site_url: str) -> None:
    opened(page, site_url + PLAN)
    named = page.locator("[data-more] summary small span:visible")
    choose(page, "label", "us")
    us = named.all_text_contents()
    choose(page, "label", "ca")
    expect(page.locator("#in-started")).to_be_visible()
    assert [one for one in named.all_text_contents() if one not in us] == ["Infusion started"]


def test_without_scripts_every_entry_stands(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + PLAN)
    expect(page.locator("#in-age")).to_be_visible()
    context.close()
