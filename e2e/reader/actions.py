"""What a reader does: each action with how often it is drawn, and when it can be done."""

from collections.abc import Callable, Mapping
from random import Random
from typing import TYPE_CHECKING

from e2e.reader import hands
from tests.dosing.cases import HOSTILE
from webref.dosing.entries import split_entries
from webref.dosing.spec import Calculator, Input

if TYPE_CHECKING:
    from e2e.reader.invariants import Look
    from e2e.reader.walk import Walk

Pairs = list[tuple[str, str]]
SIZES = ((360, 640), (640, 360), (320, 568), (412, 915))
LARGE = (180, 320)  # text of twice the size on a phone
WORDS = (
    "flow",
    "dose",
    "overdose",
    "baclofen",
    "alcohol",
    "zzz",
    "<b>",
    "",
    "2,000 mcg/mL",
    "drop",
)


def example(calculator: Calculator, random: Random) -> Pairs:
    """The entries of a worked example, the label first and what hangs on others below them."""
    entries = split_entries(calculator, dict(random.choice(calculator.examples).inputs))
    order = {item.id: place for place, item in enumerate(calculator.inputs, 1)}
    place = {name: order.get(name.removesuffix("_unit").removesuffix("_in"), 0) for name in entries}
    return sorted(entries.items(), key=lambda pair: place[pair[0]])


def one_entry(calculator: Calculator, random: Random) -> Pairs:
    """One field: of an example, a number, a hostile text, nothing, or another unit."""
    item = random.choice(calculator.inputs)
    kind = random.random()
    if kind < 0.3:
        return [pair for pair in example(calculator, random) if pair[0].startswith(item.id)]
    if item.options:
        return [(item.id, random.choice(item.options).id)]
    if item.units and kind < 0.5:
        return [(f"{item.id}_unit", random.choice(item.offered))]
    return [(item.id, _text(item, random))]


def _text(item: Input, random: Random) -> str:
    if item.kind in ("quantity", "number", "whole") and random.random() < 0.5:
        return str(random.choice((1, 2, 5, 25, 100, random.randint(0, 3000))))
    return random.choice((*HOSTILE, ""))


def every_entry_gone(calculator: Calculator) -> Pairs:
    """Every field emptied, as a hand does one after the other."""
    return [(item.id, "") for item in calculator.inputs if not item.options]


def labels(calculator: Calculator, random: Random) -> Pairs:
    """Another label, where there is one to choose."""
    return [("label", random.choice(calculator.labels).id)] if calculator.labels else []


Act = Callable[["Walk"], str]
Can = Callable[["Look"], object]


def _can(name: str) -> Can:
    return lambda look: look["can"][name]


def _calculates(look: "Look") -> object:
    return look["calculator"]


def _entering(make: Callable[[Calculator, Random], Pairs]) -> Act:
    return lambda walk: hands.enter(walk, make(hands.calculator(walk), walk.random))


def _tapping(css: str) -> Act:
    return lambda walk: hands.tap(walk, css)


LINKS = "main a[href^='/'], header a[href^='/']"
BUTTONS = "main button:not([data-action=print]):not([data-do]):not([data-act]):not([data-banner] *)"

# Name: how often, when, and what is done.
ACTIONS: Mapping[str, tuple[float, Can, Act]] = {
    "example": (24, _calculates, _entering(example)),
    "entry": (30, _calculates, _entering(one_entry)),
    "label": (6, _calculates, _entering(labels)),
    "empty": (3, _calculates, _entering(lambda calculator, _: every_entry_gone(calculator))),
    "calculator": (8, bool, lambda walk: hands.tap(walk, "a[href*='/calculators/']")),
    "link": (8, _can("link"), _tapping(LINKS)),
    "dock": (6, _can("dock"), _tapping(".dock a")),
    "back": (9, _can("back"), lambda walk: hands.step(walk, -1)),
    "forward": (5, _can("forward"), lambda walk: hands.step(walk, 1)),
    "held": (12, _can("held"), _tapping("[data-held]")),
    "preset": (3, _can("preset"), _tapping(".preset")),
    "carry": (5, _can("carry"), _tapping("[data-carry] button")),
    "button": (4, _can("button"), _tapping(BUTTONS)),
    "tick": (4, _can("tick"), _tapping("main input[type=checkbox], main .chips input")),
    "fold": (4, _can("fold"), _tapping("main summary")),
    "find": (4, _can("find"), lambda walk: hands.find(walk, walk.random.choice(WORDS))),
    "reload": (2, bool, lambda walk: hands.reload(walk)),
    "open": (2, bool, lambda walk: hands.open_another(walk)),
    "window": (3, bool, lambda walk: hands.other(walk)),
    "rotate": (3, bool, lambda walk: hands.resize(walk, walk.random.choice(SIZES))),
    "text size": (1, bool, lambda walk: hands.resize(walk, LARGE)),
    "theme": (2, bool, lambda walk: hands.theme(walk)),
    "publish": (1, bool, lambda walk: hands.publish(walk)),
    "offer": (8, _can("open"), lambda walk: hands.accept(walk)),
    "recall": (1, bool, lambda walk: hands.recall(walk)),
}
