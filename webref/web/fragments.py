"""Fragments that the server and the page render alike, from one Mustache template each."""

import re
from collections.abc import Mapping
from pathlib import Path

from flask import current_app
from markupsafe import Markup

from webref.dosing.render import renderer, with_words

_PART = re.compile(r"\{\{> ([a-z]+)\}\}\n")  # another template, put in where it stands
NAMES = ("answer", "note", "hits", "picture")


def read_fragment(folder: Path, name: str) -> str:
    """A template of templates/fragments/ by its name, with those that it includes put in."""
    text = (folder / f"{name}.mustache").read_text("utf-8")
    return _PART.sub(lambda found: read_fragment(folder, found[1]), text)


class Fragments:
    """The templates by name: their text, for pages to carry, and their rendering."""

    def __init__(self, folder: Path, words: Mapping[str, str]) -> None:
        """Read templates/fragments/, and put the sentences of `words` in."""
        files = {name: read_fragment(folder, name) for name in NAMES}
        texts = {name: with_words(text, words) for name, text in files.items()}
        # The templates are the project's own, and escape whatever is put in.
        self.texts = {name: Markup(text) for name, text in texts.items()}
        self._renderers = {name: renderer(text) for name, text in texts.items()}

    def render(self, name: str, context: Mapping[str, object]) -> Markup:
        """The named fragment with a context of finished strings."""
        return Markup(self._renderers[name](context))


def fragments() -> Fragments:
    """Those of the application that answers now."""
    found = current_app.extensions["fragments"]
    assert isinstance(found, Fragments)
    return found
