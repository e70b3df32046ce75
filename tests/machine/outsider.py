"""Every worked example of an edition computed anew from calculators.json, by a stranger.

It uses Python's own library and docs/changes.md, and nothing of webref:
`python outsider.py < calculators.json` prints what comes out otherwise, and how many agree.
"""
# mypy: ignore-errors

import json
import operator as op
import re
import sys
from contextlib import suppress
from datetime import datetime, timedelta
from fractions import Fraction
from math import floor


def minutes(text):
    """Whole minutes since 1970."""
    return Fraction((datetime.fromisoformat(text) - datetime(1970, 1, 1)) // timedelta(minutes=1))


NUMBER = r"(?![1-9]\d{0,2}\.\d\d0$)(0|[1-9][0-9]{0,8})(\.[0-9]{1,9})?"


def number(text, zero=False):
    """An exact number; ValueError for what is none."""
    if not re.fullmatch(NUMBER, text) or not (zero or Fraction(text)):
        raise ValueError(text)
    return Fraction(text)


def entry(item, form):
    """The value of what is typed; None where something lacks, ValueError where it is refused."""
    text, kind = form.get(item["id"], "").strip(" "), item["kind"]
    if not text:
        return None
    if kind == "choice":
        return item["options"][[one["id"] for one in item["options"]].index(text)]["id"]
    if kind in ("date", "moment", "clock"):
        return minutes(f"1970-01-01T{text}" if kind == "clock" else text)
    value, unit = number(text, item["zero"]), form.get(item["id"] + "_unit", "")
    if held := form.get(item["id"] + "_in"):  # an amount, printed with the volume that holds it
        return value / number(held) * Fraction(item["in_volume"][unit])
    return value * Fraction(item["factors"][unit]) if unit in item["factors"] else None


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
    "min": min, "max": max, "floor": lambda a: Fraction(floor(a)), "ceil": lambda a: -floor(-a),
    "round_to": lambda a, step: step * floor(a / step + Fraction(1, 2)),
    "root": lambda a, places: root(a, 2, int(places)),
    "power": lambda a, b, places: root(a**b.numerator, b.denominator, int(places)),
}
NODES = {
    "number": lambda v, text: Fraction(text), "text": lambda v, word: word,
    "name": lambda v, name: v[name], "given": lambda v, name: name in v,
    "binary": lambda v, sign, a, b: SIGNS[sign](run(a, v), run(b, v)),
    "compare": lambda v, sign, a, b: SIGNS[sign](run(a, v), run(b, v)),
    "among": lambda v, item, words: run(item, v) in words, "not": lambda v, it: not run(it, v),
    "logic": lambda v, word, parts: {"and": all, "or": any}[word](run(one, v) for one in parts),
    "choose": lambda v, when, then, other: run(then if run(when, v) else other, v),
    "call": lambda v, name, given: CALLS[name](*(run(one, v) for one in given)),
}
# fmt: on


def run(node, values):
    """The value of a formula; KeyError for a name without value, None for no formula."""
    return NODES[node[0]](values, *node[1:]) if node else True


def ends(row, values):
    """What a step or an output comes to, of a range both ends; nothing where it has no value."""
    with suppress(KeyError):
        if run(row["when"], values):
            return [run(node, values) for node in (row["value"], row.get("to")) if node]
    return []


def exact(value, output):
    """A value in the unit of its output; ValueError where it is beyond the calendar."""
    if output["within"] and not output["within"][0] <= floor(value) <= output["within"][1]:
        raise ValueError(value)
    return str(value / Fraction(output["factor"]))


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


def answer(one, form, now, units):
    """The status and exact outputs; an error of Python's where a value cannot be worked out."""
    values = {item["id"]: entry(item, form) for item in one["inputs"]}
    values = {name: value for name, value in values.items() if value is not None}
    gaps = [item for item in one["inputs"] if item["id"] not in values]
    if not values or any(form.get(item["id"]) or not item["optional"] for item in gaps):
        return "incomplete", {}
    values |= {name: Fraction(text) for name, text in units.items()}
    values |= {figure["id"]: Fraction(figure["value"]) for figure in one["constants"]}
    values |= {"now": minutes(now)} if now else {}
    for step in one["steps"]:
        values.update((step["id"], end) for end in ends(step, values))
    found = {out["id"]: [exact(end, out) for end in ends(out, values)] for out in one["outputs"]}
    outputs = {name: values for name, values in found.items() if values}
    drawn = [row for it in one["tables"] if run(it["when"], values) for row in rows(it, values)]
    levels = sum(drawn, [it["level"] for it in one["checks"] if run(it["when"], values)])
    if "stop" in levels or not (outputs or drawn):
        return "stop", {}
    return ("warn" if "warn" in levels else "ok"), outputs


shared, agree = json.load(sys.stdin), 0
for one, example in ((it, each) for it in shared["calculators"] for each in it["examples"]):
    told = {name: output["values"] for name, output in example["outputs"].items()}
    found = "stop", {}
    with suppress(KeyError, ValueError, ZeroDivisionError):
        found = answer(one, example["entries"], example["now"], shared["formula_units"])
    agree += found == (example["status"], told)
    if found != (example["status"], told):
        print(one["id"], example["name"], *found, "and not", example["status"], told)
print(agree, "worked examples agree")
