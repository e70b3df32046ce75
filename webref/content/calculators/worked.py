"""The worked examples of a calculator, evaluated when the pack is read."""

from collections.abc import Iterator

from webref.dosing.entries import parameter_names
from webref.dosing.result import Result
from webref.dosing.spec import ANSWERED, Calculator, Example
from webref.dosing.worked import work
from webref.errors import Problem, near

FEWEST = 10


def check_examples(calculator: Calculator, file: str) -> Iterator[Problem]:
    """A problem for every worked example that does not come out, and for too few of them."""
    if len(calculator.examples) < FEWEST:
        count = len(calculator.examples)
        yield Problem(file, "example", f"{count} worked examples, at least {FEWEST} are needed")
    for example in calculator.examples:
        try:
            messages = list(_check(calculator, example))
        except ValueError:  # a number of more figures than Python writes
            messages = ["a number grows past 4,000 figures: multiply less often"]
        for message in messages:
            yield Problem(file, f"example[{example.name}]", message)


def _check(calculator: Calculator, example: Example) -> Iterator[str]:
    parameters, result = work(calculator, example)
    known = parameter_names(calculator)
    if unknown := sorted(set(parameters) - known):
        yield f"unknown inputs: {', '.join(name + near(name, known) for name in unknown)}"
        return
    if result.status != example.status:
        yield f"status is {result.status}, not {example.status}; {_why(result)}"
    found = {
        answer.output.id: answer.shown.text.replace("\u00a0", " ") for answer in result.answers
    }
    outputs = {output.id for output in calculator.outputs}
    for name, wanted in example.outputs:
        if name not in outputs:
            yield f"there is no output {name}{near(name, outputs)}"
        elif found.get(name) != wanted:
            yield f"{name} is {found.get(name, 'not answered')}, not {wanted}"
    if example.status in ANSWERED and not example.outputs:
        yield "no output is named"
    checks = {check.id for check in calculator.checks}
    fired = {message.id for message in result.messages}
    for name in example.checks:
        if name not in fired:
            yield f"the check {name} does not fire{near(name, checks)}; {_why(result)}"


def _why(result: Result) -> str:
    """What the calculator said, for the editor."""
    said = [entry.error or entry.missing for entry in result.entries]
    said += [f"{message.level} {message.id}" for message in result.messages]
    return "it says: " + ("; ".join(filter(None, said)) or "nothing")
