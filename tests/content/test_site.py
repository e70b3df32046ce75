"""The one list of pages, and the addresses of page ids."""

import pytest

from webref.render.screen import ScreenNotes


def test_the_pages_of_a_small_pack_in_order(pack):
    assert [(page.id, page.url) for page in pack.site().pages()] == [
        ("home", "/"),
        ("emergency/overdose", "/examplin/emergency/overdose/"),
        ("monograph", "/examplin/monograph/"),
        ("monograph/start", "/examplin/monograph/start/"),
        ("differences", "/examplin/differences/"),
        ("contents", "/examplin/contents/"),
        ("without-scripts", "/examplin/without-scripts/"),
        ("list", "/examplin/list/"),
        ("sources", "/examplin/sources/"),
        ("pdfs", "/examplin/pdfs/"),
        ("offline", "/offline/"),
    ]


def test_a_table_that_the_pack_lacks_has_no_page(pack):
    (pack.root / "differences.toml").unlink()
    facts = (pack.root / "facts/start.toml").read_text()
    pack.write("facts/start.toml", facts.replace('conflict = "D01"\n', ""))
    pack.body("Or {start.ca}.")
    assert "differences" not in [page.id for page in pack.site().pages()]


def test_no_two_pages_share_an_id_or_an_address(pack):
    pages = pack.site().pages()
    assert len({page.id for page in pages}) == len({page.url for page in pages}) == len(pages)


def test_a_page_knows_what_it_shows_and_when_that_is_due(pack):
    site = pack.site()
    page = site.page("monograph/start")
    assert page.item is site.sections["start"]
    assert (page.kind, page.title) == ("section", "First dose")
    assert page.review_by.isoformat() == "2027-05-22"


def test_addresses_of_page_ids(pack):
    site = pack.site()
    assert site.url("monograph/start#start-adults") == "/examplin/monograph/start/#start-adults"
    assert site.url("search") == "/search"
    with pytest.raises(KeyError):
        site.url("monograph/stop")


def test_prose_links_to_the_address_that_the_site_lists(pack):
    """The addresses known before any page is built are those of the pages that come out."""
    pack.body(
        "[a](home) [b](differences) [c](sources) [d](emergency/overdose) [e](offline) {start.us}"
    )
    site = pack.site()
    body = ScreenNotes().html(site.sections["start"].body)
    for link in site.sections["start"].body.links:
        assert f'href="{site.url(link)}"' in body
