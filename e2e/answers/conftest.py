"""A calculator opened on a phone that keeps nothing: saving has tests of its own."""

from typing import Any

import pytest
from playwright.sync_api import Page

from e2e.answers.filling import DILUTION, opened


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "service_workers": "block"}


@pytest.fixture
def dilution(page: Page, site_url: str) -> Page:
    opened(page, site_url + DILUTION)
    return page
