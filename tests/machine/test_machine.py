"""calculators.json: of the form that its schema says, and enough for a stranger to compute by."""

import json
import subprocess
import sys
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.archetypes.packs import NAMES, archetype
from webref.content.load import load_site
from webref.dosing.words import speaking
from webref.outputs.changes.record import record_bytes
from webref.outputs.machine import machine_bytes
from webref.outputs.machine_records import CalculatorsFile, FactsFile

OUTSIDER = Path(__file__).parent / "outsider.py"
FIRST = Path(__file__).parents[2] / "content/baclofen"


@cache
def first_pack():
    return load_site(FIRST, date(2026, 11, 22))


def computed(site, folder):
    """What the stranger prints; -I keeps this project out of its reach."""
    file = folder / "calculators.json"
    with speaking(site.words):
        file.write_bytes(machine_bytes(site))
    command = [sys.executable, "-I", "-S", str(OUTSIDER), str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def examples(site):
    return sum(len(one.examples) for one in site.calculators.values())


def test_a_stranger_computes_every_worked_example_of_the_first_pack(tmp_path):
    site = first_pack()
    assert computed(site, tmp_path) == f"{examples(site)} worked examples agree\n"


@pytest.mark.parametrize("name", NAMES)
def test_so_he_does_with_every_other_shape_of_calculator(name, tmp_path):
    site = archetype(name)
    assert computed(site, tmp_path) == f"{examples(site)} worked examples agree\n"


def test_a_wrong_figure_is_noticed(tmp_path):
    site = archetype("exampdrip")
    computed(site, tmp_path)
    file = tmp_path / "calculators.json"
    found = json.loads(file.read_text())
    found["calculators"][0]["units"]["mL"] = "2"
    file.write_text(json.dumps(found))
    command = [sys.executable, "-I", "-S", str(OUTSIDER), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "and not ok" in done.stdout


@pytest.mark.parametrize(
    "site", [first_pack(), archetype("exampswap")], ids=lambda one: one.pack.id
)
def test_both_files_are_of_the_form_of_their_schemas(site):
    with speaking(site.words):
        FactsFile.model_validate_json(record_bytes(site), strict=False)
        found = CalculatorsFile.model_validate_json(machine_bytes(site))
    units = {unit for one in found.calculators for unit in one.units}
    assert units == set(found.ucum) and all(found.ucum.values())
