"""A calculator and typed entries to a result, or to the reason why there is none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from webref.dosing.calendar import FIRST_YEAR, LAST_YEAR, NoDate, read_moment, show_calendar
from webref.dosing.drawn import pictures
from webref.dosing.entries import Entry, Value, read_entry, read_label
from webref.dosing.followed import FollowedLabel
from webref.dosing.lookups import rows_read, rows_unread
from webref.dosing.nodes import Binary, Name
from webref.dosing.numbers import Refused
from webref.dosing.readable import readable
from webref.dosing.result import Answer, Message, Other, Result
from webref.dosing.run import Absent, Unanswerable, number, truth
from webref.dosing.schedule import schedules
from webref.dosing.shown import Shown, show_range, show_value
from webref.dosing.spec import Calculator, Check, Setting, Status
from webref.dosing.units import IN_FORMULAS, unit_of
from webref.dosing.words import say
from webref.dosing.working import Names, WorkingLine, fill, names_of_ends, working_line


def evaluate(calculator: Calculator, parameters: Mapping[str, str], setting: Setting) -> Result:
    """Read the parameters, apply the checks and compute; a stop or a gap yields no value at all.

    Nor does a figure that the pack's readers would read otherwise.
    """
    return readable(_evaluate(calculator, parameters, setting))


def _evaluate(calculator: Calculator, parameters: Mapping[str, str], setting: Setting) -> Result:
    """The same, however its figures are read."""
    entries = tuple(read_entry(item, parameters) for item in calculator.inputs)
    label = None
    if calculator.labels:
        entry = read_label(calculator, parameters)
        label = next((one for one in calculator.labels if one.id == entry.value), None)
        entries = (entry, *entries)
    result = Result(calculator, "incomplete", label, entries, lookups=rows_unread(calculator))
    closed = _closed(calculator, setting)
    if closed:
        return replace(result, status="stop", messages=(closed,))
    if any(entry.error for entry in entries):
        return replace(result, status="stop")
    if any(entry.missing for entry in entries) or all(entry.value is None for entry in entries):
        return result
    computed = _compute(result, setting)
    if label is None or not computed.answers:
        return computed
    return replace(computed, answers=_compared(computed.answers, result, setting))


def _closed(calculator: Calculator, setting: Setting) -> Message | None:
    """Withdrawn by a notice, asked at no possible date, or past the pack's hard date."""
    if setting.withdrawn:
        return Message("withdrawn", "stop", say("stop.withdrawn"), setting.withdrawn)
    try:
        _now(setting)
    except Refused:
        return Message("clock", "stop", say("stop.clock"), say("stop.clock-text"))
    if setting.now and setting.now[:10] >= calculator.refuse_after:
        date = show_calendar(read_moment(f"{calculator.refuse_after}T00:00"), "date")
        text = say("stop.expired-text", date=date)
        return Message("expired", "stop", say("stop.expired"), text)
    return None


def _now(setting: Setting) -> Fraction | None:
    return read_moment(setting.now) if setting.now else None


def values_of(result: Result, setting: Setting) -> dict[str, Value | None]:
    """Every value that formulas of a result read: entries, figures, units and steps.

    Its entries are complete; Unanswerable or NoDate where a step has no value.
    """
    return _start(result, setting)[0]


def _start(
    empty: Result, setting: Setting
) -> tuple[dict[str, Value | None], Names, list[WorkingLine]]:
    """The values behind a result whose entries are complete, how they read, and their working."""
    calculator = empty.calculator
    values: dict[str, Value | None] = {entry.id: entry.value for entry in empty.entries}
    names = Names.of(calculator, empty.entries)
    lines: list[WorkingLine] = []
    now = _now(setting)
    if now is not None:
        values["now"] = now
        names.figures["now"] = names.exact["now"] = show_calendar(now, "moment")
    for constant in calculator.constants:
        values[constant.id] = constant.value
    for name, unit in IN_FORMULAS.items():
        values[name] = unit_of(unit).factor
    lines += _turned(calculator, empty.entries, values, names)
    for step in calculator.steps:
        try:
            if step.when is None or truth(step.when, values):
                value = number(step.value, values)
                values[step.id] = value
                shown = show_value(value, step.unit, step.places)
                names.add(step.id, shown)
                lines.append(working_line(step.name, step.value, values, names, shown))
        except Absent:
            values[step.id] = None
    return values, names, lines


