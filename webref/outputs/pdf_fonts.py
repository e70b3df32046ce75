"""The same font in several parts of a document made one: glyphs, their widths, their text."""

import io
import re
from collections.abc import Sequence

from fontTools.ttLib import TTFont
from pikepdf import Array, Object, Pdf

_TEXT = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>\n")
_LISTS = re.compile(rb"\d+ beginbfchar\n.*endbfchar\n", re.DOTALL)
_MOST = 100  # characters of one list


def codes_of(font: Object) -> dict[str, int]:
    """The code of every text that a font prints, most often one character."""
    return {text: code for code, text in _texts(font).items()}


def widths_of(font: Object) -> dict[int, float]:
    """The width of every code that a font prints, in thousandths of its size."""
    found: dict[int, float] = {}
    listed = iter(font.DescendantFonts[0].W)
    for first, widths in zip(listed, listed, strict=True):
        found |= {int(first) + at: float(width) for at, width in enumerate(widths)}
    return found


def unite(pdf: Pdf, fonts: Sequence[Object]) -> Object:
    """One font that prints whatever one of several parts of it printed.

    Each holds the glyphs that its part used, at the places that they have in the whole font. The
    first is changed and returned. One that is no TrueType font stays as it is: ValueError.
    """
    first = fonts[0]
    texts: dict[int, str] = {}
    widths: dict[int, float] = {}
    for font in fonts:
        texts |= _texts(font)
        widths |= widths_of(font)
    inner = first.DescendantFonts[0]
    files = {_descriptor(font).FontFile2.read_bytes(): None for font in fonts}
    whole = _glyphs([TTFont(io.BytesIO(file), recalcTimestamp=False) for file in files])
    _descriptor(first).FontFile2 = pdf.make_stream(whole, Length1=len(whole))
    boxes = [[float(side) for side in _descriptor(font).FontBBox] for font in fonts]
    left, bottom, right, top = zip(*boxes, strict=True)
    _descriptor(first).FontBBox = Array([min(left), min(bottom), max(right), max(top)])
    inner.W = Array([one for code in sorted(widths) for one in (code, Array([widths[code]]))])
    listed = first.ToUnicode.read_bytes()
    first.ToUnicode.write(_LISTS.sub(lambda _: _written(texts), listed))
    return first


def _descriptor(font: Object) -> Object:
    return font.DescendantFonts[0].FontDescriptor


def _glyphs(parts: Sequence[TTFont]) -> bytes:
    """A font file with every glyph that one of its parts has."""
    whole = max(parts, key=lambda one: int(one["maxp"].numGlyphs))
    for part in parts:  # named by place: a part names its glyphs after those that it has
        part.setGlyphOrder([f"glyph{at}" for at in range(part["maxp"].numGlyphs)])
    for part in parts:
        outlines = part["glyf"].glyphs
        whole["glyf"].glyphs |= {
            name: one for name, one in outlines.items() if hasattr(one, "data")
        }
        widths = part["hmtx"].metrics
        whole["hmtx"].metrics |= {name: one for name, one in widths.items() if one != (0, 0)}
    made = io.BytesIO()
    whole.save(made)
    return made.getvalue()


def _texts(font: Object) -> dict[int, str]:
    found = _TEXT.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in found}


def _written(texts: dict[int, str]) -> bytes:
    """The lists of a font's table of texts."""
    lines = [
        f"<{code:04x}> <{text.encode('utf-16-be').hex()}>\n" for code, text in sorted(texts.items())
    ]
    lists = [lines[at : at + _MOST] for at in range(0, len(lines), _MOST)]
    return "".join(f"{len(one)} beginbfchar\n{''.join(one)}endbfchar\n" for one in lists).encode()
