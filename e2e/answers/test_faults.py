"""What may go wrong under a form: no answer rather than a wrong one."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e.answers.filling import DILUTION, answer, fill, main_figure, opened, watched
from e2e.offline.tiny import notice_list


def test_a_recall_takes_the_answer_away(page: Page, site_url: str) -> None:
    notice = {
        "id": "recall-1",
        "date": "2026-11-22",
        "level": "withdrawn",
        "subject": "calculators/dilution",
        "text": "A figure was wrong.",
    }
    listed = notice_list(notice)
    page.route("**/notices.json", lambda route: route.fulfill(body=listed))
    opened(page, site_url + DILUTION)
    fill(page)
    expect(answer(page)).to_contain_text("A figure was wrong.")
    expect(main_figure(page)).to_have_count(0)


@pytest.mark.parametrize("part", ["answers/evaluate.js", "vendor/fraction.min.js", "form/form.js"])
def test_an_engine_that_is_not_whole_gives_a_refusal_and_no_number(
    browser: Browser, browser_context_args: dict[str, Any], site_url: str, part: str
) -> None:
    # A worker that has saved the file already would bring it in spite of the route.
    context = browser.new_context(**{**browser_context_args, "service_workers": "block"})
    page = context.new_page()
    page.route(f"**/static/{part}", lambda route: route.abort())
    opened(page, site_url + DILUTION)
    requests = watched(page)
    fill(page)
    expect(answer(page)).to_have_text(re.compile("No answer. This page cannot compute now."))
    assert [url for url in requests if "result" in url] == []
    context.close()


@pytest.mark.parametrize("how", ["does not come", "does not parse"])
def test_without_the_code_of_a_form_the_reader_is_told_and_the_server_answers(
    browser: Browser, browser_context_args: dict[str, Any], site_url: str, how: str
) -> None:
    context = browser.new_context(**{**browser_context_args, "service_workers": "block"})
    page = context.new_page()
    for part in ("form/form.js", "search.js"):
        page.route(
            f"**/static/{part}",
            lambda route: (
                route.abort()
                if how == "does not come"
                else route.fulfill(body="class {", content_type="text/javascript")
            ),
        )
    page.goto(site_url + DILUTION)
    expect(page.get_by_text("This browser cannot answer on the page.")).to_be_visible()
    fill(page)
    page.get_by_role("button", name="Calculate").click()
    expect(main_figure(page)).to_have_text("8\u00a0mL")
    page.goto(site_url)
    page.locator("#q").fill("storage")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.locator("#hits a").first).to_be_visible()
    context.close()


def test_without_popovers_a_mark_leads_to_its_source(page: Page, site_url: str) -> None:
    page.add_init_script("delete HTMLElement.prototype.popover;")
    page.goto(f"{site_url}/baclofen/monograph/storage/")
    page.locator(".mark").first.click()
    expect(page.locator("#source-1")).to_be_focused()


def test_an_engine_that_throws_gives_a_refusal_and_no_number(dilution: Page) -> None:
    dilution.evaluate("() => { Fraction.prototype.mul = () => { throw new TypeError('x'); }; }")
    fill(dilution)
    expect(answer(dilution)).to_have_text(re.compile("No answer. This page cannot compute now."))


def test_a_clock_that_cannot_be_right_stops_the_answer(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time("1999-12-31T12:00:00")
    opened(page, site_url + DILUTION)
    fill(page)
    expect(answer(page)).to_contain_text("Set its clock")
    expect(main_figure(page)).to_have_count(0)


def test_a_page_that_comes_back_into_view_asks_the_clock_anew(page: Page, site_url: str) -> None:
    page.clock.set_fixed_time("2026-11-22T12:00:00")
    opened(page, site_url + DILUTION)
    fill(page)
    expect(main_figure(page)).to_have_text("8\u00a0mL")
    page.clock.set_fixed_time("2099-11-22T12:00:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(answer(page)).to_contain_text("This calculator answers only before")
    expect(page.locator("#note-stock")).to_have_text("0.5\u00a0mg/mL = 500\u00a0mcg/mL")


def test_nothing_breaks_the_content_policy(
    browser: Browser, browser_context_args: dict[str, Any], site_url: str
) -> None:
    # As a reader's browser is, which lets a worker be registered.
    context = browser.new_context(**{**browser_context_args, "service_workers": "allow"})
    page = context.new_page()
    page.add_init_script(
        "globalThis.broken = []; document.addEventListener('securitypolicyviolation',"
        " (event) => broken.push(event.violatedDirective));"
    )
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    opened(page, site_url + DILUTION)
    fill(page)
    expect(main_figure(page)).to_have_text("8\u00a0mL")
    assert page.evaluate("broken") == []
    assert errors == []
    context.close()
