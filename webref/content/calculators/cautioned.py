"""The figures behind a calculator that are not to be read without their caution."""

from collections.abc import Iterable, Iterator

from webref.content.calculators.records import CalculatorRecord, named_facts
from webref.content.facts.figures import Fact
from webref.content.prose.references import References
from webref.content.prose.tree import FactFigure, Inline, Line, Mark, Prose, Tag, TextRun


def cautioned(record: CalculatorRecord, references: References) -> Iterator[Prose]:
    """The facts named that come with a caution, each with those of its figures that are used.

    Every fact that the calculator names is in the references.
    """
    parts: dict[str, set[str]] = {}
    for reference in named_facts(record):
        name, _, part = reference.partition(":")
        parts.setdefault(name, set()).add(part)
    for name, used in parts.items():
        fact = references.facts[name]
        if fact.caution:
            yield Prose((Line(tuple(_said(fact, used, references.tag(fact.source)))),))


def _said(fact: Fact, used: Iterable[str], tag: Tag) -> Iterator[Inline]:
    """The figures of a fact: those used, or all where it is only cited; its words without any."""
    named = {part if part in fact.figures else part.partition(":")[0] for part in used}
    shown = [part for part in fact.figures if part in named] or list(fact.figures)
    for at, part in enumerate(shown):
        if at:
            yield TextRun("; ")
        yield FactFigure(fact, part, fact.figure(part), tag)
    if not shown:
        yield TextRun(fact.text)
        yield Mark(fact.cite, fact.id, fact.caution)
