"""The figures of a guideline set a value only where that guideline is the one followed."""

from collections.abc import Iterator, Mapping

from webref.dosing.nodes import (
    Among,
    Choose,
    Compare,
    Given,
    Logic,
    Name,
    Node,
    Not,
    Text,
    parts_of,
)
from webref.dosing.spec import Calculator
from webref.errors import Problem


def check_followed(
    calculator: Calculator, guidelines: Mapping[str, str], file: str
) -> Iterator[Problem]:
    """A problem for every figure of a guideline that sets an answer under something else.

    guidelines: the guideline of each name of formulas that is a figure of one. Every label is
    tried in turn, and none where the label may be left out.
    """
    if not guidelines:
        return
    followed = [label.id for label in calculator.labels] + [""] * calculator.label_optional
    for label in followed:
        for answer, names in _answers(calculator, label):
            for name in sorted(names & guidelines.keys()):
                if guidelines[name] != label:
                    under = f"{label} is followed" if label else "nothing is followed"
                    why = (
                        f"{name} is a figure of the guideline {guidelines[name]} and sets this "
                        f"where {under}: choose it by label == '{guidelines[name]}'"
                    )
                    yield Problem(file, answer, why)


def _answers(calculator: Calculator, label: str) -> Iterator[tuple[str, set[str]]]:
    """The place of every answer, and the names that its value reads under a label."""
    for output in calculator.outputs:
        roots = [one for one in (output.value, output.to, output.when) if one is not None]
        if output.when is None or _decided(output.when, label) is not False:
            yield f"output[{output.id}].value", _reached(calculator, roots, label)
    for table in calculator.tables:
        roots = [node for _, node in (*table.start, *table.next)]
        roots += [table.go_on, *(column.value for column in table.columns)]
        if table.when is None or _decided(table.when, label) is not False:
            yield f"table[{table.id}]", _reached(calculator, roots, label)


def _reached(calculator: Calculator, roots: list[Node], label: str) -> set[str]:
    """Every name that formulas read under a label, by way of the steps that they name too."""
    steps = {step.id: step for step in calculator.steps}
    waiting, found = list(roots), set[str]()
    while waiting:
        new = _read(waiting.pop(), label) - found
        found |= new
        for step in (steps[name] for name in new if name in steps):
            if step.when is None:
                waiting.append(step.value)
            elif _decided(step.when, label) is not False:
                waiting += [step.value, step.when]
    return found


def _read(node: Node, label: str) -> set[str]:
    """The names that a formula may read under a label: of a branch never taken, none."""
    if isinstance(node, Name):
        return {node.id}
    if isinstance(node, Choose):
        taken = _decided(node.condition, label)
        if taken is not None:
            return _read(node.then if taken else node.other, label)
    return set[str]().union(*(_read(part, label) for part in parts_of(node)))


def _decided(node: Node, label: str) -> bool | None:
    """Whether a condition holds under a label; None where it hangs on anything else."""
    match node:
        case (
            Compare(op="==" | "!=" as op, left=Name(id="label"), right=Text(value=word))
            | Compare(op="==" | "!=" as op, left=Text(value=word), right=Name(id="label"))
        ) if label:
            return (word == label) == (op == "==")
        case Among(item=Name(id="label"), words=words) if label:
            return label in words
        case Given(id="label"):
            return bool(label)
        case Not(part=part):
            known = _decided(part, label)
            return None if known is None else not known
        case Logic(op=op, parts=parts):
            all_known = [_decided(part, label) for part in parts]
            settling = op == "or"
            if settling in all_known:
                return settling
            return None if None in all_known else not settling
    return None
