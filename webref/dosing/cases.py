"""A formula in words before anything is typed: each case with its conditions, for paper."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from webref.dosing.evaluate import fill
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
)
from webref.dosing.spec import Calculator, Output, Step
from webref.dosing.working import FAILS, HOLDS, Names, spell

Decided = Mapping[Node, bool]


@dataclass(frozen=True)
class Case:
    """What a value comes to (`formula`) where all of its conditions hold."""

    conditions: tuple[str, ...]
    formula: str


@dataclass(frozen=True)
class Rule:
    """A value of a calculator with its cases; `unit` is what it is written in."""

    name: str
    unit: str
    conditions: tuple[str, ...]  # without which there is no such value
    cases: tuple[Case, ...]


def rules(calculator: Calculator) -> tuple[Rule, ...]:
    """The steps and outputs of a calculator that are worked out, in order."""
    names = blank_names(calculator)
    found = []
    values: tuple[Step | Output, ...] = (*calculator.steps, *calculator.outputs)
    for item in values:
        held = (condition(item.when, names),) if item.when is not None else ()
        rule = Rule(item.name, item.unit, held, cases(item.value, names))
        if rule.cases != (Case((), item.name),):  # an output that only shows a step again
            found.append(rule)
    return tuple(found)


@dataclass(frozen=True)
class Limit:
    """A check of a calculator before anything is typed: its words, and when it applies."""

    level: str
    title: str
    text: str
    when: str
    cites: tuple[int, ...]


def limits(calculator: Calculator) -> tuple[Limit, ...]:
    """The checks of a calculator; what is not typed yet stands in brackets."""
    names = blank_names(calculator)
    return tuple(
        Limit(
            check.level,
            fill(check.title, names),
            fill(check.text, names),
            condition(check.when, names),
            check.cites,
        )
        for check in calculator.checks
    )


def blank_names(calculator: Calculator) -> Names:
    """The names of a calculator with nothing typed: figures of facts, the rest in brackets."""
    names = Names.of(calculator, {})
    for name, words in names.words.items():
        names.figures.setdefault(name, f"[{words}]")
    return names


def cases(node: Node, names: Names) -> tuple[Case, ...]:
    """Every way that a formula can go, told by the conditions met on it."""
    found = (
        (_conditions(decided, names), spell(taken, names.words))
        for taken, decided in _ways(node, {})
    )
    return tuple(Case(met, formula) for met, formula in found if met is not None)


def _conditions(decided: Decided, names: Names) -> tuple[str, ...] | None:
    """What was decided on the way, one line for each choice; None where that cannot be met."""
    choices: dict[str, set[str]] = {}
    lines: dict[str, str] = {}
    for node, holds in decided.items():
        match node:
            case Compare(op=op, left=Name(id=name), right=Text(value=value)):
                words, holds = {value}, holds == (op == "==")
            case Among(item=Name(id=name), words=listed):
                words = set(listed)
            case _:
                text = condition(node, names, holds)
                lines[text] = text
                continue
        left = choices.get(name, set(names.options[name]))
        choices[name] = left & words if holds else left - words
        if not choices[name]:
            return None
        still = [one for one in names.options[name] if one in choices[name]]
        lines[name] = _chosen(name, tuple(still), names, True)
    return tuple(lines.values())


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
    match node:
        case Compare(op=op, left=Name(id=name), right=Text(value=value)):
            return _chosen(name, (value,), names, holds == (op == "=="))
        case Among(item=Name(id=name), words=words):
            return _chosen(name, words, names, holds)
        case Compare(op=op, left=left, right=right):
            verb = HOLDS[op if holds else FAILS[op]]
            return f"{_side(left, names)} {verb} {_side(right, names)}"
        case Not(part=part):
            return condition(part, names, not holds)
        case Given(id=name):
            return f"{names.words[name]} {'is' if holds else 'is not'} given"
        case Logic(op=op, parts=parts):
            joint = op if holds else _OTHER[op]
            return f" {joint} ".join(_within(part, joint, names, holds) for part in parts)
        case Choose(condition=asked, then=then, other=other):
            first, second = (condition(part, names, holds) for part in (then, other))
            return f"({first} where {condition(asked, names)}, else {second})"
    raise TypeError("no condition stands here")


def _within(node: Node, joint: str, names: Names, holds: bool) -> str:
    """A part of a joint condition, in brackets where the word that joins it differs."""
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
    shown = " or ".join(options[value] for value in values)
    return f"{names.words[name]} {'is' if holds else 'is not'} {shown}"


def _side(node: Node, names: Names) -> str:
    """One side of a comparison; where it depends on choices, every case of it."""
    found = cases(node, names)
    if len(found) == 1:
        return found[0].formula
    return "; ".join(f"{case.formula} ({' and '.join(case.conditions)})" for case in found)
