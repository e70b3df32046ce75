"""An answer handed over: copied, printed, taken to a worksheet, sent where scripts are off."""

import re
import subprocess
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect

from e2e.answers.filling import DILUTION, fill, main_figure
from webref.content.wording.table import TABLE


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


def test_the_worksheet_is_a_file_until_there_is_an_answer_and_then_says_what_it_sends(
    dilution: Page,
) -> None:
    worksheet = dilution.locator("[data-action=worksheet]")
    expect(worksheet).to_have_attribute("href", "/baclofen/pdfs/worksheet-dilution.pdf")
    expect(worksheet).to_contain_text("Blank worksheet, PDF")
    fill(dilution)
    expect(worksheet).to_have_attribute(
        "href", re.compile(r"worksheet\.pdf\?label=us&stock=0\.5&stock_unit=mg")
    )
    expect(worksheet.locator("span:visible")).to_have_text(
        "Filled PDF: sends these entries to the server"
    )
    dilution.locator("#in-volume").fill("")
    expect(worksheet).to_have_attribute("href", "/baclofen/pdfs/worksheet-dilution.pdf")


def test_a_page_prints_its_answer_as_a_sheet_with_no_network(
    dilution: Page, context: BrowserContext, tmp_path: Path
) -> None:
    fill(dilution)
    expect(dilution.locator("[data-action=print]")).to_be_visible()
    expect(dilution.locator("[data-edition]")).to_contain_text("Edition ")
    context.set_offline(True)
    file = tmp_path / "printed.pdf"
    dilution.pdf(path=file, prefer_css_page_size=True)
    told = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    [page] = [" ".join(one.split()) for one in told.split("\f") if one.strip()]
    for part in (
        "Baclofen Dilution Following the United States label",
        "Edition ",
        TABLE["copy.unsigned"],
        "Answered on 20",
        TABLE["paper.sticker"],
        "0.5 mg/mL = 500 mcg/mL",
        "Final volume",
        "Preservative-free saline",
        TABLE["paper.worked"],
        TABLE["paper.second"],
    ):
        assert part in page, part
    assert "Save to My list" not in page and "Copy" not in page
    dilution.emulate_media(media="print")  # Firefox ends a line behind the stroke of a unit
    held = dilution.locator("[data-entered] dd span").filter(has_text="mg/mL")
    expect(held.first).to_have_css("white-space", "nowrap")
    dilution.emulate_media(media="null")
    # What was printed is gone with the entries.
    dilution.locator("#in-volume").fill("")
    expect(dilution.locator("[data-entered] div")).to_have_count(0)


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
