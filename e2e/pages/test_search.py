"""Search on the page: the server's very hits, with no question sent, within two frames."""

import random
import urllib.parse
import urllib.request
from typing import Any

from playwright.sync_api import Browser, Page, expect

from e2e.offline.faults import FaultServer
from tests.outputs.letters import SPELLING, letters
from tests.outputs.questions import QUESTIONS

ASK = """async ([questions]) => {
  const { answer } = await import("/static/search.js");
  const found = [];
  for (const q of questions) found.push(await answer(new URLSearchParams({ q }).toString()));
  return found;
}"""


def opened(page: Page, site_url: str) -> None:
    page.goto(site_url)
    expect(page.locator("#search[data-answering]")).to_be_attached()


def words(page: Page) -> list[str]:
    """The words of the index, those shown and those hidden."""
    said = page.evaluate(
        """async () => { const index = await (await fetch("/search.json")).json();
          const said = index.entries.map((one) => `${one.title} ${one.says}`);
          return [index.words, ...said].join(" "); }"""
    )
    return sorted(set(said.split()))


def slipped(word: str, chance: random.Random) -> str:
    """The word with a letter lost, doubled or swapped."""
    at = chance.randrange(len(word))
    return chance.choice(
        [word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:], word[::-1], word[:at]]
    )


def test_page_and_server_find_the_same(page: Page, site_url: str) -> None:
    opened(page, site_url)
    chance = random.Random(20261122)
    known = words(page)
    questions = ["", " ", "the", "withdrawl", "µg", "ITB", "50 mcg", "<b>\"'&", "\u0130", "é", "١"]
    questions += [question["ask"] for question in QUESTIONS]
    questions += ["prüfen", "ΜΥΣ", "ﬁts", "й", "1,000 mcg", ".5 mg"]
    questions += ["ketamine", "overdose warfarin"]
    for _ in range(300):
        some = [chance.choice(known) for _ in range(chance.randint(1, 3))]
        questions.append(" ".join(chance.choice([word, slipped(word, chance)]) for word in some))
    for question, here in zip(questions, page.evaluate(ASK, [questions]), strict=True):
        address = f"{site_url}/search?{urllib.parse.urlencode({'q': question})}"
        asked = urllib.request.Request(address, headers={"Webref-Fragment": "true"})
        with urllib.request.urlopen(asked) as answer:
            assert here == answer.read().decode(), question


def test_page_and_server_split_and_fold_every_letter_alike(page: Page, site_url: str) -> None:
    opened(page, site_url)
    asked = [f"x{letter}x {letter}" for letter in letters()]
    here = page.evaluate(
        """async (texts) => {
          const { Spelling } = await import("/static/words.js");
          const index = await (await fetch("/search.json")).json();
          const spelling = new Spelling(index.spelling);
          return texts.map((text) => spelling.words(text));
        }""",
        asked,
    )
    assert here == [SPELLING.words(text) for text in asked]


def test_typing_finds_and_sends_nothing(page: Page, site_url: str) -> None:
    opened(page, site_url)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#q").press_sequentially("withdrawl")
    expect(page.locator("#hits .found")).to_have_text(
        "No page has “withdrawl”. Showing withdrawal."
    )
    expect(page.locator("#hits-said")).to_contain_text("Showing withdrawal")
    expect(page.locator("#hits li").first).to_contain_text("Emergency card")
    assert not [url for url in asked if "/search?" in url or "withdraw" in url]


def test_nothing_is_opened_unasked_and_a_tap_opens_the_hit(page: Page, site_url: str) -> None:
    opened(page, site_url)
    page.locator("#q").fill("dilution")
    expect(page.locator("#hits .hits")).to_be_visible()
    page.locator("#q").press("Enter")
    expect(page).to_have_url(f"{site_url}/")
    page.locator("#hits a").first.tap()
    expect(page).not_to_have_url(f"{site_url}/")


def test_the_index_is_fetched_when_the_box_is_first_touched(page: Page, site_url: str) -> None:
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, site_url)
    before = [url for url in asked if url.endswith("/search.json")]
    page.locator("#q").focus()
    with page.expect_response("**/search.json"):
        page.locator("#q").press("a")
    assert before == []


def test_search_survives_the_server(
    browser: Browser, browser_context_args: dict[str, Any], files_host: FaultServer
) -> None:
    context = browser.new_context(**{**browser_context_args, "service_workers": "allow"})
    page = context.new_page()
    page.goto(files_host.url)
    expect(page.locator("[data-offline=ready]").first).to_be_visible(timeout=60_000)
    files_host.stop()
    page.goto(files_host.url)
    expect(page.locator("#search[data-answering]")).to_be_attached()
    page.locator("#q").fill("renal")
    expect(page.locator("#hits .hits")).to_be_visible()
    context.close()
