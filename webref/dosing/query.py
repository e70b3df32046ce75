"""A raw query string to parameters, strictly: the same text means the same on every side."""

import re
from collections.abc import Collection

from webref.dosing.words import say

LONGEST = 4000  # characters of a whole query; the longest form fills a small part of it

_PRINTABLE = re.compile(r"[!-~]*")
_ENCODED = re.compile(r"(?:[^%]|%[0-9A-Fa-f]{2})*")


class Malformed(ValueError):
    """A query string that is not read; the message says why."""


def parse_query(raw: str, allowed: Collection[str]) -> dict[str, str]:
    """A raw query string (`a=1&b=x+y`, no question mark) to its parameters.

    Reads application/x-www-form-urlencoded: pairs joined by `&`, each with an equals sign, `+` for
    a space, two hexadecimal figures after every `%`, strict UTF-8 beneath. Raises Malformed for
    anything else, for a name that is not among `allowed`, and for a name that comes twice.
    static/answers/query.js does the same.
    """
    if len(raw) > LONGEST:
        raise Malformed(say("query.long", most=str(LONGEST)))
    if not _PRINTABLE.fullmatch(raw):
        raise Malformed(say("query.characters"))
    parameters: dict[str, str] = {}
    for pair in raw.split("&") if raw else ():
        name, equals, value = pair.partition("=")
        if not equals:
            raise Malformed(say("query.equals"))
        name, value = _decode(name), _decode(value)
        if name not in allowed:
            raise Malformed(say("query.name"))
        if name in parameters:
            raise Malformed(say("query.twice", name=name))
        parameters[name] = value
    return parameters


def _decode(text: str) -> str:
    if not _ENCODED.fullmatch(text):
        raise Malformed(say("query.per-cent"))
    parts = re.split("%(..)", text.replace("+", " "))
    # Every second part is a byte in hexadecimal; the others are plain ASCII.
    encoded = b"".join(
        bytes.fromhex(part) if place % 2 else part.encode() for place, part in enumerate(parts)
    )
    try:
        return encoded.decode("utf-8")
    except UnicodeDecodeError:
        raise Malformed(say("query.encoding")) from None
