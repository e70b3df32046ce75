"""Write tests/vectors/changes/records.json anew: read the difference before keeping it.

Run as `python -m tests.changes.write_vectors` from the root of the project. The older record is
one of an invented drug; each case is it, bent in one place.
"""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from webref.content.wording.table import TABLE
from webref.dosing.words import speaking
from webref.outputs.changes.compare import compare
from webref.outputs.changes.files import differing, unexplained

VECTORS = Path(__file__).parents[1] / "vectors/changes/records.json"
SCRIPT = "/static/answers/run.js"

FIGURE = {
    "text": "at least 24\u00a0h", "words": "at least", "values": ["24"], "form": "one", "unit": "h",
    "ucum": "h",
}  # fmt: skip
OLD: dict[str, Any] = {
    "format": 1,
    "pack": "xylo",
    "title": "Xylo",
    "pages": {
        "home": "/", "monograph/start": "/xylo/monograph/start/",
        "calculators/rate": "/xylo/calculators/rate/", "protocols/test": "/xylo/protocols/test/",
        "protocols/test/us": "/xylo/protocols/test/us/",
    },
    "aspects": {
        "body": {"name": "text", "weight": "wording"},
        "figure": {"name": "figure", "weight": "clinical"},
        "unit": {"name": "unit", "weight": "clinical"},
        "qualifier": {"name": "qualifier", "weight": "clinical"},
        "review_by": {"name": "review date", "weight": "upkeep"},
        "cells": {"name": "cell", "weight": "wording"},
        "comes_out": {"name": "what comes out", "weight": "clinical"},
        "to": {"name": "where it leads", "weight": "clinical"},
    },
    "qualifiers": ["not", "may", "usually", "only"],
    "figures": {"wait": "at least 24\u00a0h", "start:low": "5\u00a0mg"},
    "rows": [
        {"id": "sources/us", "kind": "Source", "name": "Source “Label”",
         "says": {"short": ["Label"]}},
        {"id": "facts/wait", "kind": "Fact", "name": "Fact “Wait between doses”",
         "says": {"source": ["[@us]"], "place": ["Dosage"]}, "figures": {"": FIGURE}},
        {"id": "facts/start", "kind": "Fact", "name": "Fact “First dose”",
         "says": {"source": ["[@us]"]},
         "figures": {"low": {**FIGURE, "words": "", "text": "5 mg"}}},
        {"id": "monograph/start", "kind": "Section", "name": "Section “Start”",
         "says": {"body": ["Wait {wait} [@fact:wait].",
                           "It **may** help [the pump](monograph/pump).",
                           "Look at the patient often and well."],
                  "review_by": ["2027-01-01"]}},
        {"id": "calculators/rate", "kind": "Calculator", "name": "Calculator “Rate”",
         "order": {"inputs": ["calculators/rate/inputs/a", "calculators/rate/inputs/b"]}},
        {"id": "calculators/rate/inputs/a", "kind": "Input", "name": "entry “A”"},
        {"id": "calculators/rate/inputs/b", "kind": "Input", "name": "entry “B”"},
        {"id": "calculators/rate/examples/one", "kind": "Example", "name": "worked example “One”",
         "says": {"comes_out": ["Rate: 2 mL/h", "Plan: 1 | 2"]}},
        {"id": "protocols/test", "kind": "Protocol", "name": "Protocol “Test”",
         "says": {"calculator": ["rate"]}},
        {"id": "protocols/test/answers/yes", "kind": "Branch", "name": "answer “Yes”",
         "says": {"to": ["go-on"], "cells:us": ["1", "2"], "cites": ["[@us: Screening]"]}},
        {"id": "protocols/test/carry/rate", "kind": "Onward", "name": "dose carried on",
         "says": {"to": ["rate"], "entry": ["a"]}},
    ],
}  # fmt: skip


