"""The record of an edition: the same each time, of everything that the site holds, and named."""

import dataclasses
import json
import typing
from types import NoneType

import pytest

from tests.archetypes.packs import archetype
from tests.german.packs import german
from tests.packs import shipped
from webref.content.kinds import TABLES
from webref.content.site import Site
from webref.content.wording.changes import WEIGHTS
from webref.content.wording.table import TABLE
from webref.dosing.nodes import Node
from webref.dosing.words import speaking
from webref.outputs.changes.record import record, record_bytes
from webref.outputs.changes.rows import LEFT_OUT, PLAIN

LEAVES = (*PLAIN, *typing.get_args(Node))
# A record of what a limit was read from, and places of a protocol that repeat its steps.
NO_ROWS = {
    "LimitRecord",
    "Passed",
    "Place",
    "Way",
    "Limits",
    "Quantity",
    "ValueKind",
    "NumberedCite",
    "FollowedLabel",
    "ToldEdition",
    "ToldChange",
}


def held(hint):
    """Every dataclass that a type names, leaves apart."""
    for one in (hint, *typing.get_args(hint)):
        if dataclasses.is_dataclass(one) and one not in LEAVES:
            yield one
    for one in typing.get_args(hint):
        yield from held(one)


def row_types():
    """Every dataclass of a site that becomes a row, found from the site down."""
    found, left = {}, [Site]
    left += [one for table in TABLES for one in held(typing.get_type_hints(table.build)["return"])]
    while left:
        one = left.pop()
        if one.__name__ in found or one.__name__ in NO_ROWS - {"Limits"}:
            continue
        found[one.__name__] = one
        for hint in typing.get_type_hints(one).values():
            left += held(hint)
    no_rows = NO_ROWS | {"Site", "NoticeList", "Notice", "Problem"}
    return [(name, one) for name, one in sorted(found.items()) if name not in no_rows]


def is_row(hint):
    """Whether a field of this type holds rows and not words."""
    parts = [one for one in typing.get_args(hint) if one not in (NoneType, Ellipsis)]
    if parts:
        return is_row(parts[-1])
    return dataclasses.is_dataclass(hint) and hint not in LEAVES


@pytest.mark.parametrize(("name", "found"), row_types())
def test_every_kind_of_thing_and_every_side_of_it_has_a_word(name, found):
    assert f"kind.{name.lower()}" in TABLE, name
    hints = typing.get_type_hints(found)
    for field in dataclasses.fields(found):
        if field.name == "id" or field.name in LEFT_OUT.get(name, ()) or is_row(hints[field.name]):
            continue
        assert f"aspect.{field.name.replace('_', '-')}" in TABLE, f"{name}.{field.name}"


def test_what_weighs_less_is_a_side_of_something():
    assert {f"aspect.{name.replace('_', '-')}" for name in WEIGHTS} <= TABLE.keys()


def test_the_same_site_gives_the_same_bytes():
    with speaking(german().words):
        assert record_bytes(german()) == record_bytes(german())


def test_ids_stand_once_and_every_reference_is_there():
    with speaking(german().words):
        found = record(german())
    ids = [row["id"] for row in found["rows"]]
    assert len(ids) == len(set(ids))
    assert {f"facts/{name}" for name in german().facts} <= set(ids)
    assert all(name in ids for row in found["rows"] for names in row.get("order", {}).values()
               for name in names)  # fmt: skip


def test_a_figure_is_a_fraction_with_its_unit_in_ucum():
    with speaking(german().words):
        rows = {row["id"]: row for row in record(german())["rows"]}
    figure = rows["facts/anfang.xa"]["figures"][""]
    assert (figure["values"], figure["unit"], figure["ucum"]) == (["20"], "mg/day", "mg/d")


# Packs with limits, with a calculator turned round, with a table, with a plan of a day.
@pytest.mark.parametrize("name", ["exampladder", "exampswap", "exampnomo", "exampday"])
def test_packs_of_other_shapes_have_a_record(name):
    site = archetype(name)
    with speaking(site.words):
        found = json.loads(record_bytes(site))
    kinds = {row["kind"] for row in found["rows"]}
    assert {"Calculator", "Constant", "Example"} <= kinds
    assert ("Limit" in kinds) == bool(site.limits.limits)


def test_a_check_with_the_id_of_a_limit_on_something_else_is_a_row_of_its_calculator():
    site = shipped()
    with speaking(site.words):
        rows = {row["id"]: row for row in record(site)["rows"]}
    for calculator in site.calculators.values():
        own = {check.id for check in calculator.checks if not check.of_limit}
        name = f"calculators/{calculator.id}"
        assert {f"{name}/checks/{check}" for check in own} <= rows.keys()
    volume = rows["calculators/oral-volume"]["says"]["limits"]
    assert "slip" in {limit.record.id for limit in site.limits.limits}
    assert volume == ["above-single-dose"]
