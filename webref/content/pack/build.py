"""pack.toml from record to value."""

from collections.abc import Mapping

from webref.content.facts.figures import Source
from webref.content.pack.model import HomeGroup, Key, Label, Pack, Program, Topic
from webref.content.pack.people import People, Person
from webref.content.pack.records import GuidelineRecord, PackRecord
from webref.dosing.calendar import read_date, show_calendar
from webref.dosing.words import say


def _guideline(record: GuidelineRecord, sources: Mapping[str, Source]) -> Label:
    """A guideline as what is followed, its tag and date saying what it is and who adopted it."""
    source = sources.get(record.source)
    dated = say("followed.guideline")
    if source and source.adopted:
        day = show_calendar(read_date(source.adopted.isoformat()), "date")
        dated = say("followed.adopted", who=source.adopted_by, date=day)
    values = record.model_dump() | {"tag": say("followed.tag", tag=record.tag)}
    return Label(**values, dated=dated, kind="guideline")


def misread_marks(record: PackRecord) -> str:
    """Of the point and the comma, as figures are shown, those that mean another thing there."""
    point = "" if record.decimal_mark in (".", None) else "."
    comma = "" if record.thousands_mark in (",", None) else ","
    return point + comma


def _people(record: PackRecord) -> People | None:
    if not record.person:
        return None
    persons = tuple(Person(one.name, one.role, one.key) for one in record.person)
    return People(record.needed or len(persons), persons, record.recall_key or "")


def build_pack(record: PackRecord, sources: Mapping[str, Source]) -> Pack:
    """pack.toml as the model has it."""
    followed = [Label(**label.model_dump()) for label in record.label]
    followed += [_guideline(guideline, sources) for guideline in record.guideline]
    return Pack(
        id=record.id,
        title=record.title,
        summary=record.summary,
        date=record.date,
        review_by=record.review_by,
        refuse_after=record.refuse_after,
        language=record.language,
        misread=misread_marks(record),
        editor=record.editor,
        report_to=record.report_to or "",
        signing_roles=tuple(record.signing_roles),
        routes=tuple(record.routes),
        labels={label.id: label for label in followed},
        indications=tuple(record.indications),
        topics=tuple(Topic(t.id, t.title, tuple(t.sections)) for t in record.topic),
        home=tuple(
            HomeGroup(group.title, tuple(Key(**key.model_dump()) for key in group.keys))
            for group in record.home
        ),
        program=None
        if record.program is None
        else Program(
            record.program.title, tuple(record.program.settings), tuple(record.program.checks)
        ),
        sequence=record.sequence,
        people=_people(record),
    )
