"""What holds of the real edition in every engine: places, answers, figures, the phone alone."""

import hashlib
import json
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from e2e.back.agreement import wait_for
from e2e.back.hand import Hand
from e2e.offline.faults import FaultServer
from e2e.offline.tiny import notice_list
from e2e.parity.engine import DIGESTS, LOAD, NOTE, TEMPLATE, plain, python_answer
from e2e.running import PACK, WEBREF, listing
from e2e.width import BEYOND
from tests.dosing.cases import example_cases, random_cases
from webref.dosing.entries import split_entries
from webref.dosing.spec import Calculator
from webref.dosing.units import Dimension, unit_of
from webref.outputs.trees import tree_text

SCREEN = (390, 844)
HIGHEST_DOCK = 110  # two rows of links; a marker above each made it 145
SAVED = "document.querySelector('[data-offline-text]').textContent.startsWith('Saved offline: ')"
ANSWERED = "document.querySelector('#calculator[data-answering]') !== null"

# Again and again: what is laid out on the way is higher than was guessed.
TO_END = "scrollTo(0, document.documentElement.scrollHeight)"

PLACES = """(() => {
  const box = (css) => document.querySelector(css)?.getBoundingClientRect();
  const of = ({ top, bottom, height } = {}) => ({ top, bottom, height });
  const root = document.documentElement;
  const isSeen = (one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  };
  const glance = document.querySelector("#glance:not([hidden])");
  return {
    high: innerHeight, wide: BEYOND,
    dock: of(box(".dock")), emergency: of(box(".dock-emergency")),
    glance: glance && { ...of(glance.getBoundingClientRect()), isSeen: isSeen(glance) },
    isEndSeen: box("footer.edition").bottom <= box(".dock").top + 1,
    isStateSeen: isSeen(document.querySelector(".unchecked")),
  };
})()""".replace("BEYOND", BEYOND)

# Figures whose number and unit stand in two lines.
PARTED = r"""(() => {
  const found = [];
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    for (const { 0: figure, index } of node.data.matchAll(/\d\u00a0[^\s\u00a0,;:.()]+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + figure.length);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (lines.some(({ top, bottom }) => top >= lines[0].bottom || bottom <= lines[0].top)) {
        found.push(figure);
      }
    }
  }
  return found;
})()"""

# At once, since a driver may hand each script a world of its own.
ANSWER_ALL = f"""async ([loaded, cases]) => {{
  await ({LOAD})(loaded);
  return ({DIGESTS})(cases);
}}"""


def stands_where_it_should(hand: Hand, site: str, calculator: Calculator) -> None:
    """Pages fit the screen, the dock covers neither state nor end, and the answer follows on it."""
    for page in ("", "emergency/overdose/", "monograph/kinetics/", "protocols/restart/us/"):
        hand.open(f"{site}/{PACK}/{page}" if page else f"{site}/")
        wait_for(hand, "document.readyState", "complete")
        _fits(hand.ask(PLACES), page)
        wait_for(hand, f"({TO_END}, {PLACES}.isEndSeen)")
    _answer_follows(hand, site, calculator)


def _fits(found: Mapping[str, Any], page: str) -> None:
    assert found["wide"] <= 0, page
    assert found["dock"]["height"] <= HIGHEST_DOCK, page
    assert abs(found["dock"]["bottom"] - found["high"]) <= 1, page
    assert found["isStateSeen"], page


def _answer_follows(hand: Hand, site: str, calculator: Calculator) -> None:
    fill(hand, site, calculator)
    hand.ask("(scrollTo(0, 0), true)")
    if hand.ask(PLACES)["glance"] is None:  # the answer has room below the entries here
        hand.ask(f"({TO_END}, true)")
    wait_for(hand, f"{PLACES}.glance?.isSeen ?? false")
    found = hand.ask(PLACES)
    assert abs(found["glance"]["bottom"] - found["emergency"]["top"]) <= 2


def figures_agree(hand: Hand, site: str, calculators: Iterable[Calculator]) -> None:
    """Typed into the page, an example gives the figures of `webref calc --json`; none is parted.

    One calculator is tried for each kind of unit.
    """
    for calculator in of_each_kind_of_unit(calculators):
        _figures_agree(hand, site, calculator)
        assert hand.ask(PARTED) == [], calculator.id


