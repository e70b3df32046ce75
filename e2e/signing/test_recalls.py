"""What a phone does with lists of recalls once the people of its edition name a recall key."""

import json
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from e2e.offline.faults import FaultServer
from e2e.offline.phone import SAVE_MS, Phone
from e2e.signing.conftest import PACK, Write
from e2e.signing.editions import publish, signed_by
from tests.outputs.signing.cases import ANN, BEN, CEM, DORA, carried, key_of
from webref.content.pack.people import Person
from webref.outputs.signing.ed25519 import signed
from webref.outputs.signing.recalls import recall_message

KEYED = carried(pack=PACK, recall=DORA.key)
PAGE = f"/{PACK}/calculators/adult-steps/"
TEXT = "The strength is being checked."


@pytest.fixture
def phone(context: BrowserContext, write: Write, host: FaultServer) -> Phone:
    """A phone that has never been to the address, whose edition names Dora's key."""
    host.folder = write(KEYED)
    publish(host.folder, signed_by(host.folder, KEYED, (ANN, BEN, CEM)))
    return Phone(context, host)


def listed(sequence: int, by: Person | None, text: str = "", pack: str = PACK) -> dict[str, Any]:
    """A list that somebody signed, and that withdraws a calculator if it has a text."""
    row = {"id": "n1", "date": "2026-11-23", "level": "withdrawn", "text": text}
    row["subject"] = "calculators/adult-steps"
    made: dict[str, Any] = {"sequence": sequence, "issued": "2026-11-23", "until": "2099-01-01"}
    made["notices"] = [row] if text else []
    if by:
        made["signature"] = signed(key_of(by.name), recall_message(pack, made))
    return made


def give(phone: Phone, page: Page, made: dict[str, Any] | str) -> None:
    """Publish a list, and load the page until it has arrived."""
    text = made if isinstance(made, str) else json.dumps(made)
    (phone.host.folder / "notices.json").write_text(text)
    with page.expect_response("**/notices.json"):
        phone.open(PAGE, page)


def test_what_the_recall_key_did_not_sign_withdraws_and_lifts_nothing(phone: Phone) -> None:
    page = phone.open("/offline/")
    phone.wait_ready(page)
    expect(page.locator("[data-signed-by]")).to_contain_text("Signed: 3 of 3", timeout=SAVE_MS)
    withdrawn = page.locator("[data-banner='notice-n1']")
    doubted = page.locator("[data-banner='doubted']")
    unverified = page.locator("[data-banner='doubted-n1']")
    swapped = listed(2, DORA, TEXT) | {"notices": listed(2, None, "Another text.")["notices"]}
    for unsigned in (
        listed(1, None, TEXT),
        listed(1, ANN, TEXT),
        listed(1, DORA, TEXT, pack="other"),
        swapped,
    ):
        give(phone, page, unsigned)
        expect(doubted).to_contain_text("has not signed", timeout=SAVE_MS)
        expect(unverified).to_contain_text("Unverified notice")
        expect(withdrawn).to_have_count(0)
    give(phone, page, listed(3, DORA, TEXT))
    expect(withdrawn).to_contain_text(TEXT, timeout=SAVE_MS)
    expect(doubted).to_have_count(0)
    expect(unverified).to_have_count(0)
    for lifting in (listed(999_999_999, None), listed(4, ANN), listed(4, DORA, pack="other")):
        give(phone, page, lifting)
        expect(doubted).to_be_visible(timeout=SAVE_MS)
        expect(withdrawn).to_contain_text(TEXT)
    for lost in (listed(2, DORA), "<!doctype html>", json.dumps(listed(5, DORA) | {"more": 1})):
        give(phone, page, lost)
        expect(withdrawn).to_contain_text(TEXT, timeout=SAVE_MS)
    phone.host.stop()
    phone.open(PAGE, page)
    expect(withdrawn).to_contain_text(TEXT, timeout=SAVE_MS)
    phone.host.start()
    give(phone, page, listed(4, DORA))
    expect(withdrawn).to_have_count(0, timeout=SAVE_MS)
    expect(doubted).to_have_count(0)
