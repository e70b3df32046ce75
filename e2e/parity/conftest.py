"""The page's engine, opened once for each file of tests."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from e2e.parity.engine import static_files


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Page]:
    with static_files() as address:
        page = browser.new_page()
        page.goto(address)
        yield page
        page.close()
