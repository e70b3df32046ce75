"""Few taps: how often a reader who holds the edition touches the screen until the answer stands.

A touch is whatever is no key of the keyboard: a link, a choice, a field to type into.
"""

import re

from playwright.sync_api import Locator, Page, expect

from e2e.answers.filling import unfold
from e2e.taps.hand import Hand


def choose(page: Page, name: str, value: str) -> None:
    """Choose a label, a unit or an option, as a finger does."""
    control = page.locator(f"input[name={name}][value='{value}']")
    page.locator("label").filter(has=control).click()
    expect(control).to_be_checked()


class Touches:
    """Touches of one reader, counted from a page that stands."""

    def __init__(self, hand: Hand) -> None:
        self.page = hand.page
        self.count = 0

    def link(self, found: Locator, title: str) -> None:
        """Tap a link, until its page stands under a title."""
        self.count += 1
        found.first.click()
        expect(self.page.locator("h1")).to_have_text(title)

    def choose(self, name: str, value: str) -> None:
        """Choose a label, a unit or an option."""
        self.count += 1
        choose(self.page, name, value)

    def type(self, name: str, words: str) -> None:
        """Touch a field, then keys alone."""
        self.count += 1
        self.page.locator(f"#in-{name}").fill(words)

    def ready(self) -> None:
        """Wait until the form that stands is answered."""
        expect(self.page.locator("#calculator[data-answering]")).to_be_attached()


def key(hand: Hand, page: str) -> Locator:
    """The key of Home that leads to a page."""
    return hand.page.locator(f"main .keys a[href='/baclofen/{page}/']")


def test_the_next_bolus_with_dose_volume_and_time_takes_three(hand: Hand) -> None:
    hand.open("/")
    touches = Touches(hand)
    touches.link(key(hand, "protocols/screening"), "Screening")
    ways = hand.page.get_by_role("link", name=re.compile("^50 mcg was given last"))
    way = ways.filter(has_text="response was less than desired")
    expect(way).to_contain_text("Taken as answered: An adult, or a child")
    touches.link(way, "Screening")
    step = hand.page.locator(".step:target")
    expect(step.locator("h2")).to_contain_text("Second bolus")
    expect(step.locator(".quantity-read")).to_have_text(["75\u00a0mcg", "1.5\u00a0mL"])
    touches.ready()
    touches.type("bolus", "2026-03-07T09:30")
    answer = hand.page.locator("#answer")
    expect(answer).to_contain_text("if the clocks do not change")
    expect(answer).to_contain_text("Sun 8 Mar 2026, 09:30")
    expect(answer).to_contain_text("Sun 8 Mar 2026, 10:30")  # nobody said that they stay
    assert touches.count == 3
    assert hand.is_marked()


def test_a_date_to_refill_takes_three_after_what_the_pump_holds(hand: Hand) -> None:
    hand.open("/baclofen/calculators/refill/")
    pump = Touches(hand)
    pump.ready()
    pump.choose("pump", "synchromed-ii")
    pump.type("reservoir", "20")
    pump.type("alarm", "2")
    pump.type("concentration", "500")
    pump.choose("concentration_unit", "mcg/mL")
    pump.choose("diluted", "no")
    touches = Touches(hand)
    touches.type("dose", "300")
    touches.choose("dose_unit", "mcg/day")
    touches.type("filled", "2026-11-22")
    expect(hand.page.locator("#answer")).to_contain_text("Tue 22 Dec 2026")
    assert touches.count == 3


def test_a_bolus_goes_from_protocol_to_start_and_titration_without_a_key(hand: Hand) -> None:
    """Dose, label, patient and where each is from go along; the range stands after one choice."""
    page = hand.page
    hand.open("/baclofen/protocols/screening/us/#age.infection.ready.first.second")
    touches = Touches(hand)
    page.locator(".answer:visible", has_text="Response good enough").click()
    way = page.locator("a[data-carry]:visible")
    expect(way).to_have_text("Carry 75\u00a0mcg to Starting daily dose")
    touches.link(way, "Starting daily dose")
    touches.ready()
    expect(page.locator(".carried")).to_have_text(re.compile(r"^75\s?mcg from Screening, .*, US"))
    expect(page.locator("#in-test_dose")).to_have_value("75")
    expect(page.locator("input[name=label][value=us]")).to_be_checked()
    assert "carry" not in page.url
    unfold(page)
    choose(page, "population", "adult")
    choose(page, "origin", "spinal")
    page.locator("#in-duration").fill("8")
    titration = page.locator("[data-carry] button", has_text="to Titration")
    expect(titration).to_have_text("Carry 150\u00a0mcg/day to Titration")
    touches = Touches(hand)
    touches.link(titration, "Titration")
    touches.ready()
    touches.choose("setting", "daily")
    expect(page.locator("#answer")).to_contain_text("165 to 195\u00a0mcg/day")
    assert touches.count == 2
    assert hand.is_marked()


def test_the_range_of_a_child_and_an_adult_stands_as_a_table_after_one(hand: Hand) -> None:
    hand.open("/")
    touches = Touches(hand)
    touches.link(key(hand, "calculators/titration"), "Titration")
    rows = hand.page.locator("#answer .lookup tbody tr")
    child = rows.filter(has_text="Daily titration").filter(has_text="Child")
    expect(child.first).to_contain_text("5%")
    expect(child.first).to_contain_text("15%")
    adult = rows.filter(has_text="Daily titration").filter(has_text="Spinal cord")
    expect(adult.first).to_contain_text("10%")
    expect(adult.first).to_contain_text("30%")
    assert touches.count == 1
