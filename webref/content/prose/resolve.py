"""References looked up: blocks whose facts, sources, links and anchors are found."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from webref.content.facts.figures import Cite, Fact
from webref.content.pack.model import Label
from webref.content.prose.references import References
from webref.content.prose.tree import (
    Block,
    CiteRef,
    FactCite,
    FactFigure,
    FactRef,
    Heading,
    Inline,
    Line,
    Link,
    Listing,
    ListItem,
    Mark,
    Paragraph,
    Prose,
    Quote,
    Styled,
    Table,
    TableRow,
    Tag,
    TextRun,
    Unreadable,
    Warned,
    pieces_of,
    plain,
)
from webref.errors import near

Tell = Callable[[int, str], None]  # line, message

# A page of another pack, as `pack:page`; an address of the web is none.
_ELSEWHERE = re.compile(r"[a-z0-9-]+:[a-z0-9-]+(?:/[a-z0-9-]+)*")


def slug(text: str) -> str:
    """Words as an anchor: lower case ASCII letters and figures, joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


@dataclass(frozen=True)
class _Run:
    """Where a run of words stands: its line, the label named beside it, the one that heads its row.

    `mixed`: its figures are of several labels, so that each has to say whose it is.
    """

    line: int
    label: str
    row: str = ""
    mixed: bool = False


