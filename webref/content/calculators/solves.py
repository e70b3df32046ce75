"""A calculator turned round: its record with an answer entered, and proof that the two agree."""

from collections.abc import Iterator

from webref.content.calculators.records import (
    CalculatorRecord,
    CheckRecord,
    InputRecord,
    OutputRecord,
    SolveRecord,
    StepRecord,
)
from webref.dosing.entries import Value, split_entries
from webref.dosing.evaluate import evaluate, values_of
from webref.dosing.formula import FormulaError, parse_formula
from webref.dosing.nodes import Node, names_in
from webref.dosing.result import Result
from webref.dosing.run import Absent, Unanswerable, number
from webref.dosing.spec import Calculator, Setting
from webref.errors import near


def turned(record: CalculatorRecord, solve: SolveRecord) -> CalculatorRecord:
    """The record of the calculator that a solve is; ValueError where there is no such pair.

    The answer becomes an entry in its place, the entry a step, and an answer before the others.
    Everything else stays, so that every limit and every check holds for both.
    """
    found = next((item for item in record.input if item.id == solve.find), None)
    given = next((item for item in record.output if item.id == solve.given), None)
    if found is None or found.kind != "quantity":
        known = near(solve.find, [item.id for item in record.input])
        raise ValueError(f"find: {solve.find} is no entry with a number and a unit{known}")
    if given is None or given.when or given.to:
        known = near(solve.given, [item.id for item in record.output])
        raise ValueError(f"given: {solve.given} is no single answer that always stands{known}")
    steps = [step for step in record.step if step.id != solve.given]
    try:
        read = names_in(parse_formula(solve.value))
    except FormulaError as error:
        raise ValueError(f"value: {error}") from None
    at = max((n for n, step in enumerate(steps, 1) if step.id in read), default=0)
    steps.insert(at, StepRecord(
        id=solve.find, name=found.name, value=solve.value, unit=solve.unit, places=solve.places,
    ))  # fmt: skip
    entry = InputRecord(
        id=solve.given, name=given.name, note=solve.note, kind="quantity", units=solve.units,
        quantity=given.quantity, other=given.other, prompt=solve.prompt,
    )  # fmt: skip
    answer = OutputRecord(
        id=solve.find, name=found.name, value=solve.find, unit=solve.unit, places=solve.places,
        main=True, quantity=found.quantity, other=found.other,
    )  # fmt: skip
    others = [
        item.model_copy(update={"main": False}) for item in record.output if item is not given
    ]
    return record.model_copy(
        update={
            "title": solve.title,
            "short": solve.short,
            "answers": solve.answers,
            "about": solve.about or record.about,
            "input": [entry if item is found else _follow(item, solve) for item in record.input],
            "step": steps,
            "check": [_moved(check, solve) for check in record.check],
            "output": [answer, *others],
            "example": solve.example,
            "solve": [],
            "picture": [],  # it shows what is entered here
            "carry": [],
        }
    )


def _follow(item: InputRecord, solve: SolveRecord) -> InputRecord:
    depends = [solve.given if name == solve.find else name for name in item.depends]
    return item.model_copy(update={"depends": depends})


def _moved(check: CheckRecord, solve: SolveRecord) -> CheckRecord:
    field = solve.given if check.field == solve.find else check.field
    return check.model_copy(update={"field": field})


def check_turned(one: Calculator, other: Calculator, solve: SolveRecord) -> Iterator[str]:
    """What is wrong where the two calculators, one after the other, do not lead back.

    one: as written; other: turned round. Every worked example of both is tried, with exact values.
    """
    for first, second, name, shown in (
        (one, other, solve.find, solve.given),
        (other, one, solve.given, solve.find),
    ):
        node = _value(second, name)
        for example in first.examples:
            entries = split_entries(first, dict(example.inputs))
            setting = Setting(now=example.now)
            result = evaluate(first, entries, setting)
            if not result.answered:
                continue
            if leads_back(result, setting, node, name, shown) is False:
                yield (
                    f"does not lead back: from {example.name}, {shown} put into {name} gives "
                    "another figure than was entered"
                )


def leads_back(result: Result, setting: Setting, node: Node, name: str, shown: str) -> bool | None:
    """Whether a formula, given an answer exactly, finds the entry again; None without an answer."""
    values: dict[str, Value | None] = dict(values_of(result, setting))
    answer = next((one for one in result.answers if one.output.id == shown), None)
    if answer is None:
        return None
    try:
        wanted = values[name]
        values[shown] = number(answer.output.value, values)
        return number(node, values) == wanted
    except (Absent, Unanswerable):
        return False


def _value(calculator: Calculator, name: str) -> Node:
    """How a calculator works out what the other one is given."""
    step = next((one for one in calculator.steps if one.id == name), None)
    if step is not None:
        return step.value
    return next(one.value for one in calculator.outputs if one.id == name)
