"""How a request asks: its parameters, and the form of the answer it wants."""

from collections.abc import Collection

from flask import abort, request

from webref.dosing.query import Malformed, parse_query


def parameters(allowed: Collection[str]) -> dict[str, str]:
    """The parameters of this request; a malformed query is answered 400 with the reason."""
    try:
        return parse_query(request.query_string.decode("latin-1"), allowed)
    except Malformed as malformed:
        abort(400, str(malformed))


def wants_fragment() -> bool:
    """Whether a program asks for the answer alone, as a page shows it, without a page around it."""
    return "Webref-Fragment" in request.headers


def wants_record() -> bool:
    """Whether a program asks for JSON."""
    return request.accept_mimetypes.best_match(["text/html", "application/json"]) == (
        "application/json"
    )
