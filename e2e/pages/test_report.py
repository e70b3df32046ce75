"""A mistake is reported from its page: prepared here, sent by nobody but the reader."""

import re

from playwright.sync_api import Page, expect

from e2e.answers.filling import DILUTION, fill, main_figure, opened

TEXT = "The text of the report, to be changed as you like"


def test_a_report_names_page_label_and_edition_and_entries_only_if_ticked(
    page: Page, site_url: str
) -> None:
    opened(page, site_url + DILUTION)
    fill(page)
    expect(main_figure(page)).to_have_text("8\u00a0mL")
    expect(page.locator("[data-edition]")).to_contain_text("Edition ")
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.get_by_role("button", name="Report a mistake in this answer").click()
    text = page.get_by_label(TEXT)
    expect(page.locator("h2#report")).to_be_focused()
    page.get_by_role("button", name="Report a mistake", exact=True).click()  # at the foot
    expect(page.locator("h2#report")).to_be_focused()  # the one that stands open
    said = text.input_value()
    for line in (
        r"Medicine: Baclofen",
        r"Page: Dilution",
        rf"Address: {DILUTION}",
        r"Label followed: United States.*",
        r"Edition: [0-9a-f]{64}",
        r"Versions: webref \d[^,]*, content of \d{4}-\d\d-\d\d",
    ):
        assert re.search(f"^{line}$", said, re.MULTILINE), line
    assert "stock" not in said and "8\u00a0mL" not in said and "?" not in said
    text.evaluate("(box) => { box.value = box.value.replace('says:', 'says: the volume.'); }")
    tick = page.get_by_label("Add what I entered, and the answer")
    tick.check()
    said = text.input_value()
    assert "says: the volume." in said and "stock = 0.5\nstock_unit = mg/mL" in said
    assert "8\u00a0mL" in said.split("Answer shown:")[1]
    tick.uncheck()
    assert "stock = " not in text.input_value() and "the volume." in text.input_value()
    expect(page.get_by_text("hand it to whoever gave you this reference")).to_be_visible()
    expect(page.locator("a[href^='mailto:']")).to_have_count(0)  # this pack names no address
    assert not [url for url in asked if "stock" in url or "report?" in url]
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error()); }")
    page.get_by_role("button", name="Copy the text").click()
    expect(page.locator(".report pre")).to_contain_text("Medicine: Baclofen")
    assert page.evaluate("document.documentElement.scrollWidth") == 360  # the digest is parted


def test_a_pack_s_own_address_gets_a_mail_that_the_reader_writes(page: Page, site_url: str) -> None:
    page.goto(site_url + "/")
    button = page.get_by_role("button", name="Report a mistake", exact=True)
    button.evaluate("(one) => { one.dataset.to = 'editors@example.org'; }")
    button.click()
    page.get_by_label(TEXT).fill("The date & the dose")
    mail = page.get_by_role("link", name="Write a mail to editors@example.org")
    mail.dispatch_event("pointerdown")
    body = "body=The%20date%20%26%20the%20dose"
    expect(mail).to_have_attribute("href", re.compile(rf"^mailto:editors@example.org\?.*{body}$"))
    expect(page.get_by_label("Add what I entered")).to_have_count(0)
