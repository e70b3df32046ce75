"""The edition on paper, put into documents that were laid out before anybody could know it.

Every document prints the edition, and one changed word anywhere makes another edition. So a
document is laid out with figures that stand for it, and the edition takes their place afterwards:
a piece of the page's content of its own, of a length that never changes. What is printed is the
same whether the document was laid out now or taken from an earlier build.
"""

import re
import zlib
from collections.abc import Iterator, Mapping

from pikepdf import Array, Dictionary, Name, Object, Pdf

from webref.errors import PdfError

SHORT, LONG = 12, 64  # figures of the edition in a line, and all of them
DIGITS = "0123456789abcdef"
# Stands for the edition. The widest figures stand in it, so that no edition takes more room.
PLACE = (DIGITS[:SHORT] * LONG)[:LONG]
# Printed once by every document and taken out again: it brings all figures into the font.
ALPHABET = DIGITS + DIGITS[::-1]

# What is looked for in this order, and whether an edition takes its place or nothing does.
STAND_INS = ((ALPHABET, False), (PLACE, True), (PLACE[:SHORT], True))

Codes = dict[str, bytes]  # a font's code in hexadecimal of each figure

_SHOWN = re.compile(rb"/(\w+) \S+ Tf\s+\[([^\]]*)\] TJ")
_CODE = re.compile(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})>")
_BETWEEN = rb"(?:>-?[0-9.]*<)?"  # the renderer's own spacing of two figures, which is none
_ROOM = re.compile(rb"%edition (\d+) ([0-9a-fA-F]{64})\n<([0-9a-fA-F]+)>\n")


def make_room(pdf: Pdf) -> None:
    """Part the content of every page around the figures that stand for the edition.

    PdfError where their font lacks a figure, which a document without ALPHABET would.
    """
    rooms: dict[bytes, Object] = {}
    for page in pdf.pages:
        fonts = page.Resources.get("/Font", Dictionary())
        codes = {name.lstrip("/").encode(): _codes(font) for name, font in fonts.items()}
        pieces = list(_pieces(page.Contents.read_bytes(), codes))
        if len(pieces) == 1:
            page.Contents.write(pieces[0])
            continue
        parts: list[Object] = []
        for number, piece in enumerate(pieces):
            if number % 2 == 0:
                parts.append(pdf.make_stream(piece))
            else:  # lines of many pages share one
                if piece not in rooms:
                    rooms[piece] = pdf.make_stream(_plain(piece), Filter=Name.FlateDecode)
                parts.append(rooms[piece])
        page.Contents = pdf.make_indirect(Array(parts))


def stamp(body: bytes, edition: str) -> bytes:
    """The document with the edition in its places; nothing but they changes, not even its length.

    ValueError for an edition that is none, and where there is no place for it.
    """
    if not re.fullmatch(rf"[0-9a-f]{{{LONG}}}", edition):
        raise ValueError(f"{edition}: no edition")
    rooms = set(_ROOM.findall(body))
    if not rooms:
        raise ValueError("the document has no place for its edition")
    for length, alphabet, shown in rooms:
        codes = dict(zip(DIGITS, _fours(alphabet), strict=True))
        figures = b"".join(codes[digit] for digit in edition[: int(length)])
        body = body.replace(
            _plain(_room(length, alphabet, shown)), _plain(_room(length, alphabet, figures))
        )
    return body


def _pieces(content: bytes, fonts: Mapping[bytes, Codes]) -> Iterator[bytes]:
    """The content parted within its strings: every second piece is a place for the edition."""
    before = b""
    end = 0
    for shown in _SHOWN.finditer(content):
        codes = fonts.get(shown[1], {})
        for text, room in STAND_INS:
            found = _run(text, codes).search(content, shown.start(2), shown.end(2))
            if found:
                yield before + content[end : found.start()] + b">"
                yield _figures(text, codes) if room else b" "
                before, end = b"<", found.end()
                break
    yield before + content[end:]


def _figures(text: str, codes: Codes) -> bytes:
    if codes.keys() != set(DIGITS):
        raise PdfError("the font of the edition lacks some of its figures")
    alphabet, figures = (b"".join(codes[digit] for digit in one) for one in (DIGITS, text))
    return _room(str(len(text)).encode(), alphabet, figures)


def _room(length: bytes, alphabet: bytes, figures: bytes) -> bytes:
    return b"%edition " + length + b" " + alphabet + b"\n<" + figures + b">\n"


def _plain(piece: bytes) -> bytes:
    """A stream that is packed without being made smaller: whoever replaces it finds it as it is."""
    return zlib.compress(piece, 0)


def _run(text: str, codes: Codes) -> re.Pattern[bytes]:
    """Where a font shows a text; nowhere, where it lacks one of its figures."""
    if not set(text) <= codes.keys():
        return re.compile(rb"(?!)")
    return re.compile(_BETWEEN.join(codes[figure] for figure in text))


def _codes(font: Object) -> Codes:
    """A font's codes of the sixteen figures, as far as it has them."""
    table = font.ToUnicode.read_bytes() if "/ToUnicode" in font else b""
    named = ((chr(int(text, 16)), code) for code, text in _CODE.findall(table))
    return {character: code for character, code in named if character in DIGITS}


def _fours(text: bytes) -> list[bytes]:
    return [text[at : at + 4] for at in range(0, len(text), 4)]
