"""synonyms.toml: what readers call things."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from webref.content.prose.builder import Builder
from webref.content.reading.records import Record, Words
from webref.content.table import RowFile


class SynonymRecord(Record):
    """A row of synonyms.toml."""

    words: Annotated[list[Words], Field(min_length=1)]
    means: Annotated[list[Words], Field(min_length=1)]


class LeadRecord(Record):
    """Words of a question, and the page that comes first for them."""

    page: str
    words: Annotated[list[Words], Field(min_length=1)]


class SynonymsRecord(Record):
    """Words for search.

    `[[synonym]]` with `words` and `means` (lists). `[[lead]]` with `page` (a page id, or
    `page#row`) and `words` (words and phrases for which it comes first, wherever all words of one
    are asked; for an emergency card, before everything else). `lacking` is a list of words of
    medicine that were looked for in the sources and are not there; search says so, and nothing
    stands in for them.
    """

    synonym: list[SynonymRecord]
    lead: list[LeadRecord] = Field(default_factory=list)
    lacking: list[Words] = Field(default_factory=list)


@dataclass(frozen=True)
class Synonym:
    """Words that a reader may type, and the words of the pack that they stand for."""

    words: tuple[str, ...]
    means: tuple[str, ...]


@dataclass(frozen=True)
class Lead:
    """Words of a question, and the page id (or `page#row`) that comes first for them."""

    page: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Vocabulary:
    """What readers call things: synonyms, leads, and words of which no source speaks."""

    synonyms: tuple[Synonym, ...] = ()
    leads: tuple[Lead, ...] = ()
    lacking: tuple[str, ...] = ()


def build_vocabulary(record: SynonymsRecord, _: Builder) -> Vocabulary:
    """synonyms.toml."""
    return Vocabulary(
        tuple(Synonym(tuple(row.words), tuple(row.means)) for row in record.synonym),
        tuple(Lead(row.page, tuple(row.words)) for row in record.lead),
        tuple(record.lacking),
    )


ROWS = RowFile(
    file="synonyms.toml",
    record=SynonymsRecord,
    build=build_vocabulary,
    absent=lambda _: Vocabulary(),
    links=lambda found: ((f"lead[{lead.page}].page", lead.page) for lead in found.leads),
    called={
        "kind.vocabulary": "Search",
        "kind.synonym": "synonym",
        "kind.lead": "lead of search",
        "aspect.means": "what words mean",
        "aspect.lacking": "words that the sources lack",
    },
)
