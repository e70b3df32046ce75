"""Every worked example of an edition computed anew from calculators.json, by a stranger.

It uses Python's own library and docs/changes.md, and nothing of webref:
`python outsider.py calculators.json` prints what comes out otherwise, and how many agree.
"""
# mypy: ignore-errors

import json
import operator as op
import re
import sys
from contextlib import suppress
from datetime import datetime
from fractions import Fraction
from math import floor
from pathlib import Path


def minutes(text):
    """Whole minutes since 1970."""
    return Fraction(
        int((datetime.fromisoformat(text) - datetime(1970, 1, 1)).total_seconds()) // 60
    )


CALENDAR = range(int(minutes("2000-01-01")), int(minutes("2100-01-01")))  # what dates are shown


def number(text, zero=False):
    """An exact number; ValueError for what is none."""
    if not re.fullmatch(r"(?![1-9]\d{0,2}\.\d\d0$)(0|[1-9][0-9]{0,8})(\.[0-9]{1,9})?", text):
        raise ValueError(text)
    if Fraction(text) == 0 and not zero:
        raise ValueError(text)
    return Fraction(text)


def entry(item, form, units):
    """What is typed, in base units; None where nothing is; ValueError where it is refused."""
    text, kind = form.get(item["id"], "").strip(" "), item["kind"]
    if not text or kind == "choice":
        if text and text not in [one["id"] for one in item["options"]]:
            raise ValueError(text)
        return text or None
    if kind in ("date", "moment", "clock"):
        return minutes(f"1970-01-01T{text}" if kind == "clock" else text)
    value = number(text, item["zero"])
    unit = form.get(item["id"] + "_unit") or (item["units"][0] if len(item["units"]) == 1 else "")
    if kind != "quantity" or not unit:
        return None if kind == "quantity" else value
    if unit not in item["units"]:  # an amount, printed with the volume that holds it
        held = form.get(item["id"] + "_in", "")
        return value / number(held) * units[f"{item['printed']}/mL"] if held else None
    for turn in item["turns"]:  # a unit that measures something else
        if turn["unit"] == unit:
            value = SIGNS[turn["op"]](value, Fraction(turn["factor"]))
    return value * units[unit]


def root(x, n, places):
    """The n-th root of x, half up at so many decimals: its bits from the highest."""
    top, found = floor(x * (2 * 10**places) ** n), 0
    for bit in reversed(range(top.bit_length() + 1)):
        found |= (1 << bit) * ((found | 1 << bit) ** n <= top)
    return Fraction((found + 1) // 2, 10**places)


# fmt: off
SIGNS = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv, "<": op.lt, "<=": op.le,
         ">": op.gt, ">=": op.ge, "==": op.eq, "!=": op.ne}
CALLS = {
    "min": min, "max": max,
    "floor": lambda a: Fraction(floor(a)), "ceil": lambda a: Fraction(-floor(-a)),
    "round_to": lambda a, step: step * floor(a / step + Fraction(1, 2)),
    "root": lambda a, places: root(a, 2, int(places)),
    "power": lambda a, b, places: root(a**b.numerator, b.denominator, int(places)),
}
NODES = {
    "number": lambda v, text: Fraction(text), "text": lambda v, word: word,
    "name": lambda v, name: v[name], "given": lambda v, name: name in v,
    "binary": lambda v, sign, a, b: SIGNS[sign](run(a, v), run(b, v)),
    "compare": lambda v, sign, a, b: SIGNS[sign](run(a, v), run(b, v)),
    "among": lambda v, item, words: run(item, v) in words,
    "logic": lambda v, word, parts: {"and": all, "or": any}[word](run(one, v) for one in parts),
    "not": lambda v, part: not run(part, v),
    "choose": lambda v, when, then, other: run(then if run(when, v) else other, v),
    "call": lambda v, name, given: CALLS[name](*(run(one, v) for one in given)),
}
# fmt: on


def run(node, values):
    """The value of a formula; KeyError for a name without value, None for no formula."""
    return NODES[node[0]](values, *node[1:]) if node else True


def rows(table, values):
    """The levels of the checks that each row of a schedule sets off."""
    state = {name: run(node, values) for name, node in table["start"]}
    limits = [one for column in table["columns"] for one in column["limits"]]
    for n in range(table["most"]):
        here = {**values, **state, "n": Fraction(n)}
        if not run(table["go_on"], here):
            return
        yield [one["level"] for one in limits if run(one["when"], here)]
        state = {name: run(node, here) for name, node in table["next"]}


def answer(one, form, now, shared):
    """The status and exact outputs; KeyError, ValueError or ZeroDivisionError where none is."""
    units = {name: Fraction(text) for name, text in one["units"].items()}
    found = {item["id"]: entry(item, form, units) for item in one["inputs"]}
    found |= {"label": form.get("label") or None} if one["labels"] else {}
    free = [item["id"] for item in one["inputs"] if item["optional"] and not form.get(item["id"])]
    values = {name: value for name, value in found.items() if value is not None}
    if not values or found.keys() - values.keys() - {*free, "label" * one["label_optional"]}:
        return "incomplete", {}
    values |= {name: Fraction(text) for name, text in shared["formula_units"].items()}
    values |= {figure["id"]: Fraction(figure["value"]) for figure in one["constants"]}
    values |= {"now": minutes(now)} if now else {}
    outputs = {}
    for step in (*one["steps"], *one["outputs"]):  # what cannot be worked out has no value
        with suppress(KeyError):
            if run(step["when"], values):
                ends = [run(node, values) for node in (step["value"], step.get("to")) if node]
                if step not in one["outputs"]:
                    values[step["id"]] = ends[0]
                    continue
                if step["unit"] in ("date", "moment") and floor(ends[0]) not in CALENDAR:
                    raise ValueError(ends)
                outputs[step["id"]] = [str(end / units.get(step["unit"], 1)) for end in ends]
    tables = [table for table in one["tables"] if run(table["when"], values)]
    drawn = [row for table in tables for row in rows(table, values)]
    checks = [check["level"] for check in one["checks"] if run(check["when"], values)]
    levels = {*checks, *(level for row in drawn for level in row)}
    if "stop" in levels or not (outputs or drawn):
        return "stop", {}
    return ("warn" if "warn" in levels else "ok"), outputs


def main(path):
    """Compute every example and print what comes out otherwise."""
    shared, agree = json.loads(Path(path).read_text("utf-8")), 0
    for one, example in ((it, each) for it in shared["calculators"] for each in it["examples"]):
        told = example["outputs"].items()
        told = {name: [out[key] for key in ("exact", "to") if key in out] for name, out in told}
        try:
            found = answer(one, example["entries"], example["now"], shared)
        except (KeyError, ValueError, ZeroDivisionError):
            found = "stop", {}
        agree += found == (example["status"], told)
        if found != (example["status"], told):
            print(one["id"], example["name"], *found, "and not", example["status"], told)
    print(agree, "worked examples agree")


if __name__ == "__main__":
    main(sys.argv[1])
