"""What must be true of a page that a reader comes back to, in every engine."""

import time
from typing import Any

from e2e.back.hand import Hand

WAIT_S = 20
PAUSE_S = 0.6  # a browser blanks fields a little after it has shown the page

DILUTION = "/baclofen/calculators/dilution/"
ENTRIES = {"#in-stock": "0.5", "#in-target": "200", "#in-volume": "20"}
CHOICES = ("[name=stock_unit][value='mg/mL']", "[name=target_unit][value='mcg/mL']")
STANDS = """({
  typed: [...document.querySelectorAll("#calculator .field")].map((one) => one.value),
  chosen: document.querySelectorAll("#calculator [name$=_unit]:checked").length,
  units: [...document.querySelectorAll("#calculator [name$=_typed]")].map((one) => one.value),
  label: document.querySelector("#calculator [name=label]:checked")?.value ?? "",
  figure: document.querySelector("#answer .pair-value")?.textContent ?? "",
  copy: Boolean(document.querySelector("#answer [data-action=copy]:not([hidden])")),
})"""


def wait_for(hand: Hand, expression: str, what: object = True) -> None:
    """Wait until an expression has a value."""
    deadline = time.monotonic() + WAIT_S
    found: Any
    while (found := hand.ask(expression)) != what:
        assert time.monotonic() < deadline, f"{expression} is {found!r}"
        time.sleep(0.05)


def fill_dilution(hand: Hand, site: str) -> dict[str, Any]:
    """A dilution that is answered by 8 mL; what stands on the page then."""
    hand.open(site + DILUTION)
    wait_for(hand, "document.querySelector('#calculator[data-answering]') !== null")
    hand.tap("[name=label][value=us]")
    for css in CHOICES:
        hand.tap(css)
    for css, words in ENTRIES.items():
        hand.type(css, words)
    wait_for(hand, "document.querySelector('#answer .pair-value')?.textContent", "8\u00a0mL")
    stands = hand.ask(STANDS)
    assert isinstance(stands, dict)
    return stands


def go_elsewhere(hand: Hand, site: str) -> None:
    """Another page of the site, in the same window; the one that is left is marked."""
    hand.ask("(document.documentElement.dataset.left = '')")
    hand.open(site + "/baclofen/contents/")
    wait_for(hand, "document.querySelector('h1').textContent", "Contents")


def stands(hand: Hand) -> dict[str, Any]:
    """What stands on the page once it has answered, and whatever a browser does then is done."""
    wait_for(hand, "document.querySelector('#calculator[data-answering]') !== null")
    time.sleep(PAUSE_S)
    wait_for(hand, "document.querySelector('#answer').textContent.trim() !== ''")
    found = hand.ask(STANDS)
    assert isinstance(found, dict)
    return found


def emptied(whole: dict[str, Any]) -> dict[str, Any]:
    """The same calculator with no entry and no answer; the label is remembered."""
    nothing = {"typed": [""] * len(whole["typed"]), "units": [""] * len(whole["units"])}
    return {**whole, **nothing, "chosen": 0, "figure": "", "copy": False}


def held(whole: dict[str, Any]) -> dict[str, Any]:
    """The same entries before the reader has said whose they are."""
    return {**whole, "figure": "", "copy": False}


def is_kept(hand: Hand) -> bool:
    """Whether the browser kept the page that was left, and shows it again."""
    return bool(hand.ask("'left' in document.documentElement.dataset"))


def answer_agrees(hand: Hand, site: str) -> None:
    """After Back, and after a reload, an answer stands with its entries or not at all."""
    whole = fill_dilution(hand, site)
    go_elsewhere(hand, site)
    hand.back()
    wait_for(hand, "document.querySelector('#calculator') !== null")
    now, expected = stands(hand), held(whole) if is_kept(hand) else emptied(whole)
    assert now == expected, f"{now} and not {expected}"
    if is_kept(hand):
        hand.tap("#answer [data-held=use]")
        wait_for(hand, "document.querySelector('#answer .pair-value')?.textContent", "8\u00a0mL")
        assert stands(hand) == whole
    whole = fill_dilution(hand, site)
    hand.reload()
    now = stands(hand)
    assert now == emptied(whole), f"after a reload {now}"


ROWS = (
    "[...document.querySelectorAll('#interactions tbody tr')].filter((row) => !row.hidden).length"
)
WORDS = "document.querySelector('#filter-words').value"


def filter_agrees(hand: Hand, site: str) -> None:
    """After Back and after a reload, the rows shown are those of the words in the box."""
    hand.open(site + "/baclofen/interactions/")
    wait_for(hand, "document.querySelector('[data-filter]').hidden", False)
    every = hand.ask(ROWS)
    hand.type("#filter-words", "alcohol")
    wait_for(hand, f"{ROWS} < {every}")
    few = hand.ask(ROWS)
    go_elsewhere(hand, site)
    hand.back()
    for again in (None, hand.reload):
        if again:
            again()
        wait_for(hand, "document.querySelector('[data-filter]').hidden", False)
        time.sleep(PAUSE_S)
        assert hand.ask(ROWS) == (few if hand.ask(WORDS) == "alcohol" else every)


def hits_agree(hand: Hand, site: str) -> None:
    """After Back, hits stand below the words that found them or not at all."""
    hand.open(site + "/")
    wait_for(hand, "document.querySelector('#search[data-answering]') !== null")
    hand.type("#q", "storage")
    wait_for(hand, "document.querySelector('#hits a') !== null")
    go_elsewhere(hand, site)
    hand.back()
    wait_for(hand, "document.querySelector('#search[data-answering]') !== null")
    time.sleep(PAUSE_S)
    found = "document.querySelector('#hits a') !== null"
    wait_for(hand, f"({found}) === (document.querySelector('#q').value === 'storage')")


TICKS = "[...document.querySelectorAll('.ticks input')].map((one) => one.checked)"


def ticks_stand_over_back_alone(hand: Hand, site: str) -> None:
    """Ticks stand as they were left where the browser kept the page, and in no page opened anew."""
    hand.open(site + "/baclofen/protocols/refill-visit/")
    wait_for(hand, f"{TICKS}.length > 0")
    hand.tap(".ticks input")
    hand.tap(".ticks li:nth-child(2) input")
    ticked = hand.ask(TICKS)
    assert ticked[:3] == [True, True, False]
    go_elsewhere(hand, site)
    hand.back()
    wait_for(hand, f"{TICKS}.length > 3")
    time.sleep(PAUSE_S)
    assert hand.ask(TICKS) == (ticked if is_kept(hand) else [False] * len(ticked))
    hand.reload()
    wait_for(hand, f"{TICKS}.includes(true)", False)
