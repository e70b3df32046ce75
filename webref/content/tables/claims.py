"""appraisal.toml and refusals.toml: claims rejected, and what is not calculated."""

from collections.abc import Iterator
from dataclasses import dataclass

from webref.content.facts.figures import Source
from webref.content.prose.builder import Builder
from webref.content.prose.tree import Prose
from webref.content.reading.records import Id, Record, RowId, Words
from webref.content.table import FoundRow, RowFile
from webref.errors import Problem, near


class ClaimRecord(Record):
    """A row of appraisal.toml."""

    id: RowId
    claim: Words
    source: Id
    lines: str = ""
    why: Words
    search: list[Words]


class AppraisalRecord(Record):
    """Claims met in unvetted pages and rejected, T01 and on.

    `[[claim]]` with `id`, `claim` (what was met), `source` (tier 4, or the source with the slip),
    `lines`, `why` (prose, cites the better source), `search` (list of phrases that lead here).
    """

    claim: list[ClaimRecord]


class RefusalRecord(Record):
    """A row of refusals.toml."""

    id: Id
    title: Words
    why: Words
    instead: list[str]


class RefusalsRecord(Record):
    """What this reference does not calculate, and why.

    `[[refusal]]` with `id`, `title`, `why` (prose), `instead` (list of page ids).
    """

    refusal: list[RefusalRecord]


@dataclass(frozen=True)
class Claim:
    """A claim met and rejected, why, and the phrases by which search finds it."""

    id: str
    claim: str
    source: Source
    lines: str
    why: Prose
    search: tuple[str, ...]


@dataclass(frozen=True)
class Refusal:
    """Something this reference does not calculate, why, and the pages to read instead."""

    id: str
    title: str
    why: Prose
    instead: tuple[str, ...]


def build_appraisal(record: AppraisalRecord, builder: Builder) -> tuple[Claim, ...]:
    """appraisal.toml, the one file that may cite a page that nobody vetted."""
    file = "appraisal.toml"
    found = []
    for row in record.claim:
        place = f"claim[{row.id}]"
        source = builder.references.sources.get(row.source)
        why = builder.prose(row.why, file, f"{place}.why", unvetted=True)
        if source:
            found.append(Claim(row.id, row.claim, source, row.lines, why, tuple(row.search)))
        else:
            message = (
                f"there is no source {row.source}{near(row.source, builder.references.sources)}"
            )
            builder.problems.append(Problem(file, f"{place}.source", message))
    return tuple(found)


def build_refusals(record: RefusalsRecord, builder: Builder) -> tuple[Refusal, ...]:
    """refusals.toml."""
    return tuple(
        Refusal(
            row.id,
            row.title,
            builder.prose(row.why, "refusals.toml", f"refusal[{row.id}].why"),
            tuple(row.instead),
        )
        for row in record.refusal
    )


def _claims_found(rows: tuple[Claim, ...]) -> Iterator[FoundRow]:
    """A rejected claim never stands without that word."""
    for row in rows:
        title = f"Rejected: “{row.claim.rstrip('.')}”"
        yield FoundRow(row.id, title, says=(row.why,), leads=row.search)


def _refusals_found(rows: tuple[Refusal, ...]) -> Iterator[FoundRow]:
    for row in rows:
        yield FoundRow(row.id, row.title, says=(row.why,))


def _links(rows: tuple[Refusal, ...]) -> Iterator[tuple[str, str]]:
    for row in rows:
        for page in row.instead:
            yield f"refusal[{row.id}].instead", page


APPRAISAL = RowFile(
    file="appraisal.toml",
    record=AppraisalRecord,
    build=build_appraisal,
    absent=lambda _: (),
    ids=lambda rows: (("claim", row.id) for row in rows),
    found=_claims_found,
    called={
        "kind.claim": "claim",
        "aspect.claim": "claim",
    },
)
REFUSALS = RowFile(
    file="refusals.toml",
    record=RefusalsRecord,
    build=build_refusals,
    absent=lambda _: (),
    ids=lambda rows: (("refusal", row.id) for row in rows),
    links=_links,
    found=_refusals_found,
    called={
        "kind.refusal": "question",
        "aspect.instead": "pages to read instead",
    },
)
