"""What `webref serve` looks at before it starts."""

import socket

import pytest

from e2e.offline.tiny import write_tiny
from webref.web import serve
from webref.web.serve import edition_in, free_address, refuse_other_pack


@pytest.fixture
def edition(tmp_path):
    return write_tiny(tmp_path, 1)


def test_a_whole_edition_is_known_by_its_digest(edition, tmp_path):
    assert edition_in(tmp_path) == edition


def test_files_that_stand_as_they_were_hashed_are_not_hashed_again(edition, tmp_path, monkeypatch):
    def hashed(folder, *_):
        raise OSError(f"{folder} was hashed again")

    assert edition_in(tmp_path) == edition
    monkeypatch.setattr(serve, "verify_part", hashed)
    assert edition_in(tmp_path) == edition
    page = tmp_path / "a/index.html"
    page.write_bytes(page.read_bytes())  # the same bytes, written anew
    with pytest.raises(OSError, match="was hashed again"):
        edition_in(tmp_path)


@pytest.mark.parametrize("spoil", ["gone", "altered", "no list", "list cut", "list of nothing"])
def test_a_folder_without_a_whole_edition_is_refused(edition, tmp_path, spoil):
    listing, page = tmp_path / "edition.json", tmp_path / "a/index.html"
    match spoil:
        case "gone":
            page.unlink()
        case "altered":
            page.write_text(page.read_text() + " ")
        case "no list":
            listing.unlink()
        case "list cut":
            listing.write_text(listing.read_text()[:-9])
        case "list of nothing":
            listing.write_text("[]")
    with pytest.raises(OSError, match=f"{tmp_path} holds no whole edition"):
        edition_in(tmp_path)


def test_an_edition_of_another_pack_is_refused(site, pages, tmp_path):
    for page in site.pages():
        if page.kind == "calculator":
            file = tmp_path / page.url.lstrip("/") / "index.html"
            file.parent.mkdir(parents=True)
            file.write_text(pages[page.url], "utf-8")
    refuse_other_pack(site, tmp_path)
    file.write_text(file.read_text("utf-8").replace('"places":', '"places": ', 1), "utf-8")
    with pytest.raises(OSError, match=r"not built from this pack .* differs; build it again"):
        refuse_other_pack(site, tmp_path)
    file.unlink()
    with pytest.raises(OSError, match=r"not built from this pack .* differs; build it again"):
        refuse_other_pack(site, tmp_path)


def test_a_name_is_served_at_its_number():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    assert free_address("localhost", free) == "127.0.0.1"


@pytest.mark.parametrize("host", ["", "no.such.host.invalid", "256.1.1.1"])
def test_a_host_without_an_address_is_refused(host):
    with pytest.raises(OSError, match="cannot serve on port 8000"):
        free_address(host, 8000)


def test_a_taken_port_is_refused():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OSError, match="Address already in use"):
            free_address("127.0.0.1", taken.getsockname()[1])
