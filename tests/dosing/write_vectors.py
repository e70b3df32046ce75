"""Write tests/vectors/ anew from what Python answers today: read the difference before keeping it.

Run as `python -m tests.dosing.write_vectors` from the root of the project.
"""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.dosing.calculators import (
    BANDED,
    BARE,
    CALCULATORS,
    DATES,
    DRAWN,
    INFUSION,
    PLAN,
    PRINTED,
    RATES,
    SPANNING,
)
from webref.dosing.entries import parameter_names, split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.present import notes_of, present, present_refusal
from webref.dosing.query import Malformed, parse_query
from webref.dosing.render import renderer, with_words
from webref.dosing.spec import Calculator, Setting
from webref.outputs.trees import tree
from webref.web.fragments import read_fragment

VECTORS = Path(__file__).parents[1] / "vectors"
TEMPLATES = Path(__file__).parents[2] / "templates/fragments"

NOW: dict[str, Any] = {
    "edition": "0123456789abcdef",
    "now": "2026-11-22T09:30",
    "withdrawn": "",
    "signed": False,
}
RATE = {"label": "us", "dose": "50mcg", "duration": "10h", "times": "7", "population": "adult"}
DATE = {"filled": "2026-11-20", "wait": "30h"}
DRIP = {"dose": "0.1mcg/kg/min", "weight": "3200g of weight", "strength": "5mg/5 mL"}
SPAN = {"label": "us", "dose": "1mg", "low": "10%", "high": "30%"}
DRAW = {"dose": "3mg", "duration": "7h"}
DAYS = DRAW | {"filled": "2026-11-20T18:00", "volume": "20mL", "left": "1.5mL"}
STEP = {"label": "us", "start": "100mcg/day", "target": "130mcg/day", "step": "10%"}

