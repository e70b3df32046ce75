"""Live answers: results in three forms, refusals with reasons, search, errors that cannot fail."""

import datetime
import json
import random
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
from flask import Flask

from tests.web.reading import elements, parse, words
from webref.content.tables.notices import ROWS as NOTICES
from webref.content.tables.notices import Notice, NoticeList
from webref.dosing.entries import parameter_names, split_entries
from webref.dosing.evaluate import evaluate
from webref.dosing.record import to_record
from webref.dosing.spec import Setting
from webref.outputs.engine import engine_of, webref_version
from webref.outputs.headers import answer_headers
from webref.outputs.search_index import build_index
from webref.web import answers, errors
from webref.web.app import create_app

ROOT = Path(__file__).parents[2]
FRAGMENT = {"Webref-Fragment": "true"}
RECORD = {"Accept": "application/json"}


def addresses(site):
    return [f"{site.url(f'calculators/{name}')}result" for name in site.calculators]


def example(site, status):
    """The address and query of a worked example that ends so."""
    for calculator in site.calculators.values():
        for one in calculator.examples:
            if one.status == status and not one.now:
                query = urlencode(split_entries(calculator, dict(one.inputs)))
                return f"{site.url(f'calculators/{calculator.id}')}result?{query}"
    raise AssertionError(status)


@pytest.mark.parametrize("asked", [{}, FRAGMENT, RECORD], ids=["page", "fragment", "record"])
def test_no_browser_keeps_a_result_whose_address_holds_the_entries(client, site, asked):
    answer = client.get(example(site, "ok"), headers=asked)
    assert answer.headers.get_all("Cache-Control") == ["no-store"]


@pytest.mark.parametrize("status", ["ok", "warn", "stop"])
def test_a_result_is_the_same_as_page_fragment_and_record(client, site, status):
    url = example(site, status)
    page, fragment = client.get(url).text, client.get(url, headers=FRAGMENT).text
    record = client.get(url, headers=RECORD).get_json()
    assert record["status"] == status
    assert fragment in page
    assert "<html" not in fragment
    said = words(parse(f"<!doctype html><title>x</title>{fragment}")).replace("\xa0", " ")
    for output in record["outputs"].values():
        assert output["value"].replace("\xa0", " ") in said
    assert (status == "stop") == (not record["outputs"])


def test_worked_examples_are_answered_over_http_as_by_the_engine(client, site, monkeypatch):
    now = datetime.datetime(2026, 11, 22, 9, 30)
    clock = SimpleNamespace(datetime=SimpleNamespace(now=lambda: now))
    monkeypatch.setattr(answers, "datetime", clock)
    setting = Setting(
        "3f9a1c2d" * 8,
        "2026-11-22T09:30",
        engine=engine_of(ROOT),
        version=webref_version(),
    )
    for calculator in site.calculators.values():
        for one in calculator.examples:
            typed = split_entries(calculator, dict(one.inputs))
            url = f"{site.url(f'calculators/{calculator.id}')}result?{urlencode(typed)}"
            record = to_record(evaluate(calculator, typed, setting), setting)
            assert client.get(url, headers=RECORD).get_json() == record, (calculator.id, one.name)


def test_without_scripts_the_form_comes_back_filled_in(client, site):
    calculator = next(one for one in site.calculators.values() if one.labels)
    field = next(item for item in calculator.inputs if item.kind == "quantity")
    typed = {"label": calculator.labels[1].id, field.id: "12.5"}
    if len(field.units) > 1:
        typed[f"{field.id}_unit"] = field.units[1]
    url = f"{site.url(f'calculators/{calculator.id}')}result?{urlencode(typed)}"
    document = parse(client.get(url).text)
    checked = {
        (one.get("name"), one.get("value"))
        for one in elements(document, "input")
        if one.get("checked") is not None
    }
    values = {one.get("name"): one.get("value") for one in elements(document, "input")}
    assert ("label", typed["label"]) in checked
    assert values[field.id] == "12.5"


def test_a_label_is_never_assumed(client, site):
    for page in site.pages():
        if page.kind == "calculator":
            document = parse(client.get(page.url).text)
            assert not [
                one for one in elements(document, "input") if one.get("checked") is not None
            ]


def test_an_empty_form_is_incomplete_and_not_an_error(client, site):
    for url in addresses(site):
        answer = client.get(url, headers=RECORD)
        assert answer.status_code == 200
        assert answer.get_json()["status"] == "incomplete"
        assert not answer.get_json()["outputs"]


@pytest.mark.parametrize(
    "query",
    ["unheard=1", "label", "label=us&label=us", "label=%", "label=%ff", "label=%zz", "x" * 5000],
)
def test_a_malformed_query_is_refused_with_its_reason(client, site, query):
    url = f"{addresses(site)[0]}?{query}"
    page = client.get(url)
    assert page.status_code == 400
    assert "This address " in words(parse(page.text))
    assert client.get(url, headers=RECORD).get_json().keys() == {"error"}
    fragment = client.get(url, headers=FRAGMENT)
    assert (fragment.status_code, "<html" in fragment.text) == (400, False)


