"""Filling in a calculator's form as a hand does, and where its answer stands."""

from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, Request, expect

from tests.dosing.cases import example_cases
from webref.dosing.spec import ANSWERED, Calculator

DILUTION = "/baclofen/calculators/dilution/"
TITRATION = "/baclofen/calculators/titration/"


def opened(page: Page, address: str) -> None:
    """Open a calculator and wait until its form is answered here."""
    page.goto(address)
    expect(page.locator("#calculator[data-answering]")).to_be_attached()
    unfold(page)


def first_answer(calculator: Calculator) -> str:
    """The entries of the first worked example that has an answer."""
    answered = [one.status in ANSWERED for one in calculator.examples].index(True)
    return list(example_cases(calculator))[answered].query


def open_answered(page: Page, address: str, entries: str) -> None:
    """Open a calculator by a link with entries, and take them."""
    page.goto("about:blank")
    page.goto(f"{address}#entries?{urlencode({'edition': '0' * 12, 'entries': entries})}")
    page.locator("[data-held=use]").click()
    expect(page.locator("#answer .readout")).to_be_visible()


def unfold(page: Page) -> None:
    """Open the fold of optional entries, where there is one."""
    if page.locator("[data-more]:not([open])").count():
        page.locator("[data-more] summary").click()


def choose(page: Page, name: str, value: str) -> None:
    """Choose a label, a unit or an option by its id."""
    page.locator(f"input[name={name}][value='{value}']").check(force=True)


def fill(page: Page, stock: str = "0.5", target: str = "200", volume: str = "20") -> None:
    """Fill in a dilution under the US label; as it stands its answer is 8 mL."""
    choose(page, "label", "us")
    page.locator("#in-stock").fill(stock)
    choose(page, "stock_unit", "mg/mL")
    page.locator("#in-target").fill(target)
    choose(page, "target_unit", "mcg/mL")
    page.locator("#in-volume").fill(volume)


def watched(page: Page) -> list[str]:
    """The addresses asked for from now on."""
    addresses: list[str] = []

    def note(request: Request) -> None:
        addresses.append(request.url)

    page.on("request", note)
    return addresses


def answer(page: Page) -> Locator:
    """The box that the answer stands in."""
    return page.locator("#answer")


def main_figure(page: Page) -> Locator:
    """The first large figure of the answer."""
    return page.locator("#answer .pair-value").first
