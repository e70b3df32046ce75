"""Back and reload in Chromium, which keeps no page over Back while Playwright drives it."""

from playwright.sync_api import Page

from e2e.back import agreement
from e2e.back.hand import ChromiumHand
from e2e.offline.browsers import OwnBrowser


def test_an_answer_never_stands_without_its_entries(page: Page, site_url: str) -> None:
    agreement.answer_agrees(ChromiumHand(page), site_url)


def test_what_is_filtered_and_found_stands_with_its_words(page: Page, site_url: str) -> None:
    agreement.filter_agrees(ChromiumHand(page), site_url)
    agreement.hits_agree(ChromiumHand(page), site_url)


def test_ticks_go_with_their_page(page: Page, site_url: str) -> None:
    agreement.ticks_stand_over_back_alone(ChromiumHand(page), site_url)


def test_a_page_that_the_browser_kept_agrees_with_itself(
    own_browser: OwnBrowser, site_url: str
) -> None:
    hand = ChromiumHand(own_browser.start().new_page())
    agreement.answer_agrees(hand, site_url)
    agreement.filter_agrees(hand, site_url)
    agreement.hits_agree(hand, site_url)
    agreement.ticks_stand_over_back_alone(hand, site_url)
    assert not agreement.is_kept(hand)  # it was loaded again last


def test_a_form_of_which_the_browser_blanked_a_part_is_emptied_whole(
    page: Page, site_url: str
) -> None:
    hand = ChromiumHand(page)
    before = agreement.fill_dilution(hand, site_url)
    page.evaluate(
        """() => {
          document.querySelector("#in-volume").value = "";
          dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        }"""
    )
    agreement.wait_for(hand, "document.querySelector('#answer .pair-value')", None)
    assert agreement.stands(hand) == agreement.emptied(before)
