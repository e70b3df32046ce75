"""Printed documents written to files: one by name, or all of them beside a built edition."""

from collections.abc import Iterator
from pathlib import Path

from flask import Flask

from webref.content.site import Site
from webref.outputs.cache import Cache
from webref.outputs.pdf_edition import ALPHABET, PLACE, stamp
from webref.outputs.pdfs import make_pdf, make_pdfs
from webref.outputs.progress import track
from webref.outputs.qr import qr_data
from webref.web.printed import PrintedDocument, documents, pdf_url


def names(site: Site) -> tuple[str, ...]:
    """The names of the documents of a site, such as `quick-reference-letter`."""
    return tuple(document.name for document in documents(site))


def write(app: Flask, site: Site, name: str, file: Path, edition: str, origin: str) -> None:
    """Write one document to a file; KeyError for a name that is not among `names`.

    `edition` is what the document prints; with an `origin` it also prints its address.
    """
    document = {one.name: one for one in documents(site)}[name]
    file.write_bytes(stamp(make_pdf(html(app, site, document, origin)), edition))


def make_all(app: Flask, site: Site, cache: Cache) -> Iterator[tuple[str, bytes]]:
    """The address of every document and its bytes, with room for an edition; made in parallel."""
    texts = {one.name: html(app, site, one, origin="") for one in documents(site)}
    largest_first = sorted(texts.items(), key=lambda pair: -len(pair[1]))
    for name, body in track(make_pdfs(dict(largest_first), cache), "PDFs", len(texts)):
        yield pdf_url(site, name), body


def html(app: Flask, site: Site, document: PrintedDocument, origin: str) -> str:
    """A document as one HTML text with style and pictures in it, and a place for its edition."""
    url = origin + site.url(document.page) if origin else ""
    return app.jinja_env.get_template(f"print/{document.kind}.html").render(
        kind=document.kind,
        title=document.title,
        summary=document.summary,
        paper=document.paper,
        review_by=document.review_by,
        edition=PLACE,
        figures=ALPHABET,
        url=url,
        qr=qr_data(url) if url else "",
        **document.more,
    )
