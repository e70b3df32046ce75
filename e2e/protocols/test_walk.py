"""A protocol in the hand: walked on a phone with scripts off and the server gone, and on paper."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from e2e.offline.faults import FaultServer

FOLDER = "/baclofen/protocols/"
SCREENING = f"{FOLDER}screening/us/"
PHONE = 360

# Follow every anchor of a tree in turn: which steps are seen, how wide the page is, where it leads.
VISIT = """() => [...document.querySelectorAll(".walk > .step")].map((step) => {
  location.hash = step.id;
  const seen = [...document.querySelectorAll(".walk > .step")].filter((one) => one.offsetHeight);
  return {
    anchor: step.id,
    seen: seen.map((one) => one.id),
    width: document.documentElement.scrollWidth,
    leads: [...step.querySelectorAll(".answer")].map((link) => link.hash.slice(1)),
  };
})"""


@pytest.fixture
def scriptless(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """A phone with scripts off."""
    context = browser.new_context(**{**browser_context_args, "java_script_enabled": False})
    yield context.new_page()
    context.close()


def documents(edition: Path) -> list[str]:
    """The address of every protocol's document in the edition."""
    found = sorted((edition / "baclofen/protocols").rglob("index.html"))
    return [
        f"/{path.parent.relative_to(edition)}/"
        for path in found
        if 'class="step' in path.read_text(encoding="utf-8")
    ]


def shown(page: Page) -> list[str]:
    """The titles of the steps in view."""
    titles = page.locator(".step > h2").all()
    return [one.inner_text().strip() for one in titles if one.is_visible()]


def answer(page: Page, words: str) -> None:
    page.locator(".answer:visible").filter(has_text=words).click()


def walk_to_first_bolus(page: Page) -> None:
    answer(page, "An adult, or a child")
    answer(page, "No infection")
    answer(page, "the usual first bolus")


def test_a_tree_is_walked_with_scripts_off_and_the_server_stopped(
    scriptless: Page, files_host: FaultServer
) -> None:
    page = scriptless
    page.goto(files_host.url + SCREENING)
    files_host.stop()
    assert shown(page) == ["Age"]
    walk_to_first_bolus(page)
    assert shown(page) == ["First bolus"]
    assert page.url.endswith("#age.infection.ready.first")
    large = page.locator(".quantity-read:visible").all_inner_texts()
    assert [re.sub(r"\s", " ", one) for one in large] == ["50 mcg", "1 mL"]
    answer(page, "Response less than desired")
    answer(page, "Response inadequate")
    answer(page, "No response")
    assert shown(page) == ["No candidate for a pump"]


def test_back_goes_to_the_answer_before_and_change_to_any(scriptless: Page, site_url: str) -> None:
    page = scriptless
    page.goto(site_url + SCREENING)
    walk_to_first_bolus(page)
    page.go_back()
    assert shown(page) == ["Before the first bolus"]
    page.go_back()
    assert shown(page) == ["Infection"]
    page.go_forward()
    page.locator(".path:visible a", has_text="Change").first.click()
    assert shown(page) == ["Age"]


def test_a_step_can_be_linked_and_says_how_one_came_there(scriptless: Page, site_url: str) -> None:
    scriptless.goto(f"{site_url}{SCREENING}#age.infection.ready.first-small.small-gap")
    assert shown(scriptless) == ["The label is silent here"]
    scriptless.locator("summary:visible").click()
    path = " ".join(scriptless.locator(".path:visible").all_inner_texts())
    for said in ("An adult, or a child", "very small child", "Response less than desired"):
        assert said in path


def test_what_was_ticked_stays_while_walking_and_goes_with_the_page(
    scriptless: Page, site_url: str
) -> None:
    page = scriptless
    page.goto(site_url + SCREENING)
    answer(page, "An adult, or a child")
    answer(page, "No infection")
    page.locator(".ticks:visible input").first.check()
    answer(page, "the usual first bolus")
    page.go_back()
    expect(page.locator(".ticks:visible input").first).to_be_checked()
    page.reload()
    expect(page.locator(".ticks:visible input").first).not_to_be_checked()


def test_every_step_of_every_tree_is_shown_alone_fits_and_leads_on(
    scriptless: Page, site_url: str, built_edition: Path
) -> None:
    walked = 0
    for address in documents(built_edition):
        scriptless.goto(site_url + address)
        found = scriptless.evaluate(VISIT)
        anchors = {one["anchor"] for one in found}
        for one in found:
            assert one["seen"] == [one["anchor"]], f"{address}#{one['anchor']}"
            assert one["width"] <= PHONE, f"{address}#{one['anchor']}"
            assert set(one["leads"]) <= anchors, f"{address}#{one['anchor']}"
        walked += len(found)
    assert walked > 100


def test_clock_times_are_answered_here_and_stay_while_walking(
    context: BrowserContext, page: Page, files_host: FaultServer
) -> None:
    page.goto(files_host.url + SCREENING)
    expect(page.locator("#calculator[data-answering]")).to_be_attached()
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    files_host.stop()
    expect(page.locator(".clock")).to_be_hidden()
    walk_to_first_bolus(page)
    page.locator("#in-bolus").fill("2026-03-07T09:30")
    page.locator("input[name=clocks][value=no]").check(force=True)
    box = page.locator("#answer")
    expect(box).to_contain_text("Sun 8 Mar 2026, 09:30")
    expect(box).to_contain_text("Sat 7 Mar 2026, 13:30")
    expect(box).to_contain_text("Sat 7 Mar 2026, 17:30")
    answer(page, "Response less than desired")
    assert shown(page) == ["Second bolus"]
    expect(page.locator("#in-bolus")).to_have_value("2026-03-07T09:30")
    expect(box).to_contain_text("Sun 8 Mar 2026, 09:30")
    page.locator("input[name=clocks][value=forward]").check(force=True)
    expect(box).to_contain_text("Sun 8 Mar 2026, 10:30")
    expect(box).not_to_contain_text("Sat 7 Mar 2026, 13:30")
    assert not [url for url in asked if "bolus" in url]
    kept = page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])")
    assert "2026-03-07" not in kept


def test_paper_shows_every_step_once_and_where_each_answer_goes(
    page: Page, site_url: str, built_edition: Path
) -> None:
    for address in documents(built_edition):
        page.goto(site_url + address)
        page.emulate_media(media="print")
        steps = page.locator(".walk > .step:visible")
        numbers = steps.locator("h2 .on-paper").all_inner_texts()
        assert numbers == [str(at) for at in range(1, len(numbers) + 1)], address
        if page.locator(".walk").count():
            titles = set(page.locator(".walk > .step > h2").all_text_contents())
            assert len(numbers) == len(titles), address
        for link in steps.locator(".answer-marks .on-paper").all_inner_texts():
            assert link.removeprefix("go to ") in numbers
        page.emulate_media(media="screen")


def test_a_protocol_of_several_labels_asks_which_and_chooses_none(
    page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}{FOLDER}screening/")
    names = page.locator("main > .group").first.locator(".answer b").all_inner_texts()
    assert names == ["US United States", "CA Canada"]
    page.locator(".answer", has_text="Canada").click()
    expect(page.locator("h1")).to_have_text("Screening")
    expect(page.locator(".heading .is-followed")).to_have_text("CA")
