"""Protocols of a pack: records to steps, their doses worked out, and the tree unrolled."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from webref.content.facts.figures import Fact, Figure
from webref.content.pack.model import ANY
from webref.content.prose.builder import Builder
from webref.content.prose.tree import Prose
from webref.content.protocols.model import (
    Branch,
    Dose,
    Middle,
    NamedFigure,
    Onward,
    Passed,
    Place,
    Protocol,
    ProtocolStep,
    Walk,
    Way,
)
from webref.content.protocols.records import (
    AnswerRecord,
    DocumentRecord,
    DoseRecord,
    ProtocolRecord,
    ProtocolStepRecord,
)
from webref.content.protocols.shape import check_documents, check_steps
from webref.content.reading.files import Files
from webref.content.reading.spelling import dosing_figures
from webref.dosing.doses import (
    Amount,
    add,
    add_in_words,
    comes_out_even,
    volume_in_words,
    volume_of,
)
from webref.dosing.run import Unanswerable
from webref.errors import Problem, near

VOLUME_PART = "volume"  # the figure of a fact that holds a dose's printed volume


def read_protocols(files: Files, builder: Builder) -> dict[str, Protocol]:
    """Every protocol of the pack by id; what is wrong with any is kept as problems."""
    found = {}
    for file, record in files.tables(ProtocolRecord, "protocols").items():
        problems = list(_shape(file, record))
        builder.problems += problems
        if not problems:
            name = Path(file).stem
            found[name] = _Maker(file, record, builder).protocol(name)
    return found


def unroll(steps: Mapping[str, ProtocolStep]) -> tuple[Place, ...]:
    """Every place of the tree, each step before those it leads to, in the order of the answers."""
    if not any(step.answers for step in steps.values()):  # a list, not a tree
        listed = enumerate(steps.items(), 1)
        return tuple(Place(name, at, step, (), (), False) for at, (name, step) in listed)
    first = next(iter(steps.values()))
    numbers = {step.id: at for at, step in enumerate(_in_order(steps, first, set()), 1)}
    seen: set[str] = set()

    def walk(step: ProtocolStep, anchor: str, path: tuple[Passed, ...]) -> Iterator[Place]:
        again = step.id in seen
        seen.add(step.id)
        ways = tuple(
            Way(answer, f"{anchor}.{answer.to}", numbers[answer.to]) for answer in step.answers
        )
        yield Place(anchor, numbers[step.id], step, path, ways, again)
        for way in ways:
            passed = (*path, Passed(anchor, step, way.answer))
            yield from walk(steps[way.answer.to], way.anchor, passed)

    return tuple(walk(first, first.id, ()))


def _in_order(
    steps: Mapping[str, ProtocolStep], step: ProtocolStep, seen: set[str]
) -> Iterator[ProtocolStep]:
    """Every step once, where a reader of the tree first meets it."""
    if step.id in seen:
        return
    seen.add(step.id)
    yield step
    for answer in step.answers:
        yield from _in_order(steps, steps[answer.to], seen)


def _shape(file: str, record: ProtocolRecord) -> Iterator[Problem]:
    """What is wrong with the shape, before any word is read."""
    for place, message in check_documents(record):
        yield Problem(file, place, message)
    for document in record.document:
        for place, message in check_steps(document, record.kind):
            yield Problem(file, _within(document, place), message)


def _within(document: DocumentRecord, place: str) -> str:
    return f"document[{document.label}].{place}" if document.label else place


class _Maker:
    """Makes one protocol of its record; problems go to the builder."""

    def __init__(self, file: str, record: ProtocolRecord, builder: Builder) -> None:
        self.file, self.record, self.builder = file, record, builder
        self.facts = builder.references.facts

    def protocol(self, name: str) -> Protocol:
        """The protocol with all its documents."""
        values = self.record.model_dump(exclude={"document", "uses", "calculator"})
        return Protocol(
            id=name,
            uses=tuple(self.record.uses),
            calculator=self.record.calculator or "",
            walks=tuple(self._walk(document) for document in self.record.document),
            **values,
        )

    def _walk(self, document: DocumentRecord) -> Walk:
        label = document.label or ""
        steps = {
            record.id: self._step(record, label, _within(document, f"step[{record.id}]"))
            for record in document.step
        }
        places = unroll(steps)
        for one in places:
            if one.step.carry and not one.given:
                at = _within(document, f"step[{one.step.id}].carry")
                self._report(at, f"no dose is given on the way {one.anchor}")
        return Walk(label, steps, places, tuple(self._middle(document, places)))

    def _middle(self, document: DocumentRecord, places: tuple[Place, ...]) -> Iterator[Middle]:
        """The places that may be opened at once."""
        known = {one.anchor: one for one in places}
        for record in document.middle:
            at = _within(document, f"middle[{record.at}]")
            if record.at in known:
                text = self._line(record.text, f"{at}.text", document.label or "")
                yield Middle(text, record.at, known[record.at])
            else:
                self._report(at, f"there is no step at {record.at}{near(record.at, known)}")

    def _step(self, record: ProtocolStepRecord, label: str, place: str) -> ProtocolStep:
        self._plain(f"{place}.title", record.title)
        return ProtocolStep(
            id=record.id,
            title=record.title,
            text=self._prose(record.text, f"{place}.text", label),
            items=tuple(
                self._cited(item, f"{place}.items[{at}]", label)
                for at, item in enumerate(record.items, 1)
            ),
            dose=self._dose(record.dose, f"{place}.dose", label) if record.dose else None,
            figures=tuple(
                NamedFigure(row.name, self._cited(row.text, f"{place}.figures[{row.name}]", label))
                for row in record.figures
            ),
            question=self._line(record.question, f"{place}.question", label),
            answers=tuple(
                self._answer(answer, f"{place}.answers[{answer.to}]", label)
                for answer in record.answers
            ),
            outcome=record.outcome,
            next=tuple(record.next),
            timed=record.timed,
            carry=tuple(Onward(one.to, one.entry) for one in record.carry),
        )

    def _answer(self, record: AnswerRecord, place: str, label: str) -> Branch:
        """A branch; it is a link as a whole, so that it holds none, and it cites."""
        text = self._line(record.text, f"{place}.text", label)
        note = self._line(record.note, f"{place}.note", label)
        answer = Branch(text, note, record.to)
        if not answer.cites and self.builder.references.whole:
            self._report(place, "a branch without a citation")
        if text.links or note.links:
            self._report(place, "a branch is itself a link and holds none")
        return answer

    def _dose(self, record: DoseRecord, place: str, label: str) -> Dose | None:
        """The sum of the figures named, and the volume that holds it."""
        parts = [self._figure(name, place, label) for name in record.sum]
        strength = self._figure(record.at, place, label) if record.at else None
        known = [part for part in parts if part]
        if len(known) < len(parts) or (record.at and not strength):
            return None
        parts_of_sum = [_amount(figure) for _, figure in known]
        try:
            total = add(parts_of_sum)
        except Unanswerable as refused:
            self._report(place, str(refused))
            return None
        figure = _shown(total)
        printed = known[0][0].figures.get(VOLUME_PART) if ":" not in record.sum[0] else None
        volume = printed if len(known) == 1 else None
        arithmetic = []
        if len(known) > 1:
            arithmetic.append(add_in_words(parts_of_sum))
        if strength:
            worked = self._volume(total, strength[1], place)
            if volume and worked and volume.values != worked.values:
                self._report(place, f"{record.sum[0]} prints {volume.text()}, not {worked.text()}")
            if worked and not volume:
                arithmetic.append(volume_in_words(total, _amount(strength[1])))
                volume = worked
        behind = [fact for fact, _ in (*known, *([strength] if strength else []))]
        return Dose(
            figure,
            volume,
            "; ".join(arithmetic),
            tuple(dict.fromkeys(fact.cite for fact in behind)),
            tuple(dict.fromkeys(fact.caution for fact in behind if fact.caution)),
        )

    def _volume(self, dose: Amount, strength: Figure, place: str) -> Figure | None:
        try:
            volume = volume_of(dose, _amount(strength))
        except Unanswerable as refused:
            self._report(place, str(refused))
            return None
        if not comes_out_even(volume):
            self._report(place, "the volume does not come out even")
        return _shown(volume)

    def _figure(self, name: str, place: str, label: str) -> tuple[Fact, Figure] | None:
        """A figure that a dose may rest on: one value of a label, the one followed if any."""
        fact_id, _, part = name.partition(":")
        fact = self.facts.get(fact_id)
        if not fact:
            if self.builder.references.whole:
                self._report(place, f"there is no fact {fact_id}{near(fact_id, self.facts)}")
            return None
        self.builder.used.add(fact_id)
        try:
            figure = fact.figure(part)
        except KeyError:
            known = near(part, fact.figures)
            self._report(place, f"{fact_id} has no figure {part or 'of its own'}{known}")
            return None
        if len(figure.values) != 1:
            self._report(place, f"{name} is not one figure")
            return None
        if not fact.source.may_set([label]):
            self._report(place, f"{name} is of tier {fact.source.tier} and sets no dose")
        if label and fact.source.jurisdiction != label:
            self._report(place, f"{name} is no figure of the label {label}")
        if fact.route not in (self.record.route, ANY) and self.record.route != ANY:
            self._report(place, f"{name} is {fact.route}")
        return fact, figure

    def _prose(self, text: str, place: str, label: str) -> Prose:
        return self.builder.prose(text, self.file, place, label) if text else Prose()

    def _line(self, text: str, place: str, label: str) -> Prose:
        return self.builder.line(text, self.file, place, label) if text else Prose()

    def _cited(self, text: str, place: str, label: str) -> Prose:
        line = self._line(text, place, label)
        if not line.cites and self.builder.references.whole:
            self._report(place, "has no citation")
        return line

    def _plain(self, place: str, text: str) -> None:
        """Words that stand without a citation hold no dosing figure."""
        for figure in dosing_figures(text):
            self._report(place, f"the figure {figure} is no fact")

    def _report(self, place: str, message: str) -> None:
        self.builder.problems.append(Problem(self.file, place, message))


def _amount(figure: Figure) -> Amount:
    return Amount(figure.values[0], figure.unit)


def _shown(amount: Amount) -> Figure:
    return Figure((amount.number,), "one", amount.unit)
