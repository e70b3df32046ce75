"""Rules on the shape of a protocol: a tree that ends everywhere, or a plain list to tick."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from webref.content.protocols.records import DocumentRecord, ProtocolRecord, ProtocolStepRecord
from webref.errors import Found, near

MOST_PLACES = 100  # steps of a document, each counted once per path that leads to it


def check_documents(record: ProtocolRecord) -> Found:
    """A document each for several labels, or one; whose calculator is named where it is shown."""
    labels = [document.label for document in record.document]
    if len(labels) > 1 and None in labels:
        yield "document", "where there are several, each names its label"
    for label, times in Counter(labels).items():
        if label and times > 1:
            yield f"document[{label}]", f"{times} documents have this label"
    timed = any(step.timed for document in record.document for step in document.step)
    if timed != bool(record.calculator):
        yield "calculator", "timed steps need a calculator, and a calculator a timed step"


def check_steps(document: DocumentRecord, kind: str) -> Found:
    """Each step by itself, then the ways between them."""
    steps = document.step
    for name, times in Counter(step.id for step in steps).items():
        if times > 1:
            yield f"step[{name}]", f"{times} steps have this id"
    for step in steps:
        rules = _check_list_step(step) if kind == "checklist" else _check_tree_step(step)
        for message in rules:
            yield f"step[{step.id}]", message
    if len(steps) > MOST_PLACES:
        yield "step", f"{len(steps)} steps, at most {MOST_PLACES} are shown"
    elif kind == "tree":
        yield from _check_ways(steps)


def _check_list_step(step: ProtocolStepRecord) -> Iterator[str]:
    if not step.items:
        yield "a step of a checklist has items to tick"
    if step.answers or step.question or step.outcome or step.dose or step.timed or step.carry:
        yield "a checklist asks nothing, doses nothing and ends nowhere"


def _check_tree_step(step: ProtocolStepRecord) -> Iterator[str]:
    if bool(step.answers) == bool(step.outcome):
        yield "a step has either answers or an outcome"
    if bool(step.answers) != bool(step.question):
        yield "a question has answers, and answers a question"
    if step.outcome and not step.text:
        yield "an outcome says why, in text"
    if step.next and not step.outcome:
        yield "next belongs to an outcome"
    if step.carry and step.outcome != "go":
        yield "carry belongs to an outcome that goes on"
    for name, times in Counter(answer.to for answer in step.answers).items():
        if times > 1:
            yield f"{times} answers lead to {name}: make them one"


def _check_ways(steps: Sequence[ProtocolStepRecord]) -> Found:
    """Every way leads somewhere, none in a circle, every step is reached, and the tree is small."""
    ways = {step.id: [answer.to for answer in step.answers] for step in steps}
    for name, targets in ways.items():
        for to in targets:
            if to not in ways:
                yield f"step[{name}].answers", f"there is no step {to}{near(to, ways)}"
    first = steps[0].id
    circle = _circle(ways, first)
    if circle:
        yield f"step[{circle}]", "can be reached from itself"
        return
    places = _places(ways, first)
    for name in ways:
        if name not in places:
            yield f"step[{name}]", "nothing leads to it"
    if places[first] > MOST_PLACES:
        yield "step", f"unrolls to {places[first]} steps, at most {MOST_PLACES} are shown"


def _circle(ways: Mapping[str, Sequence[str]], first: str) -> str:
    """The id of a step that leads back to itself, or nothing."""
    done: set[str] = set()  # looked through already, so that many paths cost no more than one

    def look(name: str, above: tuple[str, ...]) -> str:
        if name in above:
            return name
        if name in done:
            return ""
        found = next(filter(None, (look(to, (*above, name)) for to in ways.get(name, ()))), "")
        done.add(name)
        return found

    return look(first, ())


def _places(ways: Mapping[str, Sequence[str]], first: str) -> dict[str, int]:
    """How many places each reached step unrolls to, itself included; there is no circle."""
    found: dict[str, int] = {}

    def count(name: str) -> int:
        if name not in found:
            found[name] = 1 + sum(count(to) for to in ways[name] if to in ways)
        return found[name]

    count(first)
    return found
