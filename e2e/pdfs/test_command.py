"""The command that writes one document."""

import subprocess
from pathlib import Path

import pytest

from e2e.pdfs.opened import Opened
from e2e.running import PACK, WEBREF
from webref.content.site import Site
from webref.web.printed import documents


@pytest.mark.nightly
def test_the_command_writes_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "quick-reference.pdf"
    subprocess.run(
        [WEBREF, "--pack", PACK, "pdf", file.stem, "--out", file], check=True, capture_output=True
    )
    assert file.read_bytes() == (folder / file.name).read_bytes()


def test_the_command_lists_the_names_for_one_it_does_not_know(site: Site) -> None:
    done = subprocess.run(
        [WEBREF, "--pack", PACK, "pdf", "poster"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.startswith("webref: there is no document poster")
    listed = [line.strip() for line in done.stderr.splitlines() if line.startswith("  ")]
    assert listed == [one.name for one in documents(site)]


def test_an_origin_adds_the_address_in_words_and_as_a_code(
    site: Site, opened: dict[str, Opened], tmp_path: Path
) -> None:
    file = tmp_path / "card.pdf"
    card = next(iter(site.cards))
    subprocess.run(
        [WEBREF, "--pack", PACK, "pdf", f"emergency-{card}-letter", "--out", file, "--origin", "https://example.org"],
        check=True, capture_output=True,
    )  # fmt: skip
    address = f"https://example.org/{site.pack.id}/emergency/{card}/"
    one = Opened(file)
    assert len(one.pages) == 2
    assert address in one.words
    assert [str(kid.Alt) for kid in one.elements if kid.S == "/Figure"] == [
        f"QR code of the address {address}"
    ]
    plain = opened[f"emergency-{card}-letter"]
    assert not any("https://" in line for line in plain.lines)
    assert not [kid for kid in plain.elements if kid.S == "/Figure"]
