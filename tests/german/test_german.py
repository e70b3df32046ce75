"""A pack in another language: no page, answer or sheet of it says a sentence in English."""

import html
import io
import json
import re
import subprocess
from dataclasses import replace

import pikepdf
import pytest

from tests.german.packs import ROOT, german
from webref.content.kinds import KINDS
from webref.content.wording.table import TABLE
from webref.dosing.words import speaking
from webref.outputs.offline import edition_of, list_files
from webref.outputs.search import Searcher
from webref.outputs.search_index import build_index
from webref.outputs.wording import scripts
from webref.web.app import create_app
from webref.web.build import Edition
from webref.web.printed import documents
from webref.web.sheets import front, names, texts, write

# Words that no German sentence of these pages holds.
ENGLISH = re.compile(
    r"\b(the|and|of|is|are|not|with|this|what|which|for|on|by|or|no|to|from|it|source|page|"
    r"edition|label|given|checked|choose|search|home|close|print)\b",
    re.IGNORECASE,
)
# What is for machines, and names that are the same in every language.
UNREAD = re.compile(
    r'<style>.*?</style>|<script type="(?:module|application/[^"]*)".*?</script>|'
    r"\{\{.*?\}\}|\bHome-Bildschirm\b|\bOffline-Nutzung\b",
    re.DOTALL,
)
HEARD = re.compile(r'(?:aria-label|title|alt|placeholder|data-head)="([^"]*)"')
ANSWER = "/prueflin/calculators/tagesdosis/result?label=xa&dosis_unit=mg%2Fday&dosis="
LIVE = {
    "an answer": f"{ANSWER}20&tage=7&tage_unit=days",
    "an answer with a warning": f"{ANSWER}200",
    "a stop": f"{ANSWER}250",
    "a refusal": f"{ANSWER}1%2C5",
    "a unit typed": f"{ANSWER}20%20mcg",
    "an entry that is missing": ANSWER,
    "figures that would be misread": f"{ANSWER}25",
    "a search": "/search?q=schl%C3%A4frig",
    "a search for nothing": "/search?q=unsinnig",
    "a slip": "/search?q=Anfangsdosiss",
    "what the sources lack": "/search?q=Tauchen",
    "no such page": "/prueflin/nichts/",
    "a malformed question": "/search?q=%zz",
}


@pytest.fixture(scope="module")
def app():
    return create_app(german(), ROOT)


def shown(page):
    """What of a page is read or heard."""
    page = UNREAD.sub(" ", page)
    words = " | ".join([re.sub(r"<[^>]+>", " | ", page), *HEARD.findall(page)])
    return html.unescape(words)


def english(text):
    """The pieces of a text that are English."""
    return [text[max(0, one.start() - 30) : one.end() + 30] for one in ENGLISH.finditer(text)]


def test_every_kind_of_page_is_there():
    shown = {page.kind for page in german().pages()}
    assert shown | {"search", "error"} == set(KINDS)


@pytest.mark.parametrize("url", [page.url for page in german().pages()])
def test_a_page_holds_no_english_sentence_and_names_its_language(app, url):
    page = app.test_client().get(url).get_data(as_text=True)
    assert '<html lang="de">' in page
    assert english(shown(page)) == []
    assert "Wörter der Oberfläche nicht unterschrieben" in page


@pytest.mark.parametrize("url", LIVE.values(), ids=LIVE)
def test_what_is_answered_live_holds_no_english_sentence(app, url):
    answer = app.test_client().get(url)
    assert english(shown(answer.get_data(as_text=True))) == []


def test_what_is_answered_live_says_what_was_asked(app):
    def told(name):
        return shown(app.test_client().get(LIVE[name]).get_data(as_text=True))

    assert "Tabletten am Tag" in told("an answer")
    assert "Warnung: Die höchste Dosis" in told("an answer with a warning")
    assert "Halt: Über der höchsten Dosis" in told("a stop")
    assert "Ein Komma wird nicht gelesen." in told("a refusal")
    assert "Eingegeben ist" in told("a unit typed") or "eingegeben ist" in told("a unit typed")
    assert "Keine Antwort, die hier sicher zu lesen ist" in told("figures that would be misread")
    assert "sprechen nicht von „Tauchen“" in told("what the sources lack")
    assert "Kein Eintrag passt" in told("a search for nothing")


def test_no_printed_document_holds_an_english_sentence(app):
    site = german()
    with speaking(site.words):
        printed = [text for one in documents(site) for text in texts(app, site, one).values()]
        whole = next(one for one in documents(site) if one.parts)
        pages = dict.fromkeys([*site.sections, "topic-dosierung"], 1)
        pages |= {f"part-{name}": 1 for name in KINDS}
        printed.append(front(app, site, whole, pages))
    for text in printed:
        assert '<html lang="de">' in text
        assert english(shown(text)) == []
        assert "Wörter der Oberfläche nicht unterschrieben" in text


def test_a_pdf_is_told_in_its_language(app, tmp_path):
    site = german()
    with speaking(site.words):
        assert "worksheet-tagesdosis" in names(site)
        write(app, site, "kurz", tmp_path / "kurz.pdf", "a" * 64, "")
    with pikepdf.open(io.BytesIO((tmp_path / "kurz.pdf").read_bytes())) as pdf:
        assert str(pdf.Root.Lang) == "de"
        assert "Quelle 1" in {str(one.get("/Contents", "")) for one in pdf.pages[0].Annots}
    told = subprocess.run(
        ["pdftotext", tmp_path / "kurz.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert english(told) == []
    assert "Seite 1 von 1" in told


def test_letters_beyond_ascii_are_letters_in_search(app):
    searcher = Searcher(build_index(german(), ""), german().words)
    (first, *_) = searcher.ask("prüfen")["hits"]
    assert "prüfen" in json.dumps(first, ensure_ascii=False)
    assert not searcher.ask("print")["is_found"]


def test_the_scripts_of_its_edition_hold_its_sentences_and_no_others():
    for name, body in scripts(german().words).items():
        told = dict(re.findall(r'\["([^"]+)", (".*")\],', body.decode()))
        assert told
        for key, text in told.items():
            assert json.loads(text) == german().words[key], name


def test_a_sentence_left_in_english_is_found():
    words = {**german().words, "page.due": TABLE["page.due"]}
    app = create_app(replace(german(), words=words), ROOT)
    assert english(shown(app.test_client().get("/").get_data(as_text=True)))


def test_a_sentence_that_only_a_script_says_is_covered_by_the_digest(tmp_path):
    editions = set()
    for number, text in enumerate(("Neu laden.", "Bitte neu laden.")):
        site = replace(german(), words={**german().words, "form.failed": text})
        folder = tmp_path / str(number)
        boot = Edition(site, ROOT, folder).write_files(create_app(site, ROOT), folder)
        editions.add(edition_of(list_files(folder, boot)))
    assert len(editions) == 2
