"""Where the drug in an answer comes from: facts and entries alone, never a figure of the file."""

from collections.abc import Iterator
from dataclasses import dataclass

from webref.dosing.functions import function_of
from webref.dosing.nodes import Call, Name, Node, Number, names_in, parts_of
from webref.dosing.spec import Calculator
from webref.dosing.units import IN_FORMULAS, is_unit, of_drug, unit_of
from webref.errors import Problem

_INSTEAD = "make it a fact with its source, or keep it to checks and rounding"


@dataclass(frozen=True)
class _Formula:
    """A formula of the file: where it stands, and whether it sets a value or only when one is."""

    place: str
    node: Node
    sets_value: bool


def check_provenance(calculator: Calculator, file: str) -> Iterator[Problem]:
    """A problem for every figure of the file that could set a dose.

    An amount of drug (also per volume, time or weight) that is a constant or a unit of a formula
    reaches no answer: not through a step, a branch, a condition, a list or the rows of a table.
    Where the answers are a label's, no other constant, and no literal but 0 and 1, reaches the
    value of an answer that is worked out from drug.
    """
    found: dict[Problem, None] = {}
    for answer, roots in _answers(calculator):
        reached = list(_reached(calculator, roots))
        from_drug = any(
            _is_drug(unit) for one in reached for unit in _units(calculator, one.node) if unit
        )
        for formula in reached:
            strict = from_drug and formula.sets_value and calculator.basis == "label"
            for part in _weighed(formula.node):
                figure = _unsourced(part, calculator, strict)
                if figure:
                    message = f"{figure} reaches {answer}, whose drug comes from facts and entries"
                    found[Problem(file, formula.place, f"{message} alone: {_INSTEAD}")] = None
    yield from found


def _unsourced(part: Name | Number, calculator: Calculator, strict: bool) -> str:
    """The figure of the file that a part of a formula brings in, in words; empty where none."""
    if isinstance(part, Number):
        return f"the literal {part.text}" if strict and part.text not in ("0", "1") else ""
    if part.id in IN_FORMULAS:
        return f"the unit {part.id}" if _is_drug(IN_FORMULAS[part.id]) else ""
    for constant in calculator.constants:
        if constant.id == part.id and constant.reason and (strict or _is_drug(constant.unit)):
            return f"the constant {constant.id} ({constant.shown})"
    return ""


def _answers(calculator: Calculator) -> Iterator[tuple[str, list[_Formula]]]:
    """Every answer that a reader sees, with the formulas behind it."""
    for output in calculator.outputs:
        place = f"output[{output.id}]"
        yield (
            f"the answer {output.id}",
            [
                _Formula(f"{place}.value", output.value, True),
                *([] if output.to is None else [_Formula(f"{place}.to", output.to, True)]),
                *_condition(f"{place}.when", output.when),
            ],
        )
    for table in calculator.tables:
        place = f"table[{table.id}]"
        yield (
            f"the table {table.id}",
            [
                *(_Formula(f"{place}.start", node, True) for _, node in table.start),
                *(_Formula(f"{place}.next", node, True) for _, node in table.next),
                *(_Formula(f"{place}.columns", column.value, True) for column in table.columns),
                *_condition(f"{place}.while", table.go_on),
                *_condition(f"{place}.when", table.when),
            ],
        )


def _condition(place: str, node: Node | None) -> list[_Formula]:
    return [] if node is None else [_Formula(place, node, False)]


def _reached(calculator: Calculator, roots: list[_Formula]) -> Iterator[_Formula]:
    """The formulas behind an answer: its own, and those of every step that they name."""
    steps = {step.id: step for step in calculator.steps}
    waiting, seen = list(roots), set[_Formula]()
    while waiting:
        formula = waiting.pop()
        if formula in seen:
            continue
        seen.add(formula)
        yield formula
        for name in sorted(names_in(formula.node) & steps.keys()):
            step = steps[name]
            waiting.append(_Formula(f"step[{name}].value", step.value, formula.sets_value))
            waiting += _condition(f"step[{name}].when", step.when)


def _weighed(node: Node) -> Iterator[Name | Number]:
    """Names and literals that the value may depend on: not how finely it is rounded."""
    if isinstance(node, Name | Number):
        yield node
        return
    fineness = None
    if isinstance(node, Call):
        fineness = function_of(node.function, len(node.arguments)).fineness
    for place, part in enumerate(parts_of(node)):
        if place != fineness:
            yield from _weighed(part)


def _units(calculator: Calculator, node: Node) -> Iterator[str]:
    """The unit of every entry, fact and step that a formula names."""
    units = {item.id: item.units[0] for item in calculator.inputs if item.units}
    units |= {constant.id: constant.unit for constant in calculator.constants}
    units |= {step.id: step.unit for step in calculator.steps}
    yield from (units[name] for name in names_in(node) if name in units)


def _is_drug(unit: str) -> bool:
    return is_unit(unit) and of_drug(unit_of(unit).dimension)
