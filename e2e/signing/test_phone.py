"""What a phone says of who signed its edition, and under which attacks it keeps the draft."""

import json
import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from e2e.offline.faults import FaultServer
from e2e.offline.phone import SAVE_MS, Phone
from e2e.signing.conftest import NOW, PACK, Write
from e2e.signing.editions import attacks, names_of, publish, signed_by
from tests.outputs.signing.cases import ANN, CEM, DORA, carried, cases
from webref.dosing.words import say

DRAFT = say("copy.unsigned")
CALCULATOR = f"/{PACK}/calculators/"
EXAMINE = """async (cases) => {
  const { examine, readPeople, readSignatures } = await import("/static/signing/signatures.js");
  const found = [];
  for (const { people, edition, list, signatures, known } of cases) {
    const read = signatures === null ? null : readSignatures(signatures);
    const before = known === null ? null : readPeople(known);
    const whole = readPeople(people);
    const { state, signed, wrong, old } = await examine(whole, edition, list, read, before);
    found.push({ state, days: signed.map(([, day]) => (day ? "y" : "-")).join(""), wrong, old });
  }
  return found;
}"""


def told(page: Page) -> str:
    """What the page says of who signed, once it says something of each person."""
    return page.locator("[data-signed-by]").inner_text()


def expect_said(page: Page, words: str) -> None:
    """Wait until the page says this of who signed."""
    expect(page.locator("[data-signed-by]")).to_contain_text(words, timeout=SAVE_MS)


def expect_draft(page: Page, is_draft: bool) -> None:
    """Whether the line of the draft stands on the page."""
    line_of_draft = page.locator(".unchecked")
    if is_draft:
        expect(line_of_draft).to_contain_text(DRAFT)
    else:
        expect(line_of_draft).to_be_hidden(timeout=SAVE_MS)


def offline_page(phone: Phone, page: Page) -> Page:
    """The page that says what is saved."""
    return phone.open("/offline/", page)


def test_who_signed_is_said_and_the_draft_goes_once_enough_have(
    phone: Phone, host: FaultServer
) -> None:
    page = phone.open("/offline/")
    phone.wait_ready(page)
    expect_said(page, "Signed: 2 of 3 people signed this edition, and 2 are needed.")
    expect_said(
        page, f"Ann Example, pharmacist: signed on 29\u00a0November\u00a02026. Key {ANN.key[:16]}."
    )
    expect_said(page, f"Cem Example, pharmacist: has not signed. Key {CEM.key[:16]}.")
    expect_draft(page, False)
    host.stop()
    phone.open(CALCULATOR, page)
    expect_draft(page, False)
    page.locator("main a[href*='/calculators/']").first.click()
    expect(page.locator("#calculator")).to_be_visible()
    expect_draft(page, False)
    expect(page.locator("#answer .draft")).to_have_count(0)
    offline_page(phone, page)
    expect_said(page, "Signed: 2 of 3")
    found = page.evaluate(EXAMINE, cases())
    assert found == [case["found"] for case in cases()]


def test_what_proves_nothing_leaves_the_draft(phone: Phone, host: FaultServer) -> None:
    page = None
    for name, (text, said) in attacks(host.folder, NOW).items():
        publish(host.folder, text)
        page = phone.open("/offline/", page)
        phone.wait_ready(page)
        expect_said(page, said)
        assert "Not signed by enough" in told(page), name
        expect_draft(page, True)
    assert page
    publish(host.folder, signed_by(host.folder, NOW))
    offline_page(phone, page)
    expect_said(page, "Signed: 2 of 3")
    expect_draft(page, False)


def test_an_edition_with_a_swapped_pdf_signs_nothing(
    phone: Phone, host: FaultServer, write: Write
) -> None:
    """Its list names the other PDF, and the signatures are of the list before."""
    whole = signed_by(host.folder, NOW)
    listing = json.loads((host.folder / "edition.json").read_text())
    pdf = next(one for one in listing["files"] if one["url"].endswith(".pdf"))
    pdf["sha256"] = "0" * 64
    text = json.dumps(listing, indent=1) + "\n"
    before = names_of(host.folder)[1]
    (host.folder / "edition.json").write_text(text)
    worker = host.folder / "sw.js"
    worker.write_text(worker.read_text().replace(before, names_of(host.folder)[1]))
    publish(host.folder, whole)
    page = phone.open("/offline/")
    phone.wait_ready(page)
    expect_said(page, "of this edition: 2")
    expect_draft(page, True)


def take_over(phone: Phone, page: Page) -> None:
    """Open the edition that waits."""
    with page.expect_navigation():
        page.get_by_role("button", name="Open it").press("Enter", timeout=SAVE_MS)
    phone.wait_ready(page)


@pytest.mark.nightly
def test_keys_are_exchanged_by_those_before_alone(
    phone: Phone, host: FaultServer, write: Write
) -> None:
    page = phone.open("/offline/")
    phone.wait_ready(page)
    expect_said(page, "Signed: 2 of 3")
    after = carried(CEM, DORA, pack=PACK, sequence=8)
    folder = write(after)
    publish(folder, signed_by(folder, after, (CEM, DORA)))
    host.folder = folder
    offline_page(phone, page)
    expect(page.locator("[data-banner='offer-signed']")).to_contain_text(
        "Its people are others than those whom this device knows", timeout=SAVE_MS
    )
    expect_draft(page, False)
    take_over(phone, page)
    expect_said(page, "Not signed by enough of the people whom this device knows")
    expect_draft(page, True)
    publish(folder, signed_by(folder, after, (CEM, DORA, ANN)))
    offline_page(phone, page)
    expect_said(page, "Signed: 2 of 2 people")
    expect_draft(page, False)
    # The new people decide now, and an older edition is called so however well it is signed.
    older = write(NOW)
    publish(older, signed_by(older, NOW))
    host.folder = older
    offline_page(phone, page)
    expect(page.locator("[data-banner='offer-signed']")).to_contain_text(
        "It is older than the one shown here", timeout=SAVE_MS
    )
    take_over(phone, page)
    expect_said(page, "Older than an edition that this device has held")
    expect_draft(page, True)


def test_an_edition_that_nobody_signs_is_told_before_it_is_opened(
    phone: Phone, host: FaultServer, write: Write
) -> None:
    page = phone.open("/offline/")
    phone.wait_ready(page)
    expect_said(page, "Signed: 2 of 3")
    host.folder = write(None)
    offline_page(phone, page)
    expect(page.locator("[data-banner='offer-signed']")).to_contain_text(
        "Nobody signs it", timeout=SAVE_MS
    )
    take_over(phone, page)
    expect_draft(page, True)
    expect(page.locator("[data-signed-by]")).to_have_count(0)


@pytest.mark.parametrize("day", ["2001-01-01", "2099-01-01"])
def test_a_wrong_clock_changes_nothing_of_a_signature(
    context: BrowserContext, phone: Phone, day: str
) -> None:
    context.clock.set_fixed_time(f"{day}T12:00:00")
    page = phone.open("/offline/")
    phone.wait_ready(page)
    expect_said(page, "Signed: 2 of 3")
    expect_draft(page, False)
    expect(page.locator("[data-banner='clock'], [data-banner='due']").first).to_have_text(
        re.compile("clock is wrong|Past its review date")
    )
