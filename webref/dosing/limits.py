"""The limits of a calculator in words before anything is typed, for paper."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from webref.dosing.cases import blank_names, condition
from webref.dosing.nodes import Compare, Given, Logic, Name, Node
from webref.dosing.spec import Calculator, Check, Template
from webref.dosing.words import say
from webref.dosing.working import Names, fill

PLACE_ENDS = ". "  # a part of its own in the words of a limit that stands in several places


@dataclass(frozen=True)
class ShownLimit:
    """A check of a calculator before anything is typed: its words, and when it applies."""

    level: str
    title: str
    text: str
    when: str
    cites: tuple[int, ...]


def limits(calculator: Calculator) -> tuple[ShownLimit, ...]:
    """The checks of a calculator; what is not typed yet stands in brackets.

    A limit of several places is one line: what all of them say, and which of them may pass it.
    """
    names = blank_names(calculator)
    sure = {check.id for check in calculator.checks if not check.unsure}
    alike: dict[tuple[str, str], list[Check]] = {}
    for check in calculator.checks:
        if not (check.unsure and check.id in sure):
            alike.setdefault((check.id, check.level), []).append(check)
    steps = {step.id for step in calculator.steps}
    return tuple(
        ShownLimit(
            checks[0].level,
            fill(checks[0].title, names),
            fill(_common_end([check.text for check in checks]), names),
            _any([check.when for check in checks], steps, names),
            checks[0].cites,
        )
        for checks in alike.values()
    )


def _common_end(texts: Sequence[Template]) -> Template:
    """The words with which all texts end, without the sentence that names one place."""
    count = 0
    for parts in zip(*(reversed(text) for text in texts), strict=False):
        if len(set(parts)) > 1:
            break
        count += 1
    end = texts[0][len(texts[0]) - count :]
    return end[1:] if end[:1] == (PLACE_ENDS,) else end


def _any(conditions: Sequence[Node], steps: Collection[str], names: Names) -> str:
    """Any of several conditions in words: what they share once, then what passes one figure.

    That a step is there goes without saying.
    """
    parts = [
        [part for part in _parts(node) if not (isinstance(part, Given) and part.id in steps)]
        or list(_parts(node))
        for node in conditions
    ]
    shared = [part for part in parts[0] if all(part in others for others in parts)]
    own = [[part for part in each if part not in shared] for each in parts]
    if not all(own):
        return condition(_joined("and", shared), names)
    subjects = _subjects([_joined("and", each) for each in own], names)
    if subjects:
        case = [condition(_joined("and", shared), names), f"({subjects})"] if shared else [subjects]
        return say("join.and").join(case)
    any_own = _joined("or", [_joined("and", each) for each in own])
    return condition(_joined("and", [*shared, any_own]), names)


def _subjects(conditions: Sequence[Node], names: Names) -> str:
    """`Dose, Flow or Rate is more than 5 mL` where several values pass one figure, else nothing."""
    subjects, ends = [], set()
    for node in conditions:
        if not (isinstance(node, Compare) and isinstance(node.left, Name)):
            return ""
        subjects.append(names.words[node.left.id])
        ends.add(condition(node, names).removeprefix(subjects[-1]))
    if len(subjects) < 2 or len(ends) > 1:
        return ""
    return f"{say('join.or').join((', '.join(subjects[:-1]), subjects[-1]))}{ends.pop()}"


def _parts(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, Logic) and node.op == "and" else (node,)


def _joined(op: str, parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else Logic(op, tuple(parts))
