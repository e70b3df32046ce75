"""A range stands before the entry that narrows it down, and that entry is never folded away."""

from playwright.sync_api import Page, expect

from e2e.answers.filling import TITRATION, answer, choose


def test_what_the_label_allows_stands_before_a_step_which_a_tap_fills_in(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + TITRATION)
    expect(page.locator("#calculator[data-answering]")).to_be_attached()
    choices = {"label": "us", "population": "adult", "origin": "spinal", "setting": "daily"}
    for name, value in choices.items():
        choose(page, name, value)
    page.locator("#in-current").fill("100")
    choose(page, "current_unit", "mcg/day")
    expect(answer(page)).to_contain_text("110 to 130\u00a0mcg/day")
    expect(answer(page)).to_contain_text("10 to 30%")
    expect(answer(page)).not_to_contain_text("New dose")
    expect(page.locator("#glance b")).to_have_text("110 to 130\u00a0mcg/day")
    expect(page.locator("#answer-said")).to_have_text(
        "Baclofen. US CA Dose allowed by the label, not advised; the labels agree: "
        "110 to 130\u00a0mcg/day"
    )
    expect(page.locator("#in-step")).to_have_value("")
    expect(page.locator("#in-step")).to_be_visible()
    page.locator(".preset[data-field=step]", has_text="10%").click()
    expect(page.locator("#answer .quantity-read")).to_have_text("110\u00a0mcg/day")
    expect(page.locator("#glance b")).to_have_text("110\u00a0mcg/day")
