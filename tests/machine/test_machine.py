"""calculators.json: of the form that its schema says, and enough for a stranger to compute by."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.archetypes.packs import NAMES, archetype
from tests.packs import shipped
from webref.dosing.words import speaking
from webref.outputs.changes.record import record_bytes
from webref.outputs.machine import machine_bytes
from webref.outputs.machine_records import CalculatorsFile, FactsFile

OUTSIDER = Path(__file__).parent / "outsider.py"


def computed(site, folder):
    """What the stranger prints; -I keeps this project out of its reach."""
    file = folder / "calculators.json"
    with speaking(site.words):
        file.write_bytes(machine_bytes(site))
    return told(file)


def told(file):
    command = [sys.executable, "-I", "-S", str(OUTSIDER)]
    with file.open() as given:
        done = subprocess.run(command, stdin=given, capture_output=True, text=True, check=True)
    return done.stdout


def code_of(text):
    """The lines of a program but for blank ones, comments and docstrings."""
    documented = (ast.Module, ast.FunctionDef, ast.ClassDef)
    kept = {number for number, line in enumerate(text.splitlines(), 1) if line.strip()}
    kept -= {number for number in kept if text.splitlines()[number - 1].strip()[0] == "#"}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, documented) and ast.get_docstring(node) is not None:
            kept -= set(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    return kept


def test_the_strangers_program_is_a_hundred_lines_and_uses_python_alone():
    text = OUTSIDER.read_text("utf-8")
    assert len(code_of(text)) <= 100
    assert max(map(len, text.splitlines())) <= 100
    names = {
        (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name).split(".")[0]
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert names <= sys.stdlib_module_names


def test_lines_of_a_program_are_counted_without_what_tells_of_it():
    text = (
        '"""About it."""\n\n# a note\nimport json\n\n\ndef one():\n    """One."""\n    return 1\n'
    )
    assert code_of(text) == {4, 7, 9}


def examples(site):
    return sum(len(one.examples) for one in site.calculators.values())


def test_a_stranger_computes_every_worked_example_of_the_first_pack(tmp_path):
    site = shipped()
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
    found["calculators"][0]["inputs"][0]["factors"]["mL"] = "2"
    file.write_text(json.dumps(found))
    assert "and not ok" in told(file)


@pytest.mark.parametrize("site", [shipped(), archetype("exampswap")], ids=lambda one: one.pack.id)
def test_both_files_are_of_the_form_of_their_schemas(site):
    with speaking(site.words):
        FactsFile.model_validate_json(record_bytes(site), strict=False)
        found = CalculatorsFile.model_validate_json(machine_bytes(site))
    units = {unit for one in found.calculators for unit in one.units}
    assert units == set(found.ucum) and all(found.ucum.values())
