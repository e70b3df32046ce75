"""Waiting until a script in a page says so."""

import time
from typing import Any

from playwright.sync_api import Error, Page, TimeoutError

WITHIN_MS = 30_000
BETWEEN_MS = 20


def until(page: Page, script: str, arg: Any = None, timeout_ms: float = WITHIN_MS) -> None:
    """Wait until what a script gives is true, also once a promise comes to it; else TimeoutError.

    Playwright's own `wait_for_function` takes a promise itself for true, whatever becomes of it.
    A page on its way to another is asked again.
    """
    ends = time.monotonic() + timeout_ms / 1000
    last: Error | None = None
    while time.monotonic() < ends:
        try:
            if page.evaluate(script, arg):
                return
        except Error as error:
            last = error
        page.wait_for_timeout(BETWEEN_MS)
    raise TimeoutError(f"never true within {timeout_ms / 1000} s: {script} ({last})")
