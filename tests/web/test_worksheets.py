"""Filled worksheets: what they hold, what is refused, and how many are made at once."""

import subprocess
import threading

import pytest

from webref.dosing.words import say
from webref.web import worksheets
from webref.web.app import create_app

PLACE = "/baclofen/calculators/dilution/worksheet.pdf"
ENTRIES = "label=ca&stock=2&stock_unit=mg/mL&target=500&target_unit=mcg/mL&volume=20&volume_unit=mL"


def words(body, tmp_path):
    file = tmp_path / "sheet.pdf"
    file.write_bytes(body)
    done = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.replace("\u00a0", " ").split())


@pytest.fixture
def quick(monkeypatch):
    """The renderer replaced, where only what surrounds it is tried."""
    monkeypatch.setattr(worksheets, "make_pdf", lambda text: text.encode())
    monkeypatch.setattr(worksheets, "stamp", lambda body, edition: body)


def test_a_filled_worksheet_holds_entries_result_working_and_signatures(client, tmp_path):
    answer = client.get(f"{PLACE}?{ENTRIES}")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Cache-Control"] == "no-store"
    text = words(answer.data, tmp_path)
    for part in (
        "Stock 2 mg/mL = 2,000 mcg/mL",
        "Volume of stock = Target × Final volume ÷ Stock = 500 mcg/mL × 20 mL ÷ 2 mg/mL"
        " ÷ 1,000 mcg per mg = 5 mL",
        "Following the Canada label",
        "Preservative-free saline CA 15 mL",
        "Warning:",
        "Worked out by",
        "Checked independently by",
        "Edition 3f9a1c2d3f9a",
        say("copy.unsigned"),
        "Patient",
        "Answered on",
    ):
        assert part in text, part


NIGHT = (
    "label=ca&stable=yes&population=adult&dose=1150&dose_unit=mcg/day&rise=20&rise_unit=%25"
    "&relief=22:00&length=8&length_unit=h"
)


def test_warnings_lead_and_a_long_table_stands_beside_itself_on_a_filled_sheet(client, quick):
    text = client.get(f"/baclofen/calculators/night-rate/worksheet.pdf?{NIGHT}").text
    begun = [text.index(f"<b>{word}: ") for word in ("Warning", "Note")]
    assert begun == sorted(begun) and text.rindex("<b>Warning: ") < begun[1]
    table = text[text.index("<h2>24 hours</h2>") :]
    assert table.count('<th scope="col">From</th>') == 4
    rows = [row.split("<td")[1::2] for row in table.split("<tr>")[2:8]]
    hours = [cell.partition(">")[2].partition("<")[0] for column in zip(*rows, strict=True)
             for cell in column]  # fmt: skip
    assert hours == [f"{hour:02}:00" for hour in range(24)]


def test_a_filled_sheet_has_of_a_printed_table_the_row_that_was_read(client, quick):
    query = ("label=us&population=adult&origin=spinal&setting=daily"
             "&current=100&current_unit=mcg/day&step=10&step_unit=%25")  # fmt: skip
    text = client.get(f"/baclofen/calculators/titration/worksheet.pdf?{query}").text
    assert '<section class="read">' in text and text.count('class="is-read"') == 1


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("stock=.5&stock_unit=mg/mL", "A zero belongs before the point."),
        ("stock=1e3&stock_unit=mg/mL", "No answer."),
        (ENTRIES.replace("target=500", "target=5000"), "Target above the stock"),
        ("stock=2&stock_unit=mg/mL", say("entry.missing", name="Target")),
    ],
)
def test_refused_entries_give_the_reason_of_the_screen_and_no_sheet(client, query, reason):
    sheet = client.get(f"{PLACE}?{query}")
    screen = client.get(f"{PLACE.replace('worksheet.pdf', 'result')}?{query}")
    assert (sheet.status_code, sheet.mimetype) == (422, "text/html")
    assert reason in sheet.text
    assert sheet.text == screen.text


def test_a_program_is_told_in_its_own_form(client):
    answer = client.get(
        f"{PLACE}?stock=.5&stock_unit=mg/mL", headers={"Accept": "application/json"}
    )
    assert answer.status_code == 422
    assert answer.json["status"] == "stop"
    assert not answer.json["outputs"]


@pytest.mark.parametrize(
    "query", ["colour=red", "stock=2&stock=3", "stock", "stock=%zz", "stock=" + "2" * 5000]
)
def test_a_malformed_query_is_refused_before_anything_is_made(client, quick, query):
    assert client.get(f"{PLACE}?{query}").status_code == 400


def test_without_entries_it_leads_to_the_blank_sheet(client, pages):
    for query, name in (("", "worksheet-dilution"), ("?paper=letter", "worksheet-dilution-letter")):
        answer = client.get(PLACE + query)
        assert answer.status_code == 302
        assert answer.headers["Location"] == f"/baclofen/pdfs/{name}.pdf"
        assert f'href="/baclofen/pdfs/{name}.pdf"' in pages["/baclofen/pdfs/"]


@pytest.mark.parametrize("query", ["paper=a5", f"{ENTRIES}&paper=A4"])
def test_a_paper_that_is_not_there_is_refused(client, quick, query):
    answer = client.get(f"{PLACE}?{query}")
    assert answer.status_code == 400
    assert "The paper is a4 or letter." in answer.text


def test_paper_is_chosen_by_name(client, quick):
    assert "size: A4" in client.get(f"{PLACE}?{ENTRIES}").text
    assert "size: letter" in client.get(f"{PLACE}?{ENTRIES}&paper=letter").text


def test_what_is_typed_cannot_become_markup(client, quick):
    answer = client.get(f"{PLACE}?{ENTRIES}&ampoule=%3Cimg+src%3Dx%3E&ampoule_unit=mL")
    assert answer.status_code == 422
    assert "<img src=x>" not in answer.text


@pytest.mark.parametrize(("waiting", "wait"), [(1, 0.05), (0, 5)])
def test_more_requests_than_turns_are_told_to_come_back(site, root, monkeypatch, waiting, wait):
    # With nobody allowed to wait, the answer comes at once, however patient a waiting one may be.
    monkeypatch.setattr(worksheets, "WAITING", waiting)
    monkeypatch.setattr(worksheets, "WAIT", wait)
    begun, done = threading.Semaphore(0), threading.Event()

    def slow(text):
        begun.release()
        assert done.wait(10)
        return b"%PDF"

    monkeypatch.setattr(worksheets, "make_pdf", slow)
    monkeypatch.setattr(worksheets, "stamp", lambda body, edition: body)
    app = create_app(site, root, edition="0" * 64)
    codes = []
    ask = [
        threading.Thread(
            target=lambda: codes.append(app.test_client().get(f"{PLACE}?{ENTRIES}").status_code)
        )
        for _ in range(worksheets.AT_ONCE)
    ]
    for one in ask:
        one.start()
        assert begun.acquire(timeout=10)
    refused = app.test_client().get(f"{PLACE}?{ENTRIES}")
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, str(worksheets.RETRY))
    done.set()
    for one in ask:
        one.join()
    assert codes == [200] * worksheets.AT_ONCE
    assert app.test_client().get(f"{PLACE}?{ENTRIES}").status_code == 200