def _compute(empty: Result, setting: Setting) -> Result:
    """An empty result whose entries are complete, with its checks, answers and working."""
    calculator = empty.calculator
    try:
        values, names, lines = _start(empty, setting)
        held = tuple(check for check in calculator.checks if truth(check.when, values))
        stops = _messages((check for check in held if check.level == "stop"), names)
        if stops:
            return replace(empty, status="stop", messages=stops)
        answers, more = _answers(calculator, values, names)
        found = schedules(calculator.tables, values)
        passed = (limit for one in found for row in one.rows for limit in row.passed)
        fired = _messages((*held, *passed), names)
    except NoDate:
        return replace(empty, status="stop", messages=(_no_date(),))
    except (Absent, Unanswerable):
        return replace(empty, status="stop", messages=(_no_answer(),))
    if not answers and not found:
        return replace(empty, status="stop", messages=(_no_answer(),))
    status: Status = "warn" if any(message.level == "warn" for message in fired) else "ok"
    return replace(
        empty, status=status, messages=fired, answers=answers,
        working=tuple(line for line in (*lines, *more) if line.parts), schedules=found,
        lookups=rows_read(calculator, values), pictures=pictures(calculator, values, names),
    )  # fmt: skip


def _turned(
    calculator: Calculator,
    entries: tuple[Entry, ...],
    values: Mapping[str, Value | None],
    names: Names,
) -> Iterator[WorkingLine]:
    """Entries that become something else than was typed: a line for what they become.

    Those in a unit of another kind than their field's first, and strengths as they are printed.
    """
    typed = {entry.id: entry for entry in entries}
    for item in calculator.inputs:
        entry = typed[item.id]
        if any(entry.held) and isinstance(entry.value, Fraction):
            shown = show_value(entry.value, entry.unit, _TURNED_PLACES)
            amount, volume = entry.held
            words = say("working.in-volume", amount=amount, volume=volume)
            exact = shown.exact_text if shown.rounded else ""
            yield WorkingLine(item.name, (words, shown.text), "", exact)
            names.add(item.id, shown)
            names.figures[item.id] = f"{entry.shown} ({shown.text})"
        turn = next((one for one in item.turns if one.unit == entry.unit), None)
        if turn is None or not isinstance(entry.value, Fraction):
            continue
        shown = show_value(entry.value, item.units[0], _TURNED_PLACES)
        node = Binary(turn.op, Name(item.id), Name(turn.by))
        yield working_line(item.name, node, values, names, shown)
        names.add(item.id, shown)
        names.units[item.id] = item.units[0]
        names.figures[item.id] = f"{entry.shown} ({shown.text})"


_TURNED_PLACES = 4


def _no_answer() -> Message:
    return Message("no-answer", "stop", say("stop.no-answer"), say("stop.no-answer-text"))


def _no_date() -> Message:
    text = say("stop.no-date-text", first=str(FIRST_YEAR), last=str(LAST_YEAR))
    return Message("no-date", "stop", say("stop.no-date"), text)


def _messages(checks: Iterable[Check], names: Names) -> tuple[Message, ...]:
    """What checks that hold say; one that holds in several places is said at the first."""
    first: dict[str, Check] = {}
    for check in checks:
        first.setdefault(check.id, check)
    return tuple(
        Message(
            check.id,
            check.level,
            fill(check.title, names),
            fill(check.text, names),
            check.cites,
            check.field,
        )
        for check in first.values()
    )


def _answers(
    calculator: Calculator, values: dict[str, Value | None], names: Names
) -> tuple[tuple[Answer, ...], tuple[WorkingLine, ...]]:
    answers, lines = [], []
    for output in calculator.outputs:
        if output.when is not None and not truth(output.when, values):
            continue
        ends = [output.value] if output.to is None else [output.value, output.to]
        try:
            found = [
                show_value(number(end, values), output.unit, output.places, output.round)
                for end in ends
            ]
        except Absent:
            continue
        shown = found[0] if output.to is None else _range(*found)
        answers.append(Answer(output, shown))
        for name, end, one in zip(names_of_ends(output), ends, found, strict=True):
            lines.append(working_line(name, end, values, names, one))
    return tuple(answers), tuple(lines)


def _range(low: Shown, high: Shown) -> Shown:
    try:
        return show_range(low, high)
    except ValueError as error:
        raise Unanswerable(str(error)) from None


def _compared(answers: tuple[Answer, ...], empty: Result, setting: Setting) -> tuple[Answer, ...]:
    """The answers, with what every other label gives for the same entries where that is asked."""
    others: list[tuple[FollowedLabel, dict[str, Shown], str]] = []
    for label in empty.calculator.labels:
        if label != empty.label:
            entries = tuple(
                replace(entry, value=label.id, shown=label.name) if entry.id == "label" else entry
                for entry in empty.entries
            )
            other = _compute(replace(empty, label=label, entries=entries), setting)
            stop = next((one.title for one in other.messages if one.level == "stop"), "")
            others.append((label, {one.output.id: one.shown for one in other.answers}, stop))
    return tuple(
        replace(
            answer,
            others=tuple(
                Other(label, found.get(answer.output.id), stop) for label, found, stop in others
            ),
        )
        if answer.output.compare
        else answer
        for answer in answers
    )
