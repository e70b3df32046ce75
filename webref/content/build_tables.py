"""The optional files of a pack to the model, one function each."""

from collections.abc import Iterator

from webref.content.build import Builder
from webref.content.figures import Cite, Fact, Figure
from webref.content.model import (
    Cell,
    Claim,
    Column,
    Compare,
    Difference,
    Event,
    EventTable,
    Frequency,
    Interaction,
    Lead,
    Members,
    Notice,
    NoticeList,
    Phase,
    Refusal,
    Row,
    Synonym,
    Vocabulary,
)
from webref.content.prose.tree import Prose
from webref.content.table_records import (
    AppraisalRecord,
    ColumnRecord,
    CompareRecord,
    DifferencesRecord,
    EventRecord,
    EventsRecord,
    InteractionRecord,
    InteractionsRecord,
    NoticesRecord,
    RefusalsRecord,
    SynonymsRecord,
)
from webref.errors import Problem


def build_differences(record: DifferencesRecord, builder: Builder) -> tuple[Difference, ...]:
    """differences.toml."""
    file = "differences.toml"
    found = []
    for row in record.difference:
        place = f"difference[{row.id}]"
        cells = tuple(
            Cell(
                cell.label,
                builder.prose(cell.text, file, f"{place}.cells[{cell.label}]", cell.label),
            )
            for cell in row.cells
        )
        cautious = builder.prose(row.cautious, file, f"{place}.cautious")
        found.append(Difference(row.id, row.point, cells, cautious, tuple(row.pages)))
    return tuple(found)


def build_appraisal(record: AppraisalRecord, builder: Builder) -> tuple[Claim, ...]:
    """appraisal.toml, the one file that may cite a page that nobody vetted."""
    file = "appraisal.toml"
    found = []
    for row in record.claim:
        place = f"claim[{row.id}]"
        source = builder.library.sources.get(row.source)
        why = builder.prose(row.why, file, f"{place}.why", unvetted=True)
        if source:
            found.append(Claim(row.id, row.claim, source, row.lines, why, tuple(row.search)))
        else:
            message = f"there is no source {row.source}"
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
        if source := builder.library.sources.get(one.source):
            yield Members(tuple(one.words), Cite(source, one.place))
        else:
            place = f"interaction[{row.id}].members[{at}].source"
            message = f"there is no source {one.source}"
            builder.problems.append(Problem("interactions.toml", place, message))


def build_events(record: EventsRecord, builder: Builder) -> EventTable:
    """events.toml; every row of the trial table has a count and a share for every phase."""
    phases = []
    for phase in record.phases:
        if figure := _figure(phase.n, builder, f"phases[{phase.id}].n"):
            phases.append(Phase(phase.id, phase.name, figure))
    events = []
    for row in record.event:
        if fact := _event_fact(row, record, builder):
            note = _optional(row.note, builder, f"event[{row.id}].note")
            events.append(Event(row.id, row.name, row.system, fact, note))
    frequencies = []
    for at, listed in enumerate(record.frequency, 1):
        lists = {
            key: _optional(text, builder, f"frequency[{at}].{key}")
            for key, text in listed.model_dump(exclude={"system"}).items()
        }
        frequencies.append(Frequency(listed.system, **lists))
    return EventTable(tuple(phases), tuple(events), tuple(frequencies))


def build_compare(record: CompareRecord, builder: Builder) -> Compare:
    """compare.toml."""
    rows = tuple(Row(row.id, row.name) for row in record.row)
    return Compare(rows, tuple(_column(column, rows, builder) for column in record.column))


def build_synonyms(record: SynonymsRecord, _: Builder) -> Vocabulary:
    """synonyms.toml."""
    return Vocabulary(
        tuple(Synonym(tuple(row.words), tuple(row.means)) for row in record.synonym),
        tuple(Lead(row.page, tuple(row.words)) for row in record.lead),
        tuple(record.lacking),
    )


def build_notices(record: NoticesRecord, _: Builder) -> NoticeList:
    """notices.toml."""
    notices = tuple(Notice(**row.model_dump()) for row in record.notice)
    return NoticeList(record.sequence, record.issued, record.until, notices)


def _column(record: ColumnRecord, rows: tuple[Row, ...], builder: Builder) -> Column:
    place = f"column[{record.id}].cells"
    cells = {}
    for name, text in record.cells.items():
        if name not in [row.id for row in rows]:
            message = "there is no such row"
            builder.problems.append(Problem("compare.toml", f"{place}.{name}", message))
        cells[name] = builder.prose(text, "compare.toml", f"{place}.{name}")
    return Column(record.id, record.name, record.kind, cells)


def _optional(text: str, builder: Builder, place: str) -> Prose:
    return builder.prose(text, "events.toml", place) if text else Prose()


def _figure(reference: str, builder: Builder, place: str) -> Figure | None:
    name, _, part = reference.partition(":")
    try:
        figure = builder.library.facts[name].figure(part)
    except KeyError:
        message = f"there is no figure {reference}"
        builder.problems.append(Problem("events.toml", place, message))
        return None
    builder.used.add(name)
    return figure


def _event_fact(row: EventRecord, record: EventsRecord, builder: Builder) -> Fact | None:
    place = f"event[{row.id}].fact"
    fact = builder.library.facts.get(row.fact)
    if not fact:
        builder.problems.append(Problem("events.toml", place, f"there is no fact {row.fact}"))
        return None
    builder.used.add(row.fact)
    for phase in record.phases:
        for part in (phase.id, f"{phase.id}_percent"):
            if part not in fact.figures:
                message = f"the fact {row.fact} has no figure {part}"
                builder.problems.append(Problem("events.toml", place, message))
    return fact
