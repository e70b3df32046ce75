"""An answer handed over: copied, printed, taken to a worksheet, sent where scripts are off."""

import re

from playwright.sync_api import Browser, BrowserContext, Page, expect

from e2e.answers.filling import DILUTION, fill, main_figure


def test_the_text_to_copy_carries_the_time(dilution: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy = dilution.locator("[data-action=copy]")
    expect(copy).to_have_count(0)
    fill(dilution)
    copy.click()
    expect(copy).to_have_text("Copied")
    text = dilution.evaluate("navigator.clipboard.readText()")
    assert "Stock: 0.5 mg/mL" in text
    assert re.search(r"\nTime: 20[0-9]{2}-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]$", text)
    dilution.locator("#in-volume").fill("")
    expect(copy).to_have_count(0)


def test_where_no_clipboard_is_allowed_the_text_is_shown_and_selected(dilution: Page) -> None:
    dilution.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error()); }")
    fill(dilution)
    copy = dilution.locator("[data-action=copy]")
    copy.click()
    expect(copy).to_have_text("Select the text and copy it")
    copy.dispatch_event("click")
    assert dilution.evaluate("String(getSelection())").count("Time: ") == 1
    dilution.locator("#in-volume").fill("")
    expect(dilution.locator("[data-copied]")).to_be_hidden()


def test_printing_and_the_worksheet_take_the_entries_along(dilution: Page) -> None:
    worksheet = dilution.locator("[data-action=worksheet]")
    expect(worksheet).to_have_attribute("href", f"{DILUTION}worksheet.pdf")
    fill(dilution)
    expect(worksheet).to_have_attribute("href", re.compile(r"\?label=us&stock=0\.5&stock_unit=mg"))
    dilution.evaluate("() => { globalThis.print = () => { document.title = 'printed'; }; }")
    dilution.locator("[data-action=print]").click()
    expect(dilution).to_have_title("printed")


def test_without_scripts_the_form_is_sent_and_answered(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + DILUTION)
    fill(page)
    page.get_by_role("button", name="Calculate").click()
    expect(main_figure(page)).to_have_text("8\u00a0mL")
    expect(page.locator("#in-stock")).to_have_value("0.5")
    expect(page.locator("#note-stock")).to_have_text("0.5\u00a0mg/mL = 500\u00a0mcg/mL")
    expect(page.locator("[data-action=copy]")).to_be_hidden()  # neither button does anything here
    context.close()
