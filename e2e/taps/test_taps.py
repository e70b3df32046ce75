"""A tap puts the page in place of the one that is shown, with no server and nothing loaded."""

import pytest
from playwright.sync_api import expect

from e2e.night import members
from e2e.taps.hand import CALCULATE, MONOGRAPH, Hand
from e2e.waiting import until

DILUTION = "/baclofen/calculators/dilution/"
SCREENING = "/baclofen/protocols/screening/us/"
KINETICS = "/baclofen/monograph/kinetics/"
# Of every kind of page one, and where a link leads to it.
KINDS = {
    "/": "/baclofen/contents/",
    "/baclofen/emergency/overdose/": "/",
    "/baclofen/calculators/": "/",
    DILUTION: "/baclofen/calculators/",
    "/baclofen/protocols/": "/",
    "/baclofen/protocols/screening/": "/baclofen/protocols/",
    SCREENING: "/baclofen/protocols/screening/",
    "/baclofen/protocols/refill-visit/": "/baclofen/protocols/",
    "/baclofen/monograph/": "/",
    KINETICS: "/baclofen/monograph/",
    "/baclofen/differences/": "/baclofen/contents/",
    "/baclofen/interactions/": "/baclofen/contents/",
    "/baclofen/events/": "/baclofen/contents/",
    "/baclofen/compare/": "/baclofen/contents/",
    "/baclofen/appraisal/": "/baclofen/contents/",
    "/baclofen/sources/": "/baclofen/contents/",
    "/baclofen/list/": "/baclofen/contents/",
    "/baclofen/contents/": "/baclofen/monograph/",
    "/baclofen/without-scripts/": "/baclofen/contents/",
}
# Those with scripts, styles or tables of their own; the others are put in place by night.
BY_DAY = (
    "/",
    "/baclofen/emergency/overdose/",
    DILUTION,
    SCREENING,
    KINETICS,
    "/baclofen/interactions/",
    "/baclofen/list/",
)
# All that a page is: what a reader meets, and what scripts read. What was opened lately is its own.
WHOLE = """() => {
  const copy = document.documentElement.cloneNode(true);
  const kept = "title, [name=description], [type*=ld]";
  for (const gone of copy.querySelectorAll(`head > :not(${kept}), noscript`)) gone.remove();
  for (const own of copy.querySelectorAll("#pinned, #recent, body > [role=status]")) own.remove();
  copy.querySelector("h1").removeAttribute("tabindex");
  copy.removeAttribute("data-marked");
  const lines = copy.outerHTML.replaceAll("&nbsp;", " ").split(">");
  return lines.map((line) => line.trim()).filter(Boolean);
}"""


def whole(hand: Hand) -> list[str]:
    """All that the page is, once its scripts have added what they add, a form's last of all."""
    if hand.page.locator("#calculator").count():
        expect(hand.page.locator("#calculator[data-answering]")).to_be_attached()
    found: list[str] = []
    # As long as a script or an answer still changes it, the page is not yet what it will be.
    for _ in range(20):
        before = found
        hand.page.wait_for_timeout(400)
        found = hand.page.evaluate(WHOLE)
        if found == before:
            break
    return found


@pytest.mark.parametrize("address", members({kind: (kind,) for kind in KINDS}, BY_DAY))
def test_a_page_that_is_put_in_place_is_the_page_that_is_loaded(hand: Hand, address: str) -> None:
    hand.open(KINDS[address])
    hand.tap(f"a[href='{address}']:visible")
    assert hand.is_marked()
    assert hand.page.evaluate("scrollY") == 0
    expect(hand.page.locator("h1")).to_be_focused()
    put = whole(hand)
    hand.page.goto(hand.url + address)
    expect(hand.page.locator("[data-offline=ready]").first).to_be_attached()
    assert put == whole(hand)


def test_a_screen_reader_is_told_the_new_page(hand: Hand) -> None:
    hand.open("/")
    said = hand.page.locator("body > [role=status]")
    expect(said).to_have_text("")
    hand.tap(CALCULATE)
    expect(said).to_have_text(hand.page.title())
    here = hand.page.locator(".dock [aria-current]")
    expect(here).to_have_count(1)
    expect(here).to_have_text("Calculate")


def test_a_key_that_leads_to_the_search_box_is_not_led_on_to_the_heading(hand: Hand) -> None:
    hand.open("/baclofen/contents/")
    hand.tap(MONOGRAPH)
    hand.page.keyboard.press("/")
    hand.stands("/")
    assert hand.is_marked()
    hand.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    expect(hand.page.locator("#q")).to_be_focused()
    expect(hand.page.locator("h1")).to_have_attribute("tabindex", "-1")


def test_back_and_forward_lead_to_where_the_reader_was(hand: Hand) -> None:
    hand.open("/baclofen/contents/")
    link = hand.page.locator(f"main a[href='{KINETICS}']").first
    link.scroll_into_view_if_needed()
    left = hand.page.evaluate("scrollY")
    assert left > 200
    hand.tap(link)
    hand.page.evaluate("scrollTo(0, 300)")
    hand.page.wait_for_timeout(100)
    hand.tap(MONOGRAPH)
    hand.back(KINETICS)
    until(hand.page, "() => Math.abs(scrollY - 300) < 2")
    hand.back("/baclofen/contents/")
    until(hand.page, f"() => Math.abs(scrollY - {left}) < 2")
    hand.forward(KINETICS)
    until(hand.page, "() => Math.abs(scrollY - 300) < 2")
    assert hand.is_marked()
    expect(hand.page.locator("h1")).to_be_focused()


