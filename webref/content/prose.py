"""Cited words: sources, citations, the numbered footnotes of a page, and prose that holds them."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Source:
    """An entry of the bibliography. tier: 1 label, 2 peer reviewed, 3 leaflet, 4 unvetted page."""

    id: str
    title: str
    short: str
    issuer: str
    jurisdiction: str  # id of a label, or `none` for an international paper
    date: str
    tier: int
    audience: str
    good_for: str
    copy: str
    address: str = ""


@dataclass(frozen=True)
class Cite:
    """A place in a source."""

    source: Source
    place: str


@dataclass(frozen=True)
class Footnote:
    """A citation with its number on the page that shows it."""

    number: int
    source: Source
    place: str


class Footnotes:
    """The footnotes of one page (or one printed document), numbered in order of first mark.

    Hand the same object to every `Prose.html` of the page, then list it at the page's end.
    """

    def __init__(self) -> None:
        """Start with none."""
        self._numbers: dict[Cite, int] = {}

    def number(self, cite: Cite) -> int:
        """The number of a citation; the same source and place always get the same one."""
        return self._numbers.setdefault(cite, len(self._numbers) + 1)

    def mark(self, cite: Cite) -> Markup:
        """The mark that opens a source in place. Print may override it."""
        number = self.number(cite)
        return Markup(
            '<button class="mark" type="button" popovertarget="source-{0}"'
            ' aria-label="Source {0}">{0}</button>'
        ).format(number)

    def __iter__(self) -> Iterator[Footnote]:
        """The footnotes marked so far, in order."""
        for cite, number in self._numbers.items():
            yield Footnote(number, cite.source, cite.place)

    def __len__(self) -> int:
        """How many there are so far."""
        return len(self._numbers)


@dataclass(frozen=True)
class Prose:
    """Words of the pack, rendered but for the numbers of their footnotes."""

    parts: tuple[Markup | Cite, ...] = ()
    text: str = ""  # plain, figures in words, without marks: for search and for notes
    facts: tuple[str, ...] = ()  # facts named, as `id` or `id:part`, in order
    links: tuple[str, ...] = ()  # page ids linked

    def html(self, notes: Footnotes) -> Markup:
        """The HTML, with marks numbered by the page's footnotes."""
        return Markup("").join(
            notes.mark(part) if isinstance(part, Cite) else part for part in self.parts
        )

    def words(self) -> Markup:
        """The HTML without marks, for a link or a label, neither of which may hold a button."""
        return Markup("").join(part for part in self.parts if isinstance(part, Markup))

    def cites(self) -> tuple[Cite, ...]:
        """The citations, each once, in order."""
        return tuple(dict.fromkeys(part for part in self.parts if isinstance(part, Cite)))

    def __bool__(self) -> bool:
        """Whether there are any words."""
        return bool(self.parts)
