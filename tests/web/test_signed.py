"""Printed documents of a signed edition: they say as of when, and are made of nothing else."""

import re
import subprocess
from dataclasses import replace

import pytest

from e2e.signing.editions import publish, signed_by, write_edition
from tests.german.packs import ROOT, german
from tests.outputs.signing.cases import ANN, CEM, carried
from webref.web import printed, sheets
from webref.web.app import create_app
from webref.web.signed import write_signed

NOW = carried(pack="prueflin")
LINE = "Klinisch nicht geprüft"
WORDS = "Wörter der Oberfläche nicht unterschrieben"
SAYS = "Unterschrieben am 29. November 2026"


@pytest.fixture(scope="module")
def site():
    """The German pack, which two of three people sign."""
    pack = replace(german().pack, people=NOW.people, sequence=NOW.sequence)
    return replace(german(), pack=pack)


@pytest.fixture(scope="module")
def folder(site, tmp_path_factory):
    return write_edition(site, tmp_path_factory.mktemp("signed") / "edition", NOW)


@pytest.fixture(autouse=True)
def few(monkeypatch):
    """The first documents alone: each kind of them has its place of the same macro."""
    some = ("emergency-ueberdosis", "worksheet-tagesdosis")

    def first(site):
        return tuple(one for one in printed.documents(site) if one.name in some)

    monkeypatch.setattr(sheets, "documents", first)


def words(file):
    """What is printed on a document."""
    done = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


def test_the_documents_say_as_of_when_and_by_whom_and_leave_the_draft_out(site, folder, tmp_path):
    publish(folder, signed_by(folder, NOW, [ANN, CEM]))
    told = write_signed(site, ROOT, folder, tmp_path / "out", None)
    assert told.endswith("signed as of 2026-11-29")
    made = sorted((tmp_path / "out").iterdir())
    assert [file.name for file in made] == ["emergency-ueberdosis.pdf", "worksheet-tagesdosis.pdf"]
    for file in made:
        text = words(file)
        assert SAYS in text, file
        assert f"{ANN.name}, pharmacist" in text, file
        assert LINE not in text, file
        assert WORDS not in text, file


def test_a_page_takes_off_all_that_it_says_is_unsigned_once_the_edition_is_signed(site):
    page = create_app(site, ROOT).test_client().get("/").text
    draft = f"{LINE}; nicht für die Behandlung. {WORDS}"
    assert f'data-draft="{draft}"' in page  # what the page's script takes off
    assert re.search(rf'<aside class="unchecked"[^>]*>{draft}</aside>', page)


def test_too_few_signatures_print_nothing(site, folder, tmp_path):
    publish(folder, signed_by(folder, NOW, [CEM]))
    with pytest.raises(OSError, match="not signed by enough: 1 of the 2 needed"):
        write_signed(site, ROOT, folder, tmp_path / "out", None)
    assert not (tmp_path / "out").exists()


def test_a_pack_that_was_changed_since_prints_nothing(site, folder, tmp_path):
    publish(folder, signed_by(folder, NOW, [ANN, CEM]))
    other = replace(site, pack=replace(site.pack, summary="Andere Worte"))
    with pytest.raises(OSError, match="another edition than the one that was signed"):
        write_signed(other, ROOT, folder, tmp_path / "out", None)
    (tmp_path / "there").mkdir()
    with pytest.raises(OSError, match="is there already"):
        write_signed(site, ROOT, folder, tmp_path / "there", None)
