"""Printed documents written to files: one by name, or all of them beside a built edition."""

from pathlib import Path

from flask import Flask

from webref.content.site import Site
from webref.outputs.pdf import to_pdf, write_pdfs
from webref.outputs.qr import qr_data
from webref.web.printed import Document, documents, pdf_url


def names(site: Site) -> tuple[str, ...]:
    """The names of the documents of a site, such as `quick-reference-letter`."""
    return tuple(document.name for document in documents(site))


def write(app: Flask, site: Site, name: str, file: Path, edition: str, origin: str = "") -> None:
    """Write one document to a file; KeyError for a name that is not among `names`.

    `edition` is what the document prints; with an `origin` it also prints its address.
    """
    document = {one.name: one for one in documents(site)}[name]
    file.write_bytes(to_pdf(html(app, site, document, edition, origin)))


def write_all(app: Flask, site: Site, folder: Path, edition: str, origin: str = "") -> list[Path]:
    """Write every document to its address in a built folder, in parallel; the files written."""
    texts = [
        (folder / pdf_url(site, one.name).lstrip("/"), html(app, site, one, edition, origin))
        for one in documents(site)
    ]
    return write_pdfs(sorted(texts, key=lambda pair: -len(pair[1])))


def html(app: Flask, site: Site, document: Document, edition: str, origin: str) -> str:
    """A document as one HTML text with style and pictures in it."""
    url = origin + site.url(document.page) if origin else ""
    return app.jinja_env.get_template(f"print/{document.kind}.html").render(
        kind=document.kind,
        title=document.title,
        summary=document.summary,
        paper=document.paper,
        review_by=document.review_by,
        edition=edition,
        url=url,
        qr=qr_data(url) if url else "",
        **document.more,
    )