def of_each_kind_of_unit(calculators: Iterable[Calculator]) -> list[Calculator]:
    """Calculators whose first worked examples together have an entry in a unit of every kind.

    Those that ask for a date or a time are left out: what one types there hangs on the browser.
    """
    chosen: list[Calculator] = []
    seen: set[Dimension] = set()
    for calculator in calculators:
        example = calculator.examples[0]
        units = {
            value
            for name, value in split_entries(calculator, dict(example.inputs)).items()
            if name.endswith("_unit")
        }
        kinds = {unit_of(unit).dimension for unit in units}
        is_typed = not {item.kind for item in calculator.inputs} & {"date", "moment", "clock"}
        if kinds - seen and is_typed and example.status in ("ok", "warn"):
            chosen.append(calculator)
            seen |= kinds
    return chosen


def fill(hand: Hand, site: str, calculator: Calculator) -> None:
    """Enter the first worked example as a hand does."""
    hand.open(f"{site}/{PACK}/calculators/{calculator.id}/")
    wait_for(hand, ANSWERED)
    hand.ask(
        "document.querySelectorAll('#calculator details').forEach((it) => { it.open = true; })"
    )
    entries = split_entries(calculator, dict(calculator.examples[0].inputs))
    order = [item.id for item in calculator.inputs]
    asked = {item.id: item for item in calculator.inputs}
    for name in sorted(entries, key=lambda name: _place(name, order)):
        radio = f"#calculator [name='{name}'][type=radio][value='{entries[name]}']"
        if hand.ask(f'document.querySelector("{radio}") !== null'):
            hand.tap(radio)
        elif name in asked:
            hand.type(f"#in-{name}", entries[name])


def _place(name: str, order: Sequence[str]) -> tuple[int, str]:
    own = name.removesuffix("_unit").removesuffix("_in")
    return (order.index(own) if own in order else -1, name)


def _figures_agree(hand: Hand, site: str, calculator: Calculator) -> None:
    fill(hand, site, calculator)
    typed = [f"{name}={value}" for name, value in calculator.examples[0].inputs]
    command: list[str | Path] = [WEBREF, "calc", calculator.id, *typed, "--json", "--pack", PACK]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    record = json.loads(done.stdout)
    wanted = [one["value"] for one in record["outputs"].values() if one["value"]]
    assert wanted, done.stdout + done.stderr
    shown = str(hand.ask("document.querySelector('#answer').textContent"))
    for one in wanted:
        assert re.search(rf"(?<![\d.,]){re.escape(one)}(?![\d/])", shown), (calculator.id, shown)


def same_bytes(hand: Hand, address: str, calculators: Iterable[Calculator], count: int) -> None:
    """The page's engine gives Python's bytes, for worked examples and so many drawn at random."""
    hand.open(address)
    for calculator in calculators:
        cases = [*example_cases(calculator), *random_cases(calculator, 1, count)]
        loaded = [tree_text(calculator), TEMPLATE, NOTE]
        digests = hand.run(ANSWER_ALL, [loaded, [plain(case) for case in cases]])
        for case, digest in zip(cases, digests, strict=True):
            body = python_answer(calculator, case)[1].encode()
            assert hashlib.sha256(body).hexdigest() == digest, (calculator.id, case)


def opens_alone(hand: Hand, host: FaultServer) -> None:
    """Every page opens with the server stopped, none wider than the screen, no figure parted."""
    hand.open(host.url)
    wait_for(hand, SAVED)
    host.stop()
    pages = [file["url"] for file in listing(host.folder)["files"] if file["url"].endswith("/")]
    for url in pages:
        hand.open(host.url + url)
        name = "home" if url == "/" else url.removeprefix(f"/{PACK}").strip("/")
        assert hand.ask("document.body.dataset.page") == name, url
        assert hand.ask(BEYOND) <= 0, url
        assert hand.ask(PARTED) == [], url


def recall_is_kept(hand: Hand, host: FaultServer) -> None:
    """A recalled calculator answers nothing, with the server and without it."""
    calculator = "calculators/concentration"
    text = "The rounding is being checked."
    about = {"id": "n1", "date": "2026-11-22", "level": "withdrawn", "subject": calculator}
    hand.open(host.url)
    wait_for(hand, SAVED)
    (host.folder / "notices.json").write_text(notice_list({**about, "text": text}, sequence=1))
    for _ in ("with the server", "without it"):
        hand.open(f"{host.url}/{PACK}/{calculator}/")
        said = "document.querySelector('[data-banner=notice-n1]')?.textContent.includes"
        wait_for(hand, f"{said}({json.dumps(text)}) ?? false")
        assert hand.ask("typeof Response.json") == "undefined"
        wait_for(hand, ANSWERED)
        for css, words in {"#in-mass": "10", "#in-volume": "5"}.items():
            hand.type(css, words)
        answer = "document.querySelector('#answer').textContent.includes"
        wait_for(hand, f"{answer}({json.dumps(text)})")
        assert hand.ask("document.querySelectorAll('#answer .pair-value').length") == 0
        host.stop()
