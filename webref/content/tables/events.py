"""events.toml: adverse events, counted and listed."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from webref.content.facts.figures import Fact, Figure
from webref.content.prose.builder import Builder
from webref.content.prose.tree import Prose
from webref.content.reading.records import FactId, FigureId, Id, Record, Words
from webref.content.table import FoundRow, RowFile
from webref.errors import Problem, near


class PhaseRecord(Record):
    """A column of the trial table; `n` names the figure of its denominator."""

    id: Id
    name: Words
    n: FigureId


class EventRecord(Record):
    """A row of the trial table."""

    id: Id
    name: Words
    system: Words
    fact: FactId
    note: str = ""


class FrequencyRecord(Record):
    """The events of one system, by frequency."""

    system: Words
    common: str = ""
    uncommon: str = ""
    rare: str = ""
    unknown: str = ""


class EventsRecord(Record):
    """Adverse events: trial table and frequency lists.

    `phases = [{ id, name, n = "fact.id:1" }]`, `[[event]]` with `id`, `name`, `system`, `fact`
    (its `more` holds a figure per phase), `note`; `[[frequency]]` with `system`, `common`,
    `uncommon`, `rare`, `unknown` (prose, each optional).
    """

    phases: list[PhaseRecord] = Field(default_factory=list)
    event: list[EventRecord] = Field(default_factory=list)
    frequency: list[FrequencyRecord] = Field(default_factory=list)


@dataclass(frozen=True)
class Phase:
    """A column of the trial table, with the number of patients in it."""

    id: str
    name: str
    n: Figure


@dataclass(frozen=True)
class Event:
    """A row of the trial table: the fact's figures by phase id, and `<phase>_percent`."""

    id: str
    name: str
    system: str
    fact: Fact
    note: Prose


@dataclass(frozen=True)
class Frequency:
    """Events of one body system by how often they are reported."""

    system: str
    common: Prose
    uncommon: Prose
    rare: Prose
    unknown: Prose


@dataclass(frozen=True)
class EventTable:
    """Adverse events: the trial table and the frequency lists."""

    phases: tuple[Phase, ...]
    events: tuple[Event, ...]
    frequencies: tuple[Frequency, ...]

    def systems(self) -> tuple[str, ...]:
        """Every body system of it, each once."""
        listed = [*(one.system for one in self.events), *(one.system for one in self.frequencies)]
        return tuple(dict.fromkeys(listed))


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


def _optional(text: str, builder: Builder, place: str) -> Prose:
    return builder.prose(text, "events.toml", place) if text else Prose()


def _figure(reference: str, builder: Builder, place: str) -> Figure | None:
    name, _, part = reference.partition(":")
    fact = builder.references.facts.get(name)
    try:
        figure = fact.figure(part) if fact else None
    except KeyError:
        figure = None
    if figure is None:
        known = near(part, fact.figures) if fact else near(name, builder.references.facts)
        message = f"there is no figure {reference}{known}"
        builder.problems.append(Problem("events.toml", place, message))
        return None
    builder.used.add(name)
    return figure


def _event_fact(row: EventRecord, record: EventsRecord, builder: Builder) -> Fact | None:
    place = f"event[{row.id}].fact"
    fact = builder.references.facts.get(row.fact)
    if not fact:
        message = f"there is no fact {row.fact}{near(row.fact, builder.references.facts)}"
        builder.problems.append(Problem("events.toml", place, message))
        return None
    builder.used.add(row.fact)
    for phase in record.phases:
        for part in (phase.id, f"{phase.id}_percent"):
            if part not in fact.figures:
                message = f"the fact {row.fact} has no figure {part}{near(part, fact.figures)}"
                builder.problems.append(Problem("events.toml", place, message))
    return fact


def _found(table: EventTable | None) -> Iterator[FoundRow]:
    if table is None:
        return
    for event in table.events:
        yield FoundRow(event.id, event.name, says=(event.system,))
    for number, one in enumerate(table.frequencies, 1):
        lists = (one.common, one.uncommon, one.rare, one.unknown)
        yield FoundRow(f"frequency-{number}", one.system, says=lists, words=lists)


ROWS: RowFile[EventsRecord, EventTable | None] = RowFile(
    file="events.toml",
    record=EventsRecord,
    build=build_events,
    absent=lambda _: None,
    ids=lambda table: (("event", row.id) for row in (table.events if table else ())),
    found=_found,
    called={
        "kind.event": "event",
        "kind.eventtable": "Adverse events",
        "kind.frequency": "list",
        "kind.phase": "phase",
        "aspect.system": "body system",
        "aspect.common": "common",
        "aspect.uncommon": "uncommon",
        "aspect.rare": "rare",
        "aspect.unknown": "frequency unknown",
    },
)
