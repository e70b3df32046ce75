"""facts.json: everything that an edition says and computes, as rows that can be compared."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from webref.content.calculators.limits.build import Limit
from webref.content.kinds import KINDS
from webref.content.site import Site
from webref.content.wording.changes import WEIGHTS
from webref.content.wording.table import TABLE
from webref.dosing.spec import Calculator, Example
from webref.dosing.words import say
from webref.dosing.worked import work
from webref.outputs.changes.rows import Row, rows_of, worded
from webref.outputs.changes.values import NameOf, text_lines

FORMAT = 1


def record(site: Site) -> dict[str, Any]:
    """The record of a site, the same for the same site; said in the words that hold now."""
    rows = list(_rows(site))
    fields = sorted({aspect.partition(":")[0] for row in rows for aspect in row.says})
    named = [*fields, "figure", "unit", "qualifier", "order"]
    return {
        "format": FORMAT,
        "pack": site.pack.id,
        "title": site.pack.title,
        "date": site.pack.date.isoformat(),
        "clinically_checked": bool(site.pack.signed),
        "pages": {page.id: page.url for page in site.pages()},
        "aspects": {
            name: {"name": worded(f"aspect.{name.replace('_', '-')}"), "weight": _weight(name)}
            for name in named
        },
        "qualifiers": say("changes.qualifiers").split(" "),
        "figures": _figures(site),
        "rows": [row.record() for row in rows],
    }


def record_bytes(site: Site) -> bytes:
    """The file."""
    text = json.dumps(record(site), ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def _weight(aspect: str) -> str:
    return WEIGHTS.get(aspect, "clinical")


def _figures(site: Site) -> dict[str, str]:
    """Every figure of the facts in words by the name that lines give it, ends and items too."""
    found = {}
    for fact in site.facts.values():
        for part, figure in fact.figures.items():
            own = f"{fact.id}:{part}" if part else fact.id
            found[own] = figure.text()
            ends = {"one": (), "range": ("low", "high")}.get(figure.form)
            for end in ends if ends is not None else map(str, range(1, len(figure.values) + 1)):
                found[f"{own}:{end}"] = figure.part(end).text()
    return found


def _rows(site: Site) -> Iterator[Row]:
    yield from rows_of("pack", site.pack, str)
    for name, source in site.sources.items():
        yield from rows_of(f"sources/{name}", source, str)
    for name, fact in site.facts.items():
        yield from rows_of(f"facts/{name}", fact, str)
    for limit in site.limits.limits:
        yield from _limit(site, limit)
    for name, card in site.cards.items():
        yield from rows_of(f"emergency/{name}", card, str)
    for calculator in site.calculators.values():
        yield from _calculator(site, calculator)
    for name, protocol in site.protocols.items():
        yield from rows_of(f"protocols/{name}", protocol, str)
    for name, section in site.sections.items():
        yield from rows_of(f"monograph/{name}", section, str)
    for name, sheet in site.sheets.items():
        yield from rows_of(f"sheets/{name}", sheet, str)
    yield from _tables(site)
    for key, text in site.words.items():
        if TABLE[key] != text:
            yield Row(f"words/{key}", "Words", say("kind.words"), {"text": [text]})


def _names(facts: Mapping[str, str], shown: Mapping[str, str] = {}) -> NameOf:
    """Names of formulas: a fact by its name, a constant as it is shown, whatever else in ‹ ›."""

    def named(name: str) -> str:
        if facts.get(name):
            return f"{{{facts[name]}}}"
        return shown.get(name) or f"‹{name}›"

    return named


def _limit(site: Site, limit: Limit) -> Iterator[Row]:
    """A limit, with what it rests on in place of the names of its file."""
    constants = site.limits.constants.values()
    named = _names(
        {one.id: one.fact for one in constants}, {one.id: one.shown for one in constants}
    )
    given = limit.record
    says = {
        "quantity": [given.quantity],
        "level": [say(f"level.{given.level}")],
        "passed": [f"{say(f'figure.{limit.op}')} {named(limit.fact)}"],
        "times": [named(given.times)] if given.times else [],
        "labels": given.labels,
        "typed": ["yes"] if given.typed else [],
        "cites": [
            f"[{cite}]" if cite.startswith("@") else f"[@fact:{cite}]" for cite in given.cites
        ],
    }
    kept = {key: lines for key, lines in says.items() if lines}
    yield from rows_of(f"limits/{given.id}", limit, named, more=kept)


def _calculator(site: Site, calculator: Calculator) -> Iterator[Row]:
    """A calculator and what stands around it; the limits of its quantities are named alone."""
    guide = site.guides[calculator.id]
    own = replace(calculator, checks=tuple(c for c in calculator.checks if not c.of_limit))
    facts = {one.id: one.fact for one in calculator.constants}
    shown = {one.id: one.shown for one in calculator.constants}
    name = f"calculators/{calculator.id}"
    around, *carried = rows_of(name, guide, str)
    says = {
        **around.says,
        "labels": [label.id for label in calculator.labels],
        "limits": sorted(_limits(calculator)),
    }
    kept = {key: lines for key, lines in says.items() if lines}
    examples = iter(calculator.examples)
    for row in rows_of(name, own, _names(facts, shown), more=kept):
        if numbers := row.says.get("cites"):
            places = (guide.cites[int(number) - 1] for number in numbers)
            row.says["cites"] = text_lines(tuple(places))
        if row.kind == "Constant":
            row.says["value"] = [_names(facts, shown)(row.id.rpartition("/")[2])]
        if row.kind == "Example":
            row.says |= _answered(calculator, next(examples))
        yield row
    yield from carried


def _limits(calculator: Calculator) -> set[str]:
    """The ids of the limits that hold in it, in its tables too."""
    columns = (column for table in calculator.tables for column in table.columns)
    rows = (check for column in columns for check in column.limits)
    return {check.id for check in (*calculator.checks, *rows) if check.of_limit}


def _answered(calculator: Calculator, example: Example) -> dict[str, list[str]]:
    """What the engine answers to a worked example now."""
    _, result = work(calculator, example)
    answers = [f"{one.output.name}: {one.shown.text}" for one in result.answers]
    rows = [
        f"{one.table.name}: {' | '.join(row.cells)}" for one in result.schedules for row in one.rows
    ]
    said = [f"{say(f'level.{one.level}')}: {one.title}" for one in result.messages]
    return {
        key: lines
        for key, lines in {"comes_out": [*answers, *rows], "messages": said}.items()
        if lines
    }


def _tables(site: Site) -> Iterator[Row]:
    """The rows of every page that is a table, and the words by which search finds things."""
    for kind in KINDS.values():
        if kind.id == "changes":
            continue  # what it tells of is said by the comparison itself
        if kind.table and (value := site.rows(kind.table)):
            if not isinstance(value, tuple):
                yield from rows_of(kind.id, value, str)
                continue
            ids = [f"{kind.id}/{one.id}" for one in value]
            yield Row(kind.id, "Page", site.words[f"title.{kind.id}"], order={"rows": ids})
            for name, one in zip(ids, value, strict=True):
                yield from rows_of(name, one, str)
    yield from rows_of("vocabulary", site.vocabulary, str)
