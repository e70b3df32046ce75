"""A result as finished strings: the context of the answer's template, and its JSON record.

static/answers/present.js makes the same context; the two are compared byte for byte.
"""

from collections.abc import Mapping

from webref.dosing.drawn import present_picture
from webref.dosing.entries import Entry
from webref.dosing.followed import FollowedLabel, kind_of
from webref.dosing.lookups import Read
from webref.dosing.result import Answer, Message, Other, Result
from webref.dosing.schedule import Schedule
from webref.dosing.shown import Shown
from webref.dosing.spec import Setting
from webref.dosing.words import say

Context = dict[str, object]


def present(result: Result, setting: Setting) -> Context:
    """The context of templates/fragments/answer.mustache."""
    calculator = result.calculator
    notes = notes_of(result)
    refusals = [note for note in notes if note["error"]]
    gaps = (entry.missing for entry in result.entries if entry.missing)
    missing = next(gaps, say("entry.nothing"))
    names = {entry.id: entry.name for entry in result.entries}
    messages = [_message(message, names) for message in result.messages]
    return {
        "status": result.status,
        "notes": notes,
        "refused": refusals,
        "is_refused": bool(refusals),
        "missing": "" if refusals or result.status != "incomplete" else missing,
        "checks": messages,
        "is_stop": result.status == "stop" and bool(messages),
        "is_answer": result.answered,
        "drug": calculator.drug,
        "answers": [_answer(answer, result) for answer in result.answers],
        "following": _followed(result.label) if result.label else "",
        "lines": [
            {
                "name": line.name,
                "parts": [{"text": part} for part in line.parts],
                "since": line.since,
                "exact": line.exact,
            }
            for line in result.working
        ],
        "schedules": [_schedule(schedule, result) for schedule in result.schedules],
        "pictures": [present_picture(drawn) for drawn in result.pictures],
        "lookups": [present_lookup(read) for read in result.lookups],
        "arithmetic": calculator.basis == "arithmetic",
        "due": bool(setting.now) and setting.now[:10] >= calculator.review_by,
        "review_by": calculator.review_by,
        "unsigned": not setting.is_checked(calculator),
        "edition": setting.edition[:12],
        "copy": copy_text(result, setting) if result.answered else "",
    }


def notes_of(result: Result) -> list[Context]:
    """The context of templates/fragments/note.mustache for each entry of which something is said.

    Refusals come first, with the number and unit that they offer; then entries in other units.
    """
    refused = [
        _note(entry, entry.error, *entry.offer, error=True)
        for entry in result.entries
        if entry.error
    ]
    return refused + [
        _note(entry, f"{entry.shown} = {entry.echo}") for entry in result.entries if entry.echo
    ]


def _note(
    entry: Entry, text: str, number: str = "", offered: str = "", *, error: bool = False
) -> Context:
    return {
        "field": entry.id,
        "name": entry.name,
        "text": text,
        "number": number,
        "offered": offered,
        "error": error,
    }


def present_refusal(reason: str) -> Context:
    """The context of the same template where a query is malformed: the reason and nothing else."""
    return {"missing": reason}


def _message(message: Message, names: Mapping[str, str]) -> Context:
    return {
        "level": message.level,
        "is_stop": message.level == "stop",
        "is_warn": message.level == "warn",
        "is_info": message.level == "info",
        "word": say(f"level.{message.level}"),
        "title": message.title,
        "text": message.text,
        "marks": [{"number": str(number)} for number in message.cites],
        "field": message.field,
        "entry": names.get(message.field, ""),
    }


def _followed(label: FollowedLabel) -> str:
    return say(f"answer.followed-{label.kind}", name=label.name, dated=label.dated)


def _tag(label: FollowedLabel, followed: FollowedLabel | None) -> Context:
    return {
        "tag": label.tag,
        "title": say(f"answer.{label.kind}-of", name=label.name),
        "followed": label == followed,
    }


def _cell(answer: Answer, labels: list[FollowedLabel], result: Result) -> Context:
    """The figure of the label followed, with the labels that give it too."""
    agree = say(f"answer.agree-{kind_of(one.kind for one in labels)}") if len(labels) > 1 else ""
    return {
        "answer": answer.output.name,
        "large": answer.output.main,
        "tags": [_tag(label, result.label) for label in labels],
        "agree": agree,
        "followed": True,
        **_figure(answer.shown),
        "none": "",
    }