class Resolver:
    """Looks up what one piece of prose names; problems go to `report` as they are met.

    `anchor` begins the ids of headings; figures of `label` carry no tag, since the page says it.
    Where figures of several labels stand in one paragraph or table, each has its tag.
    """

    def __init__(
        self, references: References, report: Tell, anchor: str = "", label: str = ""
    ) -> None:
        """Start with no anchor taken."""
        self.references = references
        self.report = report
        self.anchor = anchor
        self.label = label
        self.anchors: set[str] = set()

    def resolve(self, blocks: Iterable[Block]) -> Prose:
        """The prose of these blocks."""
        return Prose(self._blocks(blocks))

    def resolve_line(self, inner: Sequence[Inline], line: int) -> Prose:
        """The prose of words that stand in no block of their own."""
        match inner:
            case (TextRun(text), *rest):
                inner = (TextRun(text.lstrip()), *rest)
        return Prose((Line(self._inline(inner, self._at(Line(tuple(inner)), line))),))

    def _at(self, block: Line | Paragraph | Heading | Table, line: int) -> _Run:
        """Where the words of a block stand."""
        named = (piece.id for piece in pieces_of([block]) if isinstance(piece, FactRef))
        facts = (self.references.facts.get(name) for name in named)
        mixed = len({fact.source.jurisdiction for fact in facts if fact}) > 1
        return _Run(line, self.label, mixed=mixed)

    def _blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        found = (self._block(block) for block in blocks)
        return tuple(block for block in found if block)

    def _block(self, block: Block) -> Block | None:
        match block:
            case Paragraph(line, inner):
                return Paragraph(line, self._inline(inner, self._at(block, line)))
            case Heading(line, inner):
                name = slug(f"{self.anchor} {plain(inner)}")
                if name in self.anchors:
                    self.report(line, "two headings have the same words")
                self.anchors.add(name)
                return Heading(line, self._inline(inner, self._at(block, line)), name)
            case Listing(line, ordered, items):
                found = (ListItem(item.line, self._blocks(item.blocks)) for item in items)
                return Listing(line, ordered, tuple(found))
            case Quote(line, blocks):
                return self._warning(line, blocks)
            case Table():
                return self._table(block)
            case Unreadable(line, why):
                self.report(line, why)
        return None

    def _warning(self, line: int, blocks: Sequence[Block]) -> Block | None:
        match blocks:
            case (Paragraph(_, (Styled("strong", title), *words)) as first, *rest):
                run = self._at(first, line)
                return Warned(
                    line,
                    self._inline(title, replace(run, label="")),
                    self._inline(words, run),
                    self._blocks(rest),
                )
        self.report(line, "a warning begins with its title in bold")
        return None

    def _table(self, table: Table) -> Block:
        if not table.caption:
            self.report(table.line, "the line directly above a table says `Table: …`")
        if not all(isinstance(piece, TextRun) for cell in table.head for piece in cell):
            self.report(table.line, "the head of a table is plain words")
        by_name = {label.name: label for label in self.references.labels.values()}
        labels = [by_name.get(plain(cell)) for cell in table.head]
        run = self._at(table, table.line)

        def told(row: TableRow, column: Label | None) -> _Run:
            """Where a cell stands, whose column or row may name its label."""
            head = by_name.get(plain(row.cells[0]))
            label = column.id if column else run.label
            return replace(run, line=row.line, label=label, row=head.id if head else "")

        return Table(
            table.line,
            self._inline(table.caption, run),
            table.head,
            tuple(
                TableRow(
                    row.line,
                    tuple(
                        self._inline(cell, told(row, column))
                        for cell, column in zip(row.cells, labels, strict=True)
                    ),
                )
                for row in table.rows
            ),
            tuple(Tag(label.tag, label.name) if label else None for label in labels),
        )

    def _inline(self, inner: Iterable[Inline], run: _Run) -> tuple[Inline, ...]:
        found = (self._piece(piece, run) for piece in inner)
        return tuple(piece for piece in found if piece)

    def _piece(self, piece: Inline, run: _Run) -> Inline | None:
        match piece:
            case TextRun():
                return piece
            case Styled(tag, words):
                return Styled(tag, self._inline(words, run))
            case Link(page, words):
                return self._link(page, self._inline(words, run), run.line)
            case FactRef(name, part):
                return self._figure(name, part, run)
            case FactCite(name):
                fact = self._fact(name, run.line)
                return _mark(fact) if fact else None
            case CiteRef(name, place):
                if source := self.references.sources.get(name):
                    return Mark(Cite(source, place))
                known = near(name, self.references.sources)
                self.report(run.line, f"there is no source {name}{known}")
            case Unreadable(_, why):
                self.report(run.line, why)
        return None

    def _fact(self, name: str, line: int) -> Fact | None:
        if name not in self.references.facts and self.references.whole:
            self.report(line, f"there is no fact {name}{near(name, self.references.facts)}")
        return self.references.facts.get(name)

    def _figure(self, name: str, part: str, run: _Run) -> Inline | None:
        fact = self._fact(name, run.line)
        if not fact:
            return None
        try:
            figure = fact.figure(part)
        except KeyError:
            what = f"the fact {name} has no figure {part or 'of its own'}{near(part, fact.figures)}"
            wish = "" if fact.figures else f"; without one it is cited as [@fact:{name}]"
            self.report(run.line, what + wish)
            return None
        whose = fact.source.jurisdiction
        differs = fact.conflict or fact.source.is_guideline or (run.mixed and whose != run.row)
        tagged = differs and whose != run.label
        return FactFigure(fact, part, figure, self.references.tag(fact.source) if tagged else None)

    def _link(self, page: str, words: tuple[Inline, ...], line: int) -> Inline:
        name, mark, anchor = page.partition("#")
        if _ELSEWHERE.fullmatch(name):  # a pack that stands alone does not lead there
            pack, _, there = name.partition(":")
            url = self.references.address(pack, there)
            return Link(page, words, url and url + mark + anchor)
        if name not in self.references.addresses:
            known = near(name, self.references.addresses)
            self.report(line, f"there is no page {name} of this pack to link to{known}")
            return Link(page, words)
        if _cites(words):
            self.report(line, "a link holds no fact and no citation, whose mark is pressed itself")
        return Link(page, words, self.references.addresses[name] + mark + anchor)


def _mark(fact: Fact) -> Mark:
    return Mark(fact.cite, fact.id, "" if fact.figures else fact.caution)


def _cites(inner: Iterable[Inline]) -> bool:
    return any(
        isinstance(piece, FactFigure | Mark)
        or (isinstance(piece, Styled | Link) and _cites(piece.inner))
        for piece in inner
    )
