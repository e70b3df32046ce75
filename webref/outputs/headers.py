"""The one table of answer headers, for every host: the served app, nginx, the phone's own cache."""

POLICY = "; ".join(
    (
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)

CLOSED = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)

SECURITY = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in CLOSED),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

# Only behind TLS: a browser ignores it elsewhere, and a host without TLS must not promise it.
STRICT_TRANSPORT = ("Strict-Transport-Security", "max-age=63072000; includeSubDomains")

# Every address is asked for again before use: keeping is the worker's business alone.
CACHE = ("Cache-Control", "no-cache")

TYPES = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
}


def content_type(name: str) -> str:
    """The media type of a file by its name's ending; an ending outside the table is refused."""
    ending = name.rpartition(".")[2]
    if ending not in TYPES:
        raise ValueError(f"{name}: no media type for this ending")
    return TYPES[ending]


def answer_headers(*, tls: bool = False) -> dict[str, str]:
    """The headers of every answer, content type apart; with `tls`, the promise of TLS too."""
    headers = {**SECURITY, CACHE[0]: CACHE[1]}
    if tls:
        headers[STRICT_TRANSPORT[0]] = STRICT_TRANSPORT[1]
    return headers
