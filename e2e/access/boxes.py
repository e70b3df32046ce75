"""Where things stand on the screen."""

from playwright.sync_api import FloatRect, Locator


def box_of(item: Locator) -> FloatRect:
    """The box of one thing that is shown, in pixels of the window; what is not shown fails."""
    box = item.bounding_box()
    assert box, item
    return box
