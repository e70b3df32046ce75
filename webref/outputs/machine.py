"""calculators.json: every calculator as a program can evaluate it, with its worked examples."""

import json
from collections.abc import Mapping
from typing import Any

from webref.content.site import Site
from webref.dosing.calendar import read_moment
from webref.dosing.numbers import exact_text
from webref.dosing.spec import Calculator, Example, Input
from webref.dosing.units import IN_FORMULAS, is_unit, unit_of
from webref.dosing.worked import work
from webref.outputs.trees import tree

FORMAT = 1
WITHIN = tuple(int(read_moment(text)) for text in ("2000-01-01T00:00", "2099-12-31T23:59"))


def machine_bytes(site: Site) -> bytes:
    """The file, the same for the same site; docs/changes.md tells how it is evaluated."""
    calculators = [_calculator(one) for one in site.calculators.values()]
    names = sorted({unit for one in calculators for unit in one["units"]})
    found = {
        "format": FORMAT,
        "pack": site.pack.id,
        "date": site.pack.date.isoformat(),
        "clinically_checked": bool(site.pack.signed),
        "ucum": {name: unit_of(name).ucum for name in names},
        "formula_units": {
            name: exact_text(unit_of(unit).factor) for name, unit in IN_FORMULAS.items()
        },
        "calculators": calculators,
    }
    return (json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _calculator(calculator: Calculator) -> dict[str, Any]:
    found: dict[str, Any] = tree(calculator)
    for plain, constant in zip(found["constants"], calculator.constants, strict=True):
        plain["ucum"] = unit_of(constant.unit).ucum if is_unit(constant.unit) else ""
        plain.update({"fact": constant.fact} if constant.fact else {"reason": constant.reason})
    for plain, item in zip(found["inputs"], calculator.inputs, strict=True):
        plain.update(_factors(item))
    if calculator.labels:
        found["inputs"].insert(0, _label(calculator))
    for plain, output in zip(found["outputs"], calculator.outputs, strict=True):
        known = is_unit(output.unit)
        plain["factor"] = exact_text(unit_of(output.unit).factor) if known else "1"
        plain["within"] = list(WITHIN) if output.unit in ("date", "moment") else []
    found["examples"] = [_example(calculator, one) for one in calculator.examples]
    return found


def _factors(item: Input) -> dict[str, Any]:
    """What a number in each unit is times, and over the volume in mL that holds it."""
    if item.kind in ("number", "whole"):
        return {"factors": {"": "1"}, "in_volume": {}}
    turns = {turn.unit: turn for turn in item.turns}
    found = {unit: unit_of(unit).factor for unit in item.units}
    found |= {unit: turn.turned(found[unit]) for unit, turn in turns.items()}
    over = {item.offered[-1]: unit_of(f"{item.printed}/mL").factor} if item.printed else {}
    return {
        "factors": {unit: exact_text(factor) for unit, factor in found.items()},
        "in_volume": {unit: exact_text(factor) for unit, factor in over.items()},
    }


def _label(calculator: Calculator) -> dict[str, Any]:
    """The label followed as the choice that it is for a program."""
    return {
        "id": "label",
        "name": "label",
        "kind": "choice",
        "units": [],
        "options": [{"id": label.id, "name": label.name} for label in calculator.labels],
        "optional": calculator.label_optional,
        "zero": False,
        "turns": [],
        "factors": {},
        "in_volume": {},
        "prompt": "",
    }


def _example(calculator: Calculator, example: Example) -> Mapping[str, Any]:
    """Entries by name as a form sends them, and what the engine answers to them."""
    entries, result = work(calculator, example)
    outputs = {}
    for answer in result.answers:
        shown = answer.shown
        outputs[answer.output.id] = {
            "text": shown.text,
            "values": [exact_text(end) for end in (shown.exact, shown.to) if end is not None],
            "unit": shown.unit,
            "ucum": shown.ucum,
        }
    return {
        "name": example.name,
        "entries": entries,
        "now": example.now,
        "status": result.status,
        "outputs": outputs,
        "checks": [message.id for message in result.messages],
        "source": example.source,
    }
