"""Synonyms held against what search can find."""

from collections.abc import Iterator

from webref.content.site import Site
from webref.errors import Problem
from webref.outputs.search import Searcher
from webref.outputs.search_index import build_index


def check_synonyms(site: Site) -> Iterator[Problem]:
    """A problem for every meaning of synonyms.toml that leads to no entry of the search."""
    searcher = Searcher(build_index(site, ""))
    for at, synonym in enumerate(site.vocabulary.synonyms, 1):
        for meaning in synonym.means:
            if not searcher.holds(meaning):
                message = f"no page has “{meaning}”: write words that the pack uses"
                yield Problem("synonyms.toml", f"synonym[{at}].means", message)
