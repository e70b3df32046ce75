"""What a calculator works out, in words before anything is typed, for paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from webref.dosing.cases import Case, blank_names, cases, condition
from webref.dosing.nodes import Binary, Choose, Given, Name, Node, Number, names_in
from webref.dosing.spec import Calculator, Output, Step
from webref.dosing.words import say
from webref.dosing.working import names_of_ends


@dataclass(frozen=True)
class Rule:
    """A value of a calculator with its cases; `unit` is what it is written in.

    conditions: without which there is no such value. left_out: the summands that count only where
    they are given; the formula has them all.
    """

    name: str
    unit: str
    conditions: tuple[str, ...]
    cases: tuple[Case, ...]
    left_out: tuple[str, ...] = ()


def rules(calculator: Calculator) -> tuple[Rule, ...]:
    """The steps and outputs of a calculator that are worked out, in order.

    A step on which no other value rests, named by the words of checks alone, is none of them. An
    answer that only shows an earlier value stands there, its name in brackets.
    """
    names = blank_names(calculator)
    needed = _needed(calculator)
    found: list[Rule] = []
    answers: dict[Rule, list[str]] = {}
    values: tuple[Step | Output, ...] = (*calculator.steps, *calculator.outputs)
    tables = {step: lookup.name for lookup in calculator.lookups for step in lookup.steps}
    for item in values:
        if isinstance(item, Step) and item.id not in needed:
            continue
        if isinstance(item, Step) and item.id in tables:  # the table itself stands beside
            read = say("figure.read", table=tables[item.id])
            found.append(Rule(item.name, item.unit, (), (Case((), read),)))
            continue
        held = (condition(item.when, names),) if item.when is not None else ()
        for name, value in _ends(item):
            summed, optional = _summed(value)
            left_out = tuple(names.words[one] for one in optional)
            rule = Rule(name, item.unit, held, cases(summed, names, item.unit), left_out)
            shown = _shown(rule, found)
            told = shown is not None and (shown.name == name or not _is_main(item))
            if shown is not None and not told and rule.conditions in ((), shown.conditions):
                answers.setdefault(shown, []).append(name)
            elif not told:
                found.append(rule)
    return tuple(replace(rule, name=_with(rule.name, answers.get(rule, []))) for rule in found)


def _with(name: str, answers: Sequence[str]) -> str:
    return f"{name} ({', '.join(answers)})" if answers else name


def _summed(node: Node) -> tuple[Node, tuple[str, ...]]:
    """A formula whose sums hold what counts only where it is given, and the names of that.

    `a + (b if given(b) else 0 * a)` becomes `a + b`, and b.
    """
    match node:
        case Binary(op="+", left=left, right=Choose(Given(id=name), Name(id=then), other)) if (
            name == then and _is_zero(other)
        ):
            first, found = _summed(left)
            return Binary("+", first, Name(name)), (*found, name)
        case Binary(op=op, left=left, right=right):
            (first, found), (second, more) = _summed(left), _summed(right)
            return Binary(op, first, second), (*found, *more)
    return node, ()


def _is_zero(node: Node) -> bool:
    """Whether a formula is nothing: zero, or zero of something."""
    match node:
        case Binary(op="*", left=left, right=right):
            return _is_zero(left) or _is_zero(right)
    return node == Number("0")


def _needed(calculator: Calculator) -> set[str]:
    """Every name that a value, a row of a schedule or the condition of a check reads."""
    nodes = [check.when for check in calculator.checks]
    values: tuple[Step | Output, ...] = (*calculator.steps, *calculator.outputs)
    for value in values:
        nodes += [node for node in (value.value, value.when, getattr(value, "to", None)) if node]
    for table in calculator.tables:
        nodes += [node for _, node in (*table.start, *table.next)]
        nodes += [table.go_on, *(column.value for column in table.columns)]
        nodes += [table.when] if table.when else []
    return {name for node in nodes for name in names_in(node)}


def _ends(item: Step | Output) -> tuple[tuple[str, Node], ...]:
    """The value of a step or an answer with its name, or the two ends of a range with theirs."""
    if isinstance(item, Step) or item.to is None:
        return ((item.name, item.value),)
    low, high = names_of_ends(item)
    return ((low, item.value), (high, item.to))


def _is_main(item: Step | Output) -> bool:
    return isinstance(item, Output) and item.main


def _shown(rule: Rule, found: Sequence[Rule]) -> Rule | None:
    """The earlier value that a rule only shows again, in its unit."""
    alike = (one for one in found if rule.cases == (Case((), one.name),) and rule.unit == one.unit)
    return next(alike, None)
