"""Prose of a pack parsed, held against its rules, and resolved against what can be referred to."""

from collections.abc import Callable, Sequence

from webref.content.prose.markdown import parse
from webref.content.prose.references import References
from webref.content.prose.resolve import Resolver, Tell
from webref.content.prose.rules import (
    check_citations,
    check_figures,
    check_tiers,
    check_whose,
    check_words,
)
from webref.content.prose.tree import Block, Paragraph, Prose
from webref.content.reading.files import MarkdownFile
from webref.content.reading.spelling import error_prone
from webref.errors import Problem


class Builder:
    """Reads prose against what can be referred to; keeps every problem met and every fact named."""

    def __init__(self, references: References) -> None:
        """Start with no problem and no fact used."""
        self.references = references
        self.problems: list[Problem] = []
        self.used: set[str] = set()
        self.elsewhere: set[str] = set()  # pages of other packs that are linked

    def prose(
        self, text: str, file: str, place: str, label: str = "", unvetted: bool = False
    ) -> Prose:
        """A string of a TOML file; `label` is the jurisdiction that the page names beside it."""
        report = self._report(file, lambda _: place)
        blocks = parse(text)
        self._check(blocks, report, text, cited=False, unvetted=unvetted)
        return self.keep(Resolver(self.references, report, label=label).resolve(blocks))

    def line(self, text: str, file: str, place: str, label: str = "") -> Prose:
        """Words of a TOML file that stand in no paragraph of their own, such as a link's."""
        report = self._report(file, lambda _: place)
        match parse(text):
            case (Paragraph(at, inner),) as blocks:
                for line, message in (
                    *check_words(blocks, text),
                    *check_figures(blocks, cited=False),
                    *check_tiers(blocks, self.references.sources),
                ):
                    report(line, message)
                resolver = Resolver(self.references, report, label=label)
                return self.keep(resolver.resolve_line(inner, at))
        report(1, "is not one paragraph of plain words")
        return Prose()

    def blocks(
        self, document: MarkdownFile, file: str, cited: bool
    ) -> tuple[Sequence[Block], Tell]:
        """The body of a Markdown file, and where to report what is wrong with it.

        `cited`: its figures may stand in a cited sentence and need not be facts.
        """
        report = self._report(file, lambda at: f"line {at}")
        for at, text in enumerate(document.body.split("\n"), document.line):
            for message in error_prone(text):
                report(at, message)
        blocks = parse(document.body, document.line)
        if not blocks:
            report(document.line, "holds no words below its front matter")
        self._check(blocks, report, document.body, cited, unvetted=False)
        for line, message in check_whose(blocks, self.references):
            self.problems.append(Problem(file, f"line {line}", message, warning=True))
        return blocks, report

    def keep(self, prose: Prose) -> Prose:
        """The same prose, the facts that it names and the pages of other packs counted."""
        self.used.update(name.partition(":")[0] for name in prose.facts)
        self.elsewhere.update(page for page in prose.links if ":" in page)
        return prose

    def _check(
        self, blocks: Sequence[Block], report: Tell, text: str, cited: bool, unvetted: bool
    ) -> None:
        for line, message in check_citations(blocks):
            report(line, message)
        for line, message in (*check_words(blocks, text), *check_figures(blocks, cited)):
            report(line, message)
        if not unvetted:
            for line, message in check_tiers(blocks, self.references.sources):
                report(line, message)

    def _report(self, file: str, place: Callable[[int], str]) -> Tell:
        def report(line: int, message: str) -> None:
            self.problems.append(Problem(file, place(line), message))

        return report
