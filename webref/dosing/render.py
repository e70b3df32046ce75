"""Mustache templates rendered exactly as the page renders them."""

import re
from collections.abc import Callable, Mapping

import pystache

from webref.dosing.words import WORDS, renamed

# A sentence by its id; with a tag behind it, each of its names stands in such an element.
_WORD = re.compile(r"\{\{word ([a-z.-]+)(?: ([a-z]+))?\}\}")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def escape(text: str) -> str:
    """Text as it stands in HTML: five characters are escaped, as in static/answers/render.js."""
    return text.translate(_ESCAPES)


def with_words(template: str, words: Mapping[str, str] = WORDS) -> str:
    """A template with each `{{word ID}}` replaced by that sentence, its names left to be rendered.

    `{{word ID b}}` renders the names in `<b>`. KeyError for an id that `words` lacks.
    """

    def sentence(found: re.Match[str]) -> str:
        before, after = (f"<{found[2]}>", f"</{found[2]}>") if found[2] else ("", "")
        return renamed(words[found[1]], lambda name: f"{before}{{{{{name}}}}}{after}")

    return _WORD.sub(sentence, template)


def renderer(template: str) -> Callable[[Mapping[str, object]], str]:
    """A function from a context of strings, flags and lists to HTML; the template is read once."""
    parsed = pystache.parse(template)
    engine = pystache.Renderer(escape=escape)
    return lambda context: str(engine.render(parsed, context))