# Per calculator: what each case shows, what is typed, and what stands around it.
CASES: dict[str, list[tuple[str, dict[str, str] | str, dict[str, Any]]]] = {
    BARE.id: [
        ("one figure, echoed", {"dose": "0.5mg"}, NOW),
        ("nothing typed", {}, NOW),
        ("a bare point", {"dose": ".5mg"}, NOW),
        ("no unit", {"dose": "5"}, NOW),
        ("past its review date", {"dose": "5mg"}, {**NOW, "now": "2027-05-22T00:00"}),
        ("past its hard date", {"dose": "5mg"}, {**NOW, "now": "2027-11-22T00:00"}),
        ("an impossible clock", {"dose": "5mg"}, {**NOW, "now": "1970-01-01T00:00"}),
        ("withdrawn", {"dose": "5mg"}, {**NOW, "withdrawn": "A wrong <figure>."}),
        ("signed by enough", {"dose": "0.5mg"}, {**NOW, "signed": True}),
        ("a name twice", "dose=5&dose=5", NOW),
        ("bad UTF-8", "dose=%FF", NOW),
    ],
    RATES.id: [
        ("labels that differ", RATE, NOW),
        ("a label that stops beside others", RATE | {"population": "child", "times": "8"}, NOW),
        ("a stop", RATE | {"dose": "101mg"}, NOW),
        ("two entries refused", RATE | {"dose": "1,000mg", "times": "1e3"}, NOW),
        ("all given", RATE | {"volume": "2mL", "more": "3", "origin": "spine", "times": "12"}, NOW),
        ("division by zero", RATE | {"volume": "0mL"}, NOW),
        ("no label", {name: text for name, text in RATE.items() if name != "label"}, NOW),
        ("an unknown label", RATE | {"label": "<us>"}, NOW),
    ],
    DATES.id: [
        ("dates and times", DATE | {"given_at": "2026-11-22T09:30", "clock": "00:30"}, NOW),
        ("no clock", DATE, {**NOW, "now": ""}),
        ("a day that is none", DATE | {"filled": "2026-02-29"}, NOW),
        ("beyond the calendar", {"filled": "2099-12-31", "wait": "1days"}, NOW),
    ],
    BANDED.id: [
        ("the first row", {"dose": "25mg", "population": "child"}, NOW),
        ("a row below its limit", {"dose": "9999.9mcg", "population": "adult"}, NOW),
        ("the gap, at its edge", {"dose": "10mg", "population": "adult"}, NOW),
        ("the last row", {"dose": "20.1mg", "population": "adult"}, NOW),
        ("no row without the choice", {"dose": "5mg"}, NOW),
        ("nothing typed", {}, NOW),
    ],
    INFUSION.id: [
        ("compound units in others", DRIP, NOW),
        ("every entry", DRIP | {"height": "1.7m", "cleared": "90mL/min/1.73 m2", "age": "4years",
                                "rate": "18units/kg/h", "creatinine": "1.2mg/dL", "ratio": "1.5"},
         NOW),
        ("a concentration in its first unit", DRIP | {"creatinine": "106.08micromol/L"}, NOW),
        ("per hour typed where per minute is chosen",
         "dose=6+mcg/kg/h&dose_unit=mcg/kg/min&weight=70&weight_unit=kg", NOW),
        ("a rate per day where none is offered", DRIP | {"rate": "400 units/day"}, NOW),
        ("a weight in grams of drug", DRIP | {"weight": "3200 g"}, NOW),
        ("a number with a unit", DRIP | {"ratio": "1.5 mg"}, NOW),
    ],
    PLAN.id: [
        ("labels that agree, and a schedule", STEP, NOW),
        ("a schedule cut", STEP | {"target": "1000mcg/day", "step": "1%"}, NOW),
        ("no label, where that is allowed", {**STEP, "label": "", "begun": "2026-11-22"}, NOW),
        ("negative figures", STEP | {"target": "40mcg/day", "begun": "2026-12-30"}, NOW),
    ],
    PRINTED.id: [
        ("an amount in its volume", {"dose": "10mg", "strength": "25 mg/5 mL"}, NOW),
        ("rounded for show, and a second", {"dose": "10mg", "strength": "10mg/3mL",
                                            "second": "7500 mcg/1.5mL"}, NOW),
        ("a unit for one mL", {"dose": "10mg", "strength": "5mg/mL"}, NOW),
        ("no volume", "dose=10&dose_unit=mg&strength=25&strength_unit=mg+in+mL", NOW),
        ("a volume of nothing",
         "dose=10&dose_unit=mg&strength=25&strength_unit=mg+in+mL&strength_in=0", NOW),
        ("a volume with another unit",
         "dose=10&dose_unit=mg&strength=25&strength_unit=mg+in+mL&strength_in=5+L", NOW),
        ("a volume where one mL is chosen",
         "dose=10&dose_unit=mg&strength=25&strength_unit=mg/mL&strength_in=5", NOW),
        ("a volume alone", "dose=10&dose_unit=mg&strength_in=5", NOW),
        ("a volume alone, of an optional entry",
         "dose=10&dose_unit=mg&strength=5&strength_unit=mg/mL&second_in=5", NOW),
        ("the unit changed", "dose=10&dose_unit=mg&strength=25&strength_unit=mg+in+mL"
         "&strength_in=5&strength_typed=mg/mL", NOW),
        ("all in one box", "dose=10&dose_unit=mg&strength=25+mg/5+mL&strength_unit=mg+in+mL", NOW),
    ],
    SPANNING.id: [
        ("ranges, rounded for show", SPAN, NOW),
        ("a range of dates", SPAN | {"begun": "2026-12-30", "label": "ca"}, NOW),
        ("both ends alike", SPAN | {"high": "10%"}, NOW),
        ("both ends shown alike", SPAN | {"high": "10.0001%"}, NOW),
        ("the wrong way round", SPAN | {"high": "9.9%"}, NOW),
    ],
    DRAWN.id: [
        ("a scale", DRAW, NOW),
        ("a scale of other units, and parts", DRAW | {"duration": "100min", "rest": "2h"}, NOW),
        ("no part of a length", DRAW | {"rest": "0h"}, NOW),
        ("a whole without parts", DRAW | {"duration": "9h", "rest": "2h"}, NOW),
        ("a day", DRAW | {"begun": "06:40"}, NOW),
        ("past midnight", DRAW | {"begun": "19:15"}, NOW),
        ("until midnight", DRAW | {"begun": "17:00"}, NOW),
        ("days, and a line over them", DAYS, NOW),
        ("too many midnights", DAYS | {"duration": "150h", "left": "0mL"}, NOW),
        ("no drawing without an answer", {"dose": "3mg", "duration": ".7h"}, NOW),
    ],
}  # fmt: skip


render = renderer(with_words(read_fragment(TEMPLATES, "answer")))
render_note = renderer(with_words(read_fragment(TEMPLATES, "note")))


def shown(calculator: Calculator, query: str, setting: Setting) -> dict[str, object]:
    """What a reader gets of a query: status, fragment, notes beside the fields, text to copy."""
    notes: list[dict[str, object]] = []
    status: str
    try:
        result = evaluate(calculator, parse_query(query, parameter_names(calculator)), setting)
        status, context, notes = result.status, present(result, setting), notes_of(result)
    except Malformed as malformed:
        status, context = "malformed", present_refusal(str(malformed))
    return {
        "status": status,
        "fragment": render(context).split("\n"),
        "notes": {str(one["field"]): render_note(one).strip() for one in notes},
        "copy": str(context.get("copy", "")).split("\n"),
    }


def vector(calculator: Calculator) -> dict[str, object]:
    """The calculator with its cases: query, setting, and what is shown of each."""
    cases = []
    for name, typed, around in CASES[calculator.id]:
        query = typed if isinstance(typed, str) else urlencode(split_entries(calculator, typed))
        found = shown(calculator, query, Setting(**around))
        cases.append({"name": name, "query": query, "setting": around, **found})
    return {"calculator": tree(calculator), "cases": cases}


if __name__ == "__main__":
    for calculator in CALCULATORS.values():
        text = json.dumps(vector(calculator), indent=1, ensure_ascii=False)
        (VECTORS / f"{calculator.id}.json").write_text(f"{text}\n", "utf-8")
