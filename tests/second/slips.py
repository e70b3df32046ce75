"""Slips drawn by a seed over worked examples, and what a second check makes of each."""

import json
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

from tests.dosing.cases import forms
from tests.packs import shipped
from webref.dosing.evaluate import evaluate
from webref.dosing.numbers import show
from webref.dosing.spec import Calculator, Input, Setting
from webref.dosing.units import unit_of
from webref.outputs.trees import tree_text

RUN = Path(__file__).with_name("run.mjs")
PACKS = ("baclofen", "dantrolene", "tizanidine")
EDITION = "0123456789ab"

KINDS = ("tenfold", "thousandfold", "time", "swapped", "strength", "label", "misread")
# What becomes of a slip: caught by the first two, or why it cannot be.
NAMED = "named"
NONE = "no answer on a side"
SAME = "the same value"
WARNED = "both alike, with a warning"
UNNOTICED = "both alike, unnoticed"

Form = dict[str, str]


@dataclass(frozen=True)
class Slip:
    """Entries as they should be, and as they were made; `both` people made them so."""

    kind: str
    calculator: Calculator
    right: Form
    wrong: Form
    field: str
    both: bool


def calculators() -> list[Calculator]:
    """Every calculator of the packs that come with webref."""
    return [one for name in PACKS for one in shipped(name).calculators.values()]


def answered_forms(calculator: Calculator) -> list[Form]:
    """The worked examples that have an answer."""
    return [form for form in forms(calculator) if evaluate(calculator, form, Setting()).answered]


