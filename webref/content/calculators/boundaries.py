"""Entries on the edges of a calculator, proposed as worked examples that nobody has checked."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from webref.dosing.calendar import NoDate
from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate, values_of
from webref.dosing.nodes import Binary, Compare, Node, walk
from webref.dosing.numbers import Refused, read_number, round_number, show
from webref.dosing.run import Absent, Unanswerable, number
from webref.dosing.spec import ANSWERED, Calculator, Example, Input, Setting
from webref.dosing.typed_units import split_unit

FINEST = 6  # decimals of an entry that is proposed
ORDERED = ("<", "<=", ">", ">=")

Inputs = dict[str, str]  # as typed, by name


def propose(calculator: Calculator) -> Iterator[Example]:
    """Entries that no worked example has yet, with what the engine answers and no source.

    Each answered example, one for every label and choice, is moved to every label and choice, to
    every preset, and to both sides of every limit that a condition of the calculator compares. The
    same entry under the same label that says the same as before is proposed once.
    """
    seen = {_key(dict(example.inputs)) for example in calculator.examples}
    said = set()
    for base in _bases(calculator):
        for words, inputs in _moved(calculator, base):
            if _key(inputs) in seen:
                continue
            seen.add(_key(inputs))
            name = f"{words}, else as in: {base.name}"
            found = _answered(calculator, replace(base, name=name, inputs=tuple(inputs.items())))
            case = (words, inputs.get("label"), found.status, found.checks)
            if case not in said and found.status != "incomplete":
                said.add(case)
                yield found


def _bases(calculator: Calculator) -> Iterator[Example]:
    """The first answered example of each label, each set of choices and each set of entries."""
    words = {item.id for item in calculator.inputs if item.kind == "choice"} | {"label"}
    seen = set()
    for example in calculator.examples:
        inputs = dict(example.inputs)
        case = (frozenset((k, v) for k, v in inputs.items() if k in words), frozenset(inputs))
        if example.status in ANSWERED and case not in seen:
            seen.add(case)
            yield example


def _moved(calculator: Calculator, base: Example) -> Iterator[tuple[str, Inputs]]:
    inputs = dict(base.inputs)
    for label in calculator.labels:
        yield f"Label {label.tag}", {**inputs, "label": label.id}
    for item in calculator.inputs:
        for option in item.options:
            yield f"{item.name}: {option.name}", {**inputs, item.id: option.id}
        for preset in item.presets:
            text = f"{preset.value} {preset.unit}".strip()
            yield f"{item.name}: {preset.name}", {**inputs, item.id: text}
        if item.kind in ("quantity", "whole") and item.id in inputs:
            for text in _edges(calculator, base, item):
                yield f"{item.name} {text}", {**inputs, item.id: text}


def _edges(calculator: Calculator, base: Example, item: Input) -> Iterator[str]:
    """The entries just below, on and just above every limit that this one decides."""
    typed, unit = split_unit(dict(base.inputs)[item.id])
    try:
        start = read_number(typed)
    except Refused:
        return
    if start == 0:
        return
    found: set[Fraction] = set()
    for compare in _comparisons(calculator):
        gap = Binary("-", compare.left, compare.right)

        def at(entry: Fraction, gap: Node = gap) -> Fraction | None:
            return _value(calculator, base, item, f"{show(entry)} {unit}".strip(), gap)

        here, there = at(start), at(2 * start)
        if here is None or there is None or here == there:
            continue
        edge = start - here * start / (there - here)  # a straight line through both
        found |= _around(edge, whole=item.kind == "whole") if at(edge) == 0 else set()
    for entry in sorted(found):
        if entry > 0 or (entry == 0 and item.zero):
            yield f"{show(entry).replace(',', '')} {unit}".strip()


def _around(edge: Fraction, whole: bool) -> set[Fraction]:
    """The edge and its neighbours in the next decimal; without itself where it has no decimals."""
    if edge <= 0:
        return set()
    places = next((n for n in range(FINEST) if round_number(edge, n, "down") == edge), FINEST)
    if whole:
        return {edge - 1, edge, edge + 1} if places == 0 else set()
    step = Fraction(1, 10 ** min(places + 1, FINEST))
    near = round_number(edge, FINEST, "down")
    return {near - step, near, near + step} if near == edge else {near, near + step}


def _comparisons(calculator: Calculator) -> Iterator[Compare]:
    """Every comparison of two numbers in a condition or a value, each once."""
    nodes: list[Node | None] = [check.when for check in calculator.checks]
    nodes += [node for step in calculator.steps for node in (step.when, step.value)]
    for output in calculator.outputs:
        nodes += [output.when, output.value, output.to]
    nodes += [row.when for lookup in calculator.lookups for row in lookup.rows]
    found = [part for node in nodes if node is not None for part in walk(node)]
    yield from dict.fromkeys(
        part for part in found if isinstance(part, Compare) and part.op in ORDERED
    )


def _value(
    calculator: Calculator, base: Example, item: Input, entry: str, node: Node
) -> Fraction | None:
    """What a formula comes to with one entry changed; None where it has no number there."""
    entries = split_entries(calculator, {**dict(base.inputs), item.id: entry.replace(",", "")})
    setting = Setting(now=base.now)
    result = evaluate(calculator, entries, setting)
    if any(one.error or one.missing for one in result.entries):
        return None
    try:
        return number(node, values_of(result, setting))
    except (Absent, Unanswerable, NoDate):
        return None


def _answered(calculator: Calculator, example: Example) -> Example:
    """The example with what the engine says of its entries."""
    entries = split_entries(calculator, dict(example.inputs))
    result = evaluate(calculator, entries, Setting(now=example.now))
    shown = [(one.output.id, one.shown.text.replace("\u00a0", " ")) for one in result.answers]
    return replace(
        example,
        status=result.status,
        outputs=tuple(shown),
        checks=tuple(message.id for message in result.messages),
        source="",
    )


def _key(inputs: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset((name, " ".join(text.split())) for name, text in inputs.items())