def _other_cell(answer: Answer, other: Other) -> Context:
    """What another label gives, or that it gives none and why."""
    return {
        "answer": _under(answer, other.label),
        "large": False,
        "tags": [_tag(other.label, None)],
        "agree": "",
        "followed": False,
        **_figure(other.shown),
        "none": _none(other),
    }


def _under(answer: Answer, label: FollowedLabel) -> str:
    return say(f"answer.would-{label.kind}", answer=answer.output.name, name=label.name)


def _none(other: Other) -> str:
    """That another label gives no answer, and why; empty where it gives one."""
    if other.shown:
        return ""
    none = say(f"answer.no-other-{other.label.kind}", name=other.label.name)
    return say("answer.no-other-since", none=none, stop=other.stop) if other.stop else none


def _figure(shown: Shown | None) -> Context:
    return {
        "figure": shown.figure if shown else "",
        "unit": shown.unit_shown if shown else "",
        "closed": shown is not None and shown.unit == "%",
        "exact": shown.exact_text if shown and shown.rounded else "",
    }


def _agree(answer: Answer) -> bool:
    """Whether every other label gives the same figure; true where none is asked."""
    return all(
        one.shown is not None and one.shown.text == answer.shown.text for one in answer.others
    )


def _answer(answer: Answer, result: Result) -> Context:
    """An answer; where labels differ, their values stand side by side, in the pack's order."""
    given = {one.label.id: one for one in answer.others}
    labels = [
        label for label in result.calculator.labels if label == result.label or label.id in given
    ]
    if _agree(answer):
        cells = [_cell(answer, labels, result)]
    else:
        cells = [
            _other_cell(answer, given[label.id])
            if label.id in given
            else _cell(answer, [label], result)
            for label in labels
        ]
    return {"id": answer.output.id, "cells": cells}


def _schedule(schedule: Schedule, result: Result) -> Context:
    table = schedule.table
    titles = {message.id: message.title for message in result.messages}
    return {
        "name": table.name,
        "heads": [{"name": column.name} for column in table.columns],
        "rows": [
            {
                "first": row.cells[0],
                "cells": [
                    {"head": column.name, "text": text}
                    for column, text in zip(table.columns[1:], row.cells[1:], strict=True)
                ],
                "passed": [
                    {"text": titles[limit.id]} for limit in row.passed if limit.level == "warn"
                ],
                "bar": str(row.bar),
                "charted": bool(table.chart),
            }
            for row in schedule.rows
        ],
        "capped": table.capped if schedule.capped else "",
        "charted": bool(table.chart),
    }


def present_lookup(read: Read) -> Context:
    """A printed table with the row that was read marked; before an answer none is."""
    lookup = read.lookup
    return {
        "name": lookup.name,
        "heads": [{"name": head} for head in lookup.heads],
        "rows": [
            {
                "first": row.cells[0],
                "cells": [
                    {"head": head, "text": text}
                    for head, text in zip(lookup.heads[1:], row.cells[1:], strict=True)
                ],
                "said": row.said,
                "marks": [{"number": str(number)} for number in row.cites],
                "is_read": row is read.row,
            }
            for row in lookup.rows
        ],
    }


def copy_text(result: Result, setting: Setting) -> str:
    """The answer as plain text for a note: drug, entries, answers, checks, label, edition.

    Where labels differ, what the others would give follows the answer, as it does on the page.
    """
    lines = [say("copy.about", drug=result.calculator.drug, title=result.calculator.title)]
    lines += [f"{entry.name}: {entry.shown}" for entry in result.entries if entry.shown]
    for answer in result.answers:
        lines.append(f"{answer.output.name}: {answer.shown.text}")
        if not _agree(answer):
            lines += [
                f"{_under(answer, one.label)}: {one.shown.text}"
                if one.shown
                else f"{answer.output.name}: {_none(one)}"
                for one in answer.others
            ]
    lines += [
        say("copy.message", level=say(f"level.{one.level}"), title=one.title, text=one.text)
        for one in result.messages
    ]
    lines += [say("copy.edition", edition=setting.edition[:12])] if setting.edition else []
    if not setting.is_checked(result.calculator):
        lines.append(say("copy.unsigned"))
    return "\n".join(line.replace("\u00a0", " ") for line in lines)