HOSTILE = [
    "",
    "0",
    "-1",
    ".5",
    "1e3",
    "1,000",
    "½",
    "NaN",
    "9" * 400,
    "<b>",
    "\"'>",
    "\u202e1",
    "２",
]
SENSIBLE = ["us", "ca", "mcg", "mg", "mcg/mL", "mg/mL", "adult", "2", "50", "100", "2026-11-22"]


def test_no_query_of_known_names_is_ever_an_error(client, site):
    chance = random.Random(20261122)
    for turn in range(400):
        calculator = chance.choice(list(site.calculators.values()))
        names = sorted(parameter_names(calculator))
        some = chance.sample(names, chance.randint(0, len(names)))
        typed = {name: chance.choice(HOSTILE + SENSIBLE) for name in some}
        url = f"{site.url(f'calculators/{calculator.id}')}result?{urlencode(typed)}"
        answer = client.get(url)
        assert answer.status_code == 200, url
        if turn % 20 == 0:
            parse(answer.text)


@pytest.mark.parametrize("withdrawn", ["page", "edition", "start"])
def test_a_withdrawn_calculator_refuses(site, root, withdrawn):
    name = next(iter(site.calculators))
    subjects = {
        "page": f"calculators/{name}",
        "edition": f"edition/{'abcdef01' * 8}",
        "start": "edition/abcdef0",  # as a phone shows it
    }
    subject = subjects[withdrawn]
    notice = Notice("recall", datetime.date(2026, 11, 1), "withdrawn", subject, "A wrong limit.")
    until = datetime.date(2027, 1, 1)
    listed = NoticeList(1, notice.date, until, (notice,))
    recalled = replace(site, tables={**site.tables, NOTICES.file: listed})
    client = create_app(recalled, root, edition="abcdef01" * 8).test_client()
    record = client.get(f"{site.url(f'calculators/{name}')}result", headers=RECORD).get_json()
    assert record["status"] == "stop"
    assert "A wrong limit." in json.dumps(record)


def test_search_answers_as_page_fragment_and_record(client):
    page, fragment = (
        client.get("/search?q=dose").text,
        client.get("/search?q=dose", headers=FRAGMENT),
    )
    assert fragment.text in page
    assert len([*elements(parse(page), "h1")]) == 1
    assert client.get("/search?q=dose", headers=RECORD).get_json()["is_found"]
    assert client.get("/search").status_code == 200
    refused = client.get("/search?x=1")
    assert (refused.status_code, "not known here" in refused.text) == (400, True)


def test_search_answers_from_the_index_of_the_edition_served(site, root, tmp_path):
    index = build_index(site, "")
    index["entries"][0]["title"] = "Another xylometazoline"
    (tmp_path / "search.json").write_text(json.dumps(index), "utf-8")
    client = create_app(site, root, built=tmp_path).test_client()
    assert "Another <mark>xylometazoline</mark>" in client.get("/search?q=xylometazoline").text


def test_search_escapes_what_was_typed(client):
    html = client.get("/search?q=dose+%3Cscript%3Ealert(1)%3C/script%3E%22%27").text
    assert "<script>alert" not in html
    parse(html)


def test_health_names_the_edition(client):
    assert client.get("/healthz").get_json() == {"edition": "3f9a1c2d" * 8}


def test_every_answer_carries_the_headers_of_the_table(client, site):
    for url in ("/", "/search?q=x", "/healthz", "/nowhere/", addresses(site)[0], "/search.json"):
        answer = client.get(url)
        table = answer_headers()
        if url != "/":
            table["Cache-Control"] = "no-store"
            assert answer.headers["Vary"] == "Accept, Webref-Fragment"
        for name, value in table.items():
            assert answer.headers[name] == value, url
        assert "Set-Cookie" not in answer.headers
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_tls_is_promised_where_readers_come_by_it(site, root):
    for origin, promised in (("https://example.org", True), ("http://example.org", False)):
        answer = create_app(site, root, origin=origin).test_client().get("/healthz")
        assert ("Strict-Transport-Security" in answer.headers) == promised


def test_an_unknown_address_has_a_page_with_both_emergency_cards(client, site):
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    links = {one.get("href") for one in elements(parse(answer.text), "a")}
    assert {site.url(f"emergency/{card}") for card in site.cards} <= links


def test_only_reading_is_allowed(client):
    answer = client.post("/")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def broken(site, root) -> Flask:
    """An application with an address that fails."""
    app = create_app(site, root)

    @app.get("/broken")
    def fail() -> str:
        raise RuntimeError("a wire came loose")

    return app


def test_a_failure_says_nothing_of_its_cause(site, root):
    answer = broken(site, root).test_client().get("/broken")
    assert answer.status_code == 500
    assert "wire" not in answer.text
    parse(answer.text)


def test_the_error_page_survives_its_own_template_failing(site, root, monkeypatch):
    def fail(*_args, **_more):
        raise RuntimeError("the template is gone")

    app = broken(site, root)
    monkeypatch.setattr(errors, "render_template", fail)
    answer = app.test_client().get("/broken")
    assert answer.status_code == 500
    assert "<h1>Something went wrong</h1>" in answer.text


def test_the_log_holds_no_query(site, root, caplog):
    broken(site, root).test_client().get("/broken?stock=12345")
    assert "an answer failed" in caplog.text
    assert "12345" not in caplog.text
