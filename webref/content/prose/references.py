"""What prose may name, and how a source is tagged with its jurisdiction."""

from collections.abc import Mapping
from dataclasses import dataclass

from webref.content.facts.figures import Fact, Source
from webref.content.pack.model import Label
from webref.content.prose.tree import Tag
from webref.dosing.words import say


@dataclass(frozen=True)
class References:
    """What prose may name: facts and sources by id, labels by id, addresses by page id.

    Where a file of facts could not be read (`whole` is false), a fact that is not there is no news.
    beside: other packs stand beside this one, in a library.
    """

    facts: Mapping[str, Fact]
    sources: Mapping[str, Source]
    labels: Mapping[str, Label]
    addresses: Mapping[str, str]
    whole: bool = True
    beside: bool = False

    def address(self, pack: str, page: str) -> str:
        """Where a page of another pack stands, which only a library knows; else nothing."""
        if not self.beside:
            return ""
        return f"/{pack}/" if page == "home" else f"/{pack}/{page}/"

    def tag(self, source: Source) -> Tag:
        """The jurisdiction of a source as a tag; evidence from no one place is called that."""
        label = self.labels.get(source.jurisdiction)
        if not label:
            return Tag(say("figure.evidence-tag"), say("figure.evidence"))
        return Tag(label.tag, say(f"figure.{source.called}", name=label.name))
