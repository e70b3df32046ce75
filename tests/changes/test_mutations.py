"""A hundred changes drawn over all files of a pack: each is named rightly, no byte unexplained."""

import shutil
from itertools import count
from pathlib import Path

import pytest

from tests.changes.editions import ROOT, Frozen, Unbuildable, frozen
from tests.changes.mutations import TOLD, Mutation, draw, places
from webref.content.wording.table import TABLE
from webref.dosing.words import speaking
from webref.outputs.changes.report import Report, between

GERMAN = ROOT / "tests/german/prueflin"
FIRST = ROOT / "content/baclofen"
PARTS = 4  # of the hundred, run beside each other
PART = 25


def compared(old: Frozen, new: Frozen) -> Report:
    with speaking(TABLE):
        return between(old.read, new.read)


def bent(pack: Path, folder: Path, mutations: list[Mutation]) -> Path:
    """A copy of a pack with mutations, those further down in a file first."""
    shutil.copytree(pack, folder)
    for one in sorted(mutations, key=lambda one: -one.start):
        one.apply(folder)
    return folder


def named(report: Report, mutation: Mutation) -> bool:
    """Whether a change names what was mutated as what it is, or says that it is gone.

    Where a bent file cannot be read, all of it is gone.
    """
    gone = (one.row for one in report.changes if one.aspect == "gone")
    return any(f"{mutation.row}/".startswith(f"{row}/") for row in gone) or any(
        (change.row == mutation.row or change.row.startswith(f"{mutation.row}/"))
        and (not mutation.aspects or change.aspect in mutation.aspects)
        and change.weight in mutation.weights
        for change in report.changes
    )


def walk(pack: Path, part: int, folder: Path) -> list[str]:
    """What is wrong with a part of the hundred; half of them have two at once.

    Of a pack that no edition can be built of, nothing reaches a reader: another is drawn.
    """
    old = frozen(pack)
    wrong: list[str] = []
    compared_so_far = 0
    seeds = count(1000 * part)
    while compared_so_far < PART:
        seed = next(seeds)
        mutations = draw(pack, seed, 1 + compared_so_far % 2)
        try:
            new = frozen(bent(pack, folder / str(seed), mutations))
        except Unbuildable:
            continue
        compared_so_far += 1
        report = compared(old, new)
        told = f"{seed}: {[(one.name, one.file) for one in mutations]}"
        wrong += [f"{told} misses {one.name}" for one in mutations if not named(report, one)]
        wrong += [f"{told} leaves {line}" for line in report.files]
        shutil.rmtree(folder / str(seed))
    return wrong


def test_there_is_room_for_every_kind_of_change() -> None:
    kinds = {"figure", "unit", "label", "qualifier", "limit", "branch", "section", "word"}
    assert set(places(GERMAN)) == kinds
    files = {path.relative_to(GERMAN).as_posix() for path in GERMAN.rglob("*.*")}
    assert {one.file for found in places(GERMAN).values() for one in found} == files - {TOLD}


def test_what_earlier_comparisons_told_is_listed_where_it_alone_is_changed(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    shutil.copytree(GERMAN, pack)
    told = (pack / TOLD).read_text("utf-8").replace("war", "ist", 1)
    (pack / TOLD).write_text(told, "utf-8")
    report = compared(frozen(GERMAN), frozen(pack))
    assert not report.changes
    assert report.files == ("/prueflin/changes/ changed, which nothing above explains.",)


@pytest.mark.parametrize(
    "part", [0, *(pytest.param(part, marks=pytest.mark.nightly) for part in range(1, PARTS))]
)
def test_each_of_a_hundred_changes_is_named_rightly_and_no_byte_is_unexplained(
    part: int, tmp_path: Path
) -> None:
    assert walk(GERMAN, part, tmp_path) == []


@pytest.mark.nightly
@pytest.mark.parametrize("part", range(PARTS))
def test_so_is_each_of_a_hundred_of_the_first_pack(part: int, tmp_path: Path) -> None:
    assert walk(FIRST, part, tmp_path) == []


def test_a_change_of_code_is_listed_beside_one_of_content(tmp_path: Path) -> None:
    """A template and a script: what no change of the content explains, file by file."""
    script = "answers/run.js"
    old = frozen(GERMAN, statics=(script,))
    for name in ("templates", "static"):
        shutil.copytree(ROOT / name, tmp_path / name)
    page = tmp_path / "templates/pages/refusals.html"
    page.write_text(page.read_text().replace("{% block main %}", "{% block main %}<p></p>"))
    (tmp_path / "static" / script).write_text("export const broken = 1;\n")
    figure = next(one for one in places(GERMAN)["figure"] if one.row == "facts/hoechst.xa")
    pack = bent(GERMAN, tmp_path / "pack", [figure])
    report = compared(old, frozen(pack, tmp_path, (script,)))
    assert named(report, figure)
    assert report.files == (
        "/prueflin/refusals/ changed, which nothing above explains.",
        "/static/answers/run.js changed, which nothing above explains.",
    )
