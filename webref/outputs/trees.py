"""A calculator as JSON for the page: all that evaluating and presenting it needs, no more."""

import json

from webref.dosing.nodes import Node, to_json
from webref.dosing.numbers import exact_text
from webref.dosing.picture import Picture
from webref.dosing.spec import Calculator, Check, ScheduleTable
from webref.dosing.units import is_unit, unit_of


def tree(calculator: Calculator) -> dict[str, object]:
    """The calculator as plain data; fractions are text `n/d`, formulas nested lists."""
    return {
        "id": calculator.id,
        "drug": calculator.drug,
        "title": calculator.title,
        "basis": calculator.basis,
        "review_by": calculator.review_by,
        "refuse_after": calculator.refuse_after,
        "signed": calculator.signed,
        **({"misread": calculator.misread} if calculator.misread else {}),
        "units": {unit: exact_text(unit_of(unit).factor) for unit in sorted(_units(calculator))},
        "parts": {unit: _powers(unit) for unit in sorted(_units(calculator))},
        "label_optional": calculator.label_optional,
        "labels": [
            {
                "id": label.id,
                "tag": label.tag,
                "name": label.name,
                "dated": label.dated,
                "kind": label.kind,
            }
            for label in calculator.labels
        ],
        "constants": [
            {
                "id": constant.id,
                "value": exact_text(constant.value),
                "unit": constant.unit,
                "shown": constant.shown,
            }
            for constant in calculator.constants
        ],
        "inputs": [
            {
                "id": item.id,
                "name": item.name,
                "kind": item.kind,
                "units": list(item.units),
                "options": [{"id": option.id, "name": option.name} for option in item.options],
                "optional": item.optional,
                "zero": item.zero,
                **({"printed": item.printed} if item.printed else {}),
                "turns": [
                    {
                        "unit": turn.unit,
                        "by": turn.by,
                        "op": turn.op,
                        "factor": exact_text(turn.factor),
                    }
                    for turn in item.turns
                ],
                "prompt": item.prompt,
            }
            for item in calculator.inputs
        ],
        "steps": [
            {
                "id": step.id,
                "name": step.name,
                "value": to_json(step.value),
                "unit": step.unit,
                "places": step.places,
                "when": _maybe(step.when),
            }
            for step in calculator.steps
        ],
        "checks": [_check(check) for check in calculator.checks],
        "outputs": [
            {
                "id": output.id,
                "name": output.name,
                "value": to_json(output.value),
                "unit": output.unit,
                "places": output.places,
                "round": output.round,
                "main": output.main,
                "compare": output.compare,
                "when": _maybe(output.when),
                "to": _maybe(output.to),
                **({"calendar": output.calendar} if output.calendar else {}),
            }
            for output in calculator.outputs
        ],
        "tables": [_table(table) for table in calculator.tables],
        "lookups": [
            {
                "id": lookup.id,
                "name": lookup.name,
                "heads": lookup.heads,
                "rows": [
                    {
                        "cells": row.cells,
                        "said": row.said,
                        "cites": row.cites,
                        "when": to_json(row.when),
                    }
                    for row in lookup.rows
                ],
            }
            for lookup in calculator.lookups
        ],
        **({"pictures": list(map(_picture, calculator.pictures))} if calculator.pictures else {}),
    }


def tree_text(calculator: Calculator) -> str:
    """The tree as JSON that may stand inside a script element."""
    text = json.dumps(tree(calculator), ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _check(check: Check) -> dict[str, object]:
    return {
        "id": check.id,
        "level": check.level,
        "when": to_json(check.when),
        "title": check.title,
        "text": check.text,
        "cites": check.cites,
        "field": check.field,
    }


def _table(table: ScheduleTable) -> dict[str, object]:
    return {
        "id": table.id,
        "name": table.name,
        "most": table.most,
        "start": [[name, to_json(node)] for name, node in table.start],
        "next": [[name, to_json(node)] for name, node in table.next],
        "go_on": to_json(table.go_on),
        "columns": [
            {
                "id": column.id,
                "name": column.name,
                "value": to_json(column.value),
                "unit": column.unit,
                "places": column.places,
                "limits": [_check(limit) for limit in column.limits],
            }
            for column in table.columns
        ],
        "capped": table.capped,
        "chart": table.chart,
        "when": _maybe(table.when),
    }


def _picture(picture: Picture) -> dict[str, object]:
    return {
        "id": picture.id,
        "kind": picture.kind,
        "name": picture.name,
        "when": _maybe(picture.when),
        "rows": [
            {"name": row.name, "at": row.at, "to": row.to, "level": row.level}
            for row in picture.rows
        ],
    }


def _maybe(node: Node | None) -> list[object] | None:
    return None if node is None else to_json(node)


def _units(calculator: Calculator) -> set[str]:
    """Every unit that an evaluation of the calculator converts by."""
    units = {unit for item in calculator.inputs for unit in item.units}
    units.update(f"{item.printed}/mL" for item in calculator.inputs if item.printed)
    units.update(constant.unit for constant in calculator.constants)
    units.update(step.unit for step in calculator.steps)
    units.update(output.unit for output in calculator.outputs)
    for table in calculator.tables:
        units.update(column.unit for column in table.columns)
    return {unit for unit in units if is_unit(unit)}


def _powers(unit: str) -> dict[str, str]:
    return {part: str(power) for part, power in unit_of(unit).parts}
