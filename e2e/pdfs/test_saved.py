"""Printed documents saved on the phone open with no server."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from e2e.running import Server

LONG = 120_000  # a busy machine saves slowly


def test_saved_pdfs_open_with_the_server_gone(
    page: Page, server: Server, built_edition: Path
) -> None:
    """They are saved only when asked for, and the worker hands them to the browser's viewer."""
    listed = json.loads((built_edition / "edition.json").read_text("ascii"))["files"]
    count = sum(file["set"] == "pdf" for file in listed)
    page.goto(f"{server.url}/offline/")
    expect(page.locator("[data-offline-text]").first).to_contain_text("Saved offline", timeout=LONG)
    expect(page.locator("[data-pdf-count]")).to_have_text(f"0 of {count}")
    page.get_by_role("button", name="Save the PDFs too").click()
    expect(page.locator("[data-pdf-count]")).to_have_text(f"{count} of {count}", timeout=LONG)
    server.stop()
    answer = page.goto(f"{server.url}/baclofen/pdfs/quick-reference.pdf")
    assert answer is not None
    assert answer.from_service_worker
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
