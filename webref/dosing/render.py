"""Mustache templates rendered exactly as the page renders them."""

from collections.abc import Callable, Mapping

import pystache

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escape(text: str) -> str:
    """Text as it stands in HTML: five characters are escaped, as in static/answers/render.js."""
    return text.translate(_ESCAPES)


def renderer(template: str) -> Callable[[Mapping[str, object]], str]:
    """A function from a context of strings, flags and lists to HTML; the template is read once."""
    parsed = pystache.parse(template)
    engine = pystache.Renderer(escape=escape)
    return lambda context: str(engine.render(parsed, context))
