"""interactions.toml: co-medication, and what to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from webref.content.facts.figures import Cite
from webref.content.prose.builder import Builder
from webref.content.prose.tree import Prose
from webref.content.reading.records import Id, Record, Words
from webref.content.table import FoundRow, RowFile
from webref.errors import Problem, near


class MembersRecord(Record):
    """Medicines that no source names, of a class that one does; where it was read that they are."""

    words: Annotated[list[Words], Field(min_length=1)]
    source: Id
    place: Words


class InteractionRecord(Record):
    """A row of interactions.toml."""

    id: Id
    name: Words
    drug_class: Annotated[Words, Field(alias="class")]
    effect: Words
    action: Words
    route_seen: Words
    search: list[Words]
    members: list[MembersRecord] = Field(default_factory=list)


class InteractionsRecord(Record):
    """Co-medication.

    `[[interaction]]` with `id`, `name`, `class`, `effect` (prose), `action` (prose),
    `route_seen`, `search` (list). `members` is a list of `{ words, source, place }`: medicines
    that no source names, of the class that the row speaks of, and where it was read that they
    belong to it; a medicine without such a place is not listed.
    """

    interaction: list[InteractionRecord]


@dataclass(frozen=True)
class Members:
    """Medicines that no source names, of a class that one does, and where that was read."""

    words: tuple[str, ...]
    cite: Cite


@dataclass(frozen=True)
class Interaction:
    """A co-medication: what happens, what to do, and the route it was seen with."""

    id: str
    name: str
    drug_class: str
    effect: Prose
    action: Prose
    route_seen: str
    search: tuple[str, ...]
    members: tuple[Members, ...] = ()


def build_interactions(record: InteractionsRecord, builder: Builder) -> tuple[Interaction, ...]:
    """interactions.toml."""
    file = "interactions.toml"
    return tuple(
        Interaction(
            row.id,
            row.name,
            row.drug_class,
            builder.prose(row.effect, file, f"interaction[{row.id}].effect"),
            builder.prose(row.action, file, f"interaction[{row.id}].action"),
            row.route_seen,
            tuple(row.search),
            tuple(_members(row, builder)),
        )
        for row in record.interaction
    )


def _members(row: InteractionRecord, builder: Builder) -> Iterator[Members]:
    for at, one in enumerate(row.members, 1):
        if source := builder.references.sources.get(one.source):
            yield Members(tuple(one.words), Cite(source, one.place))
        else:
            place = f"interaction[{row.id}].members[{at}].source"
            known = builder.references.sources
            message = f"there is no source {one.source}{near(one.source, known)}"
            builder.problems.append(Problem("interactions.toml", place, message))


def _found(rows: tuple[Interaction, ...]) -> Iterator[FoundRow]:
    for row in rows:
        said = (row.effect, row.action)
        yield FoundRow(
            row.id,
            row.name,
            says=said,
            words=(row.drug_class, *said),
            leads=(*row.search, *(word for one in row.members for word in one.words)),
        )


ROWS = RowFile(
    file="interactions.toml",
    record=InteractionsRecord,
    build=build_interactions,
    absent=lambda _: (),
    ids=lambda rows: (("interaction", row.id) for row in rows),
    found=_found,
    called={
        "kind.interaction": "interaction",
        "kind.members": "members",
        "aspect.drug-class": "class",
        "aspect.effect": "effect",
        "aspect.route-seen": "route it was seen with",
    },
)
