"""A calculator opened on the phone."""

import pytest
from playwright.sync_api import Page

from e2e.answers.filling import DILUTION, opened


@pytest.fixture
def dilution(page: Page, site_url: str) -> Page:
    opened(page, site_url + DILUTION)
    return page
