"""Before which figures a line of print may end."""

from xml.etree.ElementTree import fromstring, tostring

import pytest

from webref.outputs.pdf_lines import part_figures, source_mark

FIGURE = '<span class="quantity">5\u00a0mg</span>'
TAG = '<span class="tag is-us">US</span>\u00a0'
MAY_END = "\u200b"


def parted(inside):
    root = fromstring(f"<p>{inside}</p>")
    part_figures(root)
    return tostring(root, "unicode")[3:-4].replace("&#8203;", MAY_END).replace("&#160;", "\u00a0")


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (f"Give {FIGURE}.", f"Give {MAY_END}{FIGURE}."),
        (f"Give {TAG}{FIGURE}", f"Give {MAY_END}{TAG}{FIGURE}"),
        (f"Give {TAG}{TAG}{FIGURE}", f"Give {MAY_END}{TAG}{TAG}{FIGURE}"),
        (f"at most\u00a0{FIGURE}", f"at {MAY_END}<span>most\u00a0</span>{FIGURE}"),
        (
            f"is {TAG}at\u00a0most\u00a0{FIGURE}",
            f"is {MAY_END}{TAG}<span>at\u00a0most\u00a0</span>{FIGURE}",
        ),
        (f"<b>a</b> {FIGURE} {FIGURE}", f"<b>a</b> {MAY_END}{FIGURE} {MAY_END}{FIGURE}"),
        (f"a &lt; b\u00a0{FIGURE}", f"a &lt; {MAY_END}<span>b\u00a0</span>{FIGURE}"),
    ],
)
def test_a_line_may_end_before_a_figure_with_its_tags_and_words(given, wanted):
    assert parted(given) == wanted


@pytest.mark.parametrize(
    "given",
    [
        FIGURE,
        f"({FIGURE})",
        f"{TAG}{FIGURE}",
        f"Give <b>x</b>\u00a0{FIGURE}",
        f"Give x{TAG}{FIGURE}",
        f"a\u00a0{TAG}most {TAG}x{FIGURE}",
        f"Give \u00a0{FIGURE}",
        'Give <span class="quantity-read">5</span>',
    ],
)
def test_a_figure_that_is_held_to_what_stands_before_it_stays_so(given):
    assert parted(given) == given


def test_the_mark_of_a_source_is_heard_as_the_document_says():
    head = '<html><head><meta name="source-mark" content="Quelle &amp; {number}"/></head></html>'
    assert source_mark(fromstring(head)) == "Quelle & {number}"
    assert source_mark(fromstring("<html/>")) is None