def test_after_a_reload_back_leads_on(hand: Hand) -> None:
    hand.open("/baclofen/contents/")
    hand.tap(f"main a[href='{KINETICS}']")
    hand.page.evaluate("scrollTo(0, 300)")
    until(hand.page, "() => history.state.place?.y === 300")
    hand.page.reload()
    until(hand.page, "() => Math.abs(scrollY - 300) < 2")
    hand.back("/baclofen/contents/")
    expect(hand.page.locator("h1")).to_have_text("Contents")


TAKEN = """() => {
  const { match } = CacheStorage.prototype;
  globalThis.taken = [];
  CacheStorage.prototype.match = async function (path, ...more) {
    const found = await match.call(this, path, ...more);
    taken.push(path);
    return found;
  };
}"""
TOP = "(css) => document.querySelector(css).getBoundingClientRect().top"
ASKED = """(path) => performance.getEntriesByType("resource")
  .filter(({ name }) => new URL(name).pathname === path).length"""


def test_a_page_whose_link_is_in_view_is_at_hand_before_the_tap(hand: Hand) -> None:
    hand.page.add_init_script(f"({TAKEN})()")
    hand.open("/baclofen/calculators/")
    link = hand.page.locator(f"main a[href='{DILUTION}']")
    link.scroll_into_view_if_needed()
    until(hand.page, f"() => taken.includes({DILUTION!r})")
    hand.page.wait_for_timeout(100)  # until it is read
    hand.tap(link)
    assert hand.is_marked()
    hand.back("/baclofen/calculators/")
    hand.tap(link)
    assert hand.page.evaluate(ASKED, DILUTION) == 0  # neither tap asked the worker for it


def test_the_tap_that_comes_last_counts(hand: Hand) -> None:
    hand.open("/")
    hand.page.evaluate(
        f"""() => {{ document.querySelector('{CALCULATE}').click();
          document.querySelector('{MONOGRAPH}').click(); }}"""
    )
    hand.stands("/baclofen/monograph/")
    hand.page.wait_for_timeout(300)
    hand.stands("/baclofen/monograph/")
    hand.back("/")


def test_a_step_of_a_protocol_is_walked_left_and_found_again(hand: Hand) -> None:
    hand.open("/baclofen/protocols/screening/")
    hand.tap(f"a[href='{SCREENING}']")
    page = hand.page
    page.locator(".answer:visible", has_text="An adult, or a child").click()
    expect(page.get_by_role("region", name="Infection", exact=True)).to_be_focused()
    page.locator(".answer:visible", has_text="No infection").click()
    step = page.get_by_role("region", name="Before the first bolus", exact=True)
    expect(step).to_be_visible()
    hand.tap(CALCULATE)
    hand.back(SCREENING)
    assert page.url.endswith("#age.infection.ready")
    expect(step).to_be_visible()
    expect(page.locator(".step:visible")).to_have_count(1)
    page.evaluate("history.back()")
    expect(page.get_by_role("region", name="Infection", exact=True)).to_be_visible()
    expect(page.locator(".step:visible")).to_have_count(1)
    assert hand.is_marked()


def test_a_heading_of_another_page_is_led_to(hand: Hand) -> None:
    hand.open("/")
    page = hand.page
    page.evaluate(
        """() => { const link = document.createElement("a");
          link.href = "/baclofen/differences/#d20"; link.textContent = "D20";
          document.querySelector("main").prepend(link); }"""
    )
    hand.tap(page.get_by_role("link", name="D20"))
    assert hand.is_marked()
    expect(page.locator("#d20")).to_be_in_viewport()
    assert page.evaluate("document.querySelector(':target').id") == "d20"
    page.wait_for_timeout(200)  # the heights above it are known, and it has moved to the top
    top = page.evaluate(TOP, "#d20")
    hand.tap(CALCULATE)
    hand.back("/baclofen/differences/")
    until(page, f"() => Math.abs(({TOP})('#d20') - {top}) < 2")


@pytest.mark.parametrize("name", ["differences", "events"])
def test_back_leads_to_what_stood_there_where_the_heights_above_it_are_guessed(
    hand: Hand, name: str
) -> None:
    hand.open("/baclofen/contents/")
    page = hand.page
    hand.tap(f"main a[href='/baclofen/{name}/']")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight * 0.6)")
    page.wait_for_timeout(200)
    seen = page.evaluate("document.elementFromPoint(180, 200).closest('main [id]').id")
    top = page.evaluate(TOP, f"#{seen}")
    hand.tap(CALCULATE)
    hand.back(f"/baclofen/{name}/")
    until(page, f"() => Math.abs(({TOP})('#{seen}') - {top}) < 2")
