"""Records of sources and facts to the model, with the rules that hold for facts alone."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from webref.content.facts.figures import UNVETTED, Fact, Figure, Source
from webref.content.facts.records import (
    FactRecord,
    FactsRecord,
    FigureRecord,
    SourceRecord,
    SourcesRecord,
)
from webref.dosing.units import is_unit, near_unit
from webref.errors import Problem, near


def build_source(record: SourceRecord) -> Source:
    """An entry of the bibliography."""
    values = record.model_dump()
    return Source(copy=values.pop("read_from"), **values)


def build_figure(record: FigureRecord) -> Figure | None:
    """The figure that a record holds, if it holds one."""
    rest = (record.unit or "", record.comparator, record.about, record.join)
    if record.value is not None:
        return Figure((record.value,), "one", *rest)
    if record.low is not None and record.high is not None:
        return Figure((record.low, record.high), "range", *rest)
    if record.values is not None:
        return Figure(tuple(record.values), "list", *rest)
    return None


def build_facts(
    records: Mapping[str, FactsRecord], sources: Mapping[str, Source]
) -> tuple[dict[str, Fact], list[Problem]]:
    """Every fact by id, from the records by file; one whose source is unknown is left out."""
    facts: dict[str, Fact] = {}
    problems: list[Problem] = []
    for file, page in records.items():
        for record in page.fact:
            place = f"fact[{record.id}]"
            problems += [Problem(file, f"{place}.{key}", why) for key, why in _wrong_units(record)]
            source = sources.get(record.source)
            if not source:
                why = f"there is no source {record.source}{near(record.source, sources)}"
                problems.append(Problem(file, f"{place}.source", why))
                continue
            if source.tier == UNVETTED:
                why = f"{source.id} is tier {UNVETTED} and can stand behind no fact"
                problems.append(Problem(file, f"{place}.source", why))
            if record.id in facts:
                why = f"{record.id} is defined in {facts[record.id].file} too"
                problems.append(Problem(file, place, why))
            facts[record.id] = fact = _fact(record, source, page, file)
            printed = [figure.bare() for figure in fact.figures.values()]
            for figure in fact.read_by_hand.keys() - printed:
                why = f"the fact has no figure {figure}, but {', '.join(printed) or 'none'}"
                problems.append(Problem(file, f"{place}.read_by_hand", why))
    return facts, problems


def _fact(record: FactRecord, source: Source, page: FactsRecord, file: str) -> Fact:
    found = {"": build_figure(record)} | {k: build_figure(f) for k, f in record.more.items()}
    return Fact(
        id=record.id,
        text=record.text,
        source=source,
        place=record.place,
        lines=record.lines,
        population=record.population,
        route=record.route,
        editor=page.editor,
        checker=page.checker,
        review_by=page.review_by,
        figures={name: figure for name, figure in found.items() if figure},
        conflict=record.conflict,
        caution=record.caution,
        read_by_hand=record.read_by_hand,
        file=file,
    )


def _wrong_units(record: FactRecord) -> Iterator[tuple[str, str]]:
    """Units that differ from one that is known in letter case alone, such as `ml`."""
    pairs = [("unit", record.unit or "")]
    pairs += [(f"more.{name}.unit", figure.unit or "") for name, figure in record.more.items()]
    for key, unit in pairs:
        right = "" if is_unit(unit) else near_unit(unit)
        if right.lower() == unit.lower() != "":
            yield key, f"the unit {unit} is written {right}"


_ADDRESS = re.compile(r"https://[!-;=?-~]+")


def check_sources(record: SourcesRecord) -> Iterator[Problem]:
    """Ids stand once; an address is one that a reader may open."""
    for name, times in Counter(source.id for source in record.source).items():
        if times > 1:
            yield Problem("sources.toml", f"source[{name}]", f"{times} sources have this id")
    for source in record.source:
        if source.address and not _ADDRESS.fullmatch(source.address):
            message = "an address is https:// and what follows, without spaces"
            yield Problem("sources.toml", f"source[{source.id}].address", message)
