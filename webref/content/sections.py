"""Sections of the monograph and emergency cards: front matter, value, and how they are built."""

import datetime
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from pydantic import Field

from webref.content.prose.builder import Builder
from webref.content.prose.resolve import Resolver, Tell
from webref.content.prose.tree import (
    Heading,
    Line,
    Listing,
    ListItem,
    Mark,
    Paragraph,
    Prose,
    Styled,
    Warned,
)
from webref.content.reading.files import MarkdownFile
from webref.content.reading.records import Id, Record, Words


class SectionRecord(Record):
    """Front matter of a section."""

    title: Words
    summary: Words
    route: Words
    population: Words
    labels: list[Id]
    uses: list[str] = Field(default_factory=list)
    figures: Literal["facts", "cited"] = "facts"
    editor: Words
    checker: str
    review_by: datetime.date


class CardRecord(SectionRecord):
    """Front matter of an emergency card."""

    short: Words
    hint: Words
    mark: Literal["hollow", "full"]
    lead: Words


@dataclass(frozen=True)
class Section:
    """A section of the monograph."""

    id: str
    title: str
    summary: str
    route: str
    population: str
    labels: tuple[str, ...]
    uses: tuple[str, ...]  # page ids of the calculators and protocols that use its figures
    editor: str
    checker: str
    review_by: datetime.date
    body: Prose


@dataclass(frozen=True)
class Action:
    """One thing to do now, on an emergency card."""

    instruction: Prose
    detail: Prose


@dataclass(frozen=True)
class Card:
    """An emergency card: what to do now, in order, then the explanation. mark: hollow or full."""

    id: str
    title: str
    short: str
    hint: str
    mark: str
    lead: str
    summary: str
    route: str
    population: str
    labels: tuple[str, ...]
    uses: tuple[str, ...]
    editor: str
    checker: str
    review_by: datetime.date
    actions: tuple[Action, ...]
    body: Prose

    @property
    def below(self) -> tuple[Prose, ...]:
        """The paragraphs below the actions, up to the first heading."""
        blocks = takewhile(lambda block: not isinstance(block, Heading), self.body.blocks)
        return tuple(Prose((block,)) for block in blocks if isinstance(block, Paragraph))

    @property
    def warnings(self) -> tuple[Prose, ...]:
        """The title of each warning of the card, with the sources of its words."""
        return tuple(
            Prose((Line((*block.title, *map(Mark, Prose((block,)).cites))),))
            for block in self.body.blocks
            if isinstance(block, Warned)
        )


def build_section(document: MarkdownFile, record: SectionRecord, builder: Builder) -> Section:
    """A section of the monograph."""
    name = document.id
    blocks, report = builder.blocks(document, f"monograph/{name}.md", record.figures == "cited")
    body = builder.keep(Resolver(builder.references, report, anchor=name).resolve(blocks))
    values = record.model_dump(exclude={"figures", "labels", "uses"})
    return Section(
        id=name, labels=tuple(record.labels), uses=tuple(record.uses), body=body, **values
    )


def build_card(document: MarkdownFile, record: CardRecord, builder: Builder) -> Card:
    """An emergency card, whose body opens with the list of what to do now."""
    name = document.id
    blocks, report = builder.blocks(document, f"emergency/{name}.md", record.figures == "cited")
    match blocks:
        case (Listing(_, True, items), *rest):
            actions = tuple(_action(item, report, builder) for item in items)
        case _:
            report(document.line, "a card opens with an ordered list: what to do now")
            actions, rest = (), list(blocks)
    body = builder.keep(Resolver(builder.references, report, anchor=name).resolve(rest))
    values = record.model_dump(exclude={"figures", "labels", "uses"})
    return Card(
        id=name,
        labels=tuple(record.labels),
        uses=tuple(record.uses),
        actions=actions,
        body=body,
        **values,
    )


def _action(item: ListItem, report: Tell, builder: Builder) -> Action:
    match item.blocks:
        case (Paragraph(line, (Styled("strong", title), *words)),):
            resolver = Resolver(builder.references, report)
            instruction, detail = (
                builder.keep(resolver.resolve_line(inner, line)) for inner in (title, words)
            )
            return Action(instruction, detail)
    report(item.line, "an item of the list is `**Instruction** detail`")
    return Action(Prose(), Prose())
