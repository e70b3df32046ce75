"""HTML to tagged PDF, alone or many at once; the renderer fetches nothing, any warning fails."""

import logging
import threading
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from weasyprint import HTML
from weasyprint.urls import FatalURLFetchingError, URLFetcher

from webref.outputs.pdf_tags import finish

PROCESSES = 2
BASE = "about:blank"  # relative addresses lead nowhere


class PdfError(Exception):
    """A document that could not be made as it should be; the message says why."""


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
        body = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=b"webref")
    except FatalURLFetchingError as error:
        raise PdfError(str(error)) from error
    finally:
        for logger in loggers:
            logger.removeHandler(heard)
    if heard.messages:
        raise PdfError("; ".join(heard.messages[:5]))
    return finish(body)


def write_pdfs(documents: Iterable[tuple[Path, str]]) -> list[Path]:
    """Write each HTML document to its file, two at a time in processes; the files written.

    Hand the largest first: the others fill the time beside it.
    """
    pairs = list(documents)
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        return list(pool.map(_write, *zip(*pairs, strict=True))) if pairs else []


def _write(path: Path, html: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.write_bytes(to_pdf(html))
    except PdfError as error:
        raise PdfError(f"{path.name}: {error}") from None
    return path
