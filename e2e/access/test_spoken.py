"""What a screen reader is told: answers once and briefly, refusals, heads of tables, sources."""

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from webref.dosing.words import say

PLAN = "/baclofen/calculators/titration-plan/"
TEST_DOSE = "/baclofen/calculators/test-dose-volume/"

# Type a number a figure at a time, faster than anyone reads; every word said is noted.
TYPE = """async (figures) => {
  globalThis.heard = [];
  const status = document.querySelector("#answer-said");
  new MutationObserver(() => status.textContent && heard.push(status.textContent))
    .observe(status, { childList: true });
  const field = document.querySelector("#in-dose");
  for (const typed of figures) {
    field.value = typed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(done));
  }
}"""


@pytest.fixture
def test_dose(page: Page, site_url: str) -> Page:
    """The calculator of the test dose, with all but the dose chosen."""
    opened(page, site_url + TEST_DOSE)
    page.locator("input[name=label][value=us]").check(force=True)
    page.locator("input[name=dose_unit][value=mcg]").check(force=True)
    return page


def opened(page: Page, address: str) -> None:
    """Open a page with a form and wait until it is answered here."""
    page.goto(address)
    expect(page.locator("#calculator[data-answering]")).to_be_attached()


def said(page: Page) -> Locator:
    return page.get_by_role("status").and_(page.locator("#answer-said"))


def test_an_answer_is_said_once_and_in_few_words_when_typing_pauses(test_dose: Page) -> None:
    test_dose.evaluate(TYPE, ["5", "50"])
    words = "Baclofen. US CA Volume of the test strength; the labels agree: 1\u00a0mL"
    expect(said(test_dose)).to_have_text(words)
    assert test_dose.evaluate("heard") == [words]
    assert test_dose.locator("#answer [aria-live], #answer[aria-live]").count() == 0


def test_a_stop_is_said_by_its_title_and_an_entry_silences_it(test_dose: Page) -> None:
    test_dose.locator("#in-dose").fill("500")
    expect(said(test_dose)).to_contain_text("Stop: ")
    stop = test_dose.locator("#answer .check-stop b").inner_text()
    expect(said(test_dose)).to_have_text(f"Baclofen. {stop}")
    left = test_dose.evaluate(
        """() => {
            document.querySelector("#in-dose").dispatchEvent(new Event("input", { bubbles: true }));
            return document.querySelector("#answer-said").textContent;
        }"""
    )
    assert left == ""


def test_an_entry_cleared_by_another_is_named(page: Page, site_url: str) -> None:
    opened(page, f"{site_url}/baclofen/calculators/dilution/")
    page.locator("[data-more] summary").click()
    page.locator("#in-ampoule").fill("5")
    page.locator("input[name=label][value=ca]").check(force=True)
    expect(page.locator("#in-ampoule")).to_have_value("")
    expect(said(page)).to_have_text("Ampoule volume cleared. Stock is not entered yet.")


def test_nothing_is_said_before_anything_is_typed(page: Page, site_url: str) -> None:
    page.clock.install()
    opened(page, site_url + TEST_DOSE)
    expect(page.locator("#answer")).to_contain_text(say("entry.no-label"))
    page.clock.run_for(5000)
    expect(said(page)).to_have_text("")
    page.locator("#in-dose").fill("50")
    page.clock.run_for(5000)
    expect(said(page)).to_have_text(say("entry.no-label"))


def test_a_refusal_belongs_to_its_field_and_leads_there(test_dose: Page) -> None:
    field = test_dose.locator("#in-dose")
    field.fill(".5")
    refusal = say("number.point-first")
    expect(said(test_dose)).to_contain_text(refusal)
    expect(field).to_have_accessible_description(refusal)
    expect(field).to_have_attribute("aria-invalid", "true")
    test_dose.locator("#answer").get_by_role("link", name="Test dose").click()
    expect(field).to_be_focused()
    assert "#" not in test_dose.url


def test_a_refusals_link_leaves_a_protocol_at_its_step(page: Page, site_url: str) -> None:
    step = f"{site_url}/baclofen/protocols/screening/us/#age.infection.ready"
    opened(page, step)
    page.locator("#calculator").evaluate("(form) => form.scrollIntoView()")
    page.evaluate(
        """() => {
            const link = document.createElement("a");
            link.href = "#in-bolus";
            document.querySelector("#answer").append(link);
            link.click();
        }"""
    )
    assert page.url == step