def draw(seed: int, count: int) -> list[Slip]:
    """So many slips, of every kind in turn, every second one into both sides."""
    random = Random(seed)
    pool = [(one, answered_forms(one)) for one in calculators()]
    pool = [(one, found) for one, found in pool if found]
    slips: list[Slip] = []
    while len(slips) < count:
        at = len(slips)
        kind, both = KINDS[at // 2 % len(KINDS)], at % 2 == 1
        calculator, found = random.choice(pool)
        right = random.choice(found)
        made = _made(kind, calculator, right, found, random)
        if made:
            field, wrong = made
            slips.append(Slip(kind, calculator, right, wrong, field, both))
    return slips


def _made(
    kind: str, calculator: Calculator, right: Form, found: Sequence[Form], random: Random
) -> tuple[str, Form] | None:
    """A form with one slip in it and the field where it is; None where the form has no room."""
    numbers = [item for item in calculator.inputs if _number(right, item) is not None]
    made = [*_MAKERS[kind](calculator, right, numbers, found, random)]
    return random.choice(made) if made else None


def _number(form: Form, item: Input) -> Fraction | None:
    text = form.get(item.id, "")
    if item.kind not in ("quantity", "number", "whole") or not text or f"{item.id}_in" in form:
        return None
    return Fraction(text)


def _times(form: Form, item: Input, factor: Fraction) -> Form | None:
    """The entry multiplied; None where its field takes no such number."""
    number = _number(form, item)
    assert number is not None
    text = show(number * factor, 9).replace(",", "")
    exact = Fraction(text) == number * factor and len(text.partition(".")[0]) < 10
    whole = item.kind != "whole" or "." not in text
    return {**form, item.id: text} if exact and whole else None


def _scaled(factors: Sequence[str]) -> Any:
    def make(_: Calculator, right: Form, numbers: list[Input], *__: object) -> Iterator[Any]:
        for item in numbers:
            for factor in factors:
                if changed := _times(right, item, Fraction(factor)):
                    yield item.id, changed

    return make


def _thousandfold(
    calculator: Calculator, right: Form, numbers: list[Input], *rest: object
) -> Iterator[Any]:
    """The number kept under a unit a thousand times as large or small, else the number itself."""
    units = [*_other_units(right, numbers, (Fraction(1000), Fraction(1, 1000)))]
    yield from units or _scaled(("1000", "1/1000"))(calculator, right, numbers)


def _time(calculator: Calculator, right: Form, numbers: list[Input], *_: object) -> Iterator[Any]:
    """Per hour for per day: the unit, else what it does to the number."""
    day = Fraction(24)
    yield from _other_units(right, numbers, (day, 1 / day))
    timed = [item for item in numbers if any("/h" in one or "/day" in one for one in item.units)]
    yield from _scaled(("24", "1/24"))(calculator, right, timed)


def _other_units(
    form: Form, numbers: list[Input], factors: Sequence[Fraction]
) -> Iterator[tuple[str, Form]]:
    for item in numbers:
        unit = form.get(f"{item.id}_unit", "")
        for other in item.units:
            if unit in item.units and unit_of(other).factor / unit_of(unit).factor in factors:
                yield item.id, {**form, f"{item.id}_unit": other, f"{item.id}_typed": other}


def _swapped(_: Calculator, right: Form, numbers: list[Input], *__: object) -> Iterator[Any]:
    for at, one in enumerate(numbers):
        for other in numbers[at + 1 :]:
            yield one.id, {**right, one.id: right[other.id], other.id: right[one.id]}


def _strength(
    _: Calculator, right: Form, numbers: list[Input], found: Sequence[Form], __: Random
) -> Iterator[Any]:
    """Another product's strength: one offered beside the field, or of another example."""
    for item in numbers:
        if not item.presets and not any(unit.endswith(("/mL", "/tablet")) for unit in item.units):
            continue
        unit = f"{item.id}_unit"
        seen = {(one.value, one.unit) for one in item.presets}
        seen |= {(form[item.id], form[unit]) for form in found if {item.id, unit} <= form.keys()}
        for number, name in sorted(seen - {(right[item.id], right.get(unit, ""))}):
            yield item.id, {**right, item.id: number, unit: name, f"{item.id}_typed": name}


def _label(calculator: Calculator, right: Form, *_: object) -> Iterator[Any]:
    for label in calculator.labels:
        if "label" in right and label.id != right["label"]:
            yield "label", {**right, "label": label.id}


def _misread(
    calculator: Calculator, right: Form, _: object, found: Sequence[Form], __: Random
) -> Iterator[Any]:
    """What another order says in one place, put in the place of this one's."""
    for item in calculator.inputs:
        parts = [f"{item.id}{part}" for part in ("", "_unit", "_typed", "_in")]
        for form in found:
            taken = {part: form[part] for part in parts if part in form}
            if taken and item.id in right and taken.get(item.id) != right[item.id]:
                rest = {key: text for key, text in right.items() if key not in parts}
                yield item.id, rest | taken


_MAKERS: Mapping[str, Any] = {
    "tenfold": _scaled(("10", "1/10")),
    "thousandfold": _thousandfold,
    "time": _time,
    "swapped": _swapped,
    "strength": _strength,
    "label": _label,
    "misread": _misread,
}


def asked(
    trees: Sequence[Calculator], pairs: Sequence[object], displays: Sequence[object] = ()
) -> dict[str, list[dict[str, Any]]]:
    """What the page's scripts say of pairs of sides, and of displays; both name trees by place."""
    said = {"trees": [tree_text(one) for one in trees], "pairs": pairs, "displays": displays}
    with tempfile.TemporaryDirectory(prefix="webref-") as folder:
        done = subprocess.run(
            ["node", RUN, folder],
            input=json.dumps(said),
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
    return found


def checked(slips: Sequence[Slip]) -> list[dict[str, Any]]:
    """What a second check says of each slip: the second side holds it, or both do."""
    trees = list({id(one.calculator): one.calculator for one in slips}.values())
    place = {id(one): at for at, one in enumerate(trees)}
    pairs = []
    for slip in slips:
        at, wrong = place[id(slip.calculator)], urlencode(slip.wrong)
        first = wrong if slip.both else urlencode(slip.right)
        pairs.append([[at, first, EDITION], [at, wrong, EDITION]])
    return asked(trees, pairs)["checked"]


def outcome(slip: Slip, said: Mapping[str, Any]) -> str:
    """What became of a slip. AssertionError where a check said what cannot be."""
    differences = said["differences"]
    fields = {one["id"] for one in differences if one["kind"] == "entry"}
    assert said["agree"] == (not differences)
    if said["whys"][1]:
        assert any(one["kind"] == "none" and one["id"] == "second" for one in differences)
        return NONE
    assert (said["words"][0] == said["words"][1]) == said["agree"], said
    if slip.both:
        assert said["agree"], said
        return WARNED if said["warns"] else UNNOTICED
    if said["agree"]:
        return SAME
    assert slip.field in fields, said
    return NAMED


def table(seed: int, count: int) -> Counter[tuple[bool, str, str]]:
    """How many slips of each kind came out how, apart for one side and for both."""
    slips = draw(seed, count)
    said = checked(slips)
    return Counter(
        (slip.both, slip.kind, outcome(slip, one)) for slip, one in zip(slips, said, strict=True)
    )
