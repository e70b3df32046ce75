"""Parts of one document, each laid out by itself, bound to one tagged PDF.

So that one changed word lays out one part again. A link to another part is laid out as an address
that begins with `pdf_tags.ELSEWHERE`, and the number of a page as NUMBER.
"""

import contextlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from pikepdf import Array, Dictionary, Object, ObjectStreamMode, Page, Pdf, String

from webref.errors import PdfError
from webref.outputs.pdf_fonts import codes_of, unite, widths_of

# Stands for the number of a page; as wide as the widest number that a document can have.
NUMBER = "Page 888 of 888"

Fonts = Mapping[bytes, tuple[dict[str, int], dict[int, float]]]  # codes and widths, by name

_SHOWN = re.compile(rb"/(\w+) \S+ Tf\s+\[([^\]]*)\] TJ")
_CODES = re.compile(rb"<([0-9a-f]*)>")


def places(parts: Sequence[bytes]) -> dict[str, int]:
    """The page of every named place of the parts, the first of all being 1."""
    found: dict[str, int] = {}
    before = 0
    for part in parts:
        with Pdf.open(io.BytesIO(part)) as pdf:
            numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, before + 1)}
            found |= {name: numbers[place[0].objgen] for name, place in _names(pdf)}
            before += len(numbers)
    return found


def pages_of(part: bytes) -> int:
    """How many pages a part has."""
    with Pdf.open(io.BytesIO(part)) as pdf:
        return len(pdf.pages)


def bind(front: bytes, parts: Sequence[bytes]) -> bytes:
    """One document of a front and the parts that follow it; the same parts give the same bytes.

    Title, language and date are those of the front, and the bookmarks of the parts stand below
    its first one. PdfError for a link that leads to no place, and for a page without its number.
    """
    with contextlib.ExitStack() as stack:
        whole, *others = (
            stack.enter_context(Pdf.open(io.BytesIO(part))) for part in (front, *parts)
        )
        names = dict(_names(whole))
        for part in others:
            added = _append(whole, part)
            if twice := names.keys() & added.keys():
                raise PdfError(f"two parts hold a place {min(twice)}")
            names |= added
        whole.Root.Names = Dictionary(
            Dests=Dictionary(
                Names=Array([one for name in sorted(names) for one in (name, names[name])])
            )
        )
        fonts = _share_fonts(whole)
        for number, page in enumerate(whole.pages, 1):
            _number(page, f"Page {number} of {len(whole.pages)}", fonts)
            for link in page.get("/Annots", ()):
                if "/Dest" in link and str(link.Dest) not in names:
                    raise PdfError(f"a link leads to {link.Dest}, which no part holds")
        made = io.BytesIO()
        whole.save(made, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return made.getvalue()


def _append(whole: Pdf, part: Pdf) -> dict[str, Object]:
    """Add a part's pages, structure and bookmarks; its named places."""
    at = len(whole.pages)
    for page in part.pages:  # first, so that all else finds the pages as they are here
        whole.pages.append(page)
    root = whole.Root.StructTreeRoot
    numbers = root.ParentTree.Nums
    after = numbers[-2] + 1
    for page in list(whole.pages)[at:]:
        page.StructParents += after
        for link in page.get("/Annots", ()):
            link.StructParent += after
    copied = whole.copy_foreign(part.Root.StructTreeRoot)
    for element in copied.K[0].K:
        element.P = root.K[0]
        root.K[0].K.append(element)
    for key, holders in _pairs(copied.ParentTree.Nums):
        numbers.append(int(key) + after)
        numbers.append(holders)
    _add_bookmarks(whole.Root.Outlines.First, whole.copy_foreign(part.Root.Outlines))
    listed = whole.copy_foreign(part.make_indirect(Array(_flat(_names(part)))))
    return {str(name): place for name, place in _pairs(listed)}


def _add_bookmarks(title: Object, added: Object) -> None:
    """Put bookmarks below the one of the title, after those that stand there."""
    each = added.First
    while True:
        each.Parent = title
        if "/Next" not in each:
            break
        each = each.Next
    if "/Last" in title:
        added.First.Prev = title.Last
        title.Last.Next = added.First
    else:
        title.First = added.First
    title.Last = added.Last
    title.Count += added.Count
    title.Parent.Count += added.Count


def _share_fonts(pdf: Pdf) -> Fonts:
    """Make one font of the same font in every part, each of which held the glyphs that it used;
    the codes and widths of each font by its name."""
    resources = {page.Resources.objgen: page.Resources for page in pdf.pages}
    found: dict[str, list[Object]] = {}
    for one in resources.values():
        for name, font in one.Font.items():
            found.setdefault(name, []).append(font)
    shared = {name: unite(pdf, fonts) for name, fonts in found.items()}
    for one in resources.values():
        one.Font = Dictionary({name: shared[name] for name, _ in one.Font.items()})
    return {
        name.lstrip("/").encode(): (codes_of(font), widths_of(font))
        for name, font in shared.items()
    }


def _number(page: Page, words: str, fonts: Fonts) -> None:
    """Print the number of a page where NUMBER stands, ending where that ended."""
    contents = page.Contents
    for piece in contents if isinstance(contents, Array) else [contents]:
        content = piece.read_bytes()
        for shown in _SHOWN.finditer(content):
            codes, widths = fonts[shown[1]]
            if b"".join(_CODES.findall(shown[2])) != _coded(NUMBER, codes):
                continue
            room = sum(widths[codes[one]] for one in NUMBER) - sum(
                widths[codes[one]] for one in words
            )
            printed = b"%d <%s>" % (-round(room), _coded(words, codes))
            piece.write(content[: shown.start(2)] + printed + content[shown.end(2) :])
            return
    raise PdfError(f"{words} has no place for its number")


def _coded(words: str, codes: Mapping[str, int]) -> bytes:
    """Words in a font's codes; nothing where it lacks one of their characters."""
    if not set(words) <= codes.keys():
        return b""
    return b"".join(b"%04x" % codes[one] for one in words)


def _names(pdf: Pdf) -> Iterator[tuple[str, Object]]:
    """The named places of a document, each with its page first."""
    if "/Names" in pdf.Root:
        for name, place in _pairs(pdf.Root.Names.Dests.Names):
            yield str(name), place


def _pairs(flat: Object) -> Iterator[tuple[Object, Object]]:
    each = iter(flat)
    return zip(each, each, strict=True)


def _flat(pairs: Iterator[tuple[str, Object]]) -> Iterator[Object]:
    for name, place in pairs:
        yield String(name)
        yield place
