"""Sections and cards to the model: prose parsed, held against its rules, and written."""

from collections.abc import Callable, Sequence

from webref.content.checks_words import error_prone
from webref.content.files import Document
from webref.content.model import (
    Action,
    Card,
    HomeGroup,
    Key,
    Label,
    Pack,
    Section,
    Signature,
    Topic,
)
from webref.content.prose.library import Library
from webref.content.prose.markdown import parse
from webref.content.prose.resolve import Report, Resolver
from webref.content.prose.rules import (
    check_citations,
    check_figures,
    check_tiers,
    check_words,
)
from webref.content.prose.tree import Block, Item, Listing, Paragraph, Prose, Styled
from webref.content.records import CardRecord, PackRecord, SectionRecord
from webref.errors import Problem


class Builder:
    """Reads prose against one library; keeps every problem met and every fact named."""

    def __init__(self, library: Library) -> None:
        """Start with no problem and no fact used."""
        self.library = library
        self.problems: list[Problem] = []
        self.used: set[str] = set()

    def prose(
        self, text: str, file: str, place: str, label: str = "", unvetted: bool = False
    ) -> Prose:
        """A string of a TOML file; `label` is the jurisdiction that the page names beside it."""
        report = self._report(file, lambda _: place)
        blocks = parse(text)
        self._check(blocks, report, text, cited=False, unvetted=unvetted)
        return self._kept(Resolver(self.library, report, label=label).resolve(blocks))

    def line(self, text: str, file: str, place: str, label: str = "") -> Prose:
        """Words of a TOML file that stand in no paragraph of their own, such as a link's."""
        report = self._report(file, lambda _: place)
        match parse(text):
            case (Paragraph(at, inner),) as blocks:
                for line, message in (
                    *check_words(blocks, text),
                    *check_figures(blocks, cited=False),
                    *check_tiers(blocks, self.library.sources),
                ):
                    report(line, message)
                resolver = Resolver(self.library, report, label=label)
                return self._kept(resolver.resolve_line(inner, at))
        report(1, "is not one paragraph of plain words")
        return Prose()

    def section(self, document: Document, record: SectionRecord) -> Section:
        """A section of the monograph."""
        name = document.id
        blocks, report = self._body(f"monograph/{name}.md", record, document)
        body = self._kept(Resolver(self.library, report, anchor=name).resolve(blocks))
        values = record.model_dump(exclude={"figures", "labels", "uses"})
        return Section(
            id=name, labels=tuple(record.labels), uses=tuple(record.uses), body=body, **values
        )

    def card(self, document: Document, record: CardRecord) -> Card:
        """An emergency card, whose body opens with the list of what to do now."""
        name = document.id
        blocks, report = self._body(f"emergency/{name}.md", record, document)
        match blocks:
            case (Listing(_, True, items), *rest):
                actions = tuple(self._action(item, report) for item in items)
            case _:
                report(document.line, "a card opens with an ordered list: what to do now")
                actions, rest = (), list(blocks)
        body = self._kept(Resolver(self.library, report, anchor=name).resolve(rest))
        values = record.model_dump(exclude={"figures", "labels", "uses"})
        return Card(
            id=name,
            labels=tuple(record.labels),
            uses=tuple(record.uses),
            actions=actions,
            body=body,
            **values,
        )

    def _action(self, item: Item, report: Report) -> Action:
        match item.blocks:
            case (Paragraph(line, (Styled("strong", title), *words)),):
                resolver = Resolver(self.library, report)
                instruction, detail = (
                    self._kept(resolver.resolve_line(inner, line)) for inner in (title, words)
                )
                return Action(instruction, detail)
        report(item.line, "an item of the list is `**Instruction** detail`")
        return Action(Prose(), Prose())

    def _body(
        self, file: str, record: SectionRecord, document: Document
    ) -> tuple[Sequence[Block], Report]:
        report = self._report(file, lambda at: f"line {at}")
        for at, text in enumerate(document.body.split("\n"), document.line):
            for message in error_prone(text):
                report(at, message)
        blocks = parse(document.body, document.line)
        if not blocks:
            report(document.line, "holds no words below its front matter")
        cited = record.figures == "cited"
        self._check(blocks, report, document.body, cited, unvetted=False)
        return blocks, report

    def _check(
        self, blocks: Sequence[Block], report: Report, text: str, cited: bool, unvetted: bool
    ) -> None:
        for line, message in check_citations(blocks):
            report(line, message)
        for line, message in (*check_words(blocks, text), *check_figures(blocks, cited)):
            report(line, message)
        if not unvetted:
            for line, message in check_tiers(blocks, self.library.sources):
                report(line, message)

    def _report(self, file: str, place: Callable[[int], str]) -> Report:
        def report(line: int, message: str) -> None:
            self.problems.append(Problem(file, place(line), message))

        return report

    def _kept(self, prose: Prose) -> Prose:
        """The same prose, the facts that it names counted as used."""
        self.used.update(name.partition(":")[0] for name in prose.facts)
        return prose


def build_pack(record: PackRecord) -> Pack:
    """pack.toml as the model has it."""
    return Pack(
        id=record.id,
        title=record.title,
        summary=record.summary,
        date=record.date,
        review_by=record.review_by,
        refuse_after=record.refuse_after,
        language=record.language,
        editor=record.editor,
        signed=tuple(Signature(**signed.model_dump()) for signed in record.signed),
        signing_roles=tuple(record.signing_roles),
        routes=tuple(record.routes),
        labels={label.id: Label(**label.model_dump()) for label in record.label},
        topics=tuple(Topic(t.id, t.title, tuple(t.sections)) for t in record.topic),
        home=tuple(
            HomeGroup(group.title, tuple(Key(**key.model_dump()) for key in group.keys))
            for group in record.home
        ),
    )
