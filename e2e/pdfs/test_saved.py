"""PDFs saved on the phone open with no server, and in an app leave a way back."""

import json
from pathlib import Path

from playwright.sync_api import expect

from e2e.offline.browsers import OwnBrowser
from e2e.offline.faults import FaultServer

LONG = 120_000  # a busy machine saves slowly
PDFS = "/baclofen/pdfs/"
# An app on an iPhone's home screen, whose share sheet takes one file.
APP = """
Object.defineProperty(navigator, "standalone", { value: true });
navigator.canShare = ({ files }) => files.length === 1;
navigator.share = async ({ files: [file] }) => {
  if (globalThis.refuse) throw new DOMException("no tap", "NotAllowedError");
  document.title = `${file.name} ${file.type} ${file.size}`;
};
"""


def test_saved_pdfs_open_with_the_server_gone(
    own_browser: OwnBrowser, files_host: FaultServer, built_edition: Path
) -> None:
    """They are saved only when asked for, and the worker hands them to the browser's viewer."""
    page = own_browser.start().new_page()
    listed = json.loads((built_edition / "edition.json").read_text("ascii"))["files"]
    count = sum(file["set"] == "pdf" for file in listed)
    file = f"{PDFS}quick-reference.pdf"
    size = (built_edition / file.lstrip("/")).stat().st_size
    page.goto(f"{files_host.url}/offline/")
    expect(page.locator("[data-offline-text]").first).to_contain_text("Saved offline", timeout=LONG)
    expect(page.locator("[data-pdf-count]")).to_have_text(f"0 of {count}")
    page.goto(files_host.url + PDFS)
    expect(page.locator(f"a[href='{file}']")).to_contain_text("needs a network")
    page.goto(f"{files_host.url}/offline/")
    page.get_by_role("button", name="Save the PDFs too").click()
    expect(page.locator("[data-pdf-count]")).to_have_text(f"{count} of {count}", timeout=LONG)
    files_host.stop()
    answer = page.goto(files_host.url + file)
    assert answer is not None
    assert answer.from_service_worker
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")

    page.add_init_script(APP)
    page.goto(files_host.url + PDFS)
    link = page.locator(f"a[href='{file}']")
    expect(link).to_contain_text("saved here")
    link.click()
    shared = f"quick-reference.pdf application/pdf {size}"
    expect(page).to_have_title(shared)
    assert page.url == files_host.url + PDFS

    # A browser that has forgotten the tap asks for another; one that shares no files loads it down.
    page.evaluate("() => { document.title = ''; globalThis.refuse = true; }")
    link.click()
    expect(page.get_by_role("status").get_by_text("Tap again")).to_be_visible()
    page.evaluate("() => { globalThis.refuse = false; }")
    link.click()
    expect(page).to_have_title(shared)
    page.evaluate("() => { navigator.canShare = undefined; }")
    with page.expect_download() as loaded:
        link.click()
    assert loaded.value.suggested_filename == "quick-reference.pdf"
    assert page.url == files_host.url + PDFS

    page.evaluate("(link) => link.setAttribute('href', 'none.pdf')", link.element_handle())
    page.locator("a[href='none.pdf']").click()
    expect(page.get_by_text("This PDF is not saved here")).to_be_visible()
