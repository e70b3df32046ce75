"""A reader at a page, the same in every engine: typing, tapping, going and coming back."""

import json
from typing import Any, Protocol

from playwright.sync_api import Page, expect
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver


class Hand(Protocol):
    """What a reader does, and what the page says to a script."""

    def open(self, address: str) -> None:
        """Open an address in this window."""

    def type(self, css: str, words: str) -> None:
        """Type into a field."""

    def tap(self, css: str) -> None:
        """Tap what a selector finds first."""

    def back(self) -> None:
        """Go back."""

    def reload(self) -> None:
        """Load the page again."""

    def ask(self, expression: str) -> Any:
        """The value of an expression, through JSON."""

    def run(self, function: str, argument: object) -> Any:
        """What an asynchronous function of a script makes of an argument."""


class ChromiumHand:
    """A page of Playwright's."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, address: str) -> None:
        """Open an address in this window."""
        self.page.goto(address)

    def type(self, css: str, words: str) -> None:
        """Type into a field."""
        self.page.locator(css).press_sequentially(words)

    def tap(self, css: str) -> None:
        """Tap what a selector finds first."""
        self.page.locator(css).first.dispatch_event("click")

    def back(self) -> None:
        """Go back."""
        here = self.page.url
        self.page.evaluate("() => { setTimeout(() => history.back(), 50); }")
        expect(self.page).not_to_have_url(here)

    def reload(self) -> None:
        """Load the page again."""
        self.page.reload()

    def ask(self, expression: str) -> Any:
        """The value of an expression, through JSON."""
        return json.loads(self.page.evaluate(f"() => JSON.stringify(({expression}) ?? null)"))

    def run(self, function: str, argument: object) -> Any:
        """What an asynchronous function of a script makes of an argument."""
        return self.page.evaluate(function, argument)


class DriverHand:
    """A window of a WebDriver."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver

    def open(self, address: str) -> None:
        """Open an address in this window."""
        self.driver.get(address)

    def type(self, css: str, words: str) -> None:
        """Type into a field."""
        self.driver.find_element(By.CSS_SELECTOR, css).send_keys(words)

    def tap(self, css: str) -> None:
        """Tap what a selector finds first."""
        # A radio's dot is drawn by its label, so the driver finds it covered.
        self.driver.execute_script("document.querySelector(arguments[0]).click()", css)

    def back(self) -> None:
        """Go back."""
        self.driver.back()

    def reload(self) -> None:
        """Load the page again."""
        self.driver.refresh()

    def ask(self, expression: str) -> Any:
        """The value of an expression, through JSON."""
        script = f"return JSON.stringify(({expression}) ?? null)"
        return json.loads(self.driver.execute_script(script))

    def run(self, function: str, argument: object) -> Any:
        """What an asynchronous function of a script makes of an argument."""
        script = f"""const [argument, done] = arguments;
            const failed = (error) => done({{ error: String(error) }});
            ({function})(argument).then((made) => done({{ made }}), failed);"""
        found = self.driver.execute_async_script(script, argument)
        assert "error" not in found, found
        return found.get("made")