def test_a_single_unit_is_heard_with_its_field(page: Page, site_url: str) -> None:
    opened(page, site_url + PLAN)
    page.locator("input[name=population][value=child]").check(force=True)
    expect(page.get_by_label("Age of a child")).to_have_accessible_description("years")


def test_the_choice_of_label_says_what_it_asks_and_what_it_remembers(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + TEST_DOSE)
    expect(page.locator("#calculator[data-answering]")).to_be_attached()
    choice = page.get_by_role("radiogroup", name="Follow which label?")
    expect(choice).to_have_accessible_description("choose one")
    choice.get_by_role("radio", name="Canada").check(force=True)
    expect(choice).to_have_accessible_description("kept on this device")


def test_a_copied_answer_is_said(test_dose: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    test_dose.locator("#in-dose").fill("50")
    expect(said(test_dose)).to_contain_text("Volume")
    test_dose.locator("[data-action=copy]").click()
    expect(said(test_dose)).to_have_text("Copied")


def test_the_rows_of_a_schedule_have_heads_and_a_name_on_a_phone(page: Page, site_url: str) -> None:
    query = (
        "label=us&population=adult&origin=spinal&pump=programmable"
        "&current=100&current_unit=mcg/day&step=10&step_unit=%25&count=3"
    )
    page.goto(f"{site_url}{PLAN}result?{query}")
    table = page.get_by_role("table", name="If the response is inadequate")
    expect(table.get_by_role("columnheader")).to_have_text(["Step", "Daily dose", "Rise"])


@pytest.mark.parametrize(
    "path", ["interactions/", "events/", "compare/", "monograph/kinetics/", "monograph/titration/"]
)
def test_tables_that_stand_as_cards_keep_their_heads(page: Page, site_url: str, path: str) -> None:
    page.goto(f"{site_url}/baclofen/{path}")
    for table in page.locator("main table").all():
        expect(table.get_by_role("columnheader").first).to_be_attached()
        assert table.get_by_role("rowheader").count() > 0
    cell = page.locator("td[data-head]:visible").first
    if cell.count():
        head = cell.get_attribute("data-head")
        assert head and head not in cell.aria_snapshot().splitlines()[0]


def test_an_opened_source_takes_the_focus_says_itself_and_gives_it_back(
    page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}/baclofen/monograph/screening/")
    assert page.evaluate("document.activeElement === document.body")
    mark = page.get_by_role("button", name="Source 1").first
    for leave in ("Enter", "Escape"):
        mark.focus()
        page.keyboard.press("Enter")
        close = page.locator("#source-1").get_by_role("button", name="Close")
        expect(close).to_be_focused()
        title = page.locator("#source-1-name").inner_text()
        expect(close).to_have_accessible_description(title)
        page.keyboard.press(leave)
        expect(page.locator("#source-1 .source-close")).to_be_hidden()
        expect(mark).to_be_focused()


def test_a_step_takes_the_focus_and_is_named_by_its_title(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/baclofen/protocols/screening/us/")
    page.get_by_role("link", name="An adult, or a child").press("Enter")
    step = page.get_by_role("region", name="Infection", exact=True)
    expect(step).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Change: Age")).to_be_focused()
    page.go_back()
    expect(page.get_by_role("heading", name="Age", exact=True)).to_be_visible()


LOOSE_NAMES = """() => {
  const named = (one) => one.getAttribute("aria-label") || one.caption?.textContent;
  const loose = [...document.querySelectorAll("main table")].filter((one) => !named(one));
  const leads = new Map();
  for (const link of document.querySelectorAll("main a[href$='.pdf']")) {
    const words = link.textContent.replace(/\\s+/g, " ").trim();
    leads.set(words, (leads.get(words) ?? new Set()).add(link.href));
  }
  const alike = [...leads].filter(([, places]) => places.size > 1).map(([words]) => words);
  return [...loose.map((one) => one.id || one.textContent.slice(0, 40)), ...alike];
}"""


def test_tables_and_documents_have_names_of_their_own(page: Page, site_url: str) -> None:
    for path in ("compare", "interactions", "events", "without-scripts", "pdfs"):
        page.goto(f"{site_url}/baclofen/{path}/")
        assert page.evaluate(LOOSE_NAMES) == [], path
