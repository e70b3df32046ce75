"""How words name a fact, cite a source and link, and the words without all that."""

import re

FACT = re.compile(r"\{([a-z0-9_.]+)((?::[a-z0-9_]+)*)\}")
CITE = re.compile(r"\[@([a-z0-9-]+):[ \n]?([^\]\n]{1,400})\]")
_TARGET = re.compile(r"\]\([^)]*\)")


def without_references(text: str) -> str:
    """The text with every fact, citation and link target replaced by a space."""
    return _TARGET.sub("] ", CITE.sub(" ", FACT.sub(" ", text)))
