"""A formula in words before anything is typed: each case with its conditions, for paper."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from webref.dosing.calendar import CALENDAR_UNITS
from webref.dosing.nodes import (
    Among,
    Binary,
    Call,
    Choose,
    Compare,
    Given,
    Logic,
    Name,
    Node,
    Not,
    Text,
    names_in,
)
from webref.dosing.spec import Calculator, Input
from webref.dosing.spelling import Spelled, Speller
from webref.dosing.words import say
from webref.dosing.working import FAILS, Names

Decided = Mapping[Node, bool]
Met = dict[str, tuple[str, ...]]  # the answers left of each choice; else a condition in words


@dataclass(frozen=True)
class Case:
    """What a value comes to (`formula`) where all of its conditions hold."""

    conditions: tuple[str, ...]
    formula: str


def blank_names(calculator: Calculator) -> Names:
    """The names of a calculator with nothing typed: figures of facts, the rest in brackets.

    Paper has one unit for each entry, so that its formulas print the factors that belong to it.
    """
    names = Names.of(calculator, ())
    for name, words in names.words.items():
        names.figures.setdefault(name, f"[{words}]")
    names.units |= {item.id: paper_unit(item) for item in calculator.inputs}
    return names


def paper_unit(item: Input) -> str:
    """What the number of an entry is in on paper: the first of its units, or its kind of date."""
    if item.kind == "quantity":
        return item.units[0]
    return item.kind if item.kind in CALENDAR_UNITS else ""


def cases(node: Node, names: Names, unit: str) -> tuple[Case, ...]:
    """Every way that a formula can go to a number in a unit, told by the conditions met on it.

    What comes out alike for several answers of a choice is one case.
    """
    speller = Speller(names.words, names.units)
    found: list[tuple[Met, str]] = []
    for taken, decided in _ways(node, {}):
        met, formula = _met(decided, names), speller.line(taken, unit)
        while met is not None:
            like = next((one for one in found if one[1] == formula and _differ(one[0], met)), None)
            if like is None:
                found.append((met, formula))
                break
            found.remove(like)
            met = _either(like[0], met, names)
    return tuple(Case(_lines(met, names), formula) for met, formula in found)


def _differ(one: Met, other: Met) -> bool:
    """Whether two ways differ in the answers of a single choice alone."""
    different = [name for name in one if one[name] != other.get(name)]
    return one.keys() == other.keys() and len(different) == 1


def _either(one: Met, other: Met, names: Names) -> Met:
    """What is met on either of two ways; a choice of which every answer is left is none."""
    met = {
        name: tuple(each for each in names.options[name] if each in {*one[name], *other[name]})
        if name in names.options
        else one[name]
        for name in one
    }
    return {
        name: answers
        for name, answers in met.items()
        if name not in names.options or len(answers) < len(names.options[name])
    }


def _conditions(decided: Decided, names: Names) -> tuple[str, ...] | None:
    """What was decided on the way, one line for each choice; None where that cannot be met."""
    met = _met(decided, names)
    return None if met is None else _lines(met, names)


def _lines(met: Met, names: Names) -> tuple[str, ...]:
    return tuple(
        _chosen(name, answers, names, True) if name in names.options else name
        for name, answers in met.items()
    )


def _met(decided: Decided, names: Names) -> Met | None:
    """What was decided on the way, each choice once; None where that cannot be met."""
    choices: dict[str, set[str]] = {}
    met: Met = {}
    for node, holds in decided.items():
        match node:
            case Compare(op=op, left=Name(id=name), right=Text(value=value)):
                words, holds = {value}, holds == (op == "==")
            case Among(item=Name(id=name), words=listed):
                words = set(listed)
            case _:
                met[condition(node, names, holds)] = ()
                continue
        left = choices.get(name, set(names.options[name]))
        choices[name] = left & words if holds else left - words
        if not choices[name]:
            return None
        met[name] = tuple(one for one in names.options[name] if one in choices[name])
    return met


def _ways(node: Node, decided: Decided) -> Iterator[tuple[Node, Decided]]:
    """The formula with each choice made, and what was decided; nothing is decided twice."""
    match node:
        case Choose(condition=asked, then=then, other=other):
            for holds, branch in ((True, then), (False, other)):
                if decided.get(asked, holds) == holds:
                    yield from _ways(branch, {**decided, asked: holds})
        case Binary(op=op, left=left, right=right):
            for first, so_far in _ways(left, decided):
                for second, after in _ways(right, so_far):
                    yield Binary(op, first, second), after
        case Call(function=function, arguments=arguments):
            for parts, after in _all(arguments, decided):
                yield Call(function, parts), after
        case _:
            yield node, decided


def _all(nodes: tuple[Node, ...], decided: Decided) -> Iterator[tuple[tuple[Node, ...], Decided]]:
    if not nodes:
        yield (), decided
        return
    for first, so_far in _ways(nodes[0], decided):
        for rest, after in _all(nodes[1:], so_far):
            yield (first, *rest), after


def condition(node: Node, names: Names, holds: bool = True) -> str:
    """A condition in words, or its contrary."""
    node = _told(node) if holds else node
    match node:
        case Compare(op=op, left=Name(id=name), right=Text(value=value)):
            return _chosen(name, (value,), names, holds == (op == "=="))
        case Among(item=Name(id=name), words=words):
            return _chosen(name, words, names, holds)
        case Compare(op=op, left=left, right=right):
            verb = say(f"verb.{op if holds else FAILS[op]}")
            return _compared(left, verb, right, names)
        case Not(part=part):
            return condition(part, names, not holds)
        case Given(id=name):
            return say("figure.given" if holds else "figure.not-given", name=names.words[name])
        case Logic(op=op, parts=parts):
            joint = op if holds else _OTHER[op]
            told = dict.fromkeys(_within(part, joint, names, holds) for part in parts)
            return say(f"join.{joint}").join(told)
        case Choose(condition=asked, then=then, other=other):
            first, second = (condition(part, names, holds) for part in (then, other))
            case = condition(asked, names)
            return say("figure.where", one=first, case=case, other=second)
    raise TypeError("no condition stands here")


def without_implied(parts: Sequence[Node]) -> tuple[Node, ...]:
    """The parts of a joint condition without `is given` of what another part compares."""
    compared = {name for part in parts if isinstance(part, Compare) for name in names_in(part)}
    return tuple(part for part in parts if not (isinstance(part, Given) and part.id in compared))


def _told(node: Node) -> Node:
    """A joint condition without what goes without saying; its only part alone."""
    if not (isinstance(node, Logic) and node.op == "and"):
        return node
    parts = without_implied(node.parts)
    return parts[0] if len(parts) == 1 else Logic("and", parts)


def _within(node: Node, joint: str, names: Names, holds: bool) -> str:
    """A part of a joint condition, in brackets where the word that joins it differs."""
    node = _told(node) if holds else node
    text = condition(node, names, holds)
    while isinstance(node, Not):
        node, holds = node.part, not holds
    inner = isinstance(node, Logic) and (node.op if holds else _OTHER[node.op]) != joint
    return f"({text})" if inner else text


_OTHER = {"and": "or", "or": "and"}


def _chosen(name: str, values: tuple[str, ...], names: Names, holds: bool) -> str:
    """An answer of a choice; of two answers, the other one instead of `is not`."""
    options = names.options[name]
    left = tuple(option for option in options if option not in values)
    if not holds and len(left) == 1:
        values, holds = left, True
    shown = say("join.or").join(options[value] for value in values)
    verb = say("verb.==" if holds else "verb.!=")
    return say("working.compared", left=names.words[name], verb=verb, right=shown)


def _compared(left: Node, verb: str, right: Node, names: Names) -> str:
    """Two sides in words, all in the unit of the first; what depends on choices has every case."""
    speller = Speller(names.words, names.units)
    sides = [_spelled(side, names, speller) for side in (left, right)]
    alike = iter(speller.alike([one for side in sides for one, _ in side]))
    subject, other = (
        "; ".join(
            f"{next(alike).text} ({met})" if len(side) > 1 else next(alike).text for _, met in side
        )
        for side in sides
    )
    return say("working.compared", left=subject, verb=verb, right=other)


def _spelled(node: Node, names: Names, speller: Speller) -> list[tuple[Spelled, str]]:
    """Each case of one side: its formula spelled, and the conditions met on it."""
    return [
        (speller.spell(taken), say("join.and").join(met))
        for taken, decided in _ways(node, {})
        if (met := _conditions(decided, names)) is not None
    ]
