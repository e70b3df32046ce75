"""No value of a limited quantity passes a limit in silence, in any calculator, label or case."""

import itertools
import tomllib
from fractions import Fraction

import pytest

from tests.first_pack import blocks
from tests.first_pack.blocks import PACK
from tests.packs import shipped
from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.spec import Setting
from webref.dosing.units import unit_of

SITE = shipped()
LIMITS = tomllib.loads((PACK / "limits.toml").read_text(encoding="utf-8"), parse_float=Fraction)
RECORDS = dict(blocks.calculators())
UNITS_OF = {one["id"]: one["unit"] for one in LIMITS["quantity"]}
NEAR = Fraction(1, 1000)


def figure(reference):
    """A figure of a fact, in base units."""
    fact, _, part = reference.partition(":")
    found = SITE.facts[fact].figure(part)
    return found.values[0] * unit_of(found.unit).factor


def edge(limit):
    """Where a limit lies, in base units."""
    side = next(key for key in ("above", "below", "at_most") if key in limit)
    value = figure(LIMITS["facts"][limit[side]])
    return side, value / 1000 if limit.get("times") else value


def passed(limit, value):
    side, at = edge(limit)
    return {"above": value > at, "below": value < at, "at_most": value <= at}[side]


def older(entries):
    """Whether the spans of those over 12 apply: None where it is not known."""
    if "population" not in entries:
        return None
    return entries["population"] == "adult" or Fraction(entries["age"].split()[0]) > 12


def all_of(*parts):
    return False if False in parts else None if None in parts else True


def origin(entries, wanted):
    return entries["origin"] == wanted if "origin" in entries else None


def younger(entries):
    return None if older(entries) is None else not older(entries)


# By hand, from the labels: what each limit is of. What is not listed holds for everyone.
CASES = {
    "above-span-canada": ("ca", lambda entries: True),
    "below-span-canada": ("ca", lambda entries: True),
    "below-span-spinal": ("us", lambda e: all_of(origin(e, "spinal"), older(e))),
    "above-span-cerebral": ("us", lambda e: all_of(origin(e, "cerebral"), older(e))),
    "below-span-cerebral": ("us", lambda e: all_of(origin(e, "cerebral"), older(e))),
    "above-span-younger": ("us", younger),
    "below-span-younger": ("us", younger),
}


def holds(limit, entries):
    """True, False, or None where the calculator does not ask what the limit depends on."""
    if limit["id"] not in CASES:
        return True
    label, case = CASES[limit["id"]]
    followed = entries["label"] == label if "label" in entries else None
    return all_of(followed, case(entries))


def test_every_limit_that_names_a_case_is_judged_here():
    named = {one["id"] for one in LIMITS["limit"] if one.get("labels") or one.get("when")}
    assert named == set(CASES)


def patients(record):
    """Every label and case that a calculator asks, as entries."""
    ids = {item["id"] for item in record["input"]}
    labels = [{"label": name} for name in record.get("labels", [])] or [{}]
    ages = [{"population": "adult"}]
    ages += [{"population": "child", "age": age} for age in ("8 years", "12 years", "12.5 years")]
    origins = [{"origin": "spinal"}, {"origin": "cerebral"}]
    for parts in itertools.product(
        labels, ages if "population" in ids else [{}], origins if "origin" in ids else [{}]
    ):
        yield {key: value for part in parts for key, value in part.items()}


def values(quantity):
    """Values in base units at every limit of a quantity, beside it, and a step below it."""
    for limit in LIMITS["limit"]:
        if limit["quantity"] == quantity:
            at = edge(limit)[1]
            yield from (at, at + NEAR, at - NEAR, at * 2)
            yield from (at / (1 + Fraction(step, 100)) + NEAR for step in (15, 30))


def walk(name):
    """Answers of a calculator with every limited entry at every value, for every patient."""
    record = RECORDS[name]
    bases = [dict(one["inputs"]) for one in record["example"] if one["status"] in ("ok", "warn")]
    for item in record["input"]:
        if "quantity" not in item:
            continue
        base = next(one for one in bases if item["id"] in one)
        for patient in patients(record):
            for value in values(item["quantity"]):
                entries = {**base, **patient}
                if patient.get("population") == "adult":
                    entries.pop("age", None)
                unit = item["units"][0]
                shown = value / unit_of(unit).factor
                shown = Fraction(round(shown * 10**6), 10**6)
                if shown > 0:
                    entries[item["id"]] = f"{shown.numerator / shown.denominator:.6f} {unit}"
                    yield entries
                    if several := scaled(record, base, item, shown):
                        yield {**entries, **several}


def scaled(record, base, item, shown):
    """The other entries of a quantity, in the proportion to it that a worked example has."""
    number, unit = base[item["id"]].split()
    ratio = shown * unit_of(item["units"][0]).factor / (Fraction(number) * unit_of(unit).factor)
    others = [one for one in record["input"] if one.get("quantity") == item["quantity"]]
    found = {}
    for one in others:
        if one is not item and one["id"] in base:
            number, unit = base[one["id"]].split()
            value = Fraction(number) * ratio
            found[one["id"]] = f"{value.numerator / value.denominator:.6f} {unit}"
    return found


