"""Two phones, between which nothing passes but words read aloud."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from e2e.answers.filling import DILUTION, choose, fill, main_figure, opened
from e2e.offline.faults import FaultServer
from e2e.offline.phone import Phone
from e2e.second.hand import ANSWER, TWO, begin, check, heard, panel, tap, words


@pytest.fixture
def second(browser: Browser, browser_context_args: dict[str, object]) -> Iterator[Page]:
    """A window of the other phone, which shares nothing with the first."""
    context: BrowserContext = browser.new_context(**browser_context_args)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def saved(page: Page, host: FaultServer) -> None:
    """Have the edition saved on a phone."""
    there = Phone(page.context, host)
    there.open("/offline/", page)
    there.wait_ready(page)


def test_the_same_words_bring_the_answer_back_on_both_with_the_server_stopped(
    page: Page, second: Page, host: FaultServer
) -> None:
    for one in (page, second):
        saved(one, host)
    host.stop()
    for one in (page, second):
        opened(one, host.url + DILUTION)
        begin(one, TWO)
        expect(one.locator("#calculator")).to_be_hidden()
        expect(one.locator("#answer")).to_be_hidden()
        expect(panel(one)).to_contain_text("Baclofen Dilution, United States")
        assert ANSWER not in panel(one).inner_text()
    assert words(page) == words(second)
    expect(panel(page)).to_contain_text("4 words of a list of 256, 32 bits")
    expect(heard(page)).to_contain_text(" ".join(words(page)).replace(" ", ". "))
    for one in (page, second):
        tap(one, "The same four words")
        expect(panel(one).locator("h2")).to_have_text("The two agree")
        expect(panel(one)).to_contain_text("Tries until they agreed: 1.")
        expect(main_figure(one)).to_have_text(ANSWER)


def test_other_words_strike_both_before_an_entry_is_named(
    page: Page, second: Page, host: FaultServer
) -> None:
    for one, target in ((page, "200"), (second, "20")):
        opened(one, host.url + DILUTION)
        fill(one, target=target)
        expect(one.locator("#answer .pair-value").first).to_be_visible()
        check(one, TWO)
    assert words(page) != words(second)
    for one in (page, second):
        tap(one, "Other words")
        expect(panel(one).locator("h2")).to_have_text("The words differ")
        assert "mcg/mL" not in panel(one).inner_text()
        expect(one.locator("#in-target")).to_have_value("")
    for one, target in ((page, "200"), (second, "20")):
        tap(one, "Both are struck")
        expect(panel(one)).to_contain_text(f"Target: {target}\u00a0mcg/mL")
        expect(one.locator("#answer .pair-value")).to_have_count(0)
        expect(panel(one)).to_contain_text("Tries so far: 1.")


def test_the_code_opens_the_calculator_blind_and_another_edition_is_told(
    page: Page, second: Page, host: FaultServer, other_host: FaultServer
) -> None:
    opened(page, host.url + DILUTION)
    begin(page, TWO)
    tap(page, "Code for the other phone")
    expect(page.get_by_role("img", name="A code that opens this calculator")).to_be_visible()
    link = str(
        page.evaluate(
            """async () => {
              const { linkToCheck } = await import("/static/form/twice.js");
              const { edition } = await import("/static/offline/known.js");
              return linkToCheck((await edition).edition);
            }"""
        )
    )
    address, _, fragment = link.partition("#second?edition=")
    assert address == host.url + DILUTION
    assert len(fragment) == 12
    for server, says in ((host, False), (other_host, True)):
        second.goto("about:blank")
        opened(second, link.replace(host.url, server.url))
        expect(panel(second).locator("h2")).to_have_text("Second check on this phone")
        expect(second).to_have_url(server.url + DILUTION)
        told = f"The other phone holds the edition {fragment}"
        assert (told in panel(second).inner_text()) == says
        fill(second)
        expect(main_figure(second)).to_have_text(ANSWER)
        check(second, TWO)
        assert (words(second) == words(page)) != says


@pytest.mark.nightly
def test_another_label_or_calculator_has_other_words(
    page: Page, second: Page, host: FaultServer
) -> None:
    opened(page, host.url + DILUTION)
    begin(page, TWO)
    opened(second, host.url + DILUTION)
    fill(second)
    choose(second, "label", "ca")
    second.locator("#in-stock").fill("0.5")
    expect(second.locator("#answer .pair-value").first).to_be_visible()
    check(second, TWO)
    assert words(page) != words(second)
    expect(panel(page)).to_contain_text("United States")
    expect(panel(second)).to_contain_text("Canad")
