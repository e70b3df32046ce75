"""A result as a record of JSON, for other programs."""

from webref.dosing.followed import FollowedLabel
from webref.dosing.numbers import exact_text
from webref.dosing.present import Context
from webref.dosing.result import Result
from webref.dosing.spec import Setting


def to_record(result: Result, setting: Setting) -> Context:
    """The JSON record: status, inputs, outputs, checks and working; a stop has no outputs.

    `followed` is the label or the guideline followed, and says which of the two it is.
    `ucum` is the unit's code in the Unified Code for Units of Measure, empty for a date or a time
    of day. `edition` is `unbuilt` where a pack is asked and no edition; `webref` is the version,
    and `engine` the digest, of the code that computes; `clinically_checked` says whether anyone
    signed.

    The `exact` of a range is its lower end, and `to` the upper one, which no other answer has.
    `others` holds what each other label would give, null where it gives none; it is empty where
    labels are not compared.
    """
    cites = {cite.number: f"{cite.title}: {cite.place}" for cite in result.calculator.cites}
    checks = [
        {
            "id": message.id,
            "level": message.level,
            "message": f"{message.title}. {message.text}",
            "sources": [cites[number] for number in message.cites],
            "field": message.field,
        }
        for message in result.messages
    ]
    checks += [
        {
            "id": entry.id,
            "level": "stop",
            "message": f"{entry.name}: {entry.error}",
            "sources": [],
            "field": entry.id,
        }
        for entry in result.entries
        if entry.error
    ]
    return {
        "drug": result.calculator.drug,
        "calculator": result.calculator.id,
        "edition": setting.edition or "unbuilt",
        "webref": setting.version,
        "engine": setting.engine,
        "clinically_checked": setting.is_checked(result.calculator),
        "status": result.status,
        "followed": _followed_record(result.label),
        "inputs": {entry.id: entry.shown for entry in result.entries if entry.shown},
        "missing": [entry.missing for entry in result.entries if entry.missing],
        "outputs": {
            answer.output.id: {
                "value": answer.shown.text,
                "exact": exact_text(answer.shown.exact),
                **({"to": exact_text(answer.shown.to)} if answer.shown.to is not None else {}),
                "unit": answer.shown.unit,
                "ucum": answer.shown.ucum,
                "others": {
                    one.label.id: one.shown.text if one.shown else None for one in answer.others
                },
            }
            for answer in result.answers
        },
        "tables": {
            schedule.table.id: [list(row.cells) for row in schedule.rows]
            for schedule in result.schedules
        },
        "lookups": {
            read.lookup.id: list(read.row.cells) if read.row else None for read in result.lookups
        },
        "checks": checks,
        "working": [
            " ".join(
                part
                for part in (
                    " = ".join((line.name, *line.parts)),
                    f"(exactly {line.exact})" if line.exact else "",
                    f"since {line.since}" if line.since else "",
                )
                if part
            )
            for line in result.working
        ],
    }


def _followed_record(label: FollowedLabel | None) -> Context | None:
    if label is None:
        return None
    return {"id": label.id, "kind": label.kind, "name": label.name, "dated": label.dated}
