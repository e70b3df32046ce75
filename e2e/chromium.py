"""Which Chromium the tests drive."""

import os
import shutil

WHOLE = "chromium"
# The same engine without the browser's own windows: all tests take a third less time in it. It
# keeps no pages for Back and shows no PDFs, so what needs these is tried in the whole browser.
QUICK = "chromium-headless-shell"


def find_chromium(*, whole: bool = False) -> str:
    """The program: the quick one, unless it is missing or the test or the night needs the whole."""
    names = [WHOLE] if whole or "WHOLE_BROWSER" in os.environ else [QUICK, WHOLE]
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, "Debian's chromium is not installed; `make test` sees to it"
    return found
