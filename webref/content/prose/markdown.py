"""Markdown to blocks: the sole user of the Markdown library, with the two inline forms."""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from webref.content.prose.tree import (
    Block,
    CiteRef,
    FactCite,
    FactRef,
    Heading,
    Inline,
    Link,
    Listing,
    ListItem,
    Paragraph,
    Quote,
    Styled,
    Table,
    TableRow,
    TextRun,
    Unreadable,
)
from webref.content.reading.references import CITE, FACT

MOST_MARKS = 400  # characters that mean something to Markdown, between two blank lines
MOST_IN_ALL = 4_000  # of the same in one file
WIDEST = 40  # strokes between the cells of one line
DEEPEST = 20  # lists within lists, quotes within quotes
CAPTION = "Table: "  # opens the paragraph directly above a table

_MARKS = re.compile(r"[\[*_`<{&!~>]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_BROKEN = re.compile(r"(?:\{|\[@|\]\().{0,30}")  # left over in plain words
_NOT_A_REFERENCE = (
    "not a reference; write {fact.id}, {fact.id:figure}, [@source: place], [@fact:fact.id] "
    "or [words](folder/page)"
)
_UNUSED = "is not used in this pack's Markdown"
_REFUSED = {
    "html_block": "raw HTML",
    "html_inline": "raw HTML",
    "image": "an image",
    "code_inline": "code",
    "code_block": "code (a line indented by four spaces)",
    "fence": "code",
    "hr": "a rule",
    "hardbreak": "a forced line break",
}


def parse(text: str, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks of a text whose first line has the given number; refused syntax among them."""
    if too_much := _too_much(text):
        return (Unreadable(first_line, too_much),)
    tokens = _PARSER.parse(text)
    inner = (child.level for token in tokens for child in token.children or ())
    if max((*(token.level for token in tokens), *inner), default=0) > DEEPEST:
        return (Unreadable(first_line, f"nesting deeper than {DEEPEST} {_UNUSED}"),)
    return tuple(_blocks(_Cursor(tokens, first_line)))


def _too_much(text: str) -> str:
    """Why a text is refused before it is parsed, which could take minutes; else nothing."""
    if len(_MARKS.findall(text)) > MOST_IN_ALL:
        return f"a text with more than {MOST_IN_ALL:,} marks {_UNUSED}"
    for block in _BLANK_LINE.split(text):
        if len(_MARKS.findall(block)) > MOST_MARKS:
            return f"a paragraph or list with more than {MOST_MARKS:,} marks {_UNUSED}"
        if max(line.count("|") for line in block.split("\n")) > WIDEST:
            return f"a table of more than {WIDEST - 1} columns {_UNUSED}"
    return ""


def _fact_rule(state: StateInline, silent: bool) -> bool:
    match = FACT.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("fact", "", 0)
        token.meta = {"id": match[1], "part": match[2][1:]}
    state.pos = match.end()
    return True


def _cite_rule(state: StateInline, silent: bool) -> bool:
    match = CITE.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("cite", "", 0)
        token.meta = {"source": match[1], "place": match[2].strip()}
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.inline.ruler.before("link", "fact", _fact_rule)
    parser.inline.ruler.before("link", "cite", _cite_rule)
    return parser


_PARSER = _parser()


class _Cursor:
    """The tokens of a text, taken one by one."""

    def __init__(self, tokens: Sequence[Token], first_line: int) -> None:
        self.tokens = tokens
        self.at = 0
        self.first_line = first_line
        self.line = first_line

    def peek(self) -> str:
        return self.tokens[self.at].type if self.at < len(self.tokens) else ""

    def take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        if token.map:
            self.line = self.first_line + token.map[0]
        return token

    def inline(self) -> tuple[Inline, ...]:
        """The inline content that stands between an opening token, taken, and its closing one."""
        found = tuple(_inlines(iter(self.take().children or ()), self.line))
        self.take()
        return found


def _blocks(cursor: _Cursor, end: str = "") -> Iterator[Block]:
    """Blocks up to the token named end, which is taken too."""
    caption: tuple[Inline, ...] = ()
    while (kind := cursor.peek()) != end:
        token = cursor.take()
        line = cursor.line
        match kind:
            case "paragraph_open":
                inner = cursor.inline()
                if cursor.peek() == "table_open" and (words := _caption(inner)):
                    caption = words
                else:
                    yield Paragraph(line, inner)
            case "heading_open":
                inner = cursor.inline()
                h2 = token.tag == "h2"
                if not inner:
                    yield Unreadable(line, "a heading without words is not used")
                elif not h2:
                    yield Unreadable(line, f"a heading other than ## {_UNUSED}")
                else:
                    yield Heading(line, inner)
            case "bullet_list_open" | "ordered_list_open":
                yield Listing(line, kind == "ordered_list_open", tuple(_items(cursor)))
            case "blockquote_open":
                yield Quote(line, tuple(_blocks(cursor, "blockquote_close")))
            case "table_open":
                yield _table(cursor, line, caption)
                caption = ()
            case _:
                yield Unreadable(line, f"{_REFUSED.get(kind, kind)} {_UNUSED}")
    if end:
        cursor.take()


def _caption(inner: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """A table's caption without its opening word; nothing where it does not open with it."""
    match inner:
        case (TextRun(text), *rest) if text.startswith(CAPTION):
            return (TextRun(text.removeprefix(CAPTION)), *rest)
    return ()


def _items(cursor: _Cursor) -> Iterator[ListItem]:
    while cursor.take().type == "list_item_open":
        yield ListItem(cursor.line, tuple(_blocks(cursor, "list_item_close")))


def _table(cursor: _Cursor, line: int, caption: tuple[Inline, ...]) -> Table:
    rows: list[TableRow] = []
    while (token := cursor.take()).type != "table_close":
        if token.type == "tr_open":
            rows.append(TableRow(cursor.line, tuple(_cells(cursor))))
    return Table(line, caption, rows[0].cells, tuple(rows[1:]))


def _cells(cursor: _Cursor) -> Iterator[tuple[Inline, ...]]:
    while cursor.take().type != "tr_close":
        yield cursor.inline()


def _inlines(tokens: Iterator[Token], line: int, end: str = "") -> Iterator[Inline]:
    """Inline content up to the token named end, which is taken too."""
    for token in tokens:
        if token.type == end:
            return
        match token.type:
            case "text":
                if broken := _BROKEN.search(token.content):
                    yield Unreadable(line, f"{_NOT_A_REFERENCE}: {broken[0]}")
                elif token.content:
                    yield TextRun(token.content)
            case "softbreak":
                yield TextRun(" ")
            case "fact":
                yield FactRef(token.meta["id"], token.meta["part"])
            case "cite" if token.meta["source"] == "fact":
                yield FactCite(token.meta["place"])
            case "cite":
                yield CiteRef(token.meta["source"], token.meta["place"])
            case "strong_open" | "em_open":
                close = token.type.replace("open", "close")
                yield Styled(token.tag, tuple(_inlines(tokens, line, close)))
            case "link_open":
                page = str(token.attrs["href"])
                yield Link(page, tuple(_inlines(tokens, line, "link_close")))
            case _:
                yield Unreadable(line, f"{_REFUSED.get(token.type, token.type)} {_UNUSED}")
