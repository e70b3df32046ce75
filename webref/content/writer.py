"""Blocks to prose: facts and sources looked up, figures written with tags and marks."""

import re
from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup, escape

from webref.content.blocks import (
    Block,
    CiteRef,
    FactCite,
    FactRef,
    Heading,
    Inline,
    Link,
    Listing,
    Paragraph,
    Quote,
    Refused,
    Styled,
    Table,
    Text,
)
from webref.content.figures import Fact
from webref.content.library import Library
from webref.content.prose import Cite, Prose
from webref.content.runs import Atom, run_parts, run_text

Report = Callable[[int, str], None]  # line, message

_WARN_ICON = Markup('<svg class="icon" aria-hidden="true"><use href="#i-warn"/></svg>')


def slug(text: str) -> str:
    """Words as an anchor: lower case ASCII letters and figures, joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))


class Writer:
    """Writes one piece of prose; problems go to `report` as they are met.

    `anchor` begins the ids of headings; figures of `label` carry no tag, since the page says it.
    """

    def __init__(self, library: Library, report: Report, anchor: str = "", label: str = "") -> None:
        """Start with nothing written."""
        self.library = library
        self.report = report
        self.anchor = anchor
        self.label = label
        self.anchors: set[str] = set()
        self.parts: list[Markup | Cite] = []
        self.lines: list[str] = []
        self.facts: list[str] = []
        self.links: list[str] = []

    def write(self, blocks: Iterable[Block]) -> Prose:
        """The prose of these blocks."""
        for block in blocks:
            self._block(block)
        return Prose(
            _joined(self.parts), "\n".join(self.lines), tuple(self.facts), tuple(self.links)
        )

    def write_inline(self, inner: Sequence[Inline], line: int) -> Prose:
        """The prose of words that stand in no block of their own."""
        match inner:
            case (Text(text), *rest):
                inner = (Text(text.lstrip()), *rest)
        self.lines.append(self._inline(inner, line, self.label))
        return self.write(())

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph(line, inner):
                self._wrapped("<p>", inner, line, "</p>")
            case Heading(line, inner):
                name = slug(f"{self.anchor} {_plain(inner)}")
                if name in self.anchors:
                    self.report(line, "two headings have the same words")
                self.anchors.add(name)
                self._wrapped(f'<h2 id="{name}">', inner, line, "</h2>")
            case Listing(_, ordered, items):
                tag = "ol" if ordered else "ul"
                self._put(f"<{tag}>")
                for item in items:
                    self._put("<li>")
                    self._tight(item.blocks)
                    self._put("</li>")
                self._put(f"</{tag}>")
            case Quote(line, blocks):
                self._warning(line, blocks)
            case Table():
                self._table(block)
            case Refused(line, why):
                self.report(line, why)

    def _tight(self, blocks: Sequence[Block]) -> None:
        """The blocks of a list item; a lone paragraph, or one before a list, has no <p>."""
        first, *rest = blocks or (None,)
        if isinstance(first, Paragraph) and all(isinstance(block, Listing) for block in rest):
            self._wrapped("", first.inner, first.line, "")
            blocks = rest
        for block in blocks:
            self._block(block)

    def _warning(self, line: int, blocks: Sequence[Block]) -> None:
        match blocks:
            case (Paragraph(_, (Styled("strong", title), *words)), *rest):
                self._put('<div class="check check-warn">', _WARN_ICON, "<div><p><b>")
                said = self._inline(title, line, "").rstrip(".")
                self._trim_stop()
                self._put("</b>")
                said += ". " + self._inline(words, line, self.label)
                self.lines.append(said)
                self._put("</p>")
                for block in rest:
                    self._block(block)
                self._put("</div></div>")
            case _:
                self.report(line, "a warning begins with its title in bold")

    def _trim_stop(self) -> None:
        """The title stands on a line of its own, without its full stop."""
        last = self.parts[-1]
        if isinstance(last, Markup):
            self.parts[-1] = Markup(last.removesuffix("."))

    def _table(self, table: Table) -> None:
        if not table.caption:
            self.report(table.line, "the line directly above a table says `Table: …`")
        heads = [_plain(cell) for cell in table.head]
        if not all(isinstance(piece, Text) for cell in table.head for piece in cell):
            self.report(table.line, "the head of a table is plain words")
        by_name = {label.name: label for label in self.library.labels.values()}
        self._wrapped(
            '<table class="figures" role="table"><caption>', table.caption, table.line, "</caption>"
        )
        self._put('<thead role="rowgroup"><tr role="row">')
        for head in heads:
            self._put('<th role="columnheader" scope="col">', escape(head), "</th>")
        self._put('</tr></thead><tbody role="rowgroup">')
        for row in table.rows:
            self._put('<tr role="row">')
            said = []
            for at, cell in enumerate(row.cells):
                label = by_name.get(heads[at])
                if at == 0:
                    self._put('<th role="rowheader" scope="row">')
                elif label:
                    tag = Markup('<td role="cell"><abbr class="tag" title="{}">{}</abbr> <span>')
                    self._put(tag.format(label.name, label.tag))
                else:
                    self._put(Markup('<td role="cell" data-head="{}"><span>').format(heads[at]))
                words = self._inline(cell, row.line, label.id if label else self.label)
                said.append(f"{heads[at]}: {words}" if at and heads[at] else words)
                self._put("</th>" if at == 0 else "</span></td>")
            self._put("</tr>")
            self.lines.append("; ".join(filter(None, said)))
        self._put("</tbody></table>")

    def _wrapped(self, before: str, inner: Sequence[Inline], line: int, after: str) -> None:
        self._put(before)
        self.lines.append(self._inline(inner, line, self.label))
        self._put(after)

    def _put(self, *pieces: str) -> None:
        """Markup of this module's own, as it stands."""
        self.parts.extend(Markup(piece) for piece in pieces)

    def _inline(self, inner: Sequence[Inline], line: int, label: str) -> str:
        """Write inline content; the same in plain words comes back."""
        atoms = self._atoms(inner, line, label)
        self.parts.extend(run_parts(atoms))
        return run_text(atoms)

    def _atoms(self, inner: Sequence[Inline], line: int, label: str) -> list[Atom]:
        found: list[Atom] = []
        for piece in inner:
            match piece:
                case Text(text):
                    found.append(Atom("word", text=text))
                case Styled(tag, words):
                    found.append(Atom("tag", Markup("<{}>").format(tag)))
                    found += self._atoms(words, line, label)
                    found.append(Atom("tag", Markup("</{}>").format(tag)))
                case Link(page, words):
                    found += self._link(page, self._atoms(words, line, label), line)
                case FactRef(name, part):
                    found += self._figure(name, part, line, label)
                case FactCite(name):
                    if fact := self._fact(name, line):
                        self.facts.append(name)
                        found.append(Atom("mark", cite=fact.cite))
                case CiteRef(name, place):
                    if source := self.library.sources.get(name):
                        found.append(Atom("mark", cite=Cite(source, place)))
                    else:
                        self.report(line, f"there is no source {name}")
                case Refused(_, why):
                    self.report(line, why)
        return found

    def _fact(self, name: str, line: int) -> Fact | None:
        if name not in self.library.facts and self.library.whole:
            self.report(line, f"there is no fact {name}")
        return self.library.facts.get(name)

    def _figure(self, name: str, part: str, line: int, label: str) -> list[Atom]:
        fact = self._fact(name, line)
        if not fact:
            return []
        try:
            figure = fact.figure(part)
        except KeyError:
            what = f"the fact {name} has no figure" + (f" {part}" if part else " of its own")
            self.report(line, f"{what}; without one it is cited as [@fact:{name}]")
            return []
        self.facts.append(f"{name}:{part}" if part else name)
        tagged = fact.conflict and fact.source.jurisdiction != label
        tag = self.library.tag(fact.source) if tagged else Markup("")
        html, text, lead = figure.html(), figure.text(), figure.words()
        return [Atom("figure", html, text, fact.cite, tag, lead)]

    def _link(self, page: str, words: list[Atom], line: int) -> list[Atom]:
        name, mark, anchor = page.partition("#")
        if name not in self.library.addresses:
            self.report(line, f"there is no page {name} of this pack to link to")
            return words
        if any(atom.cite for atom in words):
            self.report(line, "a link holds no fact and no citation, whose mark is pressed itself")
        self.links.append(name)
        url = self.library.addresses[name] + mark + anchor
        return [
            Atom("tag", Markup('<a href="{}">').format(url)),
            *words,
            Atom("tag", Markup("</a>")),
        ]


def _plain(inner: Sequence[Inline]) -> str:
    """The words of inline content, figures left out."""
    found = ""
    for piece in inner:
        match piece:
            case Text(text):
                found += text
            case Styled(_, words) | Link(_, words):
                found += _plain(words)
    return found.strip()


def _joined(parts: Sequence[Markup | Cite]) -> tuple[Markup | Cite, ...]:
    """The same parts, neighbouring pieces of markup made one."""
    found: list[Markup | Cite] = []
    for part in parts:
        if isinstance(part, Markup) and found and isinstance(found[-1], Markup):
            found[-1] = found[-1] + part
        else:
            found.append(part)
    return tuple(found)