def _row(record: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(row for row in record["rows"] if row["id"] == name)
    return found


def _body(at: int, text: str) -> Callable[[dict[str, Any]], None]:
    return lambda new: _row(new, "monograph/start")["says"]["body"].__setitem__(at, text)


def _figure(**values: object) -> Callable[[dict[str, Any]], None]:
    def bend(new: dict[str, Any]) -> None:
        _row(new, "facts/wait")["figures"][""] = {**FIGURE, **values}

    return bend


def _drop(name: str) -> Callable[[dict[str, Any]], None]:
    def bend(new: dict[str, Any]) -> None:
        new["rows"] = [row for row in new["rows"] if not row["id"].startswith(name)]

    return bend


CASES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "nothing": lambda new: None,
    "a figure": _figure(values=["48"], text="at least 48\u00a0h"),
    "a unit": _figure(unit="days", ucum="d", text="at least 24\u00a0days"),
    "a qualifier of a figure": _figure(words="", text="24\u00a0h"),
    "figure and unit": _figure(values=["2"], unit="days", text="at least 2\u00a0days"),
    "a part of a fact that is gone": lambda new: _row(new, "facts/start")["figures"].clear(),
    "a source": lambda new: _row(new, "facts/wait")["says"].update(place=["Warnings"]),
    "another label": lambda new: _row(new, "facts/wait")["says"].update(source=["[@ca]"]),
    "wording": _body(2, "Look at the patient often and carefully."),
    "a qualifier of a sentence": _body(1, "It **may not** help [the pump](monograph/pump)."),
    "a link": _body(1, "It **may** help [the pump](monograph/refill)."),
    "another fact": _body(0, "Wait {start:low} [@fact:start]."),
    "a sentence more": lambda new: _row(new, "monograph/start")["says"]["body"].insert(1, "Rest."),
    "a sentence less": lambda new: _row(new, "monograph/start")["says"]["body"].pop(1),
    "a date": lambda new: _row(new, "monograph/start")["says"].update(review_by=["2027-02-01"]),
    "an order": lambda new: _row(new, "calculators/rate")["order"]["inputs"].reverse(),
    "a worked example": lambda new: _row(new, "calculators/rate/examples/one")["says"].update(
        comes_out=["Rate: 3 mL/h", "Plan: 1 | 3"]
    ),
    "a branch": lambda new: _row(new, "protocols/test/answers/yes")["says"].update(to=["stop"]),
    "where a dose is carried to": lambda new: _row(new, "protocols/test/carry/rate")["says"].update(
        entry=["b"]
    ),
    "a cell": lambda new: _row(new, "protocols/test/answers/yes")["says"].update(
        {"cells:us": ["1"]}
    ),
    "a section that is gone": _drop("monograph/start"),
    "a calculator that is gone with all that it holds": _drop("calculators/rate"),
    "a long thing that is new": lambda new: new["rows"].append(
        {"id": "monograph/new", "kind": "Section", "name": "Section “New”",
         "says": {"body": ["Wörter 𝛂 und mehr. " * 20]}}
    ),
    "two at once": lambda new: (_figure(values=["48"], text="at least 48\u00a0h")(new),
                                _body(2, "Look at the patient never and well.")(new)),
}  # fmt: skip


def listing(record: dict[str, Any], code: str) -> dict[str, Any]:
    """The files of an edition whose pages all differ from those of any other record."""
    mark = json.dumps(record, sort_keys=True)
    urls = {url: mark for url in (*record["pages"].values(), "/facts.json", "/search.json")}
    files = [
        {"url": url, "sha256": text, "set": "rest"} for url, text in {**urls, SCRIPT: code}.items()
    ]
    return {"files": [*files, {"url": "/a.pdf", "sha256": mark, "set": "pdf"}]}


def compared(old: dict[str, Any], new: dict[str, Any], code: str) -> dict[str, Any]:
    """What Python says of two records."""
    with speaking(TABLE):
        changes = compare(old, new)
    urls = differing(listing(old, "a"), listing(new, code))
    said = [{**vars(change), "sources": list(change.sources)} for change in changes]
    return {"changes": said, "files": unexplained(old, new, changes, urls)}


def vectors() -> dict[str, Any]:
    """Every case with what Python says of it."""
    cases = []
    for at, (name, bend) in enumerate(CASES.items()):
        new = copy.deepcopy(OLD)
        bend(new)
        code = "ab"[at % 2]
        cases.append({"name": name, "new": new, "code": code, "said": compared(OLD, new, code)})
    return {"old": OLD, "cases": cases}


if __name__ == "__main__":
    VECTORS.parent.mkdir(exist_ok=True)
    text = json.dumps(vectors(), ensure_ascii=False, indent=1)
    VECTORS.write_text(f"{text}\n", "utf-8")