def places(record, result):
    """Every limited value of an answer in base units: quantity, value, whether it is chosen."""
    entries = {entry.id: entry.value for entry in result.entries}
    for item in record["input"]:
        if "quantity" in item and entries[item["id"]] is not None:
            yield item["quantity"], entries[item["id"]], "entry"
    shown = {one.output.id: one.shown for one in result.answers}
    for item in record["output"]:
        if "quantity" in item and item["id"] in shown:
            one, factor = shown[item["id"]], unit_of(item["unit"]).factor
            for end in (one.exact, one.to):
                if end is not None:
                    kind = "range" if item.get("hypothetical") else "output"
                    yield item["quantity"], end * factor, kind
    for schedule in result.schedules:
        table = next(one for one in record["table"] if one["id"] == schedule.table.id)
        for at, column in enumerate(table["columns"]):
            if "quantity" in column:
                for row in schedule.rows:
                    text = row.cells[at].replace(",", "").split("\u00a0")[0]
                    yield column["quantity"], Fraction(text) * unit_of(column["unit"]).factor, row


def stopped(record, result):
    """The limits that an entry passes where a stop of the calculator takes their place."""
    entries = {entry.id: entry.value for entry in result.entries}
    for item in record["input"]:
        for limit in LIMITS["limit"]:
            if limit["quantity"] == item.get("quantity") and passed(limit, entries[item["id"]]):
                yield limit["id"]


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_nothing_passes_a_limit_in_silence(name):
    record, calculator = RECORDS[name], SITE.calculators[name]
    said_of, asked = set(), 0
    for entries in walk(name):
        result = evaluate(calculator, split_entries(calculator, entries), Setting())
        if result.status not in ("ok", "warn"):
            assert result.messages and not result.answers, (entries, result.entries)
            said_of.update(message.id for message in result.messages)
            said_of.update(stopped(record, result))
            continue
        asked += 1
        said = {message.id: message.level for message in result.messages}
        wanted = set()
        for quantity, value, place in places(record, result):
            for limit in LIMITS["limit"]:
                if limit["quantity"] != quantity or (limit.get("typed") and place != "entry"):
                    continue
                case = holds(limit, entries)
                if case is False or not passed(limit, value):
                    continue
                wanted.add(limit["id"])
                assert limit["id"] in said, (limit["id"], entries)
                if case:
                    assert said[limit["id"]] != "info", (limit["id"], entries)
                if place not in ("entry", "output", "range") and case:
                    marks = [one.id for one in place.passed]
                    assert limit["id"] in marks, (limit["id"], entries)
        ids = {limit["id"] for limit in LIMITS["limit"]}
        assert {one for one in said if one in ids} == wanted | (
            {one for one in said if one in ids} & {check["id"] for check in record["check"]}
        ), entries
        said_of |= wanted
    limited = any("quantity" in item for item in record["input"])
    assert not limited or asked
    quantities = {item["quantity"] for item in record["input"] if "quantity" in item}
    labels = set(record.get("labels", ())) or {"us", "ca"}
    for limit in LIMITS["limit"]:
        if limit["quantity"] in quantities and set(limit.get("labels", labels)) & labels:
            assert limit["id"] in said_of, f"{limit['id']} is never met"


def ask(name, **typed):
    calculator = SITE.calculators[name]
    return evaluate(calculator, split_entries(calculator, typed), Setting())


def test_rows_of_a_plan_that_pass_a_limit_are_marked_and_a_warning_leads():
    typed = {"label": "ca", "population": "adult", "origin": "spinal", "pump": "programmable"}
    result = ask("titration-plan", current="900 mcg/day", step="10 %", count="4", **typed)
    [plan] = result.schedules
    passed = [[limit.id for limit in row.passed] for row in plan.rows]
    # 990, 1,089, 1,197.9 and 1,317.69; experience is limited above 1,000, the span ends at 1,200
    assert passed == [
        [], ["limited-experience"], ["limited-experience"],
        ["limited-experience", "above-span-canada"],
    ]  # fmt: skip
    assert {"limited-experience", "above-span-canada"} <= {one.id for one in result.messages}


def test_where_the_case_is_not_asked_the_widest_span_warns_and_the_others_are_said():
    said = {
        one.id: one.level
        for one in ask("pump-rate", dose="9 mcg/day", concentration="0.5 mg/mL").messages
    }
    assert said["below-span-canada"] == "warn"
    assert said["below-span-spinal"] == said["below-span-cerebral"] == "info"
    typed = {"label": "us", "stable": "yes", "population": "adult", "rise": "20 %"}
    result = ask("night-rate", dose="11 mcg/day", relief="22:00", length="8 h", **typed)
    said = {one.id: one.level for one in result.messages}
    assert said["below-span-spinal"] == "warn" and said["below-span-cerebral"] == "info"
    assert "below-span-canada" not in said
