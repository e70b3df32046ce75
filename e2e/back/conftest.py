"""A browser of the test's own, which keeps pages over Back as a reader's does."""

from e2e.offline.conftest import own_browser as own_browser
