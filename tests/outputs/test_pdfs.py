"""Many PDFs at once: the bytes of each, and what was made before is taken."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.outputs.test_pdf import TABLE, page
from webref.errors import PdfError
from webref.outputs import pdfs
from webref.outputs.cache import Cache
from webref.outputs.pdfs import Press, recipe

TEXTS = {f"sheet-{n}": page(TABLE * (n + 1)) for n in range(3)}


def make_pdfs(texts, cache):
    with Press(cache) as press:
        return dict(press.make(texts))


def test_each_is_what_it_is_alone_and_is_not_made_twice(tmp_path, monkeypatch):
    made = make_pdfs(TEXTS, Cache(tmp_path))
    assert made == {name: pdfs.make_pdf(text) for name, text in TEXTS.items()}
    monkeypatch.setattr(pdfs.ProcessPoolExecutor, "submit", None)
    assert make_pdfs(TEXTS, Cache(tmp_path)) == made


def test_a_failure_names_its_document(tmp_path):
    with pytest.raises(PdfError, match="bad: refused to fetch file:"):
        make_pdfs({"bad": page('<img src="file:///x" alt="x">')}, Cache(tmp_path))


def test_other_fonts_and_other_libraries_are_another_recipe(tmp_path, monkeypatch):
    before = recipe()
    recipe.cache_clear()
    assert recipe() == before
    (tmp_path / "font.ttf").write_text("x")
    for name, value in (("FONTS", (str(tmp_path),)), ("version", lambda name: "0")):
        with monkeypatch.context() as patch:
            patch.setattr(pdfs, name, value)
            recipe.cache_clear()
            assert recipe() != before
    recipe.cache_clear()


NO_FONTS = '<?xml version="1.0"?><fontconfig><dir>{0}</dir><cachedir>{0}</cachedir></fontconfig>'
TRY = """
import sys
from webref.errors import PdfError
from webref.outputs.pdfs import try_pdf
if __name__ == "__main__":
    try:
        try_pdf()
    except PdfError as error:
        sys.exit(f"refused: {error}")
"""
CALC = """
import sys
sys.modules["weasyprint"] = None
from webref.cli.command import main
entries = ["dilution", "stock=0.5mg/mL", "target=200mcg/mL", "volume=20mL"]
sys.exit(main(["--pack", "baclofen", "{0}", *(entries if "{0}" == "calc" else ())]))
"""


def test_a_machine_without_fonts_is_told_what_to_install(tmp_path):
    (tmp_path / "fonts.conf").write_text(NO_FONTS.format(tmp_path / "none"))
    script = tmp_path / "trial.py"
    script.write_text(TRY)
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    fine = subprocess.run([sys.executable, script], env=environment, check=False)
    assert fine.returncode == 0
    environment["FONTCONFIG_FILE"] = str(tmp_path / "fonts.conf")
    refused = subprocess.run(
        [sys.executable, script], env=environment, capture_output=True, text=True, check=False
    )
    assert refused.returncode == 1
    assert "refused: no PDF can be made on this machine: install pango" in refused.stderr


@pytest.mark.parametrize("command", ["check", "calc"])
def test_neither_the_pack_nor_an_answer_needs_what_makes_pdfs(command):
    done = subprocess.run(
        [sys.executable, "-c", CALC.format(command)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
