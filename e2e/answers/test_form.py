"""A calculator's page in the hand: answering as one types."""

import re

from playwright.sync_api import Page, expect

from e2e.answers.filling import DILUTION, answer, fill, main_figure, watched


def test_an_answer_appears_as_one_types_and_no_entry_leaves_the_page(dilution: Page) -> None:
    requests = watched(dilution)
    fill(dilution)
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    # As the keyboard's Go does in a form with one field.
    dilution.evaluate("document.querySelector('#calculator').requestSubmit()")
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    assert dilution.url.endswith(DILUTION)
    assert [url for url in requests if "result" in url] == []


def test_the_page_answers_when_nothing_else_does(dilution: Page) -> None:
    dilution.wait_for_load_state("networkidle")  # the engine comes after the form
    dilution.route("**/*", lambda route: route.abort())
    fill(dilution)
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")


def test_the_page_says_what_the_server_says(dilution: Page, site_url: str) -> None:
    fill(dilution)
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    worksheet = dilution.locator("[data-action=worksheet]")
    expect(worksheet).to_have_attribute("href", re.compile("volume=20"))
    leads = worksheet.get_attribute("href")
    assert leads
    query = leads.partition("?")[2]
    served = dilution.request.get(
        f"{site_url}{DILUTION}result?{query}", headers={"Webref-Fragment": "true"}
    ).text()
    ours = answer(dilution).inner_html()
    readout = re.compile(r'<section class="readout".*?</section>', re.DOTALL)
    as_parsed = dilution.evaluate(
        "(html) => { const box = document.createElement('div'); box.innerHTML = html;"
        " return box.innerHTML; }",
        served,
    )
    assert readout.findall(ours) == readout.findall(as_parsed) != []


def test_the_new_answer_takes_the_old_one_s_place_in_the_tick_of_the_keystroke(
    dilution: Page,
) -> None:
    fill(dilution)
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    stood = dilution.evaluate(
        """() => ["2", "x", ""].map((volume) => {
            const field = document.querySelector("#in-volume");
            field.value = volume;
            field.dispatchEvent(new Event("input", { bubbles: true }));
            return [document.querySelector("#answer .pair-value")?.textContent.trim() ?? null,
                document.querySelector("#note-volume").textContent.trim() !== "",
                field.getAttribute("aria-invalid"),
                document.querySelector("[data-action=copy]")?.hidden ?? null,
                document.querySelector("[data-share]").childElementCount > 0,
                document.querySelector("#glance").textContent.includes("mL")];
        })"""
    )
    refused = [None, True, "true", None, False, False]
    empty = [None, False, None, None, False, False]
    assert stood == [["0.8\u00a0mL", False, None, False, True, True], refused, empty]


def test_typing_the_same_again_answers_again(dilution: Page) -> None:
    fill(dilution)
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")
    dilution.locator("#in-volume").dispatch_event("input")
    expect(main_figure(dilution)).to_have_text("8\u00a0mL")


def test_the_answer_is_that_of_the_last_of_many_keystrokes(dilution: Page) -> None:
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
            watch.observe(box, { childList: true, characterData: true, subtree: true });
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
