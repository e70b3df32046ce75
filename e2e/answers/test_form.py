"""A calculator's page in the hand: typing, clearing, remembering, handing over."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

DILUTION = "/baclofen/calculators/dilution/"
TITRATION = "/baclofen/calculators/titration/"


@pytest.fixture
def dilution(page: Page, site_url: str) -> Page:
    opened(page, site_url + DILUTION)
    return page


def opened(page: Page, address: str) -> None:
    """Open a calculator and wait until its form is answered here."""
    page.goto(address)
    expect(page.locator("#calculator[data-htmx-powered]")).to_be_attached()


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"input[name={name}][value='{value}']").check(force=True)


def fill(page: Page, stock: str = "0.5", target: str = "200", volume: str = "20") -> None:
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


def answer(page: Page):
    return page.locator("#answer")


def main_figure(page: Page):
    return page.locator("#answer .pair-value").first


def test_an_answer_appears_as_one_types_and_no_entry_leaves_the_page(dilution):
    requests = watched(dilution)
    fill(dilution)
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    # As the keyboard's Go does in a form with one field.
    dilution.evaluate("document.querySelector('#calculator').requestSubmit()")
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    assert dilution.url.endswith(DILUTION)
    assert [url for url in requests if "result" in url] == []


def test_the_page_answers_when_nothing_else_does(dilution):
    dilution.wait_for_load_state("networkidle")  # the engine comes after the form
    dilution.route("**/*", lambda route: route.abort())
    fill(dilution)
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")


def test_the_page_says_what_the_server_says(dilution, site_url):
    fill(dilution)
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    query = dilution.locator("[data-action=worksheet]").get_attribute("href").partition("?")[2]
    served = dilution.request.get(
        f"{site_url}{DILUTION}result?{query}", headers={"HX-Request": "true"}
    ).text()
    ours = answer(dilution).inner_html()
    readout = re.compile(r'<section class="readout".*?</section>', re.DOTALL)
    as_parsed = dilution.evaluate(
        "(html) => { const box = document.createElement('div'); box.innerHTML = html;"
        " return box.innerHTML; }",
        served,
    )
    assert readout.findall(ours) == readout.findall(as_parsed) != []


def test_the_old_answer_goes_in_the_tick_of_the_keystroke(dilution):
    fill(dilution)
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    left = dilution.evaluate(
        """() => {
            const field = document.querySelector("#in-volume");
            const before = document.querySelector("#answer").childElementCount;
            field.value = "2";
            field.dispatchEvent(new Event("input", { bubbles: true }));
            return [before > 0, document.querySelector("#answer").childElementCount,
                document.querySelector("#note-stock").textContent];
        }"""
    )
    assert left == [True, 0, ""]
    expect(main_figure(dilution)).to_have_text("0.8\u00a0mL")


def test_typing_the_same_again_answers_again(dilution):
    fill(dilution)
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    dilution.locator("#in-volume").dispatch_event("input")
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")


def test_the_answer_is_that_of_the_last_of_many_keystrokes(dilution):
    fill(dilution, volume="")
    shown = dilution.evaluate(
        """async () => {
            const field = document.querySelector("#in-volume");
            const seen = [];
            const box = document.querySelector("#answer");
            const watch = new MutationObserver(() => {
                const figure = box.querySelector(".pair-value");
                if (figure) seen.push([field.value, figure.textContent.trim()]);
            });
            watch.observe(box, { childList: true });
            for (let volume = 1; volume <= 40; volume += 1) {
                field.value = String(volume);
                field.dispatchEvent(new Event("input", { bubbles: true }));
                if (volume % 4 === 0) await new Promise((done) => setTimeout(done, volume % 3));
            }
            await new Promise((done) => setTimeout(done, 500));
            return seen;
        }"""
    )
    assert shown[-1] == ["40", "16\u00a0mL"]
    # 0.2 mg/mL of 0.5 mg/mL is two fifths of the volume that stood in the field at that moment.
    for volume, figure in shown:
        tenths = int(volume) * 4
        whole, rest = divmod(tenths, 10)
        assert figure == (f"{whole}.{rest}" if rest else str(whole)) + "\u00a0mL"


def test_a_unit_changed_after_the_number_was_typed_is_refused(dilution):
    fill(dilution)
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    choose(dilution, "stock_unit", "mcg/mL")
    expect(answer(dilution)).to_contain_text("The unit changed after the number was typed.")
    expect(dilution.locator("#in-stock")).to_have_attribute("aria-invalid", "true")
    dilution.locator("#in-stock").fill("500")
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    expect(dilution.locator("#in-stock")).not_to_have_attribute("aria-invalid", "true")


def test_the_first_unit_may_be_chosen_before_or_after_the_number(dilution):
    choose(dilution, "stock_unit", "mcg/mL")
    fill(dilution)
    # The number was typed as mcg/mL, and then mg/mL was chosen.
    expect(answer(dilution)).to_contain_text("The unit changed after the number was typed.")
    opened(dilution, dilution.url)
    fill(dilution)
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")


def test_an_entry_is_echoed_beside_its_field_and_a_refusal_takes_the_place(dilution):
    fill(dilution)
    note = dilution.locator("#note-stock")
    expect(note).to_have_text("0.5\u00a0mg/mL = 500\u00a0mcg/mL")
    expect(answer(dilution).locator(".input-note")).to_have_count(0)
    dilution.locator("#in-stock").fill(".5")
    expect(note).to_have_text("Type 0.5 with a zero first. A bare point can be missed.")
    expect(note).to_have_class(re.compile(r"\berror\b"))
    expect(dilution.locator("#in-stock")).to_have_value(".5")
    expect(answer(dilution)).to_contain_text("No answer.")
    expect(main_figure(dilution)).to_have_count(0)
    dilution.locator("#in-stock").fill("0.5")
    expect(note).to_have_text("0.5\u00a0mg/mL = 500\u00a0mcg/mL")
    expect(note).not_to_have_class(re.compile(r"\berror\b"))


def test_a_preset_fills_in_number_and_unit(dilution):
    fill(dilution, stock="3")
    choose(dilution, "stock_unit", "mcg/mL")
    dilution.get_by_role("button", name="2 mg/mL").click()
    expect(dilution.locator("#in-stock")).to_have_value("2")
    expect(dilution.locator("input[name=stock_unit]:checked")).to_have_value("mg/mL")
    expect(main_figure(dilution)).to_have_text("2\u00a0mL")


def test_no_label_is_chosen_on_a_first_visit_and_the_last_one_later(dilution, site_url):
    chosen = dilution.locator("input[name=label]:checked")
    expect(chosen).to_have_count(0)
    choose(dilution, "label", "ca")
    opened(dilution, site_url + TITRATION)
    expect(chosen).to_have_value("ca")
    expect(dilution.locator("[data-remembered]")).to_contain_text("remembered")
    expect(answer(dilution)).to_have_text("Choose patient.")


def test_a_device_that_keeps_nothing_is_not_said_to_remember(page, site_url):
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error(); };")
    opened(page, site_url + DILUTION)
    choose(page, "label", "ca")
    expect(page.locator("input[name=label]:checked")).to_have_value("ca")
    expect(page.locator("[data-remembered]")).to_have_text("")


def test_a_change_of_label_clears_what_hangs_on_it(dilution):
    fill(dilution)
    dilution.locator("#in-ampoule").fill("5")
    expect(answer(dilution)).to_contain_text("Ampoules")
    choose(dilution, "label", "ca")
    expect(dilution.locator("#in-ampoule")).to_have_value("")
    expect(dilution.locator("input[name=ampoule_typed]")).to_have_value("")
    expect(dilution.locator("#in-stock")).to_have_value("0.5")


def test_a_recall_takes_the_answer_away(page, site_url):
    notice = {
        "id": "recall-1",
        "date": "2026-11-22",
        "level": "withdrawn",
        "subject": "calculators/dilution",
        "text": "A figure was wrong.",
    }
    page.route("**/notices.json", lambda route: route.fulfill(json={"notices": [notice]}))
    opened(page, site_url + DILUTION)
    fill(page)
    expect(answer(page)).to_contain_text("A figure was wrong.")
    expect(main_figure(page)).to_have_count(0)


def test_the_text_to_copy_carries_the_time(dilution, context: BrowserContext):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy = dilution.locator("[data-action=copy]")
    expect(copy).to_be_hidden()
    fill(dilution)
    copy.click()
    expect(copy).to_have_text("Copied")
    text = dilution.evaluate("navigator.clipboard.readText()")
    assert "Stock: 0.5 mg/mL" in text
    assert re.search(r"\nTime: 20[0-9]{2}-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]$", text)
    dilution.locator("#in-volume").fill("")
    expect(copy).to_be_hidden()


def test_where_no_clipboard_is_allowed_the_text_is_shown_and_selected(dilution):
    dilution.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error()); }")
    fill(dilution)
    copy = dilution.locator("[data-action=copy]")
    copy.click()
    expect(copy).to_have_text("Select the text and copy it")
    copy.dispatch_event("click")
    assert dilution.evaluate("String(getSelection())").count("Time: ") == 1


def test_printing_and_the_worksheet_take_the_entries_along(dilution):
    worksheet = dilution.locator("[data-action=worksheet]")
    expect(worksheet).to_have_attribute("href", f"{DILUTION}worksheet.pdf")
    fill(dilution)
    expect(worksheet).to_have_attribute("href", re.compile(r"\?label=us&stock=0\.5&stock_unit=mg"))
    dilution.evaluate("() => { globalThis.print = () => { document.title = 'printed'; }; }")
    dilution.locator("[data-action=print]").click()
    expect(dilution).to_have_title("printed")


@pytest.mark.parametrize(
    "part", ["answers/evaluate.js", "vendor/fraction.min.js", "answers/form.js"]
)
def test_an_engine_that_is_not_whole_gives_a_refusal_and_no_number(page, site_url, part):
    page.route(f"**/static/{part}", lambda route: route.abort())
    opened(page, site_url + DILUTION)
    requests = watched(page)
    fill(page)
    expect(answer(page)).to_have_text(re.compile("No answer. This page cannot compute now."))
    assert [url for url in requests if "result" in url] == []


def test_an_engine_that_throws_gives_a_refusal_and_no_number(dilution):
    dilution.evaluate("() => { Fraction.prototype.mul = () => { throw new TypeError('x'); }; }")
    fill(dilution)
    expect(answer(dilution)).to_have_text(re.compile("No answer. This page cannot compute now."))


def test_a_clock_that_cannot_be_right_stops_the_answer(page, site_url):
    page.clock.set_fixed_time("1999-12-31T12:00:00")
    opened(page, site_url + DILUTION)
    fill(page)
    expect(answer(page)).to_contain_text("Set its clock")
    expect(main_figure(page)).to_have_count(0)


def test_a_page_that_comes_back_into_view_asks_the_clock_anew(page, site_url):
    page.clock.set_fixed_time("2026-11-22T12:00:00")
    opened(page, site_url + DILUTION)
    fill(page)
    expect(main_figure(page)).to_have_text("8\u00a0mL")
    page.clock.set_fixed_time("2099-11-22T12:00:00")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(answer(page)).to_contain_text("This calculator answers only before")
    expect(page.locator("#note-stock")).to_have_text("0.5\u00a0mg/mL = 500\u00a0mcg/mL")


def test_nothing_breaks_the_content_policy(page, site_url):
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


def test_without_scripts_the_form_is_sent_and_answered(browser, site_url):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + DILUTION)
    fill(page)
    page.get_by_role("button", name="Calculate").click()
    expect(main_figure(page)).to_have_text("8\u00a0mL")
    expect(page.locator("#in-stock")).to_have_value("0.5")
    expect(page.get_by_text("0.5\u00a0mg/mL = 500\u00a0mcg/mL")).to_be_visible()
    context.close()
