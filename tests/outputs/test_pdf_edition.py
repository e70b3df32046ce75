"""The edition on paper: put in afterwards, where any edition fits and nothing else moves."""

import io
import re

import pikepdf
import pytest

from webref.errors import PdfError
from webref.outputs.pdf import to_pdf
from webref.outputs.pdf_edition import ALPHABET, PLACE, stamp

PAGE = f"""<!doctype html><html lang="en"><head><title>Sheet</title><style>
@page {{ size: A5; font-family: "Liberation Sans"; @top-left-corner {{ content: "FIGURES" }}
@bottom-left {{ content: "Edition {PLACE[:12]}, dated" }} }}
body {{ font-family: "Liberation Sans" }} div {{ break-after: page }}</style></head>
<body><div>One</div><p>Two, edition {PLACE[:12]}; {PLACE}, no more.</p></body></html>"""
WHOLE = PAGE.replace("FIGURES", ALPHABET)
EDITIONS = ("0123456789abcdef" * 4, "f" * 64, "0" * 64, "3f9a1c2d" * 8)


@pytest.fixture(scope="module")
def laid_out():
    return to_pdf(WHOLE)


def content(body):
    """What each page draws, and the text that its fonts make of it."""
    with pikepdf.open(io.BytesIO(body)) as pdf:
        for page in pdf.pages:
            page.contents_coalesce()
            drawn = page.Contents.read_bytes()
            tables = [font.ToUnicode.read_bytes() for font in page.Resources.Font.values()]
            named = dict(re.findall(rb"<(....)> <(....)>", b"".join(tables)))
            shown = re.findall(rb"\[([^\]]*)\] TJ", drawn)
            words = [b"".join(re.findall(rb"<([^>]*)>", one)) for one in shown]
            yield (
                drawn,
                [
                    "".join(chr(int(named[one[at : at + 4]], 16)) for at in range(0, len(one), 4))
                    for one in words
                ],
            )


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_place_prints_the_edition_and_no_page_anything_more(laid_out, edition):
    (_, first), (_, second) = content(stamp(laid_out, edition))
    line = f"Edition {edition[:12]}, dated"
    assert [words for words in first if words] == ["One", line]
    expected = f"Two, edition {edition[:12]}; {edition}, no more.{line}"
    assert "".join(second).replace(" ", "") == expected.replace(" ", "")  # lines break at blanks


def test_nothing_moves_but_the_figures(laid_out):
    one, other = (stamp(laid_out, edition) for edition in EDITIONS[:2])
    assert len(one) == len(other)
    for (drawn, _), (redrawn, _) in zip(content(one), content(other), strict=True):
        where = [re.sub(rb"\[[^\]]*\] TJ", b"", text) for text in (drawn, redrawn)]
        assert where[0] == where[1]


def test_it_can_be_put_in_again(laid_out):
    assert stamp(stamp(laid_out, EDITIONS[0]), EDITIONS[1]) == stamp(laid_out, EDITIONS[1])


def test_a_document_that_could_not_show_every_edition_is_refused():
    with pytest.raises(PdfError, match="lacks some of its figures"):
        to_pdf(PAGE)


@pytest.mark.parametrize("edition", ["", "abc", "g" * 64, "A" * 64, "0" * 65])
def test_what_is_no_edition_is_refused(laid_out, edition):
    with pytest.raises(ValueError, match="no edition"):
        stamp(laid_out, edition)


def test_a_document_without_a_place_is_refused():
    with pytest.raises(ValueError, match="no place for its edition"):
        stamp(to_pdf('<html lang="en"><title>x</title><p>x</p></html>'), EDITIONS[0])
