"""A first visit: what it saves, in which order, and what it says meanwhile."""

from e2e.offline.phone import Phone


def test_a_saved_edition_opens_every_page_with_the_server_gone(phone: Phone) -> None:
    phone.visit()
    phone.host.stop()
    phone.is_whole(1)
