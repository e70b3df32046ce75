"""HTML to tagged PDF; the renderer fetches nothing, and any warning fails."""

import logging
import threading
from collections.abc import Mapping
from typing import Any

from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from webref.dosing.words import template
from webref.errors import PdfError
from webref.outputs.pdf_lines import part_figures, source_mark
from webref.outputs.pdf_tags import finish

BASE = "about:blank"  # relative addresses lead nowhere


class NothingFetched(URLFetcher):  # type: ignore[misc]
    """Refuses every address: a printed document carries its style and pictures within itself."""

    def __init__(self) -> None:
        """Allow `data:` alone."""
        super().__init__(allowed_protocols=("data",), allow_redirects=False)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
        """What a `data:` address holds; any other stops the document."""
        if not url.startswith("data:"):
            raise FatalURLFetchingError(f"refused to fetch {url[:80]}")
        return super().fetch(url, headers)


class _Heard(logging.Handler):
    """Keeps what the renderer says in this thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.thread_id = threading.get_ident()
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self.thread_id:
            self.messages.append(record.getMessage())


def to_pdf(html: str) -> bytes:
    """A whole HTML document, style included, as PDF/UA-1; the same text gives the same bytes.

    Raises PdfError for any warning of the renderer and for any address it is asked to fetch.
    """
    heard = _Heard()
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    for logger in loggers:
        logger.addHandler(heard)
    try:
        document = HTML(string=html, base_url=BASE, url_fetcher=NothingFetched())
        part_figures(document.etree_element)
        body = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"webref")
    except FatalURLFetchingError as error:
        raise PdfError(str(error)) from error
    finally:
        for logger in loggers:
            logger.removeHandler(heard)
    if heard.messages:
        raise PdfError("; ".join(heard.messages[:5]))
    return finish(body, source_mark(document.etree_element) or template("answer.source"))
