"""A strength is entered as a bottle prints it: an amount, and the volume that holds it."""

from playwright.sync_api import Page, expect

from e2e.answers.filling import answer, choose

ORAL = "/baclofen/calculators/oral-volume/"


def test_an_amount_and_its_volume_are_two_boxes(page: Page, site_url: str) -> None:
    page.goto(site_url + ORAL)
    expect(page.locator("#calculator[data-answering]")).to_be_attached()
    page.locator("#in-dose").fill("10")
    choose(page, "dose_unit", "mg")
    volume = page.locator("input[name=strength_in]")
    page.locator("#in-strength").fill("25")
    choose(page, "strength_unit", "mg in mL")
    expect(answer(page)).to_have_text("The volume that holds it is not entered yet: strength.")
    volume.fill("5")
    expect(page.locator("#answer .quantity-read")).to_have_text("2\u00a0mL")
    expect(page.locator("#note-strength")).to_have_text("25\u00a0mg/5\u00a0mL = 5\u00a0mg/mL")
    page.locator("#in-strength").fill("")
    choose(page, "strength_unit", "mg/mL")
    page.locator("#in-strength").fill("5")
    expect(answer(page)).to_contain_text("A volume is entered beside it, but mg/mL is chosen.")
    page.locator(".preset[data-field=strength]").last.click()
    expect(volume).to_have_value("")
    expect(page.locator("#answer .quantity-read")).to_have_text("2\u00a0mL")
