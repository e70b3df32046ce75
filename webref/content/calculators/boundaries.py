"""Entries on the edges of a calculator, proposed as worked examples that nobody has checked."""

from collections.abc import Iterator, Mapping, Sequence
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


def propose(calculator: Calculator) -> Iterator[Example]:
    """Entries that no worked example has yet, with what the engine answers and no source.

    Every label, choice and preset is tried once, and every edge once: just below it, on it and
    just above, from the first worked example in which those three do not say the same.
    """
    seen = {_key(dict(example.inputs)) for example in calculator.examples}
    bases = list(_bases(calculator))
    for group in (*_chosen(calculator, bases), *_on_edges(calculator, bases)):
        for found in group:
            key = _key(dict(found.inputs))
            if key not in seen and found.status != "incomplete":
                seen.add(key)
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


def _chosen(calculator: Calculator, bases: Sequence[Example]) -> Iterator[list[Example]]:
    """Each label, option and preset in the first example, by itself."""
    for base in bases[:1]:
        for label in calculator.labels:
            yield [_moved(calculator, base, "label", label.id, f"Label {label.tag}")]
        for item in calculator.inputs:
            for option in item.options:
                words = f"{item.name}: {option.name}"
                yield [_moved(calculator, base, item.id, option.id, words)]
            for preset in item.presets:
                text = f"{preset.value} {preset.unit}".strip()
                yield [_moved(calculator, base, item.id, text, f"{item.name}: {preset.name}")]


def _on_edges(calculator: Calculator, bases: Sequence[Example]) -> Iterator[list[Example]]:
    """The examples beside and on each edge of each entry, from the base where it decides most."""
    found: dict[tuple[str, Compare], list[Example]] = {}
    for base in bases:
        for item in calculator.inputs:
            if item.kind not in ("quantity", "whole") or item.id not in dict(base.inputs):
                continue
            for compare, texts in _edges(calculator, base, item):
                before = found.get((item.id, compare))
                if before and _says(before) > 1:
                    continue
                group = [
                    _moved(calculator, base, item.id, text, f"{item.name} {text}") for text in texts
                ]
                if not before or _says(group) > _says(before):
                    found[item.id, compare] = group
    yield from found.values()


def _says(group: Sequence[Example]) -> int:
    """How many different things examples say."""
    return len({(one.status, one.checks) for one in group})


def _moved(calculator: Calculator, base: Example, name: str, text: str, words: str) -> Example:
    """An example with one entry changed, and what the engine says of it."""
    inputs = {**dict(base.inputs), name: text}
    name = f"{words}, else as in: {base.name}"
    return _answered(calculator, replace(base, name=name, inputs=tuple(inputs.items())))


def _edges(
    calculator: Calculator, base: Example, item: Input
) -> Iterator[tuple[Compare, tuple[str, ...]]]:
    """The entries just below, on and just above each limit that this one decides."""
    typed, unit = split_unit(dict(base.inputs)[item.id])
    try:
        start = read_number(typed)
    except Refused:
        return
    if start == 0:
        return
    for compare in _comparisons(calculator):
        gap = Binary("-", compare.left, compare.right)

        def at(entry: Fraction, gap: Node = gap) -> Fraction | None:
            return _value(calculator, base, item, f"{show(entry)} {unit}".strip(), gap)

        here, there = at(start), at(2 * start)
        if here is None or there is None or here == there:
            continue
        edge = start - here * start / (there - here)  # a straight line through both
        around = _around(edge, whole=item.kind == "whole") if at(edge) == 0 else set()
        entries = [one for one in sorted(around) if one > 0 or (one == 0 and item.zero)]
        if entries:
            yield (
                compare,
                tuple(f"{show(one).replace(',', '')} {unit}".strip() for one in entries),
            )


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
