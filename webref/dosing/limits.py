"""The limits of a calculator in words before anything is typed, for paper."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from webref.dosing.cases import blank_names, condition, without_implied
from webref.dosing.followed import FollowedLabel
from webref.dosing.nodes import (
    Among,
    Compare,
    Given,
    Logic,
    Name,
    Node,
    Not,
    Number,
    Text,
    names_in,
)
from webref.dosing.spec import Calculator, Check
from webref.dosing.words import say
from webref.dosing.working import Names, fill

PLACE_ENDS = ". "  # a part of its own in the words of a limit that stands in several places
_LABEL = Name("label")
_FIGURE = re.compile(r"[0-9][0-9.,]*\u00a0\S+")  # with its unit


@dataclass(frozen=True)
class ShownLimit:
    """A check of a calculator before anything is typed, as a short line.

    labels: those that have it, where not all do. subject: the values that may not pass a figure,
    empty in a check of another kind; `limit` is what they are then, where the title does not print
    the figure. when: what must hold beside that. Of a warning or a note with no such figure, it is
    what was chosen alone: its title says the rest.
    """

    level: str
    title: str
    labels: tuple[FollowedLabel, ...]
    subject: str
    limit: str
    when: str
    cites: tuple[int, ...]


def limits(calculator: Calculator) -> tuple[ShownLimit, ...]:
    """The checks of a calculator; what is not typed yet stands in brackets.

    A limit of several places is one line, with all the values that may pass it.
    """
    names = blank_names(calculator)
    sure = {check.id for check in calculator.checks if not check.unsure}
    alike: dict[tuple[str, str], list[Check]] = {}
    for check in calculator.checks:
        if not (check.unsure and check.id in sure):
            alike.setdefault((check.id, check.level), []).append(check)
    return tuple(dict.fromkeys(_shown(calculator, checks, names) for checks in alike.values()))


def _shown(calculator: Calculator, checks: Sequence[Check], names: Names) -> ShownLimit:
    typed = {item.id for item in calculator.inputs} | {step.id for step in calculator.steps}
    shared, own = _parted([check.when for check in checks], {one.id for one in calculator.steps})
    labels = {label.id for label in calculator.labels}
    held = [part for part in shared if _has(part, labels) is None]
    for part in shared:
        labels &= _has(part, labels) or labels
    subject, limit = _passed(own, names)
    if own and not subject:
        held.append(_joined("or", own))
    if not own:
        last = next((part for part in reversed(held) if _is_limit(part, typed)), None)
        if last is not None:
            held.remove(last)
            subject, limit = _passed([last], names)
    if not subject and checks[0].level != "stop":
        held = [part for part in held if _is_chosen(part)]
    title = fill(checks[0].title, names)
    return ShownLimit(
        checks[0].level,
        title,
        tuple(one for one in calculator.labels if one.id in labels)
        if len(labels) < len(calculator.labels)
        else (),
        subject,
        "" if any(figure in title for figure in _FIGURE.findall(limit)) else limit,
        condition(_joined("and", held), names) if held else "",
        checks[0].cites,
    )


def _parted(conditions: Sequence[Node], steps: Collection[str]) -> tuple[list[Node], list[Node]]:
    """What several conditions share, and what each has of its own; nothing where one has nothing.

    That a step is there goes without saying.
    """
    parts = [
        [part for part in _parts(node) if not (isinstance(part, Given) and part.id in steps)]
        or list(_parts(node))
        for node in conditions
    ]
    shared = [part for part in parts[0] if all(part in others for others in parts)]
    own = [[part for part in each if part not in shared] for each in parts]
    return shared, [_joined("and", each) for each in own] if all(own) else []


def _has(part: Node, labels: set[str]) -> set[str] | None:
    """The labels for which a condition holds; None where it asks for something else."""
    match part:
        case Compare(op=op, left=left, right=Text(value=value)) if left == _LABEL:
            return {value} if op == "==" else labels - {value}
        case Among(item=item, words=words) if item == _LABEL:
            return set(words)
    return None


def _is_chosen(part: Node) -> bool:
    """Whether a condition asks for options of choices alone."""
    match part:
        case Compare(right=Text()) | Among():
            return True
        case Logic(parts=parts):
            return all(map(_is_chosen, parts))
        case Not(part=inner):
            return _is_chosen(inner)
    return False


def _is_limit(part: Node, typed: Collection[str]) -> bool:
    """Whether a value is held against a figure that nobody types."""
    return (
        isinstance(part, Compare)
        and part.op not in ("==", "!=")
        and isinstance(part.left, Name)
        and part.left.id in typed
        and not names_in(part.right) & {*typed, "now"}
        and part.right != Number("0")
    )


def _passed(conditions: Sequence[Node], names: Names) -> tuple[str, str]:
    """`Dose, Flow or Rate` and `is more than 5 mL` where several values pass one figure."""
    subjects, ends = [], set()
    for node in conditions:
        if not (isinstance(node, Compare) and isinstance(node.left, Name)):
            return "", ""
        subjects.append(names.words[node.left.id])
        ends.add(condition(node, names).removeprefix(subjects[-1]).strip())
    if len(ends) != 1:
        return "", ""
    *first, last = dict.fromkeys(subjects)
    return say("join.or").join((", ".join(first), last) if first else (last,)), ends.pop()


def _parts(node: Node) -> tuple[Node, ...]:
    """What must hold at once, without what goes without saying."""
    if not (isinstance(node, Logic) and node.op == "and"):
        return (node,)
    return without_implied([inner for part in node.parts for inner in _parts(part)])


def _joined(op: str, parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else Logic(op, tuple(parts))
