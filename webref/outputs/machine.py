"""calculators.json: every calculator as a program can evaluate it, with its worked examples."""

import json
from collections.abc import Mapping
from typing import Any

from webref.content.site import Site
from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.numbers import exact_text
from webref.dosing.spec import Calculator, Example, Setting
from webref.dosing.units import IN_FORMULAS, is_unit, unit_of
from webref.outputs.trees import tree

FORMAT = 1


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
    found["examples"] = [_example(calculator, one) for one in calculator.examples]
    return found


def _example(calculator: Calculator, example: Example) -> Mapping[str, Any]:
    """Entries by name as a form sends them, and what the engine answers to them."""
    entries = split_entries(calculator, dict(example.inputs))
    result = evaluate(calculator, entries, Setting(now=example.now))
    outputs = {}
    for answer in result.answers:
        shown = answer.shown
        outputs[answer.output.id] = {
            "text": shown.text,
            "exact": exact_text(shown.exact),
            **({"to": exact_text(shown.to)} if shown.to is not None else {}),
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
