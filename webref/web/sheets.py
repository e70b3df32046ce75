"""Printed documents written to files: one by name, or all of them beside a built edition."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from flask import Flask

from webref.content.site import Site
from webref.dosing.present import Context
from webref.outputs.cache import Cache
from webref.outputs.pdf_bind import NUMBER, bind, pages_of, places
from webref.outputs.pdf_edition import ALPHABET, PLACE, stamp
from webref.outputs.pdfs import Press, make_pdf
from webref.outputs.progress import track
from webref.outputs.qr import qr_data
from webref.web.monograph import FRONT
from webref.web.printed import PrintedDocument, documents, pdf_url

FEWEST = 2  # pages of a front: its cover, and a page of contents


def names(site: Site) -> tuple[str, ...]:
    """The names of the documents of a site, such as `quick-reference-letter`."""
    return tuple(document.name for document in documents(site))


def write(app: Flask, site: Site, name: str, file: Path, edition: str, origin: str) -> None:
    """Write one document to a file; KeyError for a name that is not among `names`.

    `edition` is what the document prints; with an `origin` it also prints its address.
    """
    document = {one.name: one for one in documents(site)}[name]
    made = [make_pdf(text) for text in texts(app, site, document, origin).values()]
    if document.parts:
        body = _bound(made, lambda pages: make_pdf(front(app, site, document, pages, origin)))
    else:
        (body,) = made
    file.write_bytes(stamp(body, edition))


def make_all(app: Flask, site: Site, cache: Cache) -> Iterator[tuple[str, bytes]]:
    """The address of every document and its bytes, with room for an edition; made in parallel."""
    listed = {one.name: (one, texts(app, site, one)) for one in documents(site)}
    asked = [pair for _, pieces in listed.values() for pair in pieces.items()]
    largest_first = dict(sorted(asked, key=lambda pair: -len(pair[1])))
    parts: dict[str, bytes] = {}
    with Press(cache) as press:
        for name, body in track(press.make(largest_first), "PDFs", len(largest_first)):
            if name in listed:
                yield pdf_url(site, name), body
            else:
                parts[name] = body
        for name, (document, pieces) in listed.items():
            if document.parts:
                made = [parts[piece] for piece in pieces]
                yield pdf_url(site, name), _bound(made, partial(_front, app, site, document, press))


def _front(
    app: Flask, site: Site, document: PrintedDocument, press: Press, pages: Mapping[str, int]
) -> bytes:
    (made,) = press.make({f"{document.name}, front": front(app, site, document, pages)})
    return made[1]


def texts(app: Flask, site: Site, document: PrintedDocument, origin: str = "") -> dict[str, str]:
    """What of a document is laid out by itself, by name and in order: all of it, or its parts.

    Each is one HTML text with style and pictures in it, and a place for its edition.
    """
    if not document.parts:
        return {document.name: _html(app, site, document, document.kind, origin, {})}
    return {
        f"{document.name}, {part.name}": _html(
            app, site, document, f"{document.kind}/{part.template}", origin, part.more
        )
        for part in document.parts
    }


def front(
    app: Flask, site: Site, document: PrintedDocument, pages: Mapping[str, int], origin: str = ""
) -> str:
    """The front of a document in parts, which says on what page each named place stands."""
    return _html(app, site, document, f"{document.kind}/{FRONT}", origin, {"pages": pages})


def _bound(parts: Sequence[bytes], front: Callable[[Mapping[str, int]], bytes]) -> bytes:
    """A document of its parts behind a front of as many pages as it counts itself."""
    found = places(parts)
    before = FEWEST
    while True:
        made = front({name: page + before for name, page in found.items()})
        if pages_of(made) == before:
            return bind(made, parts)
        before = pages_of(made)


def _html(
    app: Flask, site: Site, document: PrintedDocument, template: str, origin: str, more: Context
) -> str:
    url = origin + site.url(document.page) if origin else ""
    return app.jinja_env.get_template(f"print/{template}.html").render(
        kind=document.kind,
        title=document.title,
        summary=document.summary,
        paper=document.paper,
        review_by=document.review_by,
        edition=PLACE,
        figures=ALPHABET,
        page_number=NUMBER,
        url=url,
        qr=qr_data(url) if url else "",
        **document.more,
        **more,
    )
