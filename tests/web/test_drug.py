"""No page, answer, copy, record or sheet stands without the name of its drug."""

import re
from collections import defaultdict

from markupsafe import escape

from tests.web.reading import each, elements, parse, words
from webref.cli.calc import describe, told
from webref.dosing.entries import split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.present import copy_text
from webref.dosing.record import to_record
from webref.dosing.spec import Setting
from webref.web import worksheets
from webref.web.printed import documents
from webref.web.sheets import front, texts

NOW = Setting(now="2026-11-22T09:30")


def head_of(document):
    return next(words(one) for one in elements(document, "header") if one.get("class") == "top")


def test_every_page_has_it_in_its_header_and_title_and_on_paper(site, documents):
    drug = site.pack.title

    def rule(document):
        running = [one for one in elements(document, "div") if one.get("class") == "running"]
        title = next(elements(document, "title"))
        heads = [head_of(document), *map(words, running), words(title)]
        return len(heads) != 3 or [head for head in heads if drug not in head]

    assert not each(documents, rule)


def test_pages_that_are_answered_live_have_it_too(site, client):
    search = site.url("search")
    for url in (f"{search}?q=dose", f"{search}?other=1", "/nowhere/"):
        assert site.pack.title in head_of(parse(client.get(url).text)), url
    record = client.get(f"{search}?q=dose", headers={"Accept": "application/json"})
    assert record.get_json()["drug"] == site.pack.title


def examples(site):
    """Every worked example with the query of its entries: answers, warnings and stops."""
    for calculator in site.calculators.values():
        for example in calculator.examples:
            yield calculator, example, split_entries(calculator, dict(example.inputs))


def test_every_answer_and_stop_has_it_beside_its_figure(site, client):
    seen = set()
    for calculator, example, entries in examples(site):
        url = f"{site.url(f'calculators/{calculator.id}')}result"
        whole = client.get(url, query_string=entries).text
        for found in re.findall('<section class="readout.*?</section>', whole, re.DOTALL):
            if "{{" not in found:  # which the page's template of answers has
                seen.add(example.status)
                name = f'<p class="readout-drug" translate="no">{escape(site.pack.title)}</p>'
                assert name in found, (calculator.id, example.name)
    assert seen == {"ok", "warn", "stop"}


def test_every_copied_text_and_record_begins_with_it(site):
    for calculator, example, entries in examples(site):
        result = evaluate(calculator, entries, Setting(now=example.now))
        assert next(iter(to_record(result, NOW).items())) == ("drug", site.pack.title)
        for text in (copy_text(result, NOW), told(result, NOW)):
            assert text.startswith(f"{site.pack.title}: {calculator.title}\n"), example.name
    for calculator in site.calculators.values():
        assert describe(calculator).startswith(f"{site.pack.title}, ")


def test_a_refused_entry_is_told_with_it(site):
    calculator = next(iter(site.calculators.values()))
    field = next(item.id for item in calculator.inputs if item.units)
    result = evaluate(calculator, {field: "five"}, NOW)
    assert told(result, NOW).startswith(site.pack.title)
    assert told(evaluate(calculator, {}, NOW), NOW).startswith(site.pack.title)


def test_every_sheet_has_it_at_its_head(site, app):
    drug = str(escape(site.pack.title))
    heads = re.compile(r"<header.*?</header>|<section class=.cover.*?</h1>|<h1.*?</h1>", re.DOTALL)
    for document in documents(site):
        shown = [*texts(app, site, document).values()]
        if document.parts:
            shown = [front(app, site, document, defaultdict(int))]
        for text in shown:
            found = heads.search(text)
            assert found and drug in found[0], document.name


def test_a_filled_worksheet_has_it_at_its_head(site, client, monkeypatch):
    monkeypatch.setattr(worksheets, "make_pdf", lambda text: text.encode())
    monkeypatch.setattr(worksheets, "stamp", lambda body, edition: body)
    seen = 0
    for calculator, example, entries in examples(site):
        url = f"{site.url(f'calculators/{calculator.id}')}worksheet.pdf"
        answer = client.get(url, query_string=entries)
        if answer.mimetype == "application/pdf" and not example.now:
            [head] = re.findall("<header.*?</header>", answer.text, re.DOTALL)
            assert str(escape(site.pack.title)) in head, (calculator.id, example.name)
            seen += 1
    assert seen > len(site.calculators)
