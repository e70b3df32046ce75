"""What every answer goes through: bounded headers, one host, redirects that stay on it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

# Characters of one header of a request: what reads them takes longer than in proportion.
HEADER_MOST = 8192
# `Accept` is taken apart by a library that is quadratic in blanks; browsers send under 200.
ACCEPT_MOST = 1024
LOCAL = ("localhost", "127.0.0.1", "[::1]")  # a proxy that passes on no name, a health check

REFUSALS = {
    "431 Request Header Fields Too Large": "This request carries more than is read here.",
    "421 Misdirected Request": "This server does not answer for that address.",
}
BODY = "<!doctype html><html lang=en><meta charset=utf-8><title>{0}</title><h1>{0}</h1>\n"


class Guard:
    """An application behind bounds, with the table's headers on every answer.

    Redirects are relative, so that no scheme and no name of the request comes back in them; with
    an `origin`, requests for another host are refused.
    """

    def __init__(self, inner: "WSGIApplication", headers: Mapping[str, str], origin: str) -> None:
        """Guard `inner`; `origin` is the address of readers, or empty where it is not known."""
        self.inner = inner
        self.headers = headers
        self.host = urlsplit(origin).netloc.lower()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""

        def start(status: str, found: list[tuple[str, str]], *more: Any) -> Any:
            there = {name.lower() for name, _ in found}
            answer = [
                (name, relative(value) if name.lower() == "location" else value)
                for name, value in found
            ]
            # A header that the answer has set stands: one may say that it is not to be kept.
            answer += [pair for pair in self.headers.items() if pair[0].lower() not in there]
            return start_response(status, answer, *more)

        refused = self._refused(environ)
        if not refused:
            return self.inner(environ, start)
        body = BODY.format(REFUSALS[refused]).encode()
        start(
            refused,
            [
                ("Content-Type", "text/html; charset=utf-8"),
                ("Content-Length", str(len(body))),
                ("Cache-Control", "no-store"),
            ],
        )
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def _refused(self, environ: "WSGIEnvironment") -> str:
        """The status with which a request is refused, or nothing."""
        longest = max(
            (len(value) for name, value in environ.items() if name.startswith("HTTP_")), default=0
        )
        if longest > HEADER_MOST or len(environ.get("HTTP_ACCEPT", "")) > ACCEPT_MOST:
            return "431 Request Header Fields Too Large"
        host = environ.get("HTTP_HOST", "").lower()
        if self.host and host != self.host and _name(host) not in LOCAL:
            return "421 Misdirected Request"
        return ""


def relative(location: str) -> str:
    """An address of this host without its scheme and name.

    It begins with exactly one slash: browsers read two, or a backslash, as another host.
    """
    _, _, path, query, fragment = urlsplit(location)
    if "://" in location or location.startswith(("/", "\\")):
        path = "/" + path.lstrip("/\\")
    return urlunsplit(("", "", path, query, fragment))


def _name(host: str) -> str:
    """A host without its port."""
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdecimal() else host
