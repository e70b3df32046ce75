"""Parts bound to one document: pages, places, structure and fonts are those of one document."""

import io
import re
import subprocess

import pikepdf
import pytest

from webref.errors import PdfError
from webref.outputs.pdf import to_pdf
from webref.outputs.pdf_bind import NUMBER, bind, pages_of, places
from webref.outputs.pdf_edition import ALPHABET, PLACE

PAGE = f"""<!doctype html><html lang="en"><head><title>Whole</title><style>
@page {{ size: A5; font-family: "Liberation Sans"; @top-left-corner {{ content: "{ALPHABET}" }}
@bottom-left {{ content: "Edition {PLACE[:12]}" }} @bottom-right {{ content: "{NUMBER}" }} }}
body {{ font-family: "Liberation Sans" }} div {{ break-before: page }}</style></head>
<body>BODY</body></html>"""
FRONT = "<h1>Whole</h1><p><a href='place:second'>Second</a></p>"
FIRST = "<h2 id='first'>First</h2><p>Zebra.</p><div>More, <a href='place:row'>row</a></div>"
SECOND = (
    "<h2 id='second'>Second</h2><h3>Below</h3><table><thead><tr><th>Quince</th></tr></thead>"
    "<tbody><tr><td id='row'>5 <a href='place:first'>×</a></td></tr></tbody></table>"
)


def part(body):
    return to_pdf(PAGE.replace("BODY", body))


@pytest.fixture(scope="module")
def parts():
    return [part(FIRST), part(SECOND)]


@pytest.fixture(scope="module")
def whole(parts):
    return bind(part(FRONT), parts)


@pytest.fixture
def pdf(whole):
    with pikepdf.open(io.BytesIO(whole)) as opened:
        yield opened


def text(body, path):
    path.write_bytes(body)
    told = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    return [" ".join(page.split()) for page in told.stdout.split("\f")[:-1]]


def test_every_page_says_what_its_part_says_and_its_own_number(whole, parts, tmp_path):
    apart = [page for one in (part(FRONT), *parts) for page in text(one, tmp_path / "part.pdf")]
    assert len(apart) == 4
    together = text(whole, tmp_path / "whole.pdf")
    assert together == [page.replace(NUMBER, f"Page {at} of 4") for at, page in enumerate(apart, 1)]
    assert "× " in together[3]


def test_a_number_ends_where_the_widest_would(whole, tmp_path):
    (tmp_path / "whole.pdf").write_bytes(whole)
    for name, body in (("whole", whole), ("part", part(FRONT))):
        (tmp_path / f"{name}.pdf").write_bytes(body)
    ends = []
    for name, last in (("whole", "4"), ("part", "888")):
        told = subprocess.run(
            ["pdftotext", "-bbox", "-l", "1", tmp_path / f"{name}.pdf", "-"],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
        ends.append(float(re.findall(rf'xMax="([\d.]+)" yMax="[\d.]+">{last}<', told)[-1]))
    assert ends[0] == pytest.approx(ends[1], abs=0.01)


def test_places_count_the_pages_of_all_parts(parts, pdf):
    assert places(parts) == {"first": 1, "second": 3, "row": 3}
    assert [pages_of(one) for one in parts] == [2, 1]
    names = pdf.Root.Names.Dests.Names
    found = {str(names[at]): names[at + 1][0].objgen for at in range(0, len(names), 2)}
    pages = [page.objgen for page in pdf.pages]
    assert {name: pages.index(page) for name, page in found.items()} == {
        "first": 1, "second": 3, "row": 3,
    }  # fmt: skip
    assert list(found) == sorted(found)


def test_bookmarks_of_the_parts_stand_below_the_title(pdf):
    with pdf.open_outline() as outline:
        (title,) = outline.root
        assert [(one.title, [kid.title for kid in one.children]) for one in title.children] == [
            ("First", []),
            ("Second", ["Below"]),
        ]
        pages = [page.objgen for page in pdf.pages]
        assert [pages.index(one.destination[0].objgen) for one in title.children] == [1, 3]
    assert pdf.Root.Outlines.Count == title_count(pdf.Root.Outlines)


def title_count(node):
    """The bookmarks below one, counted."""
    found, kid = 0, node.get("/First")
    while kid is not None:
        found += 1 + title_count(kid)
        kid = kid.get("/Next")
    return found


def test_structure_and_content_name_each_other(pdf):
    root = pdf.Root.StructTreeRoot
    numbers = [int(root.ParentTree.Nums[at]) for at in range(0, len(root.ParentTree.Nums), 2)]
    assert numbers == sorted(set(numbers))
    holders = {key: root.ParentTree.Nums[2 * at + 1] for at, key in enumerate(numbers)}
    seen = 0
    for page in pdf.pages:
        for mark, element in enumerate(holders[int(page.StructParents)]):
            if element is not None:
                assert element.Pg.objgen == page.objgen
                assert mark in list(element.K)
                seen += 1
        for link in page.get("/Annots", ()):
            element = holders[int(link.StructParent)]
            assert element.S == "/Link"
            assert link.objgen in [kid.Obj.objgen for kid in element.K if "/Obj" in dict_of(kid)]
    assert seen > 8
    assert all(kid.P.objgen == root.K[0].objgen for kid in root.K[0].K)


def dict_of(kid):
    return kid if isinstance(kid, pikepdf.Dictionary) else {}


def test_one_font_holds_the_glyphs_of_all_parts(pdf, parts):
    fonts = {font.objgen for page in pdf.pages for font in page.Resources.Font.values()}
    names = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
    assert len(fonts) == len(names) == 2  # headings are bold


def test_the_same_parts_give_the_same_bytes(whole, parts):
    assert bind(part(FRONT), parts) == whole


def test_a_link_that_leads_nowhere_a_place_held_twice_and_a_page_without_number_are_refused(parts):
    with pytest.raises(PdfError, match="leads to second, which no part holds"):
        bind(part(FRONT), parts[:1])
    with pytest.raises(PdfError, match="two parts hold a place first"):
        bind(part(FRONT), [*parts, parts[0]])
    with pytest.raises(PdfError, match="Page 1 of 1 has no place"):
        bind(to_pdf(PAGE.replace(NUMBER, "").replace("BODY", "<h1>Whole</h1>")), [])
