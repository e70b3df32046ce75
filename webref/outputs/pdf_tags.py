"""What a tagged PDF still lacks from the renderer: scopes, names of marks, links, artifacts."""

import io
import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from webref.dosing.words import filled
from webref.outputs.pdf_edition import make_room

PRINTED = 4  # the annotation flag that lets a link be on paper as on screen
ELSEWHERE = "place:"  # begins the address of a place in another part of the same document

_SOURCE = re.compile(r"source-(\d+)")  # where the mark of a source leads
_MARKED = re.compile(rb"/\w+\s<</MCID (\d+)>>\sBDC")
_ARTIFACT = b"/Artifact\n<</Type /Pagination>>\nBDC"

Marked = tuple[int, int]  # object number of a page, and a mark in its content


def finish(body: bytes, mark: str) -> bytes:
    """The same document with header cells scoped, marks named, links printed, running lines apart,
    and room for the edition.

    `mark` is how the mark of a source is heard, such as `Source {number}`.
    The renderer scopes no header cell, leaves the mark of a source a bare number that runs into
    the figure before it when read aloud, and marks the lines at the foot of a page as content
    that no element of the structure holds. The same bytes give the same bytes.
    """
    with Pdf.open(io.BytesIO(body)) as pdf:
        for page in pdf.pages:
            for link in page.get("/Annots", ()):
                link.F = PRINTED
                _lead_elsewhere(link)
        held: set[Marked] = set()
        for element, in_head in _elements(pdf.Root.StructTreeRoot.K[0], False):
            if element.S == Name.TH:
                _scope(element, in_head)
            if Name.Link == element.S:
                _name_mark(element, mark)
            held.update(_marks(element))
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        for at, page in enumerate(pdf.pages):
            _set_apart(page.obj, numbers[2 * at + 1], held)
        make_room(pdf)
        made = io.BytesIO()
        pdf.save(made, deterministic_id=True)
    return made.getvalue()


def _lead_elsewhere(link: Object) -> None:
    """A place of another part by its name, as within one part; `pdf_bind` holds it to exist."""
    address = str(link.A.URI) if "/A" in link else ""
    if address.startswith(ELSEWHERE):
        link.Dest = link.Contents = String(address.removeprefix(ELSEWHERE))
        del link.A


def _kids(element: Object) -> Iterator[Object]:
    kids = element.get("/K", Array())
    yield from list(kids) if isinstance(kids, Array) else [kids]


def _elements(element: Object, in_head: bool) -> Iterator[tuple[Object, bool]]:
    """An element and every one below it, with whether it stands in the head of a table."""
    yield element, in_head
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _elements(kid, in_head or Name.THead == element.S)


def _marks(element: Object) -> Iterator[Marked]:
    """The marked content that an element holds itself."""
    for kid in _kids(element):
        if isinstance(kid, int):
            yield element.Pg.objgen[0], kid


def _scope(cell: Object, in_head: bool) -> None:
    """A cell of a table's head heads its column; any other header cell heads its row."""
    attributes = cell.get("/A")
    if not isinstance(attributes, Dictionary):
        attributes = cell.A = Dictionary(O=Name.Table)
    attributes.Scope = Name.Column if in_head else Name.Row


def _name_mark(link: Object, mark: str) -> None:
    """A link to a source is heard as on a screen, "Source 1", and not as a number alone."""
    for kid in _kids(link):
        if isinstance(kid, Dictionary) and "/Obj" in kid:
            source = _SOURCE.fullmatch(str(kid.Obj.get("/Dest", "")))
            if source:
                link.Alt = kid.Obj.Contents = String(filled(mark, number=source[1]))


def _set_apart(page: Object, parents: Object, held: set[Marked]) -> None:
    """Make an artifact of whatever no element holds: the lines in the margins of a page."""

    def mark(match: re.Match[bytes]) -> bytes:
        number = int(match[1])
        if (page.objgen[0], number) in held:
            return match[0]
        parents[number] = None
        return _ARTIFACT

    page.Contents.write(_MARKED.sub(mark, page.Contents.read_bytes()))
