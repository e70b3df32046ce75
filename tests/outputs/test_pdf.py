"""HTML to tagged PDF: what is refused, what is added, and the same bytes each time."""

import io
import subprocess
import threading

import pikepdf
import pytest

from webref.errors import PdfError
from webref.outputs.pdf import to_pdf
from webref.outputs.qr import qr_data

PAGE = """<!doctype html><html lang="en"><head><title>Sheet</title>
<style>@page { size: A5; @bottom-left { content: "Page " counter(page) } }
body { font-family: "Liberation Sans" }</style></head><body>BODY</body></html>"""
TABLE = (
    "<h1>Doses</h1><table><thead><tr><th>Step</th><th>Dose</th></tr></thead>"
    "<tbody><tr><th>First</th><td>5 mg</td></tr></tbody></table>"
)


def page(body):
    return PAGE.replace("BODY", body)


def opened(body):
    return pikepdf.open(io.BytesIO(to_pdf(page(body))))


def elements(node):
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


@pytest.mark.parametrize(
    "body",
    [
        '<img src="file:///etc/hostname" alt="x">',
        '<img src="http://localhost:1/x.png" alt="x">',
        '<img src="https://example.org/x.png" alt="x">',
        '<img src="ftp://example.org/x.png" alt="x">',
        '<img src="FILE:///etc/hostname" alt="x">',
        '<img src="x.png" alt="x">',
        '<img src="//example.org/x.png" alt="x">',
        '<link rel="stylesheet" href="file:///etc/hostname">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<style>@import url("http://localhost:1/x.css");</style>',
        '<p style="background: url(file:///etc/hostname)">x</p>',
        "<style>@font-face { font-family: x; src: url(http://localhost:1/x) } p { font-family: x }"
        "</style><p>x</p>",
        '<object data="file:///etc/hostname"></object>',
        '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title>'
        '<image href="file:///etc/hostname" width="9" height="9"/></svg>',
    ],
)
def test_the_renderer_fetches_nothing(body):
    with pytest.raises(PdfError):
        to_pdf(page(body))


def test_a_warning_of_the_renderer_fails():
    with pytest.raises(PdfError, match="colour"):
        to_pdf(page('<p style="colour: red">x</p>'))


def test_a_warning_in_another_thread_is_not_ours():
    failures = []

    def fail():
        try:
            to_pdf(page('<p style="colour: red">x</p>'))
        except PdfError as error:
            failures.append(error)

    other = threading.Thread(target=fail)
    other.start()
    assert to_pdf(page("<p>x</p>")).startswith(b"%PDF-1.7")
    other.join()
    assert failures


def test_a_picture_within_the_document_is_drawn():
    data = qr_data("https://example.org/x/")
    assert data.startswith("data:image/svg+xml")
    with opened(f'<h1>x</h1><p><img src="{data}" alt="QR code"></p>') as pdf:
        figures = [one for one in elements(pdf.Root.StructTreeRoot) if one.S == "/Figure"]
        assert [str(one.Alt) for one in figures] == ["QR code"]


def test_header_cells_head_their_column_or_row():
    with opened(TABLE) as pdf:
        cells = [one for one in elements(pdf.Root.StructTreeRoot) if one.S == "/TH"]
        assert [str(cell.A.Scope) for cell in cells] == ["/Column", "/Column", "/Row"]


def test_links_are_printed():
    with opened('<h1 id="x">x</h1><p><a href="#x">x</a></p>') as pdf:
        assert [link.F for link in pdf.pages[0].Annots] == [4]


def test_a_mark_is_heard_as_the_source_that_it_leads_to():
    words = '<p>10 mg<a href="#source-2">2</a> and <a href="#x">more</a></p>'
    with opened(f'<h1 id="x">x</h1>{words}<p id="source-2">Title</p>') as pdf:
        links = [one for one in elements(pdf.Root.StructTreeRoot) if one.S == "/Link"]
        assert [str(one.get("/Alt", "")) for one in links] == ["Source 2", ""]
        assert [str(link.Contents) for link in pdf.pages[0].Annots] == ["Source 2", "x"]


def test_the_foot_of_a_page_is_no_content():
    with opened("<h1>x</h1><p>words</p>") as pdf:
        marks = {
            kid
            for one in elements(pdf.Root.StructTreeRoot)
            for kid in one.get("/K", [])
            if isinstance(kid, int)
        }
        stream = pdf.pages[0].Contents.read_bytes()
        assert stream.count(b"/MCID") == len(marks) == 2
        assert b"/Artifact\n<</Type /Pagination>>\nBDC" in stream


def test_a_figure_that_does_not_fit_takes_only_the_words_held_to_it_to_the_next_line(tmp_path):
    words = (
        "The Canadian monograph says that it was not studied at an age of less than\u00a0"
        '<span class="quantity">18\u00a0<span class="unit">years</span></span>.\u2060<b>1</b>'
    )
    body = "".join(
        f'<p style="width: {60 + at / 2}mm; font-size: 8pt">{words}</p>' for at in range(100)
    )
    file = tmp_path / "figures.pdf"
    file.write_bytes(to_pdf(page("<h1>Ages</h1>" + body)))
    told = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True)
    lines = [line.strip() for line in told.stdout.splitlines()]
    assert len(lines) > 100 and "The" not in lines
