"""Many PDFs at once: the bytes of each, and what was made before is taken."""

import pytest

from tests.outputs.test_pdf import TABLE, page
from webref.errors import PdfError
from webref.outputs import pdfs
from webref.outputs.cache import Cache
from webref.outputs.pdfs import make_pdfs, recipe

TEXTS = {f"sheet-{n}": page(TABLE * (n + 1)) for n in range(3)}


def test_each_is_what_it_is_alone_and_is_not_made_twice(tmp_path, monkeypatch):
    made = dict(make_pdfs(TEXTS, Cache(tmp_path)))
    assert made == {name: pdfs.make_pdf(text) for name, text in TEXTS.items()}
    monkeypatch.setattr(pdfs, "ProcessPoolExecutor", None)
    assert dict(make_pdfs(TEXTS, Cache(tmp_path))) == made


def test_a_failure_names_its_document(tmp_path):
    with pytest.raises(PdfError, match="bad: refused to fetch file:"):
        list(make_pdfs({"bad": page('<img src="file:///x" alt="x">')}, Cache(tmp_path)))


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
